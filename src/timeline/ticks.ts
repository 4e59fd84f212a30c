/** The dates on the axis: those of the events first, then calendar ticks where there is room. */

import * as words from '#words';
import { CALENDAR_END, dateFormat } from './format.ts';
import { type AnchoredItem, DAY, type Extent, type Item, isPoint, type Slot } from './item.ts';
import { memo, remember } from './memo.ts';
import type { ElasticScale } from './scale.ts';

export interface Tick {
  key: string;
  text: string;
  /** Position of the text's middle. */
  at: number;
  /** Ends of the period it names; equal for a moment. */
  from: number;
  to: number;
}

export interface TickOptions {
  scale: ElasticScale;
  /** The items whose marks are not clusters: a cluster has no date on the axis. */
  alone: readonly AnchoredItem[];
  /** The shared days in view. */
  shared: readonly Slot[];
  /** Where calendar ticks may stand. */
  calendar: readonly Extent[];
  /** No tick is finer than this many milliseconds. */
  finest: number;
  /** Positions that no text may leave. */
  bounds: readonly [number, number];
  language: string;
  /** Width of a text in pixels. */
  measure: (text: string) => number;
}

/** White space between two texts, in pixels. */
const GAP = 14;
/** No text is narrower than this, in pixels. */
const DIGIT = 6;

/** Ticks whose texts do not collide, in order of position. */
export function layoutTicks(options: TickOptions): Tick[] {
  const row = rowOf(options);
  const named = placeEvents(options, row);
  placeCalendar(options, row, named);
  return row.ticks.sort((a, b) => a.at - b.at);
}

/** The row of texts below the axis. */
interface Row {
  ticks: Tick[];
  /** Whether there is any room at a position. Formatting is expensive: skip it where there is none. */
  isFree(at: number): boolean;
  /** Adds a tick with the first of the texts that has room. @returns whether one has */
  add(tick: Omit<Tick, 'text'>, texts: readonly string[]): boolean;
}

function rowOf({ bounds, measure }: TickOptions): Row {
  const ticks: Tick[] = [];
  const taken: { from: number; to: number }[] = [];
  const isFree = (from: number, to = from): boolean => {
    if (from < bounds[0] || to > bounds[1]) return false;
    for (const other of taken) if (to + GAP > other.from && other.to + GAP > from) return false;
    return true;
  };
  return {
    ticks,
    isFree,
    add(tick, texts) {
      for (const text of texts) {
        const half = measure(text) / 2;
        const [from, to] = [tick.at - half, tick.at + half];
        if (!isFree(from, to)) continue;
        taken.push({ from, to });
        ticks.push({ ...tick, text });
        return true;
      }
      return false;
    },
  };
}

/**
 * The dates of the events: shared days first, then the others in time order. A date of several events is written once.
 * @returns the texts of those that are written, long and short
 */
function placeEvents(
  { scale, alone, shared, bounds }: TickOptions,
  { isFree, add }: Row,
): ReadonlySet<string> {
  const named = new Set<string>();
  const place = ({ lo, hi }: Extent, from: number, to: number, texts: readonly string[]): void => {
    const at = (from + to) / 2;
    if (!isFree(at) || texts.some((text) => named.has(text))) return;
    if (add({ key: `${lo} ${hi}`, at, from, to }, texts)) for (const text of texts) named.add(text);
  };
  const placeExtent = (extent: Extent, texts: readonly string[]): void => {
    // The text is centred on the part in view.
    const from = Math.max(scale(extent.lo), bounds[0]);
    const to = Math.min(scale(extent.hi), bounds[1]);
    if (from <= to && Number.isFinite(to - from)) place(extent, from, to, texts);
  };
  const inDays = new Set<Item>();
  for (const slot of shared) {
    placeExtent(slot, slot.items[0].dateNames);
    for (const item of slot.items) inDays.add(item);
  }
  for (const { item, anchor } of alone) {
    const { range, rangeNames } = item;
    if (rangeNames.length === 0 || inDays.has(item)) continue;
    if (isPoint(item) && range.hi - range.lo <= DAY) {
      const at = scale(anchor);
      place(range, at, at, rangeNames);
    } else placeExtent(range, rangeNames);
  }
  return named;
}

const YEAR = 365.2425 * DAY;

interface Unit {
  /** Milliseconds, on average. */
  length: number;
  /** For a unit of years, how many. */
  years?: number;
  /** When units begin within an extent, in milliseconds. */
  starts: (extent: Extent) => number[];
  fields: Intl.DateTimeFormatOptions;
}

const yearOf = (time: number): number => new Date(time).getUTCFullYear();
/** @param month from 0; it may go beyond the year */
const startOf = (year: number, month = 0): number => new Date(0).setUTCFullYear(year, month, 1);

