/**
 * Which import a file is again, and which of its events is which: by what the events are, not by the name of the file
 * or where it lies.
 */
import { distance } from '../../check/near/suggest.ts';
import type { EventEntry, ImportedFile, ImportRecord, Ledger } from './import-record.ts';

/** What an event is known by. A key that begins with `uid:` is of this event in whichever file. */
export type Named = Omit<EventEntry, 'id' | 'sha256'>;

export interface Identity {
  /** The former import of the same file, `null` where it is another file. */
  record: ImportRecord | null;
  /** What a former import noted of each event, `null` for a new one. */
  entries: (EventEntry | null)[];
}

/** More events of one day than this are not compared title by title, and no more of a title. */
const MOST_OF_A_DAY = 20;
const MOST_OF_A_TITLE = 100;

type Key = (event: Named) => string;

/** By what an event is the same, the surest first; `''` where it says nothing. */
const SAME: readonly Key[] = [
  ({ key }) => key,
  ({ title, date }) => `${title}\n${date}`,
  ({ title, text }) => text && `${title}\n${text}`,
  ({ text, date }) => text && `${text}\n${date}`,
];
/** In a file that is the same by other events: what was only moved to another day. */
const SAME_TITLE: Key = ({ title }) => title;

/**
 * A file is that of a former import where its bytes are the same, or where it has an event of it for sure and either
 * its name or at least half of the events of the smaller of the two. Of several such imports it is the one with most
 * events in common, then that of the same name, then the last.
 */
export function identify(file: ImportedFile, events: readonly Named[], ledger: Ledger): Identity {
  let best: { record: ImportRecord; entries: Identity['entries']; rank: number } | null = null;
  for (const record of ledger) {
    if (record.format !== file.format) continue;
    const { sure, all } = matched(events, record.events);
    const bytes = record.sha256 === file.sha256;
    const name = record.file === file.file;
    const half = all.count * 2 >= Math.min(events.length, record.events.length);
    if (!bytes && (sure.count === 0 || !(half || name))) continue;
    const { entries, count } = half ? all : sure;
    const rank = bytes ? Number.POSITIVE_INFINITY : count + (name ? 0.5 : 0);
    if (best === null || rank >= best.rank) best = { record, entries, rank };
  }
  const entries = best?.entries ?? events.map(() => null);
  const taken = new Set(entries);
  const byUid = new Map(
    ledger.flatMap(({ events: noted }) => noted.map((event) => [event.key, event] as const)),
  );
  events.forEach(({ key }, i) => {
    const entry = entries[i] === null && key.startsWith('uid:') ? byUid.get(key) : undefined;
    if (entry === undefined || taken.has(entry)) return;
    entries[i] = entry;
    taken.add(entry);
  });
  return { record: best?.record ?? null, entries };
}

interface Matches {
  /** Of each event, one for one. */
  entries: (EventEntry | null)[];
  count: number;
}

/** Which events are the same for sure, and which at all. */
function matched(
  events: readonly Named[],
  known: readonly EventEntry[],
): { sure: Matches; all: Matches } {
  const entries: (EventEntry | null)[] = events.map(() => null);
  const open = new Set(known);
  const take = (i: number, entry: EventEntry): void => {
    entries[i] = entry;
    open.delete(entry);
  };
  const matches = (): Matches => ({ entries: [...entries], count: known.length - open.size });
  const by = (key: Key): void => {
    const queues = Map.groupBy(open, key);
    events.forEach((event, i) => {
      const said = entries[i] === null ? key(event) : '';
      const entry = said === '' ? undefined : queues.get(said)?.shift();
      if (entry) take(i, entry);
    });
  };
  for (const key of SAME) by(key);
  // The title of an event was corrected: the day is the same, and the titles are alike.
  const before = Map.groupBy(open, ({ date }) => date);
  const now = Map.groupBy(
    events.keys().filter((i) => entries[i] === null),
    (i) => events[i]?.date ?? '',
  );
  for (const [date, some] of now) {
    const ofDay = before.get(date) ?? [];
    if (Math.max(some.length, ofDay.length) > MOST_OF_A_DAY) continue;
    for (const i of some) {
      const title = events[i]?.title ?? '';
      const near = ofDay.find((entry) => open.has(entry) && isNear(entry.title, title));
      if (near) take(i, near);
    }
  }
  const sure = matches();
  by(SAME_TITLE);
  return { sure, all: matches() };
}

function isNear(one: string, other: string): boolean {
  const [a, b] = [one.slice(0, MOST_OF_A_TITLE), other.slice(0, MOST_OF_A_TITLE)];
  const most = Math.min(a.length, b.length) / 5;
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}
