/** SIMILE Timeline: its XML and its JSON. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { cleanLine } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { choiceOf, daysOfMidnights, rangeOf } from './edtf.ts';
import { attempt, isObject, type Json, textIn, wholeText } from './fields.ts';
import { htmlToMarkdown } from './html.ts';
import {
  addLink,
  blank,
  dateFrom,
  type Imported,
  type ImportedEvent,
  leave,
  wordsOf,
} from './imported.ts';
import { readRaw } from './read-date.ts';

export const isSimile = (file: unknown): boolean =>
  isObject(file) &&
  Array.isArray(file['events']) &&
  file['events'].some((event) => isObject(event) && typeof event['start'] === 'string');

export const isSimileXml = (text: string): boolean => /^<(?:\?xml|!DOCTYPE|!--|data\b)/i.test(text);

export function readSimileJson(file: Json): Imported {
  const events = Array.isArray(file['events']) ? file['events'] : [];
  return {
    format: 'SIMILE JSON',
    title: '',
    deck: '',
    events: events.map((event, i) => readEvent(event, `event ${i + 1}`)),
    left: ofTheWhole(file, ['events']),
  };
}

/** @throws {Refusal} where it is no XML, or declares what may stand for anything */
export function readSimileXml(text: string): Imported {
  if (/<!DOCTYPE|<!ENTITY/i.test(text))
    throw new Refusal(
      'the file declares a document type or entities, which may stand for anything',
      ['remove its <!DOCTYPE …> and import again'],
    );
  const fault = XMLValidator.validate(text);
  if (fault === true) return readData(parsed(text));
  // One event that is no XML does not cost the others.
  const { frame, events } = partedEvents(text);
  const about = `not XML: ${fault.err.msg}`;
  if (events.length === 0 || XMLValidator.validate(frame) !== true)
    throw new Refusal(`line ${fault.err.line}, column ${fault.err.col}: ${about}`);
  const file = readData(parsed(frame));
  return {
    ...file,
    events: events.map(({ line, xml }, i) => {
      const where = `event ${i + 1}`;
      const wrong = XMLValidator.validate(xml);
      if (wrong === true) {
        const [data] = parsed(`<data>${xml}</data>`);
        return eventOf((data?.['data'] as Nodes | undefined)?.[0], where);
      }
      const date = new Error(
        `line ${line + wrong.err.line - 1}, column ${wrong.err.col}: not XML: ${wrong.err.msg}`,
      );
      const event = blank(where);
      leave(event, 'event', xml);
      return { ...event, title: cleanLine(/\stitle="([^"<]*)"/.exec(xml)?.[1] ?? ''), date };
    }),
  };
}

type Nodes = Record<string, unknown>[];

/** Nodes in their order, as `{ <name>: children, ':@': attributes }`; of an event what it holds, as it stands. */
const parsed = (text: string): Nodes => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    commentPropName: '#comment',
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: true,
    htmlEntities: true,
    stopNodes: ['*.event'],
  });
  const nodes: unknown = attempt(() => parser.parse(text));
  if (nodes instanceof Error) throw new Refusal(`not XML: ${nodes.message}`);
  return (nodes as Nodes).find((node) => 'data' in node) ? (nodes as Nodes) : [];
};

function readData(nodes: Nodes): Imported {
  const data = nodes.find((node) => 'data' in node);
  const children = data?.['data'];
  if (!Array.isArray(children))
    throw new Refusal('no <data> with <event>s, as SIMILE Timeline has it');
  const left = ofTheWhole(data?.[':@'] as Json, []);
  const events: ImportedEvent[] = [];
  for (const node of [...nodes.filter((one) => '#comment' in one), ...(children as Nodes)]) {
    const [name = ''] = Object.keys(node).filter((key) => key !== ':@');
    if (name === 'event') events.push(eventOf(node, `event ${events.length + 1}`));
    else if (name === '#comment')
      for (const { '#text': text } of node[name] as Nodes) note('comment', String(text));
    else if (name === '#text') note('text between events', wholeText(node[name]));
    else note(`<${name}>`, wholeText(node));
  }
  return { format: 'SIMILE XML', title: '', deck: '', events, left };

  function note(kind: string, text: string): void {
    if (cleanLine(text) !== '') left.push({ kind, where: 'the whole', text: cleanLine(text) });
  }
}

