// @ts-check
/** The day of an event in words. */
import { words } from './html.mjs';
import { days, fault, shown, site } from './site.mjs';

/**
 * It is the same everywhere, with the year, the month's name, the day of the month and the time that the archive has.
 * @param {string} where @param {any} event @param {string[]} found
 */
export function checkDay(where, event, found) {
  const [day = ''] = found;
  if (!days.has(event.id)) days.set(event.id, day);
  if (words(day).join(' ') !== words(days.get(event.id) ?? '').join(' '))
    fault(where, `its date is ${shown(day)}, not ${shown(days.get(event.id) ?? '')}`);
  // Some scripts write a unit right behind its number.
  const said = new Set([...words(day), ...(day.match(/\p{Nd}+/gu) ?? [])].map(plain));
  for (const part of partsOf(event.refined))
    if (!part.some((one) => said.has(plain(one))))
      fault(where, `its date is ${shown(day)}, without ${part[0]}`);
}

/** Digits of any script as those of ASCII, without leading zeros. @param {string} word */
export const plain = (word) =>
  word
    .toLowerCase()
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/^0+(?=\d)/, '');

/** @param {string} digit */
function digitOf(digit) {
  let zero = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digit.codePointAt(0) ?? 0) - zero < 9)
    zero -= 1;
  return (digit.codePointAt(0) ?? 0) - zero;
}

/** What the words of a date must have: each a choice of spellings. @param {string} edtf @returns {string[][]} */
function partsOf(edtf) {
  const parts = [];
  for (const [, sign, year = '', month, date, hour, minute] of edtf.matchAll(
    /(?<![\d:+T-])(-?)(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?(?![\dX])/g,
  )) {
    if (sign === '') parts.push([year]);
    if (month) parts.push(monthNames(Number(month)));
    for (const one of [date, hour, minute]) if (one) parts.push([one]);
  }
  return parts;
}

/** @param {number} month */
function monthNames(month) {
  const names = /** @type {const} */ (['long', 'short', 'numeric']).map((style) =>
    new Intl.DateTimeFormat(site.language, {
      month: style,
      timeZone: 'UTC',
      calendar: 'gregory',
    }).format(Date.UTC(2001, month - 1, 1)),
  );
  const whole = new Intl.DateTimeFormat(site.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  }).format(Date.UTC(2001, month - 1, 1));
  return [...names, ...words(whole)]
    .flatMap((name) => words(name))
    .filter((name) => !/^(?:0?1|2001)$/.test(plain(name)) || month === 1);
}
