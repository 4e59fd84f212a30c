/** What patterns of dates are made of. Names of months, weekdays and eras are those of `date-names.ts`. */
import { eraName, eras, months, particles, weekdays, yearWords } from './date-names.ts';

const either = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

export const MONTH = `(?<month>${either(months.keys())})\\.?(?!\\p{L})`;
export const WEEKDAY = `(?:(?<weekday>${either(weekdays.keys())})\\.?(?!\\p{L}),? )?`;
const eraNames = either(eras.keys()).replaceAll('\\. ', '\\. ?').replaceAll('|', '\\.?|');
export const ERA_NAMES = `b\\.? ?c\\.?(?: ?e\\.?)?|a\\.? ?d\\.?|c\\.? ?e\\.?|${eraNames}\\.?`;
const YEAR_WORD = `(?: ?(?:${either(yearWords)})\\.?(?!\\p{L}))?`;
/** What may follow a year. */
export const ERA = `${YEAR_WORD}(?: ?(?<era>${ERA_NAMES})(?!\\p{L}))?`;
export const DAY = '(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th|er|o|\\.)?';
export const OF = `(?:,? | ?(?:${either(particles)}) )`;
export const CLOCK =
  '\\d{1,2}(?:(?::\\d\\d){1,2}(?:[.,]\\d+)?(?: ?[ap]\\.?m\\.?)?| ?[ap]\\.?m\\.?)(?: ?(?:(?:Z|UTC?|GMT) ?(?:[+-]\\d{1,2}(?::?\\d\\d)?)?|[+-]\\d\\d(?::?\\d\\d)?)(?: ?\\([\\p{L}\\p{M} .+:\\d-]+\\))?)?';
export const TIME = `(?:(?:T|,? (?:at )?)(?<time>${CLOCK}))?`;

export const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'iu');
export const ERA_LAST = new RegExp(`\\d ?(?<era>${ERA_NAMES})$`, 'iu');
export const ERA_FIRST = new RegExp(`^(?:${ERA_NAMES}) ?\\d`, 'iu');
const NAMES_ERA = new RegExp(`(?<!\\p{L})(?:${ERA_NAMES})(?!\\p{L})`, 'iu');
export const YEAR_LAST = new RegExp(`^(?<rest>.*?),? ?(?<year>\\d{3,4}${ERA})$`, 'iu');
export const MONTH_LAST = new RegExp(`\\d\\D{0,3} ?(?:of )?${MONTH}$`, 'iu');
export const MONTH_FIRST = whole(`${MONTH} \\d{1,2}(?:st|nd|rd|th)?`);
export const DAY_ONLY = /^(?:the )?\d{1,2}(?:st|nd|rd|th|\.)?$/i;
export const NAMES_MONTH = new RegExp(`(?:^|\\P{L})${MONTH}`, 'iu');
/** `3 May 1921, 10:00-11:00` */
export const TWO_TIMES = /[ ,]\d{1,2}:\d\d ?- ?\d{1,2}:\d\d(?!\d)/;
export const TWO_MEANINGS =
  'may be two times or one with an offset; write T before the time, or both dates';

const byEra = new Map([...eras].map(([name, before]) => [eraName(name), before]));

/** Whether a name of an era is one before the common era. */
export const isBefore = (era: string | undefined): boolean =>
  era !== undefined && (/^b/i.test(era) || (byEra.get(eraName(era)) ?? false));

/**
 * Refuses `500 BC` to `400`, which may be 400 BCE or CE. An end after the figure of the start is CE: read as BCE, it
 * would be before the start.
 * @param start EDTF, and its words; years with a minus are left to the conventions of the column
 * @param end likewise
 * @throws {RangeError} naming the end
 */
export function sureOfEra(start: string, startText: string, end: string, endText: string): void {
  if (!NAMES_ERA.test(startText) || NAMES_ERA.test(endText)) return;
  const [first, last] = [firstYear(start), firstYear(end)];
  if (first <= 0 && last > 0 && last <= 1 - first)
    throw new RangeError(`"${endText}" may be BCE or CE; write which after it`);
}

/** The year that EDTF begins with; NaN if it begins with none. */
const firstYear = (edtf: string): number => Number(/^Y?(-?\d+)/.exec(edtf)?.[1]);
