/** When an event was last changed: never the clock's time, so that the same archive gives the same bytes. */
import type { Archive, Event } from '../model/archive.ts';
import { parseDate } from '../model/date.ts';
import { isoDay } from './day.ts';

/**
 * The day of an event's last correction, else that of the edition; without an edition, the newest day that the archive
 * itself knows of.
 * @param edition the edition's day, YYYY-MM-DD
 */
export function updatedOf(event: Event, archive: Archive, edition: string | null): string {
  const corrected = (event.record.corrections ?? []).map(({ date }) => date);
  return newest(corrected) ?? archiveUpdated(archive, edition);
}

/** The day of the archive as a whole. */
export const archiveUpdated = (archive: Archive, edition: string | null): string =>
  edition ?? newestKnown(archive);

const newestDays = new WeakMap<Archive, string>();

/** Found once for each archive, for every event asks. */
function newestKnown(archive: Archive): string {
  const known = newestDays.get(archive);
  if (known) return known;
  const { sources, references, events } = archive;
  const dates = [
    ...events.flatMap(({ record }) => record.corrections ?? []).map(({ date }) => date),
    ...[...references.values()].map(({ seen }) => seen),
    ...[...sources.values()].map(({ published }) => published),
  ];
  const day = newest(dates) ?? '1970-01-01';
  newestDays.set(archive, day);
  return day;
}

function newest(dates: readonly string[]): string | null {
  const days = dates.map((date) => parseDate(date).lo).filter(Number.isFinite);
  return days.length > 0 ? isoDay(Math.max(...days)) : null;
}
