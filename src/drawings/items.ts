/** Converts the archive to the timeline's items, lanes and view, and to the data for the browser. */
import * as words from '#words';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import type { When } from '../model/date.ts';
import { dateEnds, dateNames, formatDate } from '../model/date-words.ts';
import { directionOf, pinnedLanguage } from '../model/language.ts';
import { once } from '../model/once.ts';
import { aliasesOf } from '../model/permalinks.ts';
import {
  type Extent,
  FEW,
  type Handover,
  type Item,
  jointDate,
  type Lane,
  type Story,
  type View,
  wholeView,
} from '../timeline/index.ts';
import { filterPlace } from './map.ts';

export const lanesOf = ({ site }: Archive): Lane[] =>
  site.tracks.map(({ id, label, short, colour }) => ({ id, label: short ?? label, colour }));

/** The direction in which time runs. */
export const directionOfTime = ({ site }: Archive): View['direction'] =>
  directionOf(site.language) === 'rtl' ? 'rtl' : 'ltr';

/** The view of a whole archive in a given room. */
export const viewOf = (
  archive: Archive,
  room: Pick<View, 'orientation' | 'width'> & Partial<Pick<View, 'reach'>>,
): View =>
  wholeView({
    ...room,
    spacing: archive.site.view.spacing,
    language: archive.site.language,
    direction: directionOfTime(archive),
  });

/**
 * The data with which the browser takes over the drawing.
 * @param parts the pages of a story in parts, with the number of events on each; `null` if it is on one page
 */
export const handoverOf = (
  archive: Archive,
  parts: readonly { path: string; length: number }[] | null,
): Handover => ({
  items: itemsOf(archive),
  lanes: lanesOf(archive),
  spacing: archive.site.view.spacing,
  language: pinnedLanguage(archive.site.language),
  direction: directionOfTime(archive),
  ...(parts && { story: storyOf(archive, parts) }),
});

function storyOf(archive: Archive, parts: readonly { path: string; length: number }[]): Story {
  const { events } = archive;
  let first = 0;
  return {
    parts: parts.map(({ path, length }) => {
      first += length;
      return { path, first: first - length };
    }),
    facts: events.map((event) => ({
      kind: event.record.kind ?? '',
      actors: event.record.actors,
      // JSON leaves out what is undefined.
      place: filterPlace(archive, event),
    })),
    aliases: Object.fromEntries(
      events.flatMap((event) => aliasesOf(event).map((alias) => [alias, event.id])),
    ),
  };
}

/** The archive's items. Always the same array, so that `layout` can use its caches. */
export const itemsOf = (archive: Archive): Item[] =>
  once(archive, 'items', () => {
    const { site, events } = archive;
    return events.map((event) => {
      const item = itemOf(event, site.tracks.indexOf(event.track), site.language);
      return events.length > FEW ? { ...item, weight: event.quotes.length } : item;
    });
  });

/** When some events happened, in words. */
export function datesOf(archive: Archive, events: readonly Event[]): string {
  const ids = new Set(events.map(({ id }) => id));
  return jointDate(itemsOf(archive).filter(({ id }) => ids.has(id)));
}

function itemOf(event: Event, track: number, language: string): Item {
  const { when } = event;
  const best = bestDate(event);
  return {
    id: event.id,
    title: event.title,
    name: words.markName(event.title, formatDate(best, language), event.track.label),
    track,
    range: { lo: when.lo, hi: when.hi },
    solid: certain(best),
    lasting: best.kind === 'interval',
    rangeNames: when.kind === 'date' ? dateNames(when, language) : [],
    dateNames: dateNames(best, language),
    ends: dateEnds(best, language),
  };
}

/**
 * The certain extent of a date: a day or a time, or of an interval the part between its latest start and its earliest end;
 * `null` for a date that only says "somewhere in".
 */
function certain({ kind, start, end }: When): Extent | null {
  const isFine = (part: typeof start): boolean =>
    part?.precision === 'day' || part?.precision === 'time';
  if (kind === 'date') return start && isFine(start) ? { lo: start.lo, hi: start.hi } : null;
  if (kind === 'choice') return null;
  const lo = start ? (isFine(start) ? start.lo : start.hi) : -Infinity;
  const hi = end ? (isFine(end) ? end.hi : end.lo) : Infinity;
  return lo < hi ? { lo, hi } : null;
}
