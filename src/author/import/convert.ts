/** A foreign timeline as an archive's own records: events, the tracks and the references that they need. */
import { digestOf } from '../../check/read/digest.ts';
import type { Draft } from '../../check/read/draft.ts';
import { MOST_PAGE_BYTES } from '../../check/read/read.ts';
import { idSchema } from '../../model/id.ts';
import { trackColours } from '../../model/site.ts';
import { isVisible } from '../../model/title.ts';
import { cleanLine, escapeMarkdown } from '../markdown.ts';
import { freeId, slugOf } from '../slug.ts';
import { daysOfMidnights } from './edtf.ts';
import { wholeText } from './fields.ts';
import type { Named } from './identity.ts';
import type { Imported, ImportedEvent } from './imported.ts';
import { joined } from './imported.ts';
import type { Loss } from './report.ts';
import { sourced } from './sourced.ts';

export interface ConvertedEvent {
  id: string;
  /** Which event of the file it is, from 0. */
  nth: number;
  front: Record<string, unknown>;
  body: string;
  extension: 'md' | 'mdx';
  /** Whether it stands there as an author wrote it, who is told what check says. */
  authored: boolean;
  /** In the file. */
  where: string;
}

export interface Converted {
  /** What each event of the file is known by, those that are not taken over as well. */
  named: Named[];
  events: ConvertedEvent[];
  tracks: { id: string; label: string; colour: string }[];
  references: Record<string, unknown>;
  /** What an archive has no room for, item by item. */
  left: Loss[];
  /** Events that cannot be taken over, and why. */
  missed: Loss[];
  /** Events that are in the archive already, and stay as they are. */
  kept: Loss[];
}

/** What became of an event in a former import: its id to write it to, or why it stays as it is. */
export type Former = { id: string; extension: 'md' | 'mdx' } | { why: string; text: string };

export interface Into {
  /** The file's name, which references say they come from. */
  file: string;
  /** Where events without a group go. */
  track: string | undefined;
  /** Event ids that are in use. */
  taken: Set<string>;
  /** @param ids that the file gives the events, `''` where it gives none */
  formers(events: readonly Named[], ids: readonly string[]): (Former | null)[];
}

/** Quotes that are in no source, of which the nearest passage is sought. */
const MOST_NEAR = 300;
/** Leaves room in an event's file for what is not its text. */
const MOST_BODY_BYTES = MOST_PAGE_BYTES - 50_000;

const tooLong = ({ body }: ImportedEvent): Error | null =>
  Buffer.byteLength(body) > MOST_BODY_BYTES
    ? new RangeError(`its text is longer than ${MOST_BODY_BYTES / 1000} kB: part it`)
    : null;

/** A title made of a text is no longer than this. */
const LONGEST_TITLE = 80;
const MOST_OF_TITLE = 500;

export function convert(imported: Imported, draft: Draft, into: Into): Converted {
  const named = imported.events.map(namedOf);
  const result: Converted = {
    named,
    events: [],
    tracks: [],
    references: {},
    left: [...imported.left],
    missed: [],
    kept: [],
  };
  const trackOf = tracksOf(draft, into, result);
  const referenceOf = referencesOf(draft, into, result);
  const budget = { near: MOST_NEAR };
  const formers = into.formers(
    named,
    imported.events.map(({ sheet }) => sheet?.id ?? ''),
  );
  for (const [nth, event] of imported.events.entries()) {
    const { sheet } = event;
    const own = ownTitle(event);
    const { title, date } = named[nth] as Named;
    const why = event.date instanceof Error ? event.date : tooLong(event);
    if (why) {
      result.missed.push(missedOf(event, why, labelOf(event, own)));
      continue;
    }
    // Longer than any title: it is the event's text.
    if (title !== own && own !== '') event.body = joined(escapeMarkdown(own), event.body);
    const where = labelOf(event, title);
    const former = formers[nth];
    if (former && 'why' in former) {
      result.kept.push({ kind: former.why, where, text: former.text });
      continue;
    }
    if (own === '')
      result.left.push({
        kind: 'without a title; one is made of its text or date',
        where,
        text: '',
        noted: true,
      });
    for (const detail of event.left) result.left.push({ ...detail, where });
    const id = former?.id ?? freeId(idOf(sheet?.id ?? '', title, date), into.taken);
    const links = event.links.map(({ href, words }) => {
      const said = cleanLine(words);
      // A link needs a word to be seen by.
      const label = /[\p{L}\p{N}]/u.test(said) ? said : `${said} ${new URL(href).hostname}`.trim();
      return `[${escapeMarkdown(label)}](ref:${referenceOf(href, cleanLine(words))})`;
    });
    const track = trackOf(event);
    if (sheet) {
      const made = sourced(sheet, title, where, draft, budget, former?.extension === 'md');
      for (const loss of made.left) result.left.push(loss);
      const body = joined(made.body, ...links);
      const extension = former?.extension ?? (made.noted ? 'mdx' : (sheet.extension ?? 'md'));
      result.events.push({
        id,
        nth,
        front: { title, track, date, ...made.front },
        body,
        extension,
        authored: true,
        where,
      });
    } else {
      const place = cleanLine(event.place);
      const front = {
        title,
        track,
        date,
        ...(place && { place: { name: place } }),
        actors: [],
        quotes: {},
        ...(event.media.length > 0 && { media: event.media }),
        unsourced: true,
      };
      result.events.push({
        id,
        nth,
        front,
        body: joined(event.body, ...links),
        extension: 'md',
        authored: false,
        where,
      });
    }
  }
  return result;
}

