import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysFromCivil } from './calendar.ts';
import {
  compareDates,
  edtfSchema,
  namedDates,
  parseDate,
  timeText,
  unqualified,
  within,
} from './date.ts';
import { formatDate } from './date-words.ts';

const utc = (text: string): number => Date.parse(text);
const year = (y: number): number => daysFromCivil(y, 1, 1) * 86_400_000;
const [PAST, FUTURE] = [-Infinity, Infinity];

// EDTF, the extent [lo, hi), and how it reads in British English.
const table: [edtf: string, lo: number, hi: number, label: string][] = [
  ['2011', utc('2011-01-01'), utc('2012-01-01'), '2011'],
  ['1999', utc('1999-01-01'), utc('2000-01-01'), '1999'],
  ['0001', utc('0001-01-01'), utc('0002-01-01'), '1'],
  ['0000', utc('0000-01-01'), utc('0001-01-01'), '1 BCE'],
  ['-0043', year(-43), year(-42), '44 BCE'],
  ['Y170000', year(170_000), year(170_001), '170000'],
  ['Y-170000', year(-170_000), year(-169_999), '170001 BCE'],
  ['Y1700000', year(1_700_000), year(1_700_001), '1700000'],
  ['199X', utc('1990-01-01'), utc('2000-01-01'), '1990s'],
  ['19XX', utc('1900-01-01'), utc('2000-01-01'), '1900–1999'],
  ['-019X', year(-199), year(-189), '200 BCE–191 BCE'],
  ['000X', year(0), year(10), '1 BCE–9'],
  ['2019-XX', utc('2019-01-01'), utc('2020-01-01'), '2019'],
  ['2019-XX-XX', utc('2019-01-01'), utc('2020-01-01'), '2019'],
  ['2019-02', utc('2019-02-01'), utc('2019-03-01'), 'February 2019'],
  ['2019-12', utc('2019-12-01'), utc('2020-01-01'), 'December 2019'],
  ['2019-04-XX', utc('2019-04-01'), utc('2019-05-01'), 'April 2019'],
  ['2019-04-25', utc('2019-04-25'), utc('2019-04-26'), '25 April 2019'],
  ['2019-12-31', utc('2019-12-31'), utc('2020-01-01'), '31 December 2019'],
  ['2020-02-29', utc('2020-02-29'), utc('2020-03-01'), '29 February 2020'],
  ['2000-02-29', utc('2000-02-29'), utc('2000-03-01'), '29 February 2000'],
  [
    '-0044-03-15',
    daysFromCivil(-44, 3, 15) * 864e5,
    daysFromCivil(-44, 3, 16) * 864e5,
    '15 March 45 BCE',
  ],
  [
    '2019-04-25T14:05',
    utc('2019-04-25T14:05Z'),
    utc('2019-04-25T14:06Z'),
    '25 April 2019 at 14:05',
  ],
  [
    '2019-04-25T14:05:09',
    utc('2019-04-25T14:05:09Z'),
    utc('2019-04-25T14:05:10Z'),
    '25 April 2019 at 14:05',
  ],
  [
    '2019-04-25T14:05+10:00',
    utc('2019-04-25T14:05Z'),
    utc('2019-04-25T14:06Z'),
    '25 April 2019 at 14:05 UTC+10',
  ],
  ['2019-04-25T23:59Z', utc('2019-04-25T23:59Z'), utc('2019-04-26'), '25 April 2019 at 23:59 UTC'],
  ['1850~', utc('1850-01-01'), utc('1851-01-01'), 'about 1850'],
  ['1850?', utc('1850-01-01'), utc('1851-01-01'), '1850 (uncertain)'],
  ['1850%', utc('1850-01-01'), utc('1851-01-01'), 'about 1850 (uncertain)'],
  ['2019-02~', utc('2019-02-01'), utc('2019-03-01'), 'about February 2019'],
  ['2019-04-24?', utc('2019-04-24'), utc('2019-04-25'), '24 April 2019 (uncertain)'],
  ['2019-02-27/2019-02-28', utc('2019-02-27'), utc('2019-03-01'), '27–28 February 2019'],
  ['2019-04-25/2019-04-25', utc('2019-04-25'), utc('2019-04-26'), '25 April 2019'],
  ['2018/2019', utc('2018-01-01'), utc('2020-01-01'), '2018 – 2019'],
  ['2018-11/2019-02', utc('2018-11-01'), utc('2019-03-01'), 'November 2018 – February 2019'],
  ['2019-02/..', utc('2019-02-01'), FUTURE, 'from February 2019'],
  ['2019-02/', utc('2019-02-01'), FUTURE, 'from February 2019'],
  ['../2019-02', PAST, utc('2019-03-01'), 'until February 2019'],
  ['/2019', PAST, utc('2020-01-01'), 'until 2019'],
  ['2011~/2019', utc('2011-01-01'), utc('2020-01-01'), 'about 2011 – 2019'],
  [
    '[2019-04-24..2019-04-26]',
    utc('2019-04-24'),
    utc('2019-04-27'),
    'between 24 April 2019 and 26 April 2019',
  ],
  ['[2011..2019]', utc('2011-01-01'), utc('2020-01-01'), 'between 2011 and 2019'],
  ['[..2019-04-26]', PAST, utc('2019-04-27'), 'on or before 26 April 2019'],
  ['[2019..]', utc('2019-01-01'), FUTURE, 'on or after 2019'],
];

