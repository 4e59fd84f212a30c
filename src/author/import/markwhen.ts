/**
 * markwhen's text: dates, ranges, durations, sections and groups, tags, comments, links. What hangs on another event
 * or on today, and what recurs, has no fixed date: it is said, not guessed.
 */
import { parseDate } from '../../model/date.ts';
import { cleaned, escapeMarkdown, linkTo, oneLine, webAddress } from '../markdown.ts';
import { dateOf, rangeOf } from './edtf.ts';
import { blank, type Imported, type ImportedEvent, joined } from './imported.ts';
import { type Order, readDate } from './read-date.ts';
import { attempt } from './table.ts';

const SPAN = /^(\d+)\s*(days?|weeks?|months?|years?)$/i;
/** Something that stands where a date would. */
const DATED =
  /^(?:[-+~]?\d|c\.|ca\.|circa|now\b|today\b|(?:after|before|by)\b|![\w-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;

/** Whether a text has lines that begin with a date and a colon. */
export const isMarkwhen = (text: string): boolean =>
  text.split('\n').some((line) => splitEvent(line.trim()) !== null);

export function readMarkwhen(text: string): Imported {
  const left: string[] = [];
  const events: ImportedEvent[] = [];
  const groups: string[] = [];
  const lines = cleaned(text).split('\n');
  let begun = false;
  let order: Order['order'] = 'month';
  let body: string[] = [];
  const close = (): void => {
    const event = events.at(-1);
    if (event) event.body = markdownOf(body, event);
    body = [];
  };

  lines.forEach((raw, i) => {
    const line = raw.trim();
    const where = `line ${i + 1}`;
    if (/^\/\//.test(line)) {
      if (line.replace(/^\/+\s*/, ''))
        left.push(`${where}, comment: ${oneLine(line.replace(/^\/+/, ''))}`);
      return;
    }
    const opened = /^(?:section|group)\b\s*(.*)$/i.exec(line) ?? /^#{1,6}\s+(.+)$/.exec(line);
    const found = splitEvent(line);
    if (opened) {
      close();
      begun = true;
      if (line.startsWith('#')) groups.length = 0;
      groups.push(oneLine((opened[1] ?? '').replace(/(?:^|\s)#\w+/g, '')));
    } else if (/^end(?:section|group)$/i.test(line)) {
      close();
      groups.pop();
    } else if (found) {
      close();
      begun = true;
      events.push(readEvent(found, where, groups.findLast(Boolean) ?? '', order, body));
    } else if (!begun) {
      if (/^dateFormat:\s*d/i.test(line)) order = 'day';
      else if (line && line !== '---') left.push(`${where}, heading: ${oneLine(line)}`);
    } else if (events.length > 0) body.push(line);
    else if (line) left.push(`${where}: ${oneLine(line)}`);
  });
  close();
  return { format: 'markwhen', events, left };
}

/** The date and the words of a line that begins an event. The colon that parts them is no clock's. */
function splitEvent(line: string): { date: string; words: string } | null {
  if (!DATED.test(line)) return null;
  const [, date, words] = /^(.+?)\s*:(?!\d\d)\s*(.*)$/.exec(line) ?? [];
  return date === undefined || words === undefined || date.length > 80 ? null : { date, words };
}

function readEvent(
  { date, words }: { date: string; words: string },
  where: string,
  group: string,
  order: Order['order'],
  body: string[],
): ImportedEvent {
  const event = { ...blank(where), group };
  const tags = [...words.matchAll(/(?:^|\s)#([\p{L}\p{N}_-]+)/gu)].map(([, tag]) => tag ?? '');
  if (tags.length > 0) event.left.push(`tags: ${tags.join(', ')}`);
  const untagged = words.replace(/(?:^|\s)#[\p{L}\p{N}_-]+/gu, '').trim();
  event.title = oneLine(untagged.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
  // A title holds no links; the body says it again with them.
  if (/\]\(/.test(untagged)) body.push(untagged, '');
  event.date = attempt(() => dateOfLine(date, order, event));
  return event;
}

function dateOfLine(given: string, order: Order['order'], event: ImportedEvent): string {
  const [, text = given, recurrence] = /^(.*?)\s+(every\s+.*)$/i.exec(given) ?? [];
  if (recurrence)
    event.left.push(`it recurs (${oneLine(recurrence)}); only its first time is taken over`);
  if (/^(?:now|today|after|before|by|!)/i.test(text) || SPAN.test(text))
    throw new RangeError(`"${text}" depends on another event or on today`);
  if (/^\d{4}(?:-\d\d){0,2}$/.test(text)) return readDate(text);
  const [from, to] = endsOf(text);
  if (to === undefined) return readDate(text, { order });
  const start = readDate(from, { order });
  if (/^now$/i.test(to)) return readDate(`${start}/..`);
  return SPAN.test(to) ? lasting(start, to) : rangeOf(start, readDate(to, { order }));
}

/** The two ends of a range: `a - b`, ISO's `a/b`, or `a-b` of dates that themselves have no hyphen. */
function endsOf(text: string): [start: string, end?: string] {
  const [, start, end] =
    /^(.+?)\s+-\s+(.+)$/.exec(text) ??
    /^(-?\d{4}(?:-\d\d){0,2}(?:T[^/]*)?)\s*\/\s*(.+)$/.exec(text) ??
    /^(\d{4})-(\d{4})$/.exec(text) ??
    /^((?:\d{1,2}\/){1,2}\d{4})-(.+)$/.exec(text) ??
    [];
  return start === undefined || end === undefined ? [text] : [start, end];
}

/** A start and how long it lasts, to the precision of the coarser of the two. */
function lasting(start: string, span: string): string {
  const [, count = '0', unit = ''] = SPAN.exec(span) ?? [];
  const part = parseDate(start).start;
  const [year = 0, month, day] = start.split('-').map(Number);
  const n = Number(count);
  if (!part || !/^\d{4}/.test(start) || part.precision === 'time')
    throw new RangeError(`${span} from ${start} has no form here`);
  if (/^year/i.test(unit) && month === undefined)
    return rangeOf(start, dateOf({ year: year + n - 1 }));
  if (/^(?:year|month)/i.test(unit)) {
    if (month === undefined)
      throw new RangeError(`${span} from a whole year ends in no certain month`);
    const last = year * 12 + month - 1 + n * (/^year/i.test(unit) ? 12 : 1) - 1;
    return rangeOf(
      start.slice(0, 7),
      dateOf({ year: Math.floor(last / 12), month: (last % 12) + 1 }),
    );
  }
  if (day === undefined) throw new RangeError(`${span} from ${start} ends on no certain day`);
  const end = new Date(part.lo + (n * (/^week/i.test(unit) ? 7 : 1) - 1) * 86_400_000);
  return rangeOf(start, end.toISOString().slice(0, 10));
}

/** Paragraphs, list items and links; all else is text. */
function markdownOf(lines: readonly string[], event: ImportedEvent): string {
  const blocks: string[] = [];
  let open = false;
  for (const line of lines) {
    if (/^#[\p{L}\p{N}_-]+(?:\s+#[\p{L}\p{N}_-]+)*$/u.test(line)) {
      event.left.push(`tags: ${line.replaceAll('#', '').split(/\s+/).join(', ')}`);
      continue;
    }
    const item = /^[-*]\s+(.*)$/.exec(line);
    const text = linked(item?.[1] ?? line);
    if (text === '') open = false;
    else if (item) {
      const last = blocks.at(-1);
      if (last?.startsWith('- ')) blocks[blocks.length - 1] = `${last}\n- ${text}`;
      else blocks.push(`- ${text}`);
      open = false;
    } else if (open) blocks[blocks.length - 1] = `${blocks.at(-1)} ${text}`;
    else {
      blocks.push(text);
      open = true;
    }
  }
  return joined(...blocks);
}

function linked(line: string): string {
  let text = '';
  let at = 0;
  for (const match of line.matchAll(/\[([^\]]*)\]\(([^)\s]*)\)/g)) {
    if (webAddress(match[2] ?? '') === null) continue;
    const between = line.slice(at, match.index);
    text += `${between.trim() ? `${/^\s/.test(between) ? ' ' : ''}${escapeMarkdown(between)}${/\s$/.test(between) ? ' ' : ''}` : between}${linkTo(match[1] ?? '', match[2] ?? '')}`;
    at = match.index + match[0].length;
  }
  const rest = line.slice(at);
  return (text + (at > 0 && /^\s/.test(rest) ? ' ' : '') + escapeMarkdown(rest)).trim();
}
