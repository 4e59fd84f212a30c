/** What to write instead of a date that is not EDTF, or is EDTF that is not supported here. */

const two = (n = ''): string => n.padStart(2, '0');

/** An astronomical year (0 is 1 BCE) in EDTF. */
function yearOf(year: number): string {
  const digits = String(Math.abs(year));
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits.padStart(4, '0');
}

type Groups = Record<string, string | undefined>;
type Meaning = (groups: Groups) => string | null;

const both = (a: string | null, b: string | null, join: (a: string, b: string) => string) =>
  a === null || b === null ? null : join(a, b);

/** Adds a qualifier to a single date that has none; `null` for an interval or a set. */
const marked = (date: string | null, mark: string): string | null =>
  date === null || /[[/?~%]/.test(date) ? null : date + mark;

/**
 * Patterns of a whole text with its meaning in EDTF, `null` if it is ambiguous. The first pattern that matches
 * counts.
 */
const MEANINGS: [pattern: RegExp, meaning: Meaning][] = [
  [
    /^(?<date>-?\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?|Y-?\d{5,12}|\d{3}X|\d\dXX)$/,
    ({ date = '' }) => date,
  ],
  // EDTF level 2 qualifies single parts; here a qualifier counts for the whole date.
  [
    /^(?=.*[?~%])[?~%]?-?\d{4}[?~%]*(?:-[?~%]?\d\d[?~%]*){0,2}$/,
    ({ all = '' }) => {
      const mark = /%|\?.*~|~.*\?/.test(all) ? '%' : all.includes('?') ? '?' : '~';
      return all.replace(/[?~%]/g, '') + mark;
    },
  ],
  [
    /^(?:c|ca|circa|about|around|approx|approximately)\b\.?\s*(?<rest>.+)$/i,
    ({ rest = '' }) => marked(meant(rest), '~'),
  ],
  [/^c(?<rest>\d.*)$/i, ({ rest = '' }) => marked(meant(rest), '~')],
  [/^(?<rest>.+?)\s*(?:\(\?\)|\(uncertain\)|\s\?)$/i, ({ rest = '' }) => marked(meant(rest), '?')],
  [/^(?:(?:the|early|mid|late)[ -])*(?<decade>\d\d[1-9])0'?s$/i, ({ decade }) => `${decade}X`],
  [
    /^(?:the )?(?<n>\d{1,2})(?:st|nd|rd|th) century$/i,
    ({ n }) => `[${yearOf(Number(n) * 100 - 99)}..${yearOf(Number(n) * 100)}]`,
  ],
  [/^(?<y>\d{4})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])$/, ({ y, m, d }) => `${y}-${m}-${d}`],
  [
    /^(?<digits>-?(?:\d{1,3}(?:,\d{3})+|\d{5,12}))$/,
    ({ digits = '' }) => yearOf(Number(digits.replaceAll(',', ''))),
  ],
  [
    /^Y(?<digits>-?\d{1,3})E(?<zeros>[1-9])$/i,
    ({ digits, zeros }) => yearOf(Number(digits) * 10 ** Number(zeros)),
  ],
  [/^(?<first>\d\d)\d\dS2$/i, ({ first }) => `${first}XX`],
  [/^(?<first>\d{3})\dS3$/i, ({ first }) => `${first}X`],
  [/^(?<first>\d)XXX$/i, ({ first }) => `[${first}000..${first}999]`],
  [/^(?<year>[1-9]\d{0,5}) ?B\.? ?C\.?(?: ?E\.?)?$/i, ({ year }) => yearOf(1 - Number(year))],
  [
    /^(?:A\.?D\.? ?(?<a>\d{1,4})|(?<b>\d{1,4}) ?(?:C\.? ?E\.?|A\.? ?D\.?)|(?<c>\d{3}))$/i,
    ({ a, b, c }) => yearOf(Number(a ?? b ?? c)),
  ],
  [/^(?<day>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d\S*)$/, ({ day, time }) => `${day}T${time}`],
  // Two digits after a year are a month if they are between 01 and 12.
  [
    /^(?<y>\d{4})[-/.](?<m>0?[1-9]|1[0-2])(?:[-/.](?<d>[12]\d|3[01]|0?[1-9]))?$/,
    ({ y, m, d }) => [y, two(m), ...(d === undefined ? [] : [two(d)])].join('-'),
  ],
  [
    /^(?<century>\d\d)(?<from>\d\d)[-/](?<to>\d\d)$/,
    ({ century, from = '', to = '' }) => (from < to ? `${century}${from}/${century}${to}` : null),
  ],
  [/^(?<m>0?[1-9]|1[0-2])[/.-](?<y>\d{4})$/, ({ y, m }) => `${y}-${two(m)}`],
  [
    /^(?<a>\d{1,2})[/.-](?<b>\d{1,2})[/.-](?<y>\d{4})$/,
    ({ a, b, y }) => {
      const [x, z] = [Number(a), Number(b)];
      if (x > 12 && x <= 31 && z <= 12) return `${y}-${two(b)}-${two(a)}`;
      return z > 12 && z <= 31 && x <= 12 ? `${y}-${two(a)}-${two(b)}` : null;
    },
  ],
  [
    /^(?<a>[^[\]{}]+?)\s*(?:-|\.\.|\bto\b|\buntil\b)\s*(?:present|now|today|)$/i,
    ({ a = '' }) => both(meant(a), '..', (from, to) => `${from}/${to}`),
  ],
  [
    /^(?:between )?(?<a>[^[\]{},]+?) (?:or|and) (?<b>[^[\]{},]+)$/i,
    ({ a = '', b = '' }) => both(meant(a), meant(b), (from, to) => `[${from}..${to}]`),
  ],
  [
    /^(?:from )?(?<a>\d{4}|[^[\]{},]+?(?= ?(?:\.\.| - | to )))(?: ?- ?| ?\.\. ?| to )(?<b>[^[\]{},]+)$/i,
    ({ a = '', b = '' }) => both(meant(a), meant(b), (from, to) => `${from}/${to}`),
  ],
  [
    /^(?:(?<until>until |\.\. ?)|(?<from>since |from )|(?<before>before |by )|(?<after>after ))(?<rest>.+)$/i,
    ({ until, from, before, rest = '' }) => {
      const date = meant(rest);
      if (date === null || /[[/]/.test(date)) return null;
      if (until) return `../${date}`;
      if (from) return `${date}/..`;
      return before ? `[..${date}]` : `[${date}..]`;
    },
  ],
];

/** The meaning of a text in supported EDTF; `null` if it is not certain. */
function meant(given: string): string | null {
  const text = given
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, meaning] of MEANINGS) {
    const found = pattern.exec(text);
    if (found) return meaning({ ...found.groups, all: found[0] });
  }
  return null;
}