const refused: [edtf: string, words: RegExp][] = [
  ['', /not an EDTF date/],
  ['yesterday', /not an EDTF date/],
  ['2019-4-25', /not an EDTF date/],
  ['25-04-2019', /not an EDTF date/],
  ['2019-04-25T', /not an EDTF date/],
  ['2019-00', /no month 00/],
  ['2019-13', /no month 13/],
  ['2019-02-29', /no day 2019-02-29.*28 days/],
  ['1900-02-29', /no day 1900-02-29/],
  ['2019-04-31', /30 days/],
  ['2019-04-00', /no day/],
  ['-0044-02-30', /no day -0044-02-30/],
  ['2019-21', /seasons/],
  ['2019-24', /seasons/],
  ['2019-41', /seasons/],
  ['2019-XX-25', /a day needs a month/],
  ['199X-04', /a month needs a full year/],
  ['-0000', /0000/],
  // Beyond that, milliseconds no longer tell one day from the next.
  ['Y1234567890123', /not an EDTF date/],
  ['2019-04T14:00', /not an EDTF date|full date/],
  ['2019-04-25T24:00', /no time/],
  ['2019-04-25T14:60', /no time/],
  ['2019-04-25T14:00+15:00', /no offset/],
  ['2019/2018', /before the start/],
  ['../..', /at least one end/],
  ['/', /at least one end/],
  ['2019/2020/2021', /not an EDTF date/],
];

describe('parseDate(edtf)', () => {
  it.each(table)('%s has its extent', (edtf, lo, hi) => {
    const when = parseDate(edtf);
    expect([when.lo, when.hi]).toEqual([lo, hi]);
  });

  it.each(table)(
    '%s: formatDate(when, "en-GB") says it no more precisely',
    (edtf, _lo, _hi, label) => {
      expect(formatDate(parseDate(edtf), 'en-GB')).toBe(label);
    },
  );

  it.each(refused)('refuses %j in words', (edtf, words) => {
    expect(() => parseDate(edtf)).toThrow(RangeError);
    expect(() => parseDate(edtf)).toThrow(words);
  });

  it('keeps days of any zone inside their day', () => {
    const day = parseDate('2019-04-25');
    for (const offset of ['', 'Z', '+14:00', '-12:00'])
      expect(within(parseDate(`2019-04-25T23:59${offset}`), day)).toBe(true);
  });
});