/** An element `<event>`: its attributes, and what it holds as HTML, whether it was escaped or not. */
function eventOf(node: Record<string, unknown> | undefined, where: string): ImportedEvent {
  const inner =
    (node?.['event'] as Nodes | undefined)?.map((child) => wholeText(child['#text'])).join('') ??
    '';
  const { description, ...attributes } = (node?.[':@'] as Json | undefined) ?? {};
  const texts = [wholeText(description), withoutEscapes(inner)].filter(Boolean);
  return readEvent({ ...attributes, description: texts.join('<br>') }, where);
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** XML's own escapes and CDATA as the characters they stand for; HTML's are left to HTML. */
const withoutEscapes = (xml: string): string =>
  xml.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|&(lt|gt|quot|apos|amp);|&#(x[\da-f]+|\d+);/gi,
    (whole, cdata?: string, name?: string, code?: string) => {
      if (cdata !== undefined) return cdata;
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const point = Number(`0${(code ?? '').toLowerCase()}`);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    },
  );

/** A file that is no XML as a whole: each event by itself, with its line, and the rest. */
function partedEvents(text: string): { frame: string; events: { line: number; xml: string }[] } {
  const events: { line: number; xml: string }[] = [];
  let frame = '';
  let line = 1;
  for (const piece of text.split(/(?=<event[\s>/])/i)) {
    const [xml = ''] = /^<event[\s>/]/i.test(piece)
      ? (/^[\s\S]*<\/event\s*>/i.exec(piece) ??
        /^[^<>]*\/>/.exec(piece) ??
        /^[\s\S]*?(?=<\/data\s*>|$)/i.exec(piece) ??
        [])
      : [];
    if (xml !== '') events.push({ line, xml });
    frame += piece.slice(xml.length);
    line += piece.split('\n').length - 1;
  }
  return { frame, events };
}

const ofTheWhole = (file: Json | undefined, carried: string[]): Imported['left'] =>
  Object.entries(file ?? {})
    .filter(([key, value]) => !carried.includes(key) && wholeText(value) !== '')
    // The dates show it.
    .filter(([, value]) => !/^(?:iso ?8601|gregorian)$/i.test(wholeText(value)))
    .map(([key, value]) => ({
      kind: cleanLine(key),
      where: 'the whole',
      text: cleanLine(wholeText(value)),
    }));

const CARRIED = new Set(
  'start end latestStart earliestEnd isDuration durationEvent title description link image caption'.split(
    ' ',
  ),
);

/** Whether it lasts, however it is written. */
const SAID = new Set(['isDuration', 'durationEvent']);

function readEvent(given: unknown, where: string): ImportedEvent {
  const event = blank(where);
  if (!isObject(given)) {
    leave(event, 'event', wholeText(given));
    return { ...event, date: new Error('it is no object') };
  }
  event.title = wordsOf(event, 'title', textIn(given, 'title'));
  event.body = htmlToMarkdown(textIn(given, 'description'), (kind, text) =>
    leave(event, kind, text),
  );
  const dates = ['start', 'latestStart', 'earliestEnd', 'end'].map((key) => textIn(given, key));
  event.date = dateFrom(event, dates, () => dateOfEvent(given, event));
  if (textIn(given, 'link') !== '') addLink(event, 'link', textIn(given, 'link'));
  const caption = wordsOf(event, 'caption', textIn(given, 'caption'));
  if (textIn(given, 'image') !== '') addLink(event, 'image', textIn(given, 'image'), caption);
  else leave(event, 'caption', caption);
  for (const key of Object.keys(given))
    if (
      !CARRIED.has(key) ||
      (SAID.has(key) ? !/^(?:true|false)$/.test(wholeText(given[key])) : textIn(given, key) === '')
    )
      leave(event, cleanLine(key), wholeText(given[key]));
  return event;
}

/**
 * An event that lasts is an interval; any other is one day, somewhere between its two ends. Of uncertain ends, the
 * outer ones are kept, and the inner ones left out. A short number is a year, as the tool itself has it.
 */
function dateOfEvent(given: Json, event: ImportedEvent): string {
  const read = (key: string): string | null =>
    textIn(given, key) === ''
      ? null
      : readRaw(textIn(given, key), { order: 'mdy', yearsOnly: true });
  const [start, latestStart, earliestEnd, end] = ['start', 'latestStart', 'earliestEnd', 'end'].map(
    read,
  );
  if (!start) throw new RangeError('it has no start');
  const lasts = String(given['durationEvent'] ?? given['isDuration'] ?? 'false') === 'true';
  const outer = end ?? (lasts ? earliestEnd : latestStart) ?? start;
  for (const [key, date] of Object.entries({ latestStart, earliestEnd }))
    if (date && date !== start && date !== outer) leave(event, key, date);
  return daysOfMidnights(lasts ? rangeOf(start, outer) : choiceOf(start, outer));
}
