/** From the archive's events to the timeline's items. */
import * as words from '#words';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import type { When } from '../model/date.ts';
import { dateNames, formatDate } from '../model/date-words.ts';
import { directionOf, pinnedLanguage } from '../model/language.ts';
import { once } from '../model/once.ts';
import type { Extent, Item, Lane, View } from '../timeline/index.ts';

export const lanesOf = ({ site }: Archive): Lane[] =>
  site.tracks.map(({ id, label, short, colour }) => ({ id, label: short ?? label, colour }));

/** The elasticity at rest. */
export const alphaOf = ({ site }: Archive): number =>
  Math.round((1 - site.view.spacing) * 100) / 100;

/** Which way time runs across. */
export const directionOfTime = ({ site }: Archive): View['direction'] =>
  directionOf(site.language) === 'rtl' ? 'rtl' : 'ltr';

/** What the browser takes the timeline over with. In JSON an open end, which is infinite, is null. */
export const drawingOf = (archive: Archive) => ({
  ...{ items: itemsOf(archive), lanes: lanesOf(archive), alpha: alphaOf(archive) },
  ...{ language: pinnedLanguage(archive.site.language), direction: directionOfTime(archive) },
});

/** The archive's items, the same array each time: what is laid out from it is then kept, too. */
export const itemsOf = (archive: Archive): Item[] =>
  once(archive, 'items', () => {
    const { site, events } = archive;
    return events.map((event) => itemOf(event, site.tracks.indexOf(event.track), site.language));
  });

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
  };
}

/**
 * The extent that is known for certain: a day or a time, or what lies between the latest start and the earliest end
 * of an interval; `null` where the date only says "somewhere in".
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
