/** What an archive already has of a file, and what becomes of each event of it: new, updated, or left as it is. */
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { digestOf } from '../../check/read/digest.ts';
import type { EventDraft } from '../../check/read/draft.ts';
import type { TextFile } from '../../check/read/file.ts';
import { eventDraftSchema } from '../../model/event.ts';
import { asFile, bodyOf, type Opened } from '../open.ts';
import { pageOf } from '../yaml.ts';
import type { Converted, ConvertedEvent, Former } from './convert.ts';
import type { Ledger } from './import-record.ts';
import type { Loss } from './report.ts';

/** An event as a file of the archive, and what becomes of it. */
export interface Page extends ConvertedEvent {
  /** In the archive. */
  file: string;
  text: string;
  state: 'written' | 'updated' | 'unchanged' | 'kept' | 'refused';
}

/** What the archive already has of the file. */
export class Existing {
  /** The ledger's entries of the file, as they are after this import. */
  readonly entries: Ledger[string];
  private readonly events: Map<string, { draft: EventDraft; file: TextFile; digest: string }>;
  private readonly byTitle = new Map<string, string>();
  private readonly met = new Set<string>();

  constructor({ files, draft }: Opened, before: Ledger[string]) {
    this.entries = { ...before };
    const texts = new Map(files.events.map(({ id, file }) => [id, file]));
    this.events = new Map(
      draft.events.flatMap((event) => {
        const file = texts.get(event.id);
        return file ? [[event.id, { draft: event, file, digest: digestOf(file) }]] : [];
      }),
    );
    const own = new Set(Object.values(before).map(({ id }) => id));
    for (const { id, part } of draft.events)
      if (!own.has(id)) this.byTitle.set(`${part.title}\n${part.date}`, id);
  }

  private entry = (key: string): Ledger[string][string] | undefined =>
    Object.hasOwn(this.entries, key) ? this.entries[key] : undefined;

  former(key: string, title: string, date: string, id: string): Former | null {
    this.met.add(key);
    // A table with ids says which event it means; whether it may be replaced depends on what it would become.
    if (this.events.has(id)) return { id };
    const entry = this.entry(key);
    if (entry === undefined) {
      const there = id === '' ? this.byTitle.get(`${title}\n${date}`) : undefined;
      return there === undefined
        ? null
        : { why: 'an event of this title and date is there', text: there };
    }
    const now = this.events.get(entry.id);
    if (now === undefined)
      return { why: 'it was imported before and removed here since', text: entry.id };
    if (now.digest !== entry.sha256) return { why: EDITED, text: entry.id };
    return { id: entry.id };
  }

  /** Each event with what becomes of it: one that is as the file has it stays, however it is written. */
  sorted({ events, kept }: Converted): Page[] {
    return events.map((event): Page => {
      const { id, key, front, body, extension, where } = event;
      const text = pageOf(front, body);
      const now = this.events.get(id);
      const file = now
        ? join('events', basename(now.file.file))
        : join('events', `${id}.${extension}`);
      if (!now) return { ...event, file, text, state: 'written' };
      if (isSame(now, front, body))
        return { ...event, file, text: now.file.text, state: 'unchanged' };
      if (now.digest === this.entry(key)?.sha256) return { ...event, file, text, state: 'updated' };
      kept.push({ kind: EDITED, where, text: id });
      return { ...event, file, text, state: 'kept' };
    });
  }

  keep({ key, id, text, state }: Page): void {
    if (state !== 'kept' && state !== 'refused')
      this.entries[key] = { id, sha256: digestOf(asFile('', text)) };
  }

  /** Events of a former import that the file no longer has. */
  gone = (): Loss[] =>
    Object.entries(this.entries)
      .filter(([key, { id }]) => !this.met.has(key) && this.events.has(id))
      .map(([key, { id }]) => ({
        kind: 'it is no longer in the file',
        where: `“${key}”`,
        text: id,
      }));
}

const EDITED = 'it was imported before and edited here since';

const isSame = (
  { draft, file }: { draft: EventDraft; file: TextFile },
  front: Record<string, unknown>,
  body: string,
): boolean => {
  const { data } = eventDraftSchema.safeParse(front);
  return data !== undefined && isDeepStrictEqual(data, draft.part) && bodyOf(file) === body.trim();
};
