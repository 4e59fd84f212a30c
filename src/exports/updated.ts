/** The day of an event's last change. Never the current time, so that the same archive gives the same bytes. */
import { type Archive, type Event, everyEvent } from '../model/archive.ts';
import { isoDay } from '../model/calendar.ts';
import { parseDate } from '../model/date.ts';
import { once } from '../model/once.ts';

/**
 * The day of an event's last correction, or of its retraction, otherwise of the edition; without an edition, the newest day in the archive.
 * @param edition the edition's day, YYYY-MM-DD
 */
export function updatedOf(event: Event, archive: Archive, edition: string | null): string {
  return newest(changesOf(event)) ?? archiveUpdated(archive, edition);
}

/** The days on which a published event was corrected, or taken back. */
const changesOf = ({ record: { corrections = [], retracted } }: Event): string[] => [
  ...corrections.map(({ date }) => date),
  ...(retracted ? [retracted.date] : []),
];

/** The day of the archive as a whole. */
export const archiveUpdated = (archive: Archive, edition: string | null): string =>
  edition ?? newestKnown(archive);

/** Cached, because every event asks for it. */
const newestKnown = (archive: Archive): string =>
  once(archive, 'newest day', () => {
    const { sources, references } = archive;
    const dates = [
      ...everyEvent(archive).flatMap(changesOf),
      ...[...references.values()].flatMap(({ seen }) => seen ?? []),
      ...[...sources.values()].map(({ published }) => published),
    ];
    return newest(dates) ?? '1970-01-01';
  });

/** The newest first day of some dates; feeds and citations have no form for what is before the year 0 or after 9999. */
function newest(dates: readonly string[]): string | null {
  const days = dates
    .map((date) => parseDate(date).lo)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)
    .map(isoDay);
  return days.find((day) => /^\d{4}-/.test(day)) ?? null;
}
