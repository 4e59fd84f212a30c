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
import { type Identity, identify, type Named } from './identity.ts';
import type { EventEntry, ImportedFile, Ledger } from './import-record.ts';
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
  private readonly events: Map<string, { draft: EventDraft; file: TextFile; digest: string }>;
  private readonly titles = new Map<string, string>();
  private identity: Identity = { record: null, entries: [] };
  /** What the ledger is to say of each event of the file; `null` where nothing of it is in the archive. */
  private entries: (EventEntry | null)[] = [];

  private readonly file: ImportedFile;
  private readonly before: Ledger;

  constructor({ files, draft }: Opened, file: ImportedFile, before: Ledger) {
    this.file = file;
    this.before = before;
    const texts = new Map(files.events.map(({ id, file }) => [id, file]));
    this.events = new Map(
      draft.events.flatMap((event) => {
        const file = texts.get(event.id);
        return file ? [[event.id, { draft: event, file, digest: digestOf(file) }]] : [];
      }),
    );
    for (const { id, part } of draft.events) this.titles.set(`${part.title}\n${part.date}`, id);
  }

  /**
   * What became of the events of the file in former imports.
   * @param ids that the file gives the events, `''` where it gives none
   */
  formers(events: readonly Named[], ids: readonly string[]): (Former | null)[] {
    this.identity = identify(this.file, events, this.before);
    const { entries } = this.identity;
    this.entries = entries.map((entry, i) => entry && { ...entry, ...events[i] });
    const own = new Set(entries.map((entry) => entry?.id));
    return events.map(({ title, date }, i) => {
      const [id = '', entry] = [ids[i], entries[i]];
      // A table with ids says which event it means; whether it may be replaced depends on what it would become.
      if (this.events.has(id)) return this.former(id);
      if (!entry) {
        const there = id === '' ? this.titles.get(`${title}\n${date}`) : undefined;
        return there === undefined || own.has(there)
          ? null
          : { why: 'an event of this title and date is there', text: there };
      }
      const now = this.events.get(entry.id);
      if (now === undefined)
        return { why: 'it was imported before and removed here since', text: entry.id };
      return now.digest === entry.sha256 ? this.former(entry.id) : { why: EDITED, text: entry.id };
    });
  }

  private former = (id: string): Former => ({
    id,
    extension: this.events.get(id)?.file.file.endsWith('.mdx') ? 'mdx' : 'md',
  });

  /** Each event with what becomes of it: one that is as the file has it stays, however it is written. */
  sorted({ events, kept }: Converted): Page[] {
    return events.map((event): Page => {
      const { id, nth, front, body, extension, where } = event;
      const text = pageOf(front, body);
      const now = this.events.get(id);
      const file = now
        ? join('events', basename(now.file.file))
        : join('events', `${id}.${extension}`);
      if (!now) return { ...event, file, text, state: 'written' };
      if (isSame(now, front, body))
        return { ...event, file, text: now.file.text, state: 'unchanged' };
      if (now.digest === this.entries[nth]?.sha256)
        return { ...event, file, text, state: 'updated' };
      kept.push({ kind: EDITED, where, text: id });
      return { ...event, file, text, state: 'kept' };
    });
  }

  /** The ledger as it is after this import. */
  ledger(pages: readonly Page[], named: readonly Named[]): Ledger {
    for (const { nth, id, text, state } of pages) {
      const event = named[nth];
      if (event && state !== 'kept' && state !== 'refused')
        this.entries[nth] = { ...event, id, sha256: digestOf(asFile('', text)) };
    }
    const { record } = this.identity;
    const events = [...this.entries.filter((entry) => entry !== null), ...this.missing()];
    return [...this.before.filter((one) => one !== record), { ...this.file, events }];
  }

  /** Entries of the former import whose events the file no longer has. */
  private missing(): EventEntry[] {
    const met = new Set(this.identity.entries);
    return this.identity.record?.events.filter((entry) => !met.has(entry)) ?? [];
  }

  /** Events of the former import that the file no longer has. */
  gone = (): Loss[] =>
    this.missing()
      .filter(({ id }) => this.events.has(id))
      .map(({ title, id }) => ({
        kind: 'it is no longer in the file',
        where: `“${title}”`,
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
