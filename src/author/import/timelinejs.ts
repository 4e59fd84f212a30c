/** TimelineJS: its JSON of today and of its first version, and the rows of its spreadsheet once they have that shape. */
import { cleanLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { monthNumber } from './date-patterns.ts';
import { dateOf, rangeOf, timeOf, two } from './edtf.ts';
import { attempt, isObject, type Json, textIn, wholeText } from './fields.ts';
import {
  addLink,
  blank,
  type Detail,
  dateFrom,
  type Imported,
  type ImportedEvent,
  joined,
  leave,
  markdownOf,
  wordsOf,
} from './imported.ts';
import { readDate } from './read-date.ts';

export const isTimelineJs = (file: unknown): boolean =>
  isObject(file) &&
  Array.isArray(file['events']) &&
  (file['title'] !== undefined ||
    file['events'].some((e) => isObject(e) && ('start_date' in e || isObject(e['text']))));

/** Before its third version: everything in `timeline`, dates as texts. */
export const isTimelineJs1 = (file: unknown): file is Json =>
  isObject(file) && isObject(file['timeline']) && Array.isArray(file['timeline']['date']);

/** @throws {Refusal} where it has no list of events */
export function readTimelineJs(file: unknown): Imported {
  if (!isObject(file) || !Array.isArray(file['events']))
    throw new Refusal('it has no list of events');
  const { title, deck, left: ofTitle } = readTitle(file['title']);
  const left = [
    ...ofTitle,
    ...erasOf(file['eras'], eraText),
    ...restOf(file, ['title', 'events', 'eras']),
  ];
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

/** Eras in words; what is no list of them as well. */
const erasOf = (eras: unknown, words: (era: unknown) => string): Imported['left'] =>
  (Array.isArray(eras) ? eras : wholeText(eras) === '' ? [] : [eras]).map((era, i) => ({
    kind: 'era',
    where: `era ${i + 1}`,
    text: words(era),
  }));

/** What an object of the file says besides what is carried. */
const restOf = (object: Json, carried: readonly string[]): Imported['left'] =>
  Object.entries(object)
    .filter(([key, value]) => !carried.includes(key) && wholeText(value) !== '')
    .map(([key, value]) => ({ kind: cleanLine(key), where: 'the whole', text: wholeText(value) }));

/** An era in words: its name, its text, from when to when. */
function eraText(era: unknown): string {
  if (!isObject(era)) return wholeText(era);
  const { text, start_date: start, end_date: end, ...rest } = era;
  const dates = [start, end].map((date) => {
    const edtf = isObject(date) ? attempt(() => edtfOfFields(date)) : '';
    const plain = isObject(date) && Object.keys(date).every((key) => PARTS.includes(key));
    return typeof edtf === 'string' && plain ? edtf : wholeText(date);
  });
  return [
    ...(isObject(text) ? Object.values(text).map(wholeText) : [wholeText(text)]),
    ...dates,
    ...Object.values(rest).map(wholeText),
  ]
    .filter(Boolean)
    .join(', ');
}

const CARRIED = new Set(['text', 'media', 'group', 'unique_id']);

/**
 * One slide as an event.
 * @param dateOf reads its date, from the fields of this version or from others; `carried` are their names
 */
export function readSlide(
  slide: unknown,
  where: string,
  dateOf: (slide: Json, event: ImportedEvent) => string = slideDate,
  carried: readonly string[] = ['start_date', 'end_date'],
): ImportedEvent {
  const event = blank(where);
  if (!isObject(slide)) {
    leave(event, 'slide', wholeText(slide));
    return { ...event, date: new Error('it is no object') };
  }
  const { text } = slide;
  event.key = textIn(slide, 'unique_id');
  leave(event, 'unique_id', event.key);
  event.title = wordsOf(event, 'headline', textIn(text, 'headline'));
  event.body = markdownOf(event, isObject(text) ? textIn(text, 'text') : textIn(slide, 'text'));
  if (Array.isArray(text)) leave(event, 'text', wholeText(text));
  event.group = wordsOf(event, 'group', textIn(slide, 'group'));
  const dates = carried.map((key) => wholeText(slide[key]));
  event.date = dateFrom(event, dates, () => dateOf(slide, event));
  readMedia(slide['media'], event);
  for (const key of Object.keys(slide))
    if (!CARRIED.has(key) && !carried.includes(key))
      leave(event, cleanLine(key), wholeText(slide[key]));
  leaveRest(event, 'slide', { group: slide['group'], unique_id: slide['unique_id'] }, [
    'group',
    'unique_id',
  ]);
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
  for (const [name, date] of Object.entries({ start_date: start, end_date: end })) {
    leaveRest(event, name, date, PARTS);
    if (textIn(date, 'time') !== '')
      for (const part of ['hour', 'minute', 'second'])
        leave(event, `${name} ${part} beside a time`, textIn(date, part));
    if (date !== null && !/^(?:string|object|undefined)$/.test(typeof date))
      leave(event, name, wholeText(date));
  }
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
export const RELATIVE = /^[^\s<>]+\.[a-z0-9]{2,5}(?:[?#]\S*)?$/i;

/**
 * Media of another host become a link with their caption; those that lie beside the file are for `takeBeside`;
 * quotations and embedded pages, which have no address, become text.
 */
function readMedia(media: unknown, event: ImportedEvent): void {
  if (!isObject(media)) {
    leave(event, 'media', wholeText(media));
    return;
  }
  const url = textIn(media, 'url');
  const said = (key: string): string => wordsOf(event, key, textIn(media, key));
  const [caption, credit] = [said('caption'), said('credit')];
  const words = [caption, credit].filter(Boolean).join('; ');
  if (/^<iframe\s/i.test(url)) leave(event, 'embedded page', url);
  const embedded = /^<iframe[^<>]*\ssrc\s*=\s*["']([^"']+)["']/i.exec(url)?.[1] ?? url;
  const isWeb = webAddress(embedded) !== null || /^\/\/|^www\./i.test(embedded);
  const isBeside = !isWeb && RELATIVE.test(embedded);
  if (isBeside) event.beside.push({ path: embedded, alt: said('alt'), caption, credit });
  else if (isWeb) {
    addLink(event, 'media', embedded, words);
    const kind = 'a medium of another host; the event links to it, and does not show it';
    event.left.push({ kind, text: embedded, noted: true });
  } else event.body = joined(event.body, markdownOf(event, url), markdownOf(event, words));
  if (textIn(media, 'link') !== '') addLink(event, 'media link', textIn(media, 'link'));
  leaveRest(event, 'media', media, [
    'url',
    'caption',
    'credit',
    'link',
    ...(isBeside ? ['alt'] : []),
  ]);
}

/** The first version's JSON, as slides. */
export function readTimelineJs1(file: Json): Imported {
  const { timeline: given, ...besides } = file;
  const timeline = isObject(given) ? given : {};
  const { date, era, headline, text, ...rest } = timeline;
  const eraWords = (one: unknown): string =>
    isObject(one) ? Object.values(one).map(wholeText).filter(Boolean).join(', ') : wholeText(one);
  const { title, deck, left } = readTitle({ text: { headline, text } });
  return {
    format: 'TimelineJS JSON, version 1',
    title,
    deck,
    events: (Array.isArray(date) ? date : []).map((slide: unknown, i) =>
      readSlide1(slide, `event ${i + 1}`),
    ),
    left: [...left, ...erasOf(era, eraWords), ...restOf(rest, []), ...restOf(besides, [])],
  };
}

function readSlide1(slide: unknown, where: string): ImportedEvent {
  if (!isObject(slide)) return readSlide(slide, where);
  const { headline, text, asset, tag, ...rest } = slide;
  const { media, ...about } = isObject(asset) ? asset : {};
  // `group` and `media` are fields of a later version only.
  const others = ['group', 'media'].filter((key) => Object.hasOwn(rest, key));
  const event = readSlide(
    { ...rest, text: { headline, text }, group: tag, media: { ...about, url: media } },
    where,
    ({ startDate, endDate }) => {
      const [start, end] = [startDate, endDate].map(wholeText);
      if (!start) throw new RangeError('it has no start date');
      return end ? rangeOf(listedDate(start), listedDate(end)) : listedDate(start);
    },
    ['startDate', 'endDate'],
  );
  if (!isObject(asset)) leave(event, 'asset', wholeText(asset));
  for (const key of others) leave(event, key, wholeText(rest[key]));
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
