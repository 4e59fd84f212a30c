/** Dates of generated events: over 137 years, in bursts, with years without events and years with only one. */
import type { Random } from './random.ts';

type Precision = 'day' | 'month' | 'year';

export interface Dated {
  edtf: string;
  /** The first and the last day, as in ISO 8601. */
  start: string;
  end: string;
  /** Whether it is a span of time between two dates. */
  span: boolean;
  precision: Precision;
}

const FIRST = 1888;
const YEARS = 137;
const DAY = 86_400_000;
const SPANS = 0.15;
const IN_BURSTS = 0.3;

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Dates in chronological order. Three in ten are in bursts of up to twenty on one day; 15 in 100 are spans. */
export function randomDates(count: number, random: Random): Dated[] {
  const weights = new Map<number, number>();
  const lone: number[] = [];
  for (let year = FIRST; year < FIRST + YEARS; year++) {
    // A year in eight is silent, one in ten has one event alone, the others differ by an exponential.
    const kind = random.next();
    if (kind < 1 / 8) continue;
    if (kind < 1 / 8 + 1 / 10 && lone.length < count / 7) lone.push(year);
    else weights.set(year, -Math.log(1 - random.next()));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const year = (): number => {
    let at = random.next() * total;
    for (const [candidate, weight] of weights) {
      at -= weight;
      if (at <= 0) return candidate;
    }
    return FIRST;
  };
  const dayIn = (of: number): number => {
    const first = Date.UTC(of, 0, 1);
    return first + random.whole(0, (Date.UTC(of + 1, 0, 1) - first) / DAY - 1) * DAY;
  };

  const dates = lone.map((of) => datedOf(dayIn(of), 'day', null));
  const bursts = count * IN_BURSTS;
  while (dates.length < bursts) {
    const day = dayIn(year());
    for (let left = Math.min(random.whole(4, 20), count - dates.length); left > 0; left--)
      dates.push(datedOf(day, 'day', null));
  }
  while (dates.length < count) {
    const from = dayIn(year());
    const chance = random.next();
    const precision = chance < 0.8 ? 'day' : chance < 0.92 ? 'month' : 'year';
    // As a share of what lies outside bursts, so that it is 15 in 100 of all.
    const isSpan = random.next() < SPANS / (1 - IN_BURSTS);
    const until = from + random.whole(20, 1500) * DAY;
    const isLate = until > Date.UTC(FIRST + YEARS, 0, 1);
    dates.push(datedOf(from, isSpan ? 'day' : precision, isSpan && !isLate ? until : null));
  }
  return dates.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function datedOf(from: number, precision: Precision, until: number | null): Dated {
  const day = isoDay(from);
  const end = until === null ? day : isoDay(until);
  if (until !== null) return { edtf: `${day}/${end}`, start: day, end, span: true, precision };
  if (precision === 'day') return { edtf: day, start: day, end, span: false, precision };
  const [year = '', month = ''] = day.split('-');
  if (precision === 'year')
    return { edtf: year, start: `${year}-01-01`, end: `${year}-12-31`, span: false, precision };
  const last = isoDay(Date.UTC(Number(year), Number(month), 0));
  return {
    edtf: `${year}-${month}`,
    start: `${year}-${month}-01`,
    end: last,
    span: false,
    precision,
  };
}

const MONTHS =
  'January,February,March,April,May,June,July,August,September,October,November,December'.split(
    ',',
  );

const spelled = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
};

/** The date within a sentence, as a newspaper has it: “on 3 May 1921”, “in May 1921”. */
export function wordsOf({ start, end, span, precision }: Dated): string {
  if (span) return `from ${spelled(start)} to ${spelled(end)}`;
  if (precision === 'day') return `on ${spelled(start)}`;
  return `in ${spelled(start)
    .split(' ')
    .slice(precision === 'year' ? 2 : 1)
    .join(' ')}`;
}
