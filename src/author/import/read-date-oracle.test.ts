/**
 * chrono-node, a reader of dates that guesses, as oracle: where it is certain of day, month and year and takes the whole
 * text for a date, `readDate` gives the same day or refuses the text.
 */
import * as chrono from 'chrono-node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import type { DayOrder } from './conventions.ts';
import { attempt } from './fields.ts';
import { readDate } from './read-date.ts';

const ORACLES = { mdy: chrono.en.strict, dmy: chrono.en.GB };

/** The days that chrono is certain of, as EDTF without times; `null` where it is not, or does not take the whole text. */
function oracle(text: string, order: DayOrder): string | null {
  const [found, more] = ORACLES[order].parse(text, new Date('2026-11-24T12:00:00Z'));
  if (!found || more || found.text !== text.trim()) return null;
  const days = [found.start, ...(found.end ? [found.end] : [])].map(dayOf);
  if (days.some((day) => day === null)) return null;
  return [...new Set(days)].join('/');
}

function dayOf(part: chrono.ParsedComponents): string | null {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((unit) =>
    part.isCertain(unit) ? part.get(unit) : null,
  );
  if (!year || !month || !day) return null;
  const [y, m, d] = [Math.abs(year < 0 ? year + 1 : year), month, day].map(String);
  // EDTF counts a year 0: the first year before our era.
  return `${year < 0 && y !== '0' ? '-' : ''}${y?.padStart(4, '0')}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;
}

/** The same of ours. */
const ours = (text: string, order: DayOrder): string | Error =>
  attempt(() =>
    readDate(text, { order })
      .replace(/T[^/]*/g, '')
      .replace(/[?~%]/g, ''),
  );

const LONG =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const SHORT = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const day = fc.integer({ min: 1, max: 28 });
const month = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 1000, max: 2999 });
const nth = (n: number): string =>
  `${n}${{ 1: 'st', 2: 'nd', 3: 'rd' }[n % 10 === n % 100 || n > 20 ? n % 10 : 0] ?? 'th'}`;
const two = (n: number): string => String(n).padStart(2, '0');

/** Forms of a day that both know. */
const FORMS: ((d: number, m: number, y: number) => string)[] = [
  (d, m, y) => `${d} ${LONG[m - 1]} ${y}`,
  (d, m, y) => `${nth(d)} of ${LONG[m - 1]} ${y}`,
  (d, m, y) => `${LONG[m - 1]} ${d}, ${y}`,
  (d, m, y) => `${SHORT[m - 1]} ${nth(d)}, ${y}`,
  (d, m, y) => `${d} ${SHORT[m - 1]}${m === 5 ? '' : '.'} ${y}`,
  (d, m, y) => `${d}-${SHORT[m - 1]}-${y}`,
  (d, m, y) => `${y}-${two(m)}-${two(d)}`,
  (d, m, y) => `${y}/${m}/${d}`,
  (d, m, y) => `${y} ${LONG[m - 1]} ${d}`,
  (d, m, y) => `${d} ${LONG[m - 1]} ${y} BC`,
  (d, m, y) => `${d} ${LONG[m - 1]} ${y} AD`,
  (d, m, y) => `${LONG[m - 1]} ${d}, ${y} 11:40 pm`,
  (d, m, y) => `${y}-${two(m)}-${two(d)}T10:30:00+02:00`,
  (d, m, y) => new Date(Date.UTC(y, m - 1, d, 12, 45, 26)).toUTCString().replace('GMT', '+0000'),
  (d, m, y) => `${d} - ${Math.min(d + 2, 28)} ${LONG[m - 1]} ${y}`,
  (d, m, y) => `${d} ${LONG[m - 1]} ${y} to ${d} ${LONG[m - 1]} ${y + 1}`,
];
const forms = fc
  .tuple(fc.constantFrom(...FORMS), day, month, year)
  .map(([form, d, m, y]) => form(d, m, y));
const figures = fc
  .tuple(day, month, year, fc.constantFrom('/', '.', '-'), fc.constantFrom<DayOrder>('dmy', 'mdy'))
  .map(([d, m, y, sign, order]) => ({
    text: (order === 'dmy' ? [d, m, y] : [m, d, y]).join(sign),
    order,
  }));

describe('readDate(text), beside chrono-node', () => {
  it('reads the day that chrono is certain of, in forms that both know', () => {
    fc.assert(
      fc.property(forms, (text) => {
        const certain = oracle(text, 'mdy');
        expect(certain, text).not.toBe(null);
        expect(ours(text, 'mdy'), text).toBe(certain);
      }),
      runs(1000),
    );
  });

  it('reads figures alone in the order that it is told, as chrono of that country does', () => {
    fc.assert(
      fc.property(figures, ({ text, order }) => {
        const certain = oracle(text, order);
        if (certain !== null) expect(ours(text, order), text).toBe(certain);
      }),
      runs(500),
    );
  });

  it('reads no other day, or refuses, whatever happened to the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...' ,.-/:;?()0123456789'),
      fc.constantFrom(
        'the ',
        'of ',
        'at ',
        ' BC',
        ' AD',
        'May',
        'Mon, ',
        'Sunday ',
        'th',
        "'",
        '–',
      ),
      fc.constantFrom(
        ' to ',
        ' - ',
        ' and ',
        'until ',
        'c. ',
        ' am',
        ' noon',
        'Z',
        '+01:00',
        '2019',
      ),
    );
    const splice = fc.record({ at: fc.nat(60), cut: fc.nat(4), piece });
    fc.assert(
      fc.property(
        fc.oneof(
          forms,
          figures.map(({ text }) => text),
        ),
        fc.array(splice, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<DayOrder>('dmy', 'mdy'),
        (form, splices, order) => {
          const text = splices.reduce(
            (all, { at, cut, piece: added }) =>
              all.slice(0, at % (all.length + 1)) +
              added +
              all.slice((at % (all.length + 1)) + cut),
            form,
          );
          const certain = oracle(text, order);
          const read = ours(text, order);
          if (certain === null || read instanceof Error) return;
          // Where the end of a range is before our era, so is its start; chrono turns the two round.
          if (certain.includes('/') && /BC/i.test(text)) return;
          // An offset without its sign's figures is a range of hours to chrono.
          if (certain.includes('/') && !read.includes('/') && /:\d\d/.test(text)) return;
          // Four figures are a year as they stand; chrono takes 0001 for 2001.
          if (/(?<!\d)00\d\d(?!\d)/.test(text)) return;
          expect(read, text).toBe(certain);
        },
      ),
      runs(3000),
    );
  });

  it('takes the start of a range for as old as its end, which chrono turns round', () => {
    const text = '1 January 300 to 1 January 200 BC';
    expect(oracle('1 January 1300 to 1 January 1200 BC', 'mdy')).toBe('-1199-01-01/1300-01-01');
    expect(ours(text, 'mdy')).toBe('-0299-01-01/-0199-01-01');
  });
  it('takes four figures for a year as they stand, of which chrono makes one of ours', () => {
    expect(oracle('1/1/0001', 'mdy')).toBe('2001-01-01');
    expect(ours('1/1/0001', 'mdy')).toBe('0001-01-01');
  });

  // Where chrono is certain and we are not: it guesses a century, an order, the rest of a text.
  it.each([
    ['12 May 68', '1968-05-12', 'without its century'],
    ['14/4/12', '2012-04-14', 'without its century'],
    ['3/4/2019', '2019-03-04', 'may be 3 April or 4 March'],
    ['Monday, 14 April 1912', '1912-04-14', 'is no Monday'],
    ['12:30 14 April 1912', '1912-04-14', 'no date that can be read'],
    ['14 April 2543 BE', '2000-04-14', 'no date that can be read'],
  ])('refuses %s, which chrono takes for %s', (text, certain, why) => {
    expect(oracle(text, 'mdy')).toBe(certain);
    expect(() => readDate(text)).toThrow(why);
  });
});
