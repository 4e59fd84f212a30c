/** What the axis says: the periods events stand in first, then calendar marks where there is room. */

import { utcDay, utcHour, utcMinute, utcMonth, utcYear } from 'd3-time';
import * as words from '#words';
import type { Fold } from './folds.ts';
import { type AnchoredItem, type Extent, isPoint, type Slot } from './item.ts';
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
  /** The items whose marks stand alone in view; clusters name no period. */
  alone: readonly AnchoredItem[];
  /** The shared days in view. */
  shared: readonly Slot[];
  folds: readonly Fold[];
  /** The stretches of time in view where time runs in order: no shared day, no fold, none too narrow for a name. */
  stretches: readonly Extent[];
  /** No tick is finer than this many milliseconds. */
  finest: number;
  /** Positions no text may leave. */
  bounds: readonly [number, number];
  language: string;
  /** Width of a text in pixels. */
  measure: (text: string) => number;
}

/** White space between two texts, in pixels. */
const GAP = 14;
/** Pixels, less than any text takes. */
const DIGIT = 6;

/** Ticks whose texts do not collide, in order of position. */
export function placeTicks(options: TickOptions): Tick[] {
  const { bounds, measure } = options;
  const taken: { from: number; to: number }[] = [];
  const texts = new Set<string>();
  const placed: Tick[] = [];
  const isFree = (from: number, to: number): boolean =>
    from >= bounds[0] &&
    to <= bounds[1] &&
    taken.every((other) => to + GAP <= other.from || other.to + GAP <= from);
  for (const candidate of [...periods(options), ...calendar(options)]) {
    const { key, at, from, to } = candidate;
    // Where not even a text's middle has room, as for most, none is made.
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

/** The dates of the events themselves: shared days first, then the rest in time order. */
function periods({ scale, alone, shared, bounds }: TickOptions): Candidate[] {
  const candidate = ({ lo, hi }: Extent, texts: readonly string[]): Candidate => {
    // The text stands in the middle of what is in view.
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

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;

interface Unit {
  /** Milliseconds, about. */
  length: number;
  /** Years, where it is some. */
  years?: number;
  /** The unit's beginnings within an extent. */
  starts: (extent: Extent) => number[];
  fields: Intl.DateTimeFormatOptions;
}

/** Beginnings by d3's calendar. */
const dates =
  (interval: { range(start: Date, stop: Date): Date[] } | null) =>
  ({ lo, hi }: Extent): number[] =>
    interval?.range(new Date(lo), new Date(hi)).map(Number) ?? [];

/**
 * Every so many years, counted as the eras are: 1000 BCE, 1, 1000. There is no year 0, so that a round year before the
 * common era is one later than a round year of Date.
 */
function years(count: number): Unit['starts'] {
  const starts = dates(utcYear.every(count));
  if (count === 1) return starts;
  return ({ lo, hi }) =>
    starts({ lo: Math.max(lo - 366 * DAY, -LAST), hi })
      .map((time) => (time < COMMON_ERA ? +utcYear.offset(new Date(time), 1) : time))
      .filter((time) => time >= lo && time < hi);
}

/** The first moment of the year 1. */
const COMMON_ERA = Date.parse('0001-01-01');
/** The calendar ends where Date does: 271,821 years from 1970. */
const LAST = 8.64e15;
const isDated = ({ lo, hi }: Extent): boolean => Math.max(Math.abs(lo), Math.abs(hi)) < LAST;

/** Calendar units from coarse to fine, with the fields that name them. */
const UNITS: Unit[] = [
  ...[10_000, 5000, 1000, 500, 100, 50, 20, 10, 5, 2, 1].map((n) => ({
    length: n * YEAR,
    years: n,
    starts: years(n),
    fields: { year: 'numeric' } as const,
  })),
  ...[3, 1].map((n) => ({
    length: (n * YEAR) / 12,
    starts: dates(utcMonth.every(n)),
    fields: { month: 'long' } as const,
  })),
  ...[7, 1].map((n) => ({
    length: n * DAY,
    starts: n === 1 ? dates(utcDay) : dates(utcDay.filter((date) => date.getUTCDate() % 7 === 1)),
    fields: { day: 'numeric', month: 'long' } as const,
  })),
  ...[6, 1].map((n) => ({
    length: (n * DAY) / 24,
    starts: dates(utcHour.every(n)),
    fields: { hour: '2-digit', minute: '2-digit' } as const,
  })),
  ...[15, 5, 1].map((n) => ({
    length: n * 60_000,
    starts: dates(utcMinute.every(n)),
    fields: { hour: '2-digit', minute: '2-digit' } as const,
  })),
];

const formats = new Map<string, Intl.DateTimeFormat>();

function formatTick(time: number, fields: Intl.DateTimeFormatOptions, language: string): string {
  const year = new Date(time).getUTCFullYear();
  if ('year' in fields && year < 1000)
    return year > 0 ? words.number(year) : words.beforeCommonEra(`${1 - year}`);
  const key = language + Object.keys(fields).join();
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', hourCycle: 'h23', ...fields });
  formats.set(key, format);
  return format.format(time);
}

/**
 * Regular calendar ticks, coarse ones first, in every stretch wide enough for their names. None is finer than the
 * finest date: the axis claims no more than the events know.
 */
function calendar({ scale, stretches, finest, language, measure }: TickOptions): Candidate[] {
  const dated = stretches.filter(isDated);
  // Every two years between every five would stand unevenly: each unit divides the coarser one.
  const coarser = new Map<Extent, number>();
  return UNITS.filter((unit) => unit.length >= finest).flatMap(
    ({ length, years, starts, fields }) =>
      dated.flatMap((stretch) => {
        if (years && (coarser.get(stretch) ?? 0) % years !== 0) return [];
        const pixels =
          ((scale(stretch.hi) - scale(stretch.lo)) / (stretch.hi - stretch.lo)) * length;
        // No name is narrower than a digit, and most stretches are too short for most units.
        if (
          pixels < GAP + DIGIT ||
          pixels < measure(formatTick(stretch.lo, fields, language)) + GAP
        )
          return [];
        const times = starts(stretch);
        if (years && times.length > 0) coarser.set(stretch, years);
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
