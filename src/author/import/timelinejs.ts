/** TimelineJS: its JSON of today and of its first version, and the rows of its spreadsheet once they have that shape. */
import { cleanLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { monthNumber } from './date-patterns.ts';
import { dateOf, rangeOf, timeOf, two } from './edtf.ts';
import { attempt, isObject, type Json, textIn, wholeText } from './fields.ts';
import { plainText, toMarkdown } from './html.ts';
import {
  addLink,
  blank,
  type Detail,
  dateFrom,
  type Imported,
  type ImportedEvent,
  joined,
  leave,
  wordsOf,
} from './imported.ts';
import { readDate } from './read-date.ts';

export const isTimelineJs = (file: unknown): boolean =>
  isObject(file) &&
  Array.isArray(file['events']) &&
  (file['title'] !== undefined ||
    file['events'].some((e) => isObject(e) && ('start_date' in e || isObject(e['text']))));

/** Before its third version: everything in `timeline`, dates as texts. */
export const isTimelineJs1 = (file: unknown): boolean =>
  isObject(file) && isObject(file['timeline']) && Array.isArray(file['timeline']['date']);

/** @throws {Refusal} where it has no list of events */
export function readTimelineJs(file: unknown): Imported {
  if (!isObject(file) || !Array.isArray(file['events']))
    throw new Refusal('it has no list of events');
  const { title, deck, left } = readTitle(file['title']);
  for (const [i, era] of (Array.isArray(file['eras']) ? file['eras'] : []).entries())
    left.push({ kind: 'era', where: `era ${i + 1}`, text: eraText(era) });
  for (const key of Object.keys(file))
    if (!['title', 'events', 'eras'].includes(key) && wholeText(file[key]) !== '')
      left.push({ kind: key, where: 'the whole', text: wholeText(file[key]) });
  return {
    format: 'TimelineJS JSON',
    title,
    deck,
    events: file['events'].map((slide, i) => readSlide(slide, `event ${i + 1}`)),
    left,
  };
}

/** The title slide: its words are the archive's title and deck where one is begun; the rest is left out. */
function readTitle(slide: unknown): Pick<Imported, 'title' | 'deck' | 'left'> {
  const event = blank('the title slide');
  const { text, media, ...rest } = isObject(slide) ? slide : { text: slide };
  const title = wordsOf(event, 'headline', textIn(text, 'headline'));
  const deck = wordsOf(event, 'text', textIn(text, 'text'));
  if (!isObject(text)) leave(event, 'text', wholeText(text));
  leaveRest(event, 'text', text, ['headline', 'text']);
  leaveRest(event, 'media', media, []);
  leaveRest(event, 'slide', rest, []);
  for (const { href, words } of event.links) leave(event, 'link', `${href} ${words}`);
  const { where } = event;
  return {
    title,
    deck,
    left: event.left.map(({ kind, text }) => ({ kind: `title slide, ${kind}`, text, where })),
  };
}

/** An era in words: its name, its text, from when to when. */
function eraText(era: unknown): string {
  if (!isObject(era)) return wholeText(era);
  const { text, start_date: start, end_date: end, ...rest } = era;
  const dates = [start, end].map((date) =>
    isObject(date) ? attempt(() => edtfOfFields(date)) : '',
  );
  return [
    ...(isObject(text)
      ? Object.values(text).map((value) => plainText(wholeText(value)).text)
      : [wholeText(text)]),
    ...dates.map((date, i) => (date instanceof Error ? wholeText(i === 0 ? start : end) : date)),
    ...Object.values(rest).map(wholeText),
  ]
    .filter(Boolean)
    .join(', ');
}

const CARRIED = new Set(['start_date', 'end_date', 'text', 'media', 'group', 'unique_id']);

/** One slide as an event. */
export function readSlide(slide: unknown, where: string): ImportedEvent {
  const event = blank(where);
  if (!isObject(slide)) {
    leave(event, 'slide', wholeText(slide));
    return { ...event, date: new Error('it is no object') };
  }
  const { text } = slide;
  event.key = textIn(slide, 'unique_id');
  leave(event, 'unique_id', event.key);
  event.title = wordsOf(event, 'headline', textIn(text, 'headline'));
  event.body = toMarkdown(isObject(text) ? textIn(text, 'text') : textIn(slide, 'text'));
  event.group = wordsOf(event, 'group', textIn(slide, 'group'));
  if (isObject(slide['group'])) leave(event, 'group', wholeText(slide['group']));
  const dates = [slide['start_date'], slide['end_date']].map(wholeText);
  event.date = dateFrom(event, dates, () => slideDate(slide, event));
  readMedia(slide['media'], event);
  for (const key of Object.keys(slide))
    if (!CARRIED.has(key)) leave(event, cleanLine(key), wholeText(slide[key]));
  leaveRest(event, 'text', text, ['headline', 'text']);
  return event;
}

/** What an object of the file has besides what is carried. */
function leaveRest(
  event: { left: Detail[] },
  name: string,
  object: unknown,
  carried: string[],
): void {
  if (!isObject(object)) return;
  for (const key of Object.keys(object))
    if (!carried.includes(key) || (wholeText(object[key]) !== '' && textIn(object, key) === ''))
      leave(event, `${name} ${cleanLine(key)}`, wholeText(object[key]));
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'time'];

function slideDate(slide: Json, event: ImportedEvent): string {
  const { start_date: start, end_date: end } = slide;
  leaveRest(event, 'start_date', start, PARTS);
  leaveRest(event, 'end_date', end, PARTS);
  const first =
    typeof start === 'string' ? readDate(start) : isObject(start) ? edtfOfFields(start) : null;
  if (first === null) throw new RangeError('it has no start date');
  if (typeof end === 'string' && end.trim() !== '') return rangeOf(first, readDate(end));
  if (!isObject(end)) return first;
  if (textIn(end, 'year') !== '') return rangeOf(first, edtfOfFields(end));
  for (const part of PARTS) leave(event, `end ${part} without an end year`, textIn(end, part));
  return first;
}

/**
 * A date whose parts stand in fields of their own.
 * @throws {RangeError} where there is no such date
 */
export function edtfOfFields(date: Json): string {
  const number = (key: string): number | undefined => {
    const text = textIn(date, key);
    if (text === '') return undefined;
    if (key === 'month' && /\p{L}/u.test(text)) return monthNumber(text);
    if (!/^[+-]?\d+$/.test(text))
      throw new RangeError(`${key} "${cleanLine(text)}" is no whole number`);
    return Number(text);
  };
  const year = number('year');
  if (year === undefined) throw new RangeError('its date has no year');
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')];
  if (hour === undefined && (minute ?? second) !== undefined)
    throw new RangeError('its time has no hour');
  const clock =
    hour === undefined
      ? undefined
      : [two(hour), two(minute ?? 0), ...(second === undefined ? [] : [two(second)])].join(':');
  return dateOf({
    year,
    month: number('month'),
    day: number('day'),
    time: textIn(date, 'time') ? timeOf(textIn(date, 'time')) : clock,
  });
}

/** A path of a file that lies beside, and no text. */
const RELATIVE = /^[^\s<>]+\.[a-z0-9]{2,5}(?:[?#]\S*)?$/i;

/** Media become a link with its caption; quotations and embedded pages, which have no address, become text. */
function readMedia(media: unknown, event: ImportedEvent): void {
  if (!isObject(media)) {
    leave(event, 'media', wholeText(media));
    return;
  }
  const url = textIn(media, 'url');
  const words = ['caption', 'credit']
    .map((key) => wordsOf(event, key, textIn(media, key)))
    .filter(Boolean)
    .join('; ');
  if (/^<iframe\s/i.test(url)) leave(event, 'embedded page', url);
  const embedded = /^<iframe[^<>]*\ssrc\s*=\s*["']([^"']+)["']/i.exec(url)?.[1] ?? url;
  if (webAddress(embedded) !== null || /^\/\/|^www\./i.test(embedded) || RELATIVE.test(embedded))
    addLink(event, RELATIVE.test(embedded) ? 'media beside the file' : 'media', embedded, words);
  else event.body = joined(event.body, toMarkdown(url), toMarkdown(words));
  if (textIn(media, 'link') !== '') addLink(event, 'media link', textIn(media, 'link'));
  leaveRest(event, 'media', media, ['url', 'caption', 'credit', 'link']);
}

/** The first version's JSON, as slides. */
export function readTimelineJs1(file: unknown): Imported {
  const timeline = isObject(file) && isObject(file['timeline']) ? file['timeline'] : {};
  const { date, era, headline, text, ...rest } = timeline;
  const left: Imported['left'] = [];
  for (const [i, one] of (Array.isArray(era) ? era : []).entries())
    left.push({
      kind: 'era',
      where: `era ${i + 1}`,
      text: isObject(one)
        ? Object.values(one).map(wholeText).filter(Boolean).join(', ')
        : wholeText(one),
    });
  for (const [key, value] of Object.entries(rest))
    if (wholeText(value) !== '')
      left.push({ kind: key, where: 'the whole', text: wholeText(value) });
  return {
    format: 'TimelineJS JSON, version 1',
    title: plainText(wholeText(headline)).text,
    deck: plainText(wholeText(text)).text,
    events: (Array.isArray(date) ? date : []).map((slide: unknown, i) =>
      readSlide1(slide, `event ${i + 1}`),
    ),
    left,
  };
}

function readSlide1(slide: unknown, where: string): ImportedEvent {
  if (!isObject(slide)) return readSlide(slide, where);
  const { startDate, endDate, headline, text, asset, tag, ...rest } = slide;
  const { media, ...about } = isObject(asset) ? asset : {};
  const event = readSlide(
    { ...rest, text: { headline, text }, group: tag, media: { ...about, url: media } },
    where,
  );
  event.left = event.left.filter(({ kind }) => kind !== 'date');
  event.date = dateFrom(event, [startDate, endDate].map(wholeText), () => {
    const [start, end] = [startDate, endDate].map((value) => wholeText(value));
    if (!start) throw new RangeError('it has no start date');
    return end ? rangeOf(listedDate(start), listedDate(end)) : listedDate(start);
  });
  return event;
}

/** `2011,3,23,10,30`: year, month, day, hour, minute, second; else a date as people write it. */
function listedDate(text: string): string {
  if (!/^-?\d+(?:\s*,\s*\d*)*$/.test(text)) return readDate(text, { order: 'mdy' });
  const numbers = text.split(',').map((part) => part.trim());
  return edtfOfFields(
    Object.fromEntries(PARTS.slice(0, 6).map((key, i) => [key, numbers[i] ?? ''])),
  );
}