/** The end of a message that refuses a text: what to write instead. */
function remedyOf(text: string): string | null {
  const century = /^(?:the )?(?<first>\d\d)00'?s$/i.exec(text.trim())?.groups?.['first'];
  if (century !== undefined)
    return `; write ${century}0X for ten years of it, ${century}XX for a hundred`;
  const date = meant(text);
  return date === null || date === text ? null : `; write ${date}`;
}

/** The message for a set of dates, with its first and its last date; `null` if the text is no set. */
function refusalOfSet(whole: string): string | null {
  const [, open, inside = '', close] = /^([[{])(.*)([\]}])$/.exec(whole) ?? [];
  if (open === undefined || close === undefined) return null;
  const members = inside.split(/,|\.\./).map((member) => member.trim());
  const [first = '', last = ''] = [members[0], members.at(-1)];
  const refused = `sets of dates are not supported: ${whole}`;
  return open === '['
    ? `${refused}; write the span that it is in, [${first}..${last}], and in a note which dates of it are meant`
    : `${refused}; write an event for each date, or an interval, ${first || '..'}/${last || '..'}`;
}

/**
 * Why an EDTF part cannot be read, and what to write.
 * @param whole the expression it is part of
 */
export function notAPart(part: string, whole: string): string {
  const set = refusalOfSet(whole);
  if (set !== null) return set;
  const general = '; write it as in 1850, 2019-04 or 2019-04-25';
  const ofWhole = remedyOf(whole);
  if (ofWhole !== null) return `not an EDTF date: ${whole}${ofWhole}`;
  return `not an EDTF date: ${part || '(empty)'}${remedyOf(part) ?? general}`;
}

/** What to write instead of a date with an impossible month, as `1914-18`; `''` if that is not known. */
export const remedyOfMonth = (whole: string): string => remedyOf(whole) ?? '';
