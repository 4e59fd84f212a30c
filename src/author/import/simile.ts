/** SIMILE Timeline: its XML and its JSON. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { oneLine, webAddress } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { choiceOf, rangeOf } from './edtf.ts';
import { toMarkdown } from './html.ts';
import { blank, type Imported, type ImportedEvent } from './imported.ts';
import { readDate } from './read-date.ts';
import { attempt } from './table.ts';
import { isObject, type Json, plainText, textIn } from './timelinejs.ts';

export const isSimile = (file: unknown): boolean =>
  isObject(file) &&
  Array.isArray(file['events']) &&
  file['events'].some((event) => isObject(event) && typeof event['start'] === 'string');

export function readSimileJson(file: Json): Imported {
  const events = Array.isArray(file['events']) ? file['events'] : [];
  return {
    format: 'SIMILE JSON',
    events: events.map((event, i) => readEvent(event, `event ${i + 1}`)),
    left: attributesLeft(file, ['events', 'dateTimeFormat']),
  };
}

export function readSimileXml(text: string): Imported {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw new Refusal(
      'the file declares a document type or entities, which may stand for anything',
      ['remove its <!DOCTYPE …> and import again'],
    );
  const fault = XMLValidator.validate(text);
  if (fault !== true) throw new Refusal(`line ${fault.err.line}: not XML: ${fault.err.msg}`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    textNodeName: '#text',
    parseAttributeValue: false,
    parseTagValue: false,
    htmlEntities: true,
    isArray: (name) => name === 'event',
  });
  const file: unknown = attempt(() => parser.parse(text));
  if (file instanceof Error) throw new Refusal(`not XML: ${file.message}`);
  const data = isObject(file) ? file['data'] : undefined;
  if (!isObject(data) || !Array.isArray(data['event']))
    throw new Refusal('no <data> with <event>s, as SIMILE Timeline has it');
  return {
    format: 'SIMILE XML',
    events: data['event'].map((event: unknown, i) =>
      readEvent(
        isObject(event)
          ? { ...event, description: event['#text'] }
          : { title: '', description: event },
        `event ${i + 1}`,
      ),
    ),
    left: attributesLeft(data, ['event', 'date-time-format', '#text']),
  };
}

const attributesLeft = (file: Json, known: string[]): string[] =>
  Object.keys(file)
    .filter((key) => !known.includes(key))
    .map((key) => `${oneLine(key)}: ${oneLine(textIn(file, key)) || 'of the whole'}`);

const CARRIED = new Set(
  'start end latestStart earliestEnd isDuration durationEvent title description link image caption #text'.split(
    ' ',
  ),
);

function readEvent(given: unknown, where: string): ImportedEvent {
  const event = blank(where);
  if (!isObject(given)) return { ...event, date: new Error('it is no object') };
  event.title = plainText(textIn(given, 'title'));
  event.body = toMarkdown(textIn(given, 'description'));
  event.date = attempt(() => dateOfEvent(given, event));
  const caption = plainText(textIn(given, 'caption'));
  for (const [key, words] of [
    ['link', ''],
    ['image', caption],
  ] as const) {
    const href = webAddress(textIn(given, key));
    if (href) event.links.push({ href, words });
    else if (textIn(given, key)) event.left.push(`${key}: ${oneLine(textIn(given, key))}`);
  }
  if (caption && !textIn(given, 'image')) event.left.push(`caption: ${caption}`);
  for (const key of Object.keys(given))
    if (!CARRIED.has(key)) event.left.push(`${oneLine(key)}: ${oneLine(textIn(given, key))}`);
  return event;
}

/**
 * An event that lasts is an interval; any other is one day, somewhere between its two ends. Of uncertain ends, the
 * outer ones are kept, and the inner ones said.
 */
function dateOfEvent(given: Json, event: ImportedEvent): string {
  const read = (key: string): string | null =>
    textIn(given, key) === '' ? null : readDate(textIn(given, key), { order: 'month' });
  const [start, latestStart, earliestEnd, end] = [
    read('start'),
    read('latestStart'),
    read('earliestEnd'),
    read('end'),
  ];
  if (!start) throw new RangeError('it has no start');
  const flag = String(given['durationEvent'] ?? given['isDuration'] ?? 'false');
  const lasts = flag === 'true';
  const outer = end ?? (lasts ? earliestEnd : latestStart) ?? start;
  for (const [key, date] of Object.entries({ latestStart, earliestEnd }))
    if (date && date !== start && date !== outer) event.left.push(`${key}: ${date}`);
  return lasts ? rangeOf(start, outer) : choiceOf(start, outer);
}
