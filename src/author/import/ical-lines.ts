/** The lines of iCalendar: folded, named, with parameters, and nested in components. A broken line costs itself alone. */
import ICAL from 'ical.js';
import { cleanLine } from '../markdown.ts';
import { Refusal } from '../refusal.ts';
import { attempt } from './fields.ts';

export interface Property {
  /** Lower case. */
  name: string;
  parameters: Record<string, string>;
  /** As it stands, still escaped. */
  raw: string;
  /** Unescaped; several where the property is a list. */
  values: string[];
}

export interface Component {
  name: string;
  line: number;
  properties: Property[];
  parts: Component[];
  /** Lines that are no property; without a text, those that were read as part of the one before. */
  broken: { line: number; text: string; why: string }[];
}

const PRINTABLE = /^[^:]*;ENCODING=QUOTED-PRINTABLE[;:]/i;

/** Logical lines: those that begin with white space go on the line before. */
function* logicalLines(text: string): Generator<{ line: number; text: string }> {
  let begun: { line: number; parts: string[] } | null = null;
  let number = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    number++;
    // In this encoding of vCalendar 1.0, a line that ends in an equals sign goes on in the next.
    if (begun?.parts.at(-1)?.endsWith('=') && PRINTABLE.test(begun.parts[0] ?? '')) {
      begun.parts.push(begun.parts.pop()?.slice(0, -1) ?? '', raw);
      continue;
    }
    if (/^[ \t]/.test(raw) && begun) {
      begun.parts.push(raw.slice(1));
      continue;
    }
    if (begun) yield { line: begun.line, text: begun.parts.join('') };
    begun = raw.trim() === '' ? null : { line: number, parts: [raw] };
  }
  if (begun) yield { line: begun.line, text: begun.parts.join('') };
}

const NAME = /^([a-z\d-]+)(?=[;:])/i;

/**
 * The calendars of a file. What is not closed is closed by what follows it; lines outside of any calendar are those of
 * the first one.
 */
export function componentsOf(text: string): Component[] {
  const calendars: Component[] = [];
  const open: Component[] = [];
  const outside: Component['broken'] = [];
  let last: Property | null = null;
  for (const { line, text: content } of logicalLines(text)) {
    const [, begun] = /^BEGIN:\s*([\w-]+)\s*$/i.exec(content) ?? [];
    const [, ended] = /^END:\s*([\w-]+)\s*$/i.exec(content) ?? [];
    const name = (begun ?? ended ?? '').toLowerCase();
    if (begun !== undefined) {
      const component = { name, line, properties: [], parts: [], broken: [] };
      // No calendar, and no event, stands inside an event.
      while (open.length > (name === 'vcalendar' ? 0 : name === 'vevent' ? 1 : 99)) open.pop();
      if (open.length > 20) throw new Refusal(`line ${line}: not iCalendar: nested beyond reason`);
      (open.at(-1)?.parts ?? calendars).push(component);
      open.push(component);
    } else if (ended !== undefined) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) open.length = at;
    } else if (open.length === 0)
      outside.push({ line, text: content, why: 'a line outside of any calendar' });
    else last = addLine(open.at(-1), line, content, last);
    if (begun ?? ended) last = null;
  }
  for (const line of outside) calendars[0]?.broken.push(line);
  return calendars;
}

function addLine(
  component: Component | undefined,
  line: number,
  content: string,
  last: Property | null,
): Property | null {
  if (component === undefined) return null;
  if (!NAME.test(content)) {
    // A line break that was not escaped, of which the rest is the value's.
    if (last !== null && last.values.length > 0) {
      last.values[last.values.length - 1] += `\n${content}`;
      component.broken.push({
        line,
        text: '',
        why: 'a line that is not folded, read as part of the one before',
      });
      return last;
    }
    component.broken.push({ line, text: content, why: 'a line that is no property' });
    return null;
  }
  const property = attempt(() => propertyOf(content));
  if (!(property instanceof Error)) {
    component.properties.push(property);
    return property;
  }
  component.broken.push({
    line,
    text: content,
    why: `a line that is no property (${cleanLine(property.message.replace(/"[^"]*"/g, '…'))})`,
  });
  return null;
}

/** The value begins after the first colon that no quotation marks hold. */
function rawValue(content: string): string {
  let quoted = false;
  for (let at = 0; at < content.length; at++) {
    if (content[at] === '"') quoted = !quoted;
    else if (content[at] === ':' && !quoted) return content.slice(at + 1);
  }
  return content.slice(content.indexOf(':') + 1);
}

const isPrintable = ({ parameters }: Property): boolean =>
  /^quoted-printable$/i.test(parameters['encoding'] ?? '');

/**
 * The text of a property of vCalendar 1.0, in which bytes may be written as `=C3`.
 * @see https://www.rfc-editor.org/rfc/rfc2045#section-6.7
 */
export function printableText(property: Property, text: string): string {
  if (!isPrintable(property)) return text;
  const decoder = attempt(() => new TextDecoder(property.parameters['charset'] ?? 'utf-8'));
  if (decoder instanceof Error) return text;
  return text.replace(/(?:=[\dA-F]{2})+/gi, (run) =>
    decoder.decode(Buffer.from(run.replaceAll('=', ''), 'hex')),
  );
}

const TEXTS =
  /^(?:summary|description|location|categories|comment|contact|related-to|resources|status|x-.*|name)$/i;

/** The library takes a time that grows with the square of them. */
const MOST_PARAMETERS = 5000;

function propertyOf(content: string): Property {
  const raw = rawValue(content);
  const name = (NAME.exec(content)?.[1] ?? '').toLowerCase();
  if ((content.includes(':') ? content.length - raw.length : content.length) > MOST_PARAMETERS)
    throw new RangeError(`its parameters have more than ${MOST_PARAMETERS} characters`);
  // The library reads parameters and unescapes texts; what it would make of a value that it does not know is not used.
  const [, parameters, type, ...values] = ICAL.parse.property(
    TEXTS.test(name) ? content : `X-${content.slice(0, content.length - raw.length)}${raw}`,
  ) as unknown as [string, Record<string, string | string[]>, string, ...unknown[]];
  return {
    name,
    parameters: {
      ...Object.fromEntries(
        Object.entries(parameters).map(([key, value]) => [key, [value].flat().join(', ')]),
      ),
      value: type,
    },
    raw,
    values: name.startsWith('x-')
      ? [raw.replace(/\\n/gi, '\n').replace(/\\([\\;,])/g, '$1')]
      : values.flat().map(String),
  };
}
