/**
 * markwhen's text: dates, ranges, durations, sections and groups, tags, comments, links. What hangs on another event
 * or on today, and what recurs, has no fixed date: it is said, not guessed.
 */
import { cleaned, cleanLine, escapeMarkdown, linkTo, webAddress } from '../markdown.ts';
import type { DayOrder } from './conventions.ts';
import { FROM, lasting, SPAN } from './duration.ts';
import { daysOfMidnights } from './edtf.ts';
import { attempt } from './fields.ts';
import { addLink, blank, type Imported, type ImportedEvent, joined, leave } from './imported.ts';
import { readDate, readRaw } from './read-date.ts';

/** Something that stands where a date would. */
const DATED =
  /^(?:[-+~]?\d|c\.|ca\.|circa|now\b|today\b|(?:after|before|by)\b|![\w-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;
const RELATIVE = /^(?:now|today|after|before|by|!)/i;
const OPENED = /^(?:section|group)(?![\w-])\s*(?<name>.*)$|^#{1,6}\s+(?<heading>.+)$/i;
const TAG = /(?<=^|\s)#([\p{L}\p{N}_-]+)/gu;
/** Right below the line of an event, YAML of this tool's own. */
const PROPERTY = /^(id|tags?|location|color|colour|key|every|timezone|duration)\s*:\s*(.*)$/i;

/** Whether a text's first line is of markwhen alone: a heading, a comment, or a date and a colon. */
export function beginsMarkwhen(text: string): boolean {
  const line = text.split(/\r?\n/, 1)[0]?.trim() ?? '';
  return (
    /^(?:---$|\/\/|(?:section|group)\b|#{1,6}\s|(?:title|description|dateFormat|timezone)\s*:)/i.test(
      line,
    ) || isEvent(line)
  );
}

/** Whether a text has lines that begin with a date and a colon, or what stands where a date would. */
export const isMarkwhen = (text: string): boolean =>
  text.split('\n').some((line) => splitEvent(line.trim()) !== null);

/** Whether what stands before a line's colon is a date, or hangs on one. */
function isEvent(line: string): boolean {
  const found = splitEvent(line);
  if (found === null || /[;\t]/.test(found.date)) return false;
  const date = attempt(() => dateOfLine(found.date, 'mdy', blank('')));
  return !(date instanceof Error) || (RELATIVE.test(found.date) && !found.date.includes(','));
}

interface Section {
  name: string;
  used: boolean;
}

export function readMarkwhen(text: string): Imported {
  const left: Imported['left'] = [];
  const whole = { title: '', deck: '' };
  const events: ImportedEvent[] = [];
  const open: Section[] = [];
  const sections: (Section & { where: string })[] = [];
  let order: DayOrder = 'mdy';
  // Lines of the event that is being read; `null` where none has begun since the last heading.
  let body: string[] | null = null;
  let begun = false;
  let properties = false;
  const close = (): void => {
    const event = events.at(-1);
    if (event && body) event.body = markdownOf(body, event);
    body = null;
  };
  const note = (kind: string, where: string, words: string): void => {
    if (cleanLine(words) !== '') left.push({ kind, where, text: cleanLine(words) });
  };

  cleaned(text)
    .split('\n')
    .forEach((raw, i) => {
      const line = raw.trim();
      const where = `line ${i + 1}`;
      const opened = OPENED.exec(line)?.groups;
      const found = splitEvent(line);
      if (line.startsWith('//')) note('comment', where, line.replace(/^\/+/, ''));
      else if (opened) {
        close();
        begun = true;
        const words = opened['name'] ?? opened['heading'] ?? '';
        if (opened['heading'] !== undefined) open.length = 0;
        note('tags of a section', where, tagsOf(words));
        const section = { name: cleanLine(words.replace(TAG, '')), used: false, where };
        open.push(section);
        sections.push(section);
      } else if (/^end(?:section|group)$/i.test(line)) {
        close();
        open.pop();
      } else if (found) {
        close();
        begun = true;
        const section = open.findLast(({ name }) => name !== '');
        if (section) section.used = true;
        events.push(readEvent(found, where, section?.name ?? '', order));
        body = [];
        properties = true;
      } else if (!begun) order = heading(line, where) ?? order;
      else if (body) {
        const event = events.at(-1);
        properties &&= event !== undefined && readProperty(line, event);
        if (!properties) body.push(line);
      } else note('text before an event', where, line);
    });
  close();
  for (const { name, used, where } of sections)
    if (!used) note('a section without events of its own', where, name);
  return { format: 'markwhen', ...whole, events, left };

  /** A line before the first event: what the whole is called, or how its dates are written. */
  function heading(line: string, where: string): DayOrder | null {
    const [, key = '', value = ''] =
      /^(title|description|dateFormat)\s*:\s*(.*)$/i.exec(line) ?? [];
    if (/^dateformat$/i.test(key)) {
      note('heading', where, line);
      return /^["']?d/i.test(value) ? 'dmy' : 'mdy';
    }
    if (/^title$/i.test(key) && !whole.title) whole.title = cleanLine(plain(value));
    else if (/^description$/i.test(key) && !whole.deck) whole.deck = cleanLine(plain(value));
    else if (line !== '---') note('heading', where, line);
    return null;
  }
}

const plain = (words: string): string => words.replace(/^(["'])(.*)\1$/, '$2');

const tagsOf = (words: string): string => [...words.matchAll(TAG)].map(([, tag]) => tag).join(', ');

/** The date and the words of a line that begins an event. The colon that parts them is no clock's. */
function splitEvent(line: string): { date: string; words: string } | null {
  if (!DATED.test(line)) return null;
  let at = line.indexOf(':');
  while (at >= 0 && at < 100 && /^\d\d/.test(line.slice(at + 1, at + 3)))
    at = line.indexOf(':', at + 1);
  if (at <= 0 || at > 100) return null;
  return { date: line.slice(0, at).trimEnd(), words: line.slice(at + 1).trim() };
}

function readEvent(
  { date, words }: { date: string; words: string },
  where: string,
  group: string,
  order: DayOrder,
): ImportedEvent {
  const event = { ...blank(where), group };
  leave(event, 'tags', tagsOf(words));
  const title = replaceLinks(
    words.replace(TAG, ''),
    (text) => text,
    (text, href) => {
      if (text.trim() !== '' && /^location$/i.test(href)) addPlace(event, text);
      else addLink(event, 'link', href, text);
      return text || ' ';
    },
  );
  event.title = cleanLine(title);
  event.date = attempt(() => dateOfLine(date, order, event));
  return event;
}

function addPlace(event: ImportedEvent, name: string): void {
  if (event.place === '') event.place = cleanLine(name);
  else leave(event, 'location', cleanLine(name));
}

/** A property of an event; `false` where the line is none, so that its text begins. */
function readProperty(line: string, event: ImportedEvent): boolean {
  const [, key, value = ''] = PROPERTY.exec(line) ?? [];
  if (key !== undefined && /^location$/i.test(key)) addPlace(event, plain(value));
  else if (key !== undefined) {
    if (/^id$/i.test(key)) event.key = plain(value);
    leave(event, key.toLowerCase(), cleanLine(value));
  } else if (/^\{.*\}$/.test(line)) leave(event, 'properties', cleanLine(line));
  else return false;
  return true;
}

function dateOfLine(given: string, order: DayOrder, event: ImportedEvent): string {
  const at = given.search(/\severy\s/i);
  const text = at < 0 ? given : given.slice(0, at).trim();
  if (at >= 0)
    leave(event, 'it recurs; only its first time is taken over', cleanLine(given.slice(at)));
  if (RELATIVE.test(text) || SPAN.test(text))
    throw new RangeError(`"${text}" depends on another event or on today`);
  const { start, span } = FROM.exec(text)?.groups ?? {};
  if (start !== undefined && span !== undefined)
    return daysOfMidnights(lasting(readRaw(start, { order }), span));
  return readDate(text.replace(/\s\/\s/g, ' - '), { order });
}

/** Paragraphs, list items and links; all else is text. */
function markdownOf(lines: readonly string[], event: ImportedEvent): string {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const end = (): void => {
    if (paragraph.length > 0) blocks.push(paragraph.join(' '));
    paragraph = [];
  };
  for (const line of lines) {
    if (/^#[\p{L}\p{N}_-]+(?: +#[\p{L}\p{N}_-]+)*$/u.test(line)) {
      leave(event, 'tags', tagsOf(line));
      continue;
    }
    const item = /^[-*]\s+(.*)$/.exec(line);
    const text = linked(item?.[1] ?? line, event);
    if (item || text === '') end();
    if (item) {
      const last = blocks.at(-1);
      if (last?.startsWith('- ')) blocks[blocks.length - 1] = `${last}\n- ${text}`;
      else blocks.push(`- ${text}`);
    } else if (text !== '') paragraph.push(text);
  }
  end();
  return joined(...blocks);
}

/** `[words](target)`, an image alike, or an address by itself; in time proportional to the line's length. */
const LINK =
  /!?\[(?<words>[^[\]]{0,2000})\]\((?<href>(?:[^()\s]|\([^()\s]{0,200}\)){1,2000})\)|(?<bare>https?:\/\/[^\s<>"[\]]*[^\s<>"[\]().,;:!?])/gi;

function replaceLinks(
  line: string,
  text: (words: string) => string,
  link: (words: string, href: string) => string,
): string {
  let said = '';
  let at = 0;
  for (const { 0: whole, index, groups } of line.matchAll(LINK)) {
    const { words = '', href = '', bare } = groups ?? {};
    said += text(line.slice(at, index)) + link(words, bare ?? href);
    at = index + whole.length;
  }
  return said + text(line.slice(at));
}

function linked(line: string, event: ImportedEvent): string {
  const escaped = (words: string): string =>
    cleanLine(words) === ''
      ? words
      : `${/^\s/.test(words) ? ' ' : ''}${escapeMarkdown(words)}${/\s$/.test(words) ? ' ' : ''}`;
  return replaceLinks(line, escaped, (words, href) => {
    if (!/^location$/i.test(href)) return linkTo(words || href, webAddress(href) ?? href);
    addPlace(event, words);
    return escapeMarkdown(words);
  })
    .replace(/!(?=\[)/g, '\\!')
    .trim();
}
