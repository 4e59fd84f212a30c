/** The dates on the axis: those of the events first, then calendar ticks where there is room. */

import { utcDay, utcHour, utcMinute, utcMonth, utcYear } from 'd3-time';
import * as words from '#words';
import { CALENDAR_END, dateFormat } from './format.ts';
import { type AnchoredItem, DAY, type Extent, isPoint, type Slot } from './item.ts';
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
  const { bounds, measure } = options;
  const taken: { from: number; to: number }[] = [];
  const texts = new Set<string>();
  const placed: Tick[] = [];
  const isFree = (from: number, to: number): boolean =>
    from >= bounds[0] &&
    to <= bounds[1] &&
    taken.every((other) => to + GAP <= other.from || other.to + GAP <= from);
  for (const candidate of [...eventDates(options), ...calendarTicks(options)]) {
    const { key, at, from, to } = candidate;
    // Formatting is expensive: skip it where not even the middle of the text has room.
    if (!isFree(at, at)) continue;
    const variants = candidate.texts;
    if (variants.some((text) => texts.has(text))) continue;
    const fitting = variants
      .map((text) => ({ text, half: measure(text) / 2 }))
      .map(({ text, half }) => ({ text, from: at - half, to: at + half }))
      .find(({ from, to }) => isFree(from, to));
    if (!fitting) continue;
    for (const text of variants) texts.add(text);
    taken.push(fitting);
    placed.push({ key, text: fitting.text, at, from, to });
  }
  return placed.sort((a, b) => a.at - b.at);
}

type Candidate = Omit<Tick, 'text'> & { readonly texts: readonly string[] };

/** The dates of the events: shared days first, then the others in time order. */
function eventDates({ scale, alone, shared, bounds }: TickOptions): Candidate[] {
  const candidate = ({ lo, hi }: Extent, texts: readonly string[]): Candidate => {
    // The text is centred on the part in view.
    const [from, to] = [Math.max(scale(lo), bounds[0]), Math.min(scale(hi), bounds[1])];
    return { key: `${lo} ${hi}`, texts, at: (from + to) / 2, from, to };
  };
  const days = shared.map((slot) => candidate(slot, slot.items[0].dateNames));
  const inDays = new Set(shared.flatMap(({ items }) => items));
  const others = alone
    .filter(({ item }) => item.rangeNames.length > 0 && !inDays.has(item))
    .map(({ item, anchor }) => {
      const at = scale(anchor);
      const { lo, hi } = item.range;
      return isPoint(item) && hi - lo <= DAY
        ? { key: `${lo} ${hi}`, texts: item.rangeNames, at, from: at, to: at }
        : candidate(item.range, item.rangeNames);
    });
  return [...days, ...others].filter(
    ({ texts, from, to }) => texts.length > 0 && from <= to && Number.isFinite(to - from),
  );
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

/** Beginnings of units by a d3-time interval. */
const dates =
  (interval: { range(start: Date, stop: Date): Date[] } | null) =>
  ({ lo, hi }: Extent): number[] =>
    interval?.range(new Date(lo), new Date(hi)).map(Number) ?? [];

/**
 * Every so many years, counted as the eras do: 1000 BCE, 1, 1000. The eras have no year 0 and `Date` has one, so that a
 * round year BCE begins one year later than the round year of `Date`.
 */
function years(count: number): Unit['starts'] {
  const starts = dates(utcYear.every(count));
  if (count === 1) return starts;
  return ({ lo, hi }) =>
    starts({ lo: Math.max(lo - 366 * DAY, -CALENDAR_END), hi })
      .map((time) => (time < COMMON_ERA ? +utcYear.offset(new Date(time), 1) : time))
      .filter((time) => time >= lo && time < hi);
}

/** The first moment of the year 1. */
const COMMON_ERA = Date.parse('0001-01-01');
const isDated = ({ lo, hi }: Extent): boolean =>
  Math.max(Math.abs(lo), Math.abs(hi)) < CALENDAR_END;

// Constants, so that the formatter of each is kept.
const NUMERIC_YEAR: Intl.DateTimeFormatOptions = { year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long' };
const DAY_AND_MONTH: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
const TIME: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** Calendar units from coarse to fine, with the fields that name them. */
const UNITS: Unit[] = [
  ...[10_000, 5000, 1000, 500, 100, 50, 20, 10, 5, 2, 1].map((n) => ({
    length: n * YEAR,
    years: n,
    starts: years(n),
    fields: NUMERIC_YEAR,
  })),
  ...[3, 1].map((n) => ({
    length: (n * YEAR) / 12,
    starts: dates(utcMonth.every(n)),
    fields: MONTH,
  })),
  ...[7, 1].map((n) => ({
    length: n * DAY,
    starts: n === 1 ? dates(utcDay) : dates(utcDay.filter((date) => date.getUTCDate() % 7 === 1)),
    fields: DAY_AND_MONTH,
  })),
  ...[6, 1].map((n) => ({
    length: (n * DAY) / 24,
    starts: dates(utcHour.every(n)),
    fields: TIME,
  })),
  ...[15, 5, 1].map((n) => ({
    length: n * 60_000,
    starts: dates(utcMinute.every(n)),
    fields: TIME,
  })),
];

function formatTick(time: number, fields: Intl.DateTimeFormatOptions, language: string): string {
  const year = new Date(time).getUTCFullYear();
  if (fields === NUMERIC_YEAR && year < 1000)
    return year > 0 ? words.number(year) : words.beforeCommonEra(`${1 - year}`);
  return dateFormat(fields, language).format(time);
}

/**
 * Regular calendar ticks, coarse ones first, in every extent wide enough for their names. None is finer than the finest
 * date: the axis must not look more precise than the events are.
 */
function calendarTicks({ scale, calendar, finest, language, measure }: TickOptions): Candidate[] {
  const extents = calendar.filter(isDated).map((extent) => ({
    extent,
    pixelsPerMs: (scale(extent.hi) - scale(extent.lo)) / (extent.hi - extent.lo),
    // Ticks of two years between ticks of five would be uneven: a unit must divide the coarser one.
    coarser: 0,
  }));
  return UNITS.filter((unit) => unit.length >= finest).flatMap(
    ({ length, years, starts, fields }) =>
      extents.flatMap((one) => {
        const { extent, pixelsPerMs, coarser } = one;
        if (years && coarser % years !== 0) return [];
        const pixels = pixelsPerMs * length;
        // Most extents are too short for most units: find that out before formatting.
        if (pixels < GAP + DIGIT || pixels < measure(formatTick(extent.lo, fields, language)) + GAP)
          return [];
        const times = starts(extent);
        if (years && times.length > 0) one.coarser = years;
        return times.map((time) => {
          const at = scale(time);
          return {
            key: `${time}`,
            get texts() {
              return [formatTick(time, fields, language)];
            },
            at,
            from: at,
            to: at,
          };
        });
      }),
  );
}