const ownTitle = ({ sheet, title }: ImportedEvent): string =>
  visible(sheet ? sheet.title : cleanLine(title));

/** What an event is known by, without a date where it has none that can be read. */
function namedOf(event: ImportedEvent): Named {
  const { key, body, sheet } = event;
  const own = ownTitle(event);
  // What an export wrote as a time is one.
  const date = event.date instanceof Error ? '' : sheet ? event.date : daysOfMidnights(event.date);
  const title = own.length > MOST_OF_TITLE ? cut(own) : own || titleOf(event, date);
  const text = sheet ? JSON.stringify(sheet.statements) : body;
  return { key, title, date, text: text === '' ? '' : digestOf({ bytes: Buffer.from(text) }) };
}

/** What nobody can see names nothing. */
const visible = (text: string): string => (isVisible(text) ? text : '');

/** `row 3 “A title”`. */
const labelOf = ({ where }: ImportedEvent, title: string): string =>
  cleanLine(title) === '' ? where : `${where} “${cleanLine(title)}”`;

/** Events of one reason are counted together, whichever dates they quote; what they say goes with them. */
function missedOf(event: ImportedEvent, { message }: Error, where: string): Loss {
  const why = cleanLine(message);
  const quoted = why.match(QUOTED) ?? [];
  const said = new Set(quoted.flatMap((text) => [`date: ${text}`, `date: ${text.slice(1, -1)}`]));
  const text = [...quoted, ...contentOf(event)]
    .filter((one) => one !== '' && !said.has(one))
    .join('; ');
  return { kind: why.replace(QUOTED, '…'), where, text };
}

/** The id that an event has of its file, else one of its title. */
const idOf = (own: string, title: string, date: string): string =>
  idSchema.safeParse(own).success ? own : slugOf(title) || `event-${slugOf(date) || 'undated'}`;

/** What a reason quotes of a file: its words, or a date made of them. */
const QUOTED = /"[^"]*"|\[?(?:Y-?|-)?\d{4,}(?:[-/.:T\d]*\d)?[^\s,;:]*/g;

/** What an event that is not taken over says besides its title. */
const contentOf = (event: ImportedEvent): string[] => [
  ...(event.sheet ? [JSON.stringify(event.sheet)] : []),
  event.key,
  event.body,
  event.group,
  event.place,
  ...event.links.flatMap(({ href, words }) => [href, words]),
  ...event.media.map(wholeText),
  ...event.left.map(({ kind, text }) => `${kind}: ${text}`),
];

/** A title for what has none: the beginning of its text, the words of a link, or its date. */
function titleOf({ body, links }: ImportedEvent, date: string): string {
  const [paragraph = ''] = body.split('\n\n');
  const text = cleanLine(
    paragraph
      .replace(/\[((?:[^[\]\\]|\\.){0,500})\]\([^()\s]{0,2000}\)/g, '$1')
      .replace(/^(?:-|\d+\.) /, '')
      .replace(/(?<!\\)\*+/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
  const words = visible(text) || visible(cleanLine(links[0]?.words ?? '')) || date;
  return words.length <= LONGEST_TITLE ? words : cut(words);
}

const cut = (words: string): string => `${words.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`;

/** Groups by their label; what has none goes to the only track there is, or to one of its own. */
function tracksOf(
  draft: Draft,
  into: Into,
  { tracks }: Converted,
): (event: ImportedEvent) => string {
  const listed = draft.site?.part.tracks ?? [];
  const taken = new Set(listed.map(({ id }) => id));
  const byLabel = new Map(
    listed.flatMap(({ id, label }) => [[label, id] as const, [id, id] as const]),
  );
  const home = into.track ?? (listed.length === 1 ? listed[0]?.id : undefined);
  return ({ group }) => {
    const label = visible(cleanLine(group));
    if (label === '' && home !== undefined) return home;
    const named = label || 'Imported';
    const there = byLabel.get(named);
    if (there !== undefined) return there;
    const id = freeId(slugOf(named) || 'track', taken);
    const colour = trackColours[(listed.length + tracks.length) % trackColours.length] ?? 'slate';
    tracks.push({ id, label: named, colour });
    byLabel.set(named, id);
    return id;
  };
}

/** A reference for an address, one for each however often it is linked to; without words, called by its address. */
function referencesOf(
  draft: Draft,
  { file }: Into,
  { references }: Converted,
): (href: string, words: string) => string {
  const listed = Object.entries(draft.references?.part ?? {});
  const taken = new Set(listed.map(([id]) => id));
  const byAddress = new Map(listed.map(([id, reference]) => [reference?.url ?? '', id]));
  return (href, words) => {
    const there = byAddress.get(href);
    if (there !== undefined) return there;
    const { hostname, pathname } = new URL(href);
    const host = hostname.replace(/^www\./, '');
    const path = attemptDecode(pathname).replace(/\/$/, '');
    const id = freeId(slugOf(`${host} ${words || path}`) || 'page', taken);
    references[id] = {
      title: words || `${host}${path}`,
      publisher: hostname,
      url: href,
      language: 'und',
      note: `Taken over from ${cleanLine(file)}.`,
    };
    byAddress.set(href, id);
    return id;
  };
}

function attemptDecode(path: string): string {
  try {
    return cleanLine(decodeURIComponent(path));
  } catch {
    return path;
  }
}