/**
 * Every so many years, counted as the eras do: 1000 BCE, 1, 1000. The eras have no year 0 and `Date` has one, so that a
 * round year BCE begins one year later than the round year of `Date`.
 */
const years =
  (count: number): Unit['starts'] =>
  ({ lo, hi }) => {
    const starts: number[] = [];
    const last = yearOf(hi);
    for (let year = Math.floor((yearOf(lo) - 1) / count) * count; year <= last; year += count) {
      const time = startOf(year > 0 || count === 1 ? year : year + 1);
      if (time >= lo && time < hi) starts.push(time);
    }
    return starts;
  };

/** Every so many months of the year and, within each, every so many days. */
const months =
  (count: number, days = Infinity): Unit['starts'] =>
  ({ lo, hi }) => {
    const starts: number[] = [];
    const year = yearOf(lo);
    let end = startOf(year);
    for (let month = count; end < hi; month += count) {
      const start = end;
      end = startOf(year, month);
      for (let time = start; time < end; time += days * DAY)
        if (time >= lo && time < hi) starts.push(time);
    }
    return starts;
  };

/** Every so many milliseconds of the day. */
const parts =
  (step: number): Unit['starts'] =>
  ({ lo, hi }) => {
    const starts: number[] = [];
    for (let time = Math.ceil(lo / step) * step; time < hi; time += step) starts.push(time);
    return starts;
  };

// Constants, so that the formatter of each is kept.
const NUMERIC_YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long' };
const DAY_AND_MONTH: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
const TIME: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

const MINUTE = 60_000;
/** Calendar units from coarse to fine, with the fields that name them. */
const UNITS: Unit[] = [
  ...[10_000, 5000, 1000, 500, 100, 50, 20, 10, 5, 2, 1].map((n) => ({
    length: n * YEAR,
    years: n,
    starts: years(n),
    fields: NUMERIC_YEAR,
  })),
  ...[3, 1].map((n) => ({ length: (n * YEAR) / 12, starts: months(n), fields: MONTH })),
  { length: 7 * DAY, starts: months(1, 7), fields: DAY_AND_MONTH },
  { length: DAY, starts: parts(DAY), fields: DAY_AND_MONTH },
  ...[360, 60, 15, 5, 1].map((n) => ({
    length: n * MINUTE,
    starts: parts(n * MINUTE),
    fields: TIME,
  })),
];

/** The name of each tick of a unit. Kept, because most ticks stay from one frame to the next and formatting is expensive. */
const namesOf = memo((fields: Intl.DateTimeFormatOptions, language: string) => {
  // Names that are the same throughout a day or a minute.
  const step = fields === TIME ? MINUTE : DAY;
  const nameOf = remember((count: number): string => {
    const time = count * step;
    const year = fields === NUMERIC_YEAR ? yearOf(time) : Infinity;
    if (year < 1000) return year > 0 ? words.number(year) : words.beforeCommonEra(`${1 - year}`);
    return dateFormat(fields, language).format(time);
  });
  return (time: number): string => nameOf(Math.floor(time / step));
});

const isDated = ({ lo, hi }: Extent): boolean =>
  Math.max(Math.abs(lo), Math.abs(hi)) < CALENDAR_END;

/**
 * Regular calendar ticks, coarse ones first, in every extent wide enough for their names. None is finer than the finest
 * date: the axis must not look more precise than the events are.
 */
function placeCalendar(
  options: TickOptions,
  { isFree, add }: Row,
  named: ReadonlySet<string>,
): void {
  const { scale, finest, language, measure } = options;
  const extents = options.calendar.filter(isDated);
  const pixelsPerMs = extents.map(({ lo, hi }) => (scale(hi) - scale(lo)) / (hi - lo));
  // Ticks of two years between ticks of five would be uneven: a unit must divide the coarser one.
  const coarser = extents.map(() => 0);
  for (const { length, years, starts, fields } of UNITS) {
    if (length < finest) continue;
    const nameOf = namesOf(fields, language);
    for (const [i, extent] of extents.entries()) {
      if (years && (coarser[i] as number) % years !== 0) continue;
      const pixels = (pixelsPerMs[i] as number) * length;
      // Most extents are too short for most units: find that out before formatting.
      if (pixels < GAP + DIGIT) continue;
      if (pixels < measure(nameOf(extent.lo)) + GAP) continue;
      const times = starts(extent);
      if (years && times.length > 0) coarser[i] = years;
      for (const time of times) {
        const at = scale(time);
        const text = isFree(at) ? nameOf(time) : '';
        if (text && !named.has(text)) add({ key: `${time}`, at, from: at, to: at }, [text]);
      }
    }
  }
}
