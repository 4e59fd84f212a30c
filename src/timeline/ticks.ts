/** What the axis says: the periods events stand in first, then calendar marks where there is room. */
import { utcDay, utcHour, utcMonth, utcYear } from 'd3';
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
  anchored: readonly AnchoredItem[];
  shared: readonly Slot[];
  folds: readonly Fold[];
  /** Positions no text may leave. */
  bounds: readonly [number, number];
  language: string;
  /** Width of a text in pixels. */
  measure: (text: string) => number;
}

/** White space between two texts, in pixels. */
const GAP = 14;

/** Ticks whose texts do not collide, in order of position. */
export function placeTicks(options: TickOptions): Tick[] {
  const { bounds, measure } = options;
  const taken: { from: number; to: number }[] = [];
  const texts = new Set<string>();
  const placed: Tick[] = [];
  for (const { texts: variants, ...tick } of [...periods(options), ...calendar(options)]) {
    const fitting = variants
      .map((text) => ({ text, from: tick.at - measure(text) / 2, to: tick.at + measure(text) / 2 }))
      .find(
        ({ from, to }) =>
          from >= bounds[0] &&
          to <= bounds[1] &&
          taken.every((other) => to + GAP <= other.from || other.to + GAP <= from),
      );
    if (!fitting || variants.some((text) => texts.has(text))) continue;
    variants.forEach((text) => {
      texts.add(text);
    });
    taken.push(fitting);
    placed.push({ ...tick, text: fitting.text });
  }
  return placed.sort((a, b) => a.at - b.at);
}

type Candidate = Omit<Tick, 'text'> & { texts: string[] };

/** The dates of the events themselves: shared days first, then the rest in time order. */
function periods({ scale, anchored, shared }: TickOptions): Candidate[] {
  const candidate = ({ lo, hi }: Extent, texts: string[], at?: number): Candidate => {
    const [from, to] = [scale(lo), scale(hi)];
    return { key: `${lo} ${hi}`, texts, at: at ?? (from + to) / 2, from, to };
  };
  const days = shared.map((slot) => candidate(slot, slot.items[0]?.dateNames ?? []));
  const others = anchored
    .filter(
      ({ item }) => item.rangeNames.length > 0 && !shared.some((slot) => slot.items.includes(item)),
    )
    .map(({ item, anchor }) => {
      const at = scale(anchor);
      const { lo, hi } = item.range;
      return isPoint(item) && hi - lo <= 86_400_000
        ? { key: `${lo} ${hi}`, texts: item.rangeNames, at, from: at, to: at }
        : candidate(item.range, item.rangeNames);
    });
  return [...days, ...others].filter(
    ({ texts, from, to }) => texts.length > 0 && Number.isFinite(from) && Number.isFinite(to),
  );
}

const DAY = 86_400_000;

/** Calendar units from coarse to fine, with the fields that name them. */
const UNITS = [
  ...[1000, 500, 100, 50, 20, 10, 5, 2, 1].map((n) => ({
    length: n * 365.2425 * DAY,
    interval: utcYear.every(n),
    fields: { year: 'numeric' } as const,
  })),
  ...[3, 1].map((n) => ({
    length: n * 30.44 * DAY,
    interval: utcMonth.every(n),
    fields: { month: 'long' } as const,
  })),
  { length: DAY, interval: utcDay, fields: { day: 'numeric', month: 'long' } as const },
  ...[6, 1].map((n) => ({
    length: (n * DAY) / 24,
    interval: utcHour.every(n),
    fields: { hour: '2-digit', minute: '2-digit' } as const,
  })),
];

/**
 * Regular calendar ticks, coarse ones first, in every stretch wide enough for their names. None is finer than
 * the finest date, and none stands inside a shared day: its marks have no times.
 */
function calendar({ scale, anchored, shared, folds, language, measure }: TickOptions): Candidate[] {
  const finest = Math.min(...anchored.map(({ item: { range, solid } }) => length(solid ?? range)));
  const stretches = scale.instants.slice(1).map((hi, i) => ({ lo: scale.instants[i] ?? hi, hi }));
  const open = stretches.filter(
    ({ lo, hi }) =>
      !shared.some((slot) => lo >= slot.lo && hi <= slot.hi) &&
      !folds.some(({ at }) => scale(lo) < at && at < scale(hi)) &&
      // d3's calendar ends where Date does.
      Math.abs(lo) < 8e15 &&
      Math.abs(hi) < 8e15,
  );
  return UNITS.filter((unit) => unit.length >= finest).flatMap(({ length, interval, fields }) => {
    if (!interval) return [];
    const format = new Intl.DateTimeFormat(language, {
      timeZone: 'UTC',
      hourCycle: 'h23',
      ...fields,
    });
    return open.flatMap((stretch) => {
      const pixels = ((scale(stretch.hi) - scale(stretch.lo)) / (stretch.hi - stretch.lo)) * length;
      if (pixels < measure(format.format(stretch.lo)) + GAP) return [];
      return interval.range(new Date(stretch.lo), new Date(stretch.hi)).map((date) => {
        const at = scale(date.getTime());
        return { key: `${date.getTime()}`, texts: [format.format(date)], at, from: at, to: at };
      });
    });
  });
}

const length = ({ lo, hi }: Extent): number => hi - lo;