describe('the parts of a date', () => {
  const fields = (edtf: string) =>
    namedDates(parseDate(edtf)).map(
      ({ year, month, day, time, offset, uncertain, approximate }) => [
        year,
        month,
        day,
        time && timeText(time),
        offset,
        (uncertain ? '?' : '') + (approximate ? '~' : ''),
      ],
    );

  it.each<[edtf: string, parts: unknown[][]]>([
    ['2019-04-25T09:30+09:00?', [[2019, 4, 25, '09:30', '+09:00', '?']]],
    ['2019-04-25T09:30:15Z~', [[2019, 4, 25, '09:30:15', 'Z', '~']]],
    ['2019-04-25T09:30-0330%', [[2019, 4, 25, '09:30', '-03:30', '?~']]],
    ['2019-04-25T09:30+09', [[2019, 4, 25, '09:30', '+09:00', '']]],
    ['2019-04-25T09:30-00:00', [[2019, 4, 25, '09:30', 'Z', '']]],
    ['2019-04-25T09:30', [[2019, 4, 25, '09:30', null, '']]],
    ['2019-04-XX', [[2019, 4, null, null, null, '']]],
    ['2019-XX-XX', [[2019, null, null, null, null, '']]],
    ['-0043', [[-43, null, null, null, null, '']]],
    ['Y-12000', [[-12000, null, null, null, null, '']]],
    ['Y-00000', [[0, null, null, null, null, '']]],
    ['-019X', [[-199, null, null, null, null, '']]],
    ['18XX', [[1800, null, null, null, null, '']]],
    ['2011/..', [[2011, null, null, null, null, '']]],
    [
      '[2011..2012-03]',
      [
        [2011, null, null, null, null, ''],
        [2012, 3, null, null, null, ''],
      ],
    ],
  ])('%s', (edtf, parts) => {
    expect(fields(edtf)).toEqual(parts);
  });

  it('are as written, without a mark', () => {
    const written = namedDates(parseDate('2011~/2019-04-25T09:30+09?')).map(unqualified);
    expect(written).toEqual(['2011', '2019-04-25T09:30+09']);
  });

  it('are the same on whatever clock the archive has', () => {
    const [own, moved] = [null, '-05:00'].map((clock) =>
      namedDates(parseDate('2019-04-25T00:30+09:00', clock)),
    );
    expect(moved).toMatchObject([{ year: 2019, month: 4, day: 25, time: own?.[0]?.time }]);
  });
});

describe('parseDate(edtf) beside the package edtf', async () => {
  // It has no types of its own that TypeScript finds; this much of it is used.
  const name: string = 'edtf';
  const { default: edtf } = (await import(name)) as { default: (text: string) => { min: number } };
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = fc
    .record({
      y: fc.integer({ min: 0, max: 9999 }),
      m: fc.integer({ min: 1, max: 12 }),
      // To the 28th: the package lets 29 February pass into March.
      d: fc.integer({ min: 1, max: 28 }),
      precision: fc.constantFrom(1, 2, 3),
      qualifier: fc.constantFrom('', '?', '~', '%'),
    })
    .map(
      ({ y, m, d, precision, qualifier }) =>
        [String(y).padStart(4, '0'), two(m), two(d)].slice(0, precision).join('-') + qualifier,
    );

  it('begins where the package begins', () => {
    fc.assert(
      fc.property(date, (text) => {
        expect(parseDate(text).lo).toBe(edtf(text).min);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('begins intervals where the package begins them', () => {
    fc.assert(
      fc.property(date, date, (a, b) => {
        const [from, to] = [a, b].sort((x, y) => compareDates(parseDate(x), parseDate(y)));
        const text = `${from}/${to}`;
        expect(parseDate(text).lo).toBe(edtf(text).min);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('edtfSchema', () => {
  it('takes text, and a year that YAML reads as a number', () => {
    expect(edtfSchema.parse(2011)).toBe('2011');
    expect(edtfSchema.parse('2019-02/..')).toBe('2019-02/..');
  });

  // YAML has dropped zeros and a sign, or it is no date as somebody wrote it.
  it.each([[-44], [12], [20190425], [2011.5], [new Date('2019-04-25')], [true], [null]])(
    'refuses %j',
    (value) => {
      expect(edtfSchema.safeParse(value).success).toBe(false);
    },
  );

  it('refuses with the words of parseDate', () => {
    expect(edtfSchema.safeParse('2019-02-29').error?.issues[0]?.message).toMatch(
      /no day 2019-02-29/,
    );
  });
});
