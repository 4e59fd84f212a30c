/** How the dates of a column are meant, learned from those that can mean one thing only. */

/** Which of `3/4/2019` comes first. */
export type DayOrder = 'dmy' | 'mdy';

/** What the other dates of a column, or the format, say of how a date is meant. */
export interface Conventions {
  /** Without it, only what can be one day alone is read. */
  order?: DayOrder | undefined;
  /** `-500`: 500 BCE as people count, or EDTF's 501 BCE; `unclear` where a column has both. */
  minus?: 'people' | 'edtf' | 'unclear' | undefined;
  /** Whether the field can hold nothing but a year, so that `79` is one. */
  yearsOnly?: boolean | undefined;
}

/** A date is no longer than this. */
export const LONGEST = 200;

/** One form of digits, spaces and dashes; a dash that is no hyphen and no minus parts the ends of a range. */
export const normalized = (given: string): string =>
  given
    .normalize('NFKC')
    .replace(/[\u200E\u200F\u061C\u00AD]/g, '')
    .replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : asciiDigit(digit)))
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/\s*[\u2013-\u2015]\s*/g, ' - ')
    .replace(/\s+/g, ' ')
    .trim();

/** Digits of every script stand in runs of ten. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (let value = 0; value < 10; value++)
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
  return digit;
}

/**
 * What a column's unmistakable dates say of the others.
 * @param cells the texts of the column
 * @param given the order of day and month where no cell shows it
 */
export function conventionsOf(cells: Iterable<string>, given?: DayOrder): Conventions {
  const orders = new Set<DayOrder>();
  const minus = new Set<'people' | 'edtf'>();
  for (const cell of cells) {
    const text = cell.length > LONGEST ? '' : normalized(cell);
    for (const { groups } of text.matchAll(
      /(?<!\d)(?<one>\d{1,2})([-/.])(?<other>\d{1,2})\2\d{4}(?!\d)/g,
    )) {
      const [one, other] = [Number(groups?.['one']), Number(groups?.['other'])];
      if (one > 12 && other <= 12) orders.add('dmy');
      if (other > 12 && one <= 12) orders.add('mdy');
    }
    if (/^-0\d{3}$|^-\d{4}-\d\d(?:-\d\d)?$|^0000/.test(text)) minus.add('edtf');
    if (/^-(?:[1-9]\d{0,2}|[1-9]\d{4,})$/.test(text)) minus.add('people');
  }
  const [order] = orders;
  const [sign = 'people'] = minus;
  return {
    order: orders.size === 1 ? order : given,
    minus: minus.size > 1 ? 'unclear' : sign,
  };
}
