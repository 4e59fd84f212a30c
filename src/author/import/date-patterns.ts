/** A single date as people write it: a table of patterns of the whole text, their parts named. */
import { parseDate } from '../../model/date.ts';
import type { Conventions } from './conventions.ts';
import { months, namedParts, plainName, weekdays } from './date-names.ts';
import {
  CLOCK,
  DAY,
  ERA,
  ERA_NAMES,
  isBefore,
  MONTH,
  OF,
  TIME,
  WEEKDAY,
  whole,
} from './date-pieces.ts';
import { checked, choiceOf, dateOf, timeOf } from './edtf.ts';

export type Groups = Record<string, string | undefined>;

/** The table: a pattern of the whole text, its parts named, and what it says if not just its parts. */
const PATTERNS: { pattern: RegExp; read?: (groups: Groups, conventions: Conventions) => string }[] =
  [
    // 44 BC, AD 79, 10,000 BC, -500, 1066
    {
      pattern: whole(
        `(?:(?<prefix>${ERA_NAMES}) ?)?(?<number>[+-]?(?:\\d+|\\d{1,3}(?:[,. ]\\d{3})+))${ERA}`,
      ),
      read: bareYear,
    },
    // 1950s
    {
      pattern: /^(?:the )?(?<decade>\d{3})0['’]?s$/i,
      read: ({ decade = '' }) => {
        if (decade.endsWith('0'))
          throw new RangeError(`"${decade}0s" may be ten years or a hundred`);
        return checked(`${decade}X`);
      },
    },
    // 19th century, 2nd millennium BC
    {
      pattern: whole(
        `(?:the )?(?<nth>\\d{1,2})(?:st|nd|rd|th)[ -](?<span>century|cent|c|millennium)\\.?${ERA}`,
      ),
      read: ({ nth, span = '', era }) =>
        counted(Number(nth), /^m/i.test(span) ? 1000 : 100, isBefore(era)),
    },
    // 13.8 billion years ago
    {
      pattern: /^(?<count>\d+(?:\.\d+)?) (?<unit>million|billion) years ago$/i,
      read: ({ count, unit = '' }) =>
        checked(`Y-${Math.round(Number(count) * (/^m/i.test(unit) ? 1e6 : 1e9))}~`),
    },
    // April 1912, Apr-1912
    { pattern: whole(`${MONTH}(?:${OF}|[-/.])(?<year>\\d+)${ERA}`) },
    // 1969 July, 1969 July 20, 1969-Jul-20
    { pattern: whole(`(?<year>\\d{4}),? ${MONTH}(?: ${DAY})?${TIME}`) },
    { pattern: whole(`(?<year>\\d{4})-${MONTH}-(?<day>\\d{1,2})${TIME}`) },
    // Sunday, April 14th, 1912 at 11:40 pm; Fri Nov 22 1963 12:30:00 GMT-0600 (CST)
    { pattern: whole(`${WEEKDAY}${MONTH} ${DAY},? (?<year>\\d+)${ERA}${TIME}`) },
    // Fri Nov 22 12:30:00 1963
    { pattern: whole(`${WEEKDAY}${MONTH} ${DAY} (?<time>${CLOCK}) (?<year>\\d{4})`) },
    // Tue, 15 Nov 1994 12:45:26 +0000; the 3rd of May 1808; 26 de abril de 1986
    { pattern: whole(`${WEEKDAY}${DAY}${OF}${MONTH}${OF}(?<year>\\d+)${ERA}${TIME}`) },
    // 20-Jul-1969, 20.Jul.1969
    {
      pattern: whole(`(?<day>\\d{1,2})(?<sign>[-/.])${MONTH}\\k<sign>(?<year>\\d+)${ERA}${TIME}`),
    },
    // Jul-20-1969
    {
      pattern: whole(`${MONTH}(?<sign>[-/.])(?<day>\\d{1,2})\\k<sign>(?<year>\\d+)${ERA}${TIME}`),
    },
    // 4/1912
    { pattern: /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/ },
    // 1969-7-20, 1969/07/20, 1969.07.20
    {
      pattern: whole(
        `(?<year>\\d{4})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})${TIME}`,
      ),
    },
    // 1969년 7월 20일
    ...namedParts.map((parts) => ({
      pattern: whole(`(?:(?<era>${ERA_NAMES}) ?)?${parts}${TIME}`),
    })),
    // 20190425
    { pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/ },
    // 25/4/2019 or 4/25/2019
    {
      pattern: whole(
        `(?<one>\\d{1,2}) ?(?<sign>[-/.]) ?(?<other>\\d{1,2}) ?\\k<sign> ?(?<year>\\d{4})${TIME}`,
      ),
      read: ordered,
    },
  ];

/**
 * Reads a single date; `null` where no pattern accounts for every word of it.
 * @throws {RangeError} where one does, and there is no such date
 */
export function plain(text: string, conventions: Conventions): string | null {
  for (const { pattern, read = dated } of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    // Of the digits of one number alone, the first pattern that knows what they are.
    if (groups && !(read === bareYear && /^[12]\d{7}$/.test(text)))
      return read(groups, conventions);
  }
  return null;
}

function bareYear(groups: Groups, { yearsOnly }: Conventions): string {
  const { number = '', prefix, era } = groups;
  if (prefix && era) throw new RangeError(`"${number}" has two eras`);
  const named = prefix ?? era;
  const digits = number.replace(/[,. ]/g, '');
  if (named === undefined) {
    if (digits !== number || (!/^-/.test(number) && digits.length > 4))
      throw new RangeError(
        'is no date that can be read for sure: it may be a year, or a number that a spreadsheet made of a date',
      );
    if (!/^-/.test(number) && digits.replace('+', '').length < 3 && !yearsOnly)
      throw new RangeError(
        'is no date that can be read for sure: it may be a year or a day of any; write four figures',
      );
  }
  if (named !== undefined && Number(digits) <= 0)
    throw new RangeError(`"${number} ${named}" is no year`);
  return dateOf({ year: isBefore(named) ? -Number(digits) : Number(digits) });
}

/** The 19th century is some day from 1801 to 1900; EDTF's 18XX begins a year earlier. */
function counted(nth: number, years: number, before: boolean): string {
  if (nth === 0) throw new RangeError('there is no century 0');
  const last = nth * years;
  return before
    ? choiceOf(dateOf({ year: -last }), dateOf({ year: -(last - years + 1) }))
    : choiceOf(dateOf({ year: last - years + 1 }), dateOf({ year: last }));
}

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const eitherDay = (one: string, other: string): string =>
  `may be ${one} ${MONTH_NAMES[Number(other) - 1]} or ${other} ${MONTH_NAMES[Number(one) - 1]}; say which with --dates dmy or --dates mdy`;

function ordered(groups: Groups, { order }: Conventions): string {
  const { one = '', other = '' } = groups;
  const own =
    Number(one) > 12 ? 'dmy' : Number(other) > 12 || Number(one) === Number(other) ? 'mdy' : order;
  if (own === undefined) throw new RangeError(eitherDay(one, other));
  const [day, month] = own === 'dmy' ? [one, other] : [other, one];
  return dated({ ...groups, day, month });
}

/** A date of its named parts. */
function dated({ year = '', month, day, era, time, weekday }: Groups): string {
  if (era === undefined && year.length < 3)
    throw new RangeError(
      year.length < 2 || day === undefined
        ? 'has a day and no year, or a year without its century'
        : 'has a year without its century; write four figures',
    );
  if (year.length > 4 && era === undefined) throw new RangeError(`"${year}" is no year`);
  if (Number(year) === 0) throw new RangeError('there is no year 0 between 1 BCE and 1 CE');
  const date = dateOf({
    year: isBefore(era) ? -Number(year) : Number(year),
    month: month === undefined ? undefined : monthNumber(month),
    day: day === undefined ? undefined : Number(day),
    time: time === undefined ? undefined : timeOf(time),
  });
  if (weekday !== undefined) sameWeekday(date, weekday);
  return date;
}

/**
 * A month by its number or its name in any language of `src/words`.
 * @throws {RangeError} where it is none
 */
export function monthNumber(text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : months.get(plainName(text));
  if (number === undefined) throw new RangeError(`"${text}" is no month`);
  return number;
}

/** A weekday that the calendar does not give that day says that one of the two is wrong, or the calendar another. */
function sameWeekday(date: string, name: string): void {
  const { lo, ahead } = parseDate(date).start ?? { lo: 0, ahead: 0 };
  const number = (((Math.floor((lo + ahead) / 86_400_000) + 3) % 7) + 7) % 7;
  if (weekdays.get(plainName(name)) !== number + 1)
    throw new RangeError(`${date.replace(/T.*/, '')} is no ${name}`);
}
