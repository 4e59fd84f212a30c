/** TimelineJS: its JSON, and the rows of its spreadsheet once they have that shape. */

import { oneLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { dateOf, rangeOf, timeOf } from './edtf.ts';
import { toMarkdown } from './html.ts';
import { blank, type Imported, type ImportedEvent, joined } from './imported.ts';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text or a number of the file, as text; anything else is none. */
export const textIn = (object: unknown, key: string): string => {
  const value = isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

export const isTimelineJs = (file: unknown): boolean =>
  isObject(file) &&
  Array.isArray(file['events']) &&
  (file['title'] !== undefined ||
    file['events'].some((e) => isObject(e) && ('start_date' in e || isObject(e['text']))));

export function readTimelineJs(file: unknown): Imported {
  if (!isObject(file) || !Array.isArray(file['events']))
    throw new Refusal('it has no list of events');
  const left: string[] = [];
  if (isObject(file['title'])) left.push(...titleSlide(file['title']));
  for (const era of Array.isArray(file['eras']) ? file['eras'] : [])
    left.push(`era ${named(headlineOf(era))}: eras have no place here; write it as an event`);
  return {
    format: 'TimelineJS JSON',
    events: file['events'].map((slide, i) => readSlide(slide, `event ${i + 1}`)),
    left,
  };
}

export const named = (title: string): string => (title === '' ? 'without a title' : `“${title}”`);

const headlineOf = (slide: unknown): string =>
  isObject(slide) ? plainText(textIn(slide['text'], 'headline')) : '';

/** What a piece of HTML says, as one line of plain text. */
export const plainText = (html: string): string =>
  oneLine(
    /<\/?[a-z][^>]*>/i.test(html) && !/<script/i.test(html)
      ? html.replace(
          /<\/?(?:a|b|i|em|strong|span|br|p|small|sup|sub|u|div|cite)(?:\s[^>]*)?\/?>/gi,
          ' ',
        )
      : html,
  );

function titleSlide(slide: Json): string[] {
  const text = [headlineOf(slide), plainText(textIn(slide['text'], 'text'))]
    .filter(Boolean)
    .join(': ');
  return [`title slide ${named(text)}: put it into title and deck of site.yaml`];
}

const CARRIED = new Set(['start_date', 'end_date', 'text', 'media', 'group']);

/** One slide as an event. */
export function readSlide(slide: unknown, where: string): ImportedEvent {
  const event = blank(where);
  if (!isObject(slide)) return { ...event, date: new Error('it is no object') };
  event.title = headlineOf(slide);
  event.body = toMarkdown(textIn(slide['text'], 'text'));
  event.group = plainText(textIn(slide, 'group'));
  event.date = slideDate(slide);
  readMedia(slide['media'], event);
  for (const key of Object.keys(slide)) {
    const value = isObject(slide[key])
      ? Object.values(slide[key]).filter(Boolean).join(', ')
      : textIn(slide, key);
    if (!CARRIED.has(key) && value !== '' && value !== 'false')
      event.left.push(`${oneLine(key)}: ${oneLine(value)}`);
  }
  for (const key of ['start_date', 'end_date']) {
    const shown = textIn(slide[key], 'display_date');
    if (shown) event.left.push(`display_date of ${key}: ${oneLine(shown)}`);
  }
  return event;
}

function slideDate(slide: Json): string | Error {
  try {
    if (!isObject(slide['start_date'])) throw new RangeError('it has no start date');
    const start = partsOf(slide['start_date']);
    return isObject(slide['end_date']) && textIn(slide['end_date'], 'year') !== ''
      ? rangeOf(start, partsOf(slide['end_date']))
      : start;
  } catch (cause) {
    return cause as Error;
  }
}

function partsOf(date: Json): string {
  const number = (key: string): number | undefined => {
    const text = textIn(date, key);
    if (text === '') return undefined;
    if (!/^[+-]?\d+$/.test(text))
      throw new RangeError(`${key} "${oneLine(text)}" is no whole number`);
    return Number(text);
  };
  const year = number('year');
  if (year === undefined) throw new RangeError('its date has no year');
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')];
  const two = (n = 0): string => String(n).padStart(2, '0');
  const clock =
    hour === undefined
      ? undefined
      : [two(hour), two(minute), ...(second === undefined ? [] : [two(second)])].join(':');
  return dateOf({
    year,
    month: number('month'),
    day: number('day'),
    time: textIn(date, 'time') ? timeOf(textIn(date, 'time')) : clock,
  });
}

/** Media become a link with its caption; quotations and embedded pages, which have no address, become text. */
function readMedia(media: unknown, event: ImportedEvent): void {
  if (!isObject(media)) return;
  const url = textIn(media, 'url');
  const caption = plainText(textIn(media, 'caption'));
  const credit = plainText(textIn(media, 'credit'));
  const words = [caption, credit].filter(Boolean).join('; ');
  const embedded = /^<iframe[^>]*\ssrc\s*=\s*["']([^"']+)["']/i.exec(url)?.[1] ?? url;
  const address = webAddress(embedded.startsWith('//') ? `https:${embedded}` : embedded);
  if (address) event.links.push({ href: address, words });
  else event.body = joined(event.body, toMarkdown(url), toMarkdown(words));
  const link = textIn(media, 'link');
  const linked = webAddress(link);
  if (linked) event.links.push({ href: linked, words: '' });
  else if (link) event.left.push(`link: ${oneLine(link)}`);
  for (const key of ['thumbnail', 'alt', 'title'])
    if (textIn(media, key)) event.left.push(`media ${key}: ${oneLine(textIn(media, key))}`);
}
