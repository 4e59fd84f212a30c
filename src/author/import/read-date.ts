/** A date in one field, however it is written there. */
import { parseDate } from '../../model/date.ts';
import { choiceOf, dateOf, rangeOf, timeOf } from './edtf.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const ERA = '(?:\\s*(bce?|b\\.c\\.(?:e\\.)?|ce|a\\.?d\\.?|c\\.e\\.))?';
const TIME =
  '(?:[T,]?\\s+|T)(\\d{1,2}(?::\\d\\d){1,2}(?:\\.\\d+)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?)';

export interface Order {
  /** Which of `3/4/2019` comes first; without it, only what can be one thing alone is read. */
  order?: 'month' | 'day' | undefined;
}

/**
 * Reads a date.
 * @throws {RangeError} saying why it cannot be
 */
export function readDate(given: string, options: Order = {}): string {
  const text = given.normalize('NFKC').replace(/\s+/g, ' ').replace(/[−–]/g, '-').trim();
  if (text === '') throw new RangeError('it has no date');
  // A minus alone before a year means BCE to people; with four digits, as EDTF has it, it is EDTF.
  try {
    parseDate(text);
    return text;
  } catch (cause) {
    if (/^-?\d{4}-\d\d|^\d{4}-\d\d-\d\d/.test(text) && !/\s|T/.test(text)) throw cause;
  }
  return qualified(text, options) ?? fail(given);
}

function fail(given: string): never {
  throw new RangeError(`"${given.trim()}" is no date that can be read for sure`);
}

function qualified(text: string, options: Order): string | null {
  const about =
    /^(?:(?:circa|ca|about|around|approximately)\s|(?:c|ca|approx)\.\s*|c\.?\s*(?=\d)|~)\s*(.+)$/i.exec(
      text,
    );
  if (about) return withMark(readDate(about[1] ?? '', options), '~');
  const doubtful = /^(.+?)\s*(\?|\(\?\)|\(uncertain\))$/.exec(text);
  if (doubtful) return withMark(readDate(doubtful[1] ?? '', options), '?');
  const bound = /^(before|until|by|after|since|from)\s+(.+)$/i.exec(text);
  if (bound) {
    const date = readDate(bound[2] ?? '', options);
    const [word = ''] = [bound[1]?.toLowerCase()];
    return word === 'before' || word === 'by'
      ? checked(`[..${date}]`)
      : word === 'after'
        ? checked(`[${date}..]`)
        : checked(word === 'until' ? `../${date}` : `${date}/..`);
  }
  const between = /^between (.+) and (.+)$/i.exec(text);
  if (between)
    return choiceOf(readDate(between[1] ?? '', options), readDate(between[2] ?? '', options));
  const range =
    /^(.+?)\s+(?:-|to|until)\s+(.+)$/i.exec(text) ??
    /^(-?\d{4}(?:-\d\d){0,2})\s*\/\s*(-?\d{4}.*)$/.exec(text);
  if (range) return rangeOf(readDate(range[1] ?? '', options), readDate(range[2] ?? '', options));
  return plain(text, options);
}

/** Marks a single date as uncertain or approximate. */
function withMark(date: string, mark: string): string {
  if (/[/[\]X?~%]/.test(date)) throw new RangeError(`"${mark}" on ${date} has no one meaning`);
  return checked(date + mark);
}

function plain(text: string, { order }: Order): string | null {
  const match = (pattern: string): RegExpExecArray | null =>
    new RegExp(`^${pattern}$`, 'i').exec(text);
  let found = match(`(\\d{4})-(\\d\\d)-(\\d\\d)${TIME}`);
  if (found) return dated(found[1], found[2], found[3], undefined, found[4]);
  found = match('(\\d{4})(\\d\\d)(\\d\\d)');
  if (found) return dated(found[1], found[2], found[3]);
  found = match(`([+-]?[\\d,]+)${ERA}`);
  // Of a bare number, only three or four figures are surely a year.
  if (found && !found[2] && !/^-|^\+?\d{3,4}$/.test(found[1] ?? '')) return null;
  if (found) return dated(found[1], undefined, undefined, found[2]);
  found = match(`(\\d{1,4})s`);
  if (found && /0$/.test(found[1] ?? '') && (found[1] ?? '').length === 4)
    return checked(`${found[1]?.slice(0, 3)}X`);
  found = match(`(\\d{1,2})(?:st|nd|rd|th) century${ERA}`);
  if (found) return century(Number(found[1]), found[2]);
  found = match('([\\d.]+) (million|billion) years ago');
  if (found)
    return checked(`Y-${Math.round(Number(found[1]) * (found[2] === 'million' ? 1e6 : 1e9))}~`);
  found = match(`${MONTH},? (-?\\d+)${ERA}`);
  if (found) return dated(found[2], month(found[1]), undefined, found[3]);
  found = match(
    `(?:[a-z]{3,9},? )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (-?\\d+)${ERA}(?:${TIME})?`,
  );
  if (found) return dated(found[3], month(found[1]), found[2], found[4], midnight(found[5]));
  found = match(
    `(?:[a-z]{3,9},? )?(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (-?\\d+)${ERA}(?:${TIME})?`,
  );
  if (found) return dated(found[3], month(found[2]), found[1], found[4], midnight(found[5]));
  found = match(`(\\d{1,2})/(\\d{4})`);
  if (found) return dated(found[2], found[1]);
  found = match(`(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:${TIME})?`);
  if (found) return dated(found[1], found[2], found[3], undefined, found[4]);
  found = match(`(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:${TIME})?`);
  if (found) return dated(found[3], found[2], found[1], undefined, found[4]);
  found = match(`(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})(?:${TIME})?`);
  if (!found) return null;
  const [, a = '', b = '', year, time] = found;
  const first = order ?? (Number(a) > 12 ? 'day' : Number(b) > 12 || a === b ? 'month' : null);
  if (first === null)
    throw new RangeError(
      `"${text}" may be ${a} ${MONTHS[Number(b) - 1]} or ${b} ${MONTHS[Number(a) - 1]}; write it as year-month-day`,
    );
  return first === 'month'
    ? dated(year, a, b, undefined, time)
    : dated(year, b, a, undefined, time);
}

/** The 19th century is some day from 1801 to 1900; EDTF's 18XX begins a year earlier. */
function century(nth: number, era: string | undefined): string {
  const last = nth * 100;
  return /^b/i.test(era ?? '')
    ? choiceOf(dateOf({ year: -last }), dateOf({ year: -(last - 99) }))
    : choiceOf(dateOf({ year: last - 99 }), dateOf({ year: last }));
}

const month = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Midnight sharp is how tools that know only moments write a day. */
const midnight = (time: string | undefined): string | undefined =>
  time !== undefined && /^0?0:00(?::00)?(?:\.0+)?\s*(?:Z|UTC|GMT)?$/i.test(time.trim())
    ? undefined
    : time;

function dated(year = '', m?: string, d?: string, era?: string, time?: string): string {
  const number = Number(year.replaceAll(',', ''));
  if (/^b/i.test(era ?? '') && number <= 0) throw new RangeError(`"${year} ${era}" is no year`);
  return dateOf({
    year: /^b/i.test(era ?? '') ? -number : number,
    month: m === undefined ? undefined : Number(m),
    day: d === undefined ? undefined : Number(d),
    time: time === undefined ? undefined : timeOf(time),
  });
}

function checked(edtf: string): string {
  parseDate(edtf);
  return edtf;
}
