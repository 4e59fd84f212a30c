/** The archive as read and parsed, before the rules are checked. */
import type { z } from 'zod';
import { type ActorRecord, actorSchema } from '../../model/actor.ts';
import { type Body, withMedia } from '../../model/body.ts';
import {
  type EventDraftRecord,
  type EventRecord,
  eventDraftSchema,
  hasNoGaps,
} from '../../model/event.ts';
import { recordOf } from '../../model/id.ts';
import { keeping } from '../../model/once.ts';
import type { SourceText } from '../../model/quote.ts';
import { type ReferenceRecord, referenceSchema } from '../../model/reference.ts';
import { type PageRecord, pageSchema, type Site, siteSchema } from '../../model/site.ts';
import { type SourceRecord, sourceSchema } from '../../model/source.ts';
import { error, type Problem } from '../problem.ts';
import { parseBody } from './body.ts';
import { captionsOf } from './captions.ts';
import type { TextFile } from './file.ts';
import type { Files, OriginalFile } from './read.ts';
import { checkSchema } from './schema.ts';
import { parseFrontMatter, parseYaml, type Yaml } from './yaml.ts';

/** A record and its file: the whole record if it is valid, otherwise its valid parts. */
export interface Document<T, Part = T> {
  file: string;
  value: T | null;
  part: Partial<Part>;
  /** The YAML value; `undefined` if the syntax is invalid. */
  raw: unknown;
  position: Yaml['position'];
}

/** A Markdown file: its front matter, and its text. */
interface Page<T, Part = T> extends Document<T, Part> {
  /** `null` if it cannot be parsed. */
  body: Body | null;
  /** The place of an offset into the file. */
  at: TextFile['at'];
}

export interface EventDraft extends Page<EventRecord, EventDraftRecord> {
  id: string;
}

export interface SourceDraft {
  id: string;
  text: TextFile | null;
  record: Document<SourceRecord> | null;
  original: OriginalFile | null;
}

/** A source's text as its record lays it out; `null` where it cannot be read. */
export const readText = ({
  text,
  record,
}: Pick<SourceDraft, 'text' | 'record'>): SourceText | null =>
  text && { text: text.text, lines: record?.part.lines, marks: record?.part.marks };

export type PageDraft = Page<PageRecord>;

/** `null` means that the file is missing or invalid: its content is unknown, not empty. */
export interface Draft {
  site: Document<Site> | null;
  actors: Document<Record<string, ActorRecord>> | null;
  references: Document<Record<string, ReferenceRecord>> | null;
  events: EventDraft[];
  sources: Map<string, SourceDraft>;
  epilogue: PageDraft | null;
  about: PageDraft | null;
  /** Whether every quote of the files could be read. */
  complete: boolean;
}

const actorsSchema = recordOf(actorSchema);
const referencesSchema = recordOf(referenceSchema);

/** Something that was parsed, and what is wrong with it. */
interface Parsed<T> {
  parsed: T;
  problems: Problem[];
}

/** Parses every file and validates it by its schema (rule 1); what was parsed of a file before is kept. */
export function parseArchive(files: Files): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = [];
  const take = <T>({ parsed, problems: found }: Parsed<T>): T => {
    // Not spread: there may be more of them than a call has arguments.
    for (const problem of found) problems.push(problem);
    return parsed;
  };

  const read = files.events.map(({ id, file }) => parseEvent(file, id));
  const draft: Draft = {
    site: files.site && take(parseSite(files.site)),
    actors: files.actors && take(parseActors(files.actors)),
    references: files.references && take(parseReferences(files.references)),
    events: read.map(take),
    sources: new Map(
      files.sources.map(({ id, text, original, record }) => [
        id,
        record
          ? take(parseSource(record, id, text, original))
          : { id, text, original, record: null },
      ]),
    ),
    epilogue: files.epilogue && take(parsePage(files.epilogue)),
    about: files.about && take(parsePage(files.about)),
    complete: files.complete && read.every(({ whole }) => whole),
  };
  return { draft, problems };
}

function record<T>(
  { file }: TextFile,
  yaml: Yaml,
  schema: z.ZodType<T>,
): Parsed<Document<T> | null> {
  const { value, part, problems: found } = checkSchema(yaml, schema);
  const { raw, position } = { raw: yaml.value, position: yaml.position };
  return {
    parsed: yaml.problems.length > 0 ? null : { file, value, part, raw, position },
    problems: yaml.problems.concat(found),
  };
}

const parseSite = keeping((file: TextFile) => record(file, parseYaml(file), siteSchema));
const parseActors = keeping((file: TextFile) => record(file, parseYaml(file), actorsSchema));
const parseReferences = keeping((file: TextFile) =>
  record(file, parseYaml(file), referencesSchema),
);

const parseSource = keeping(
  (
    file: TextFile,
    id: string,
    text: TextFile | null,
    original: OriginalFile | null,
  ): Parsed<SourceDraft> => {
    const { parsed, problems } = record(file, parseYaml(file), sourceSchema);
    return { parsed: { id, text, original, record: parsed }, problems };
  },
);

const parsePage = keeping((file: TextFile): Parsed<PageDraft> => {
  const yaml = parseFrontMatter(file);
  const { parsed, problems } = record(file, yaml, pageSchema);
  const body = textOf(file, yaml.body, false);
  return {
    parsed: { ...(parsed ?? broken(file, yaml)), body: body.parsed, at: file.at },
    problems: problems.concat(body.problems),
  };
});

/** `whole` if every quote of the event could be read. */
interface ParsedEvent extends Parsed<EventDraft> {
  whole: boolean;
}

const parseEvent = keeping((file: TextFile, id: string): ParsedEvent => {
  const yaml = parseFrontMatter(file);
  const { parsed, problems } = record(file, yaml, eventDraftSchema);
  const document = withoutGaps(parsed);
  // An imported event may have only a title, and of a retracted one no word need stay.
  const body = textOf(file, yaml.body, true, isBare(document?.part));
  const captions = document ? captionsOf(file, document) : { media: [], problems: [] };
  return {
    parsed: {
      ...(document ?? broken(file, yaml)),
      id,
      at: file.at,
      body: body.parsed && withMedia(body.parsed, captions.media),
    },
    problems: problems.concat(body.problems, captions.problems),
    whole:
      document !== null &&
      quoteIds(document).length <= Object.keys(document.part.quotes ?? {}).length,
  };
});

/** The text below front matter. @param start where it begins; `null` if the front matter has no end */
function textOf(
  file: TextFile,
  start: number | null,
  notes: boolean,
  mayBeEmpty = false,
): Parsed<Body | null> {
  if (start === null) return { parsed: null, problems: [] };
  const { body, problems } = parseBody(file, start, notes);
  if (!body || mayBeEmpty || !/^\s*$/.test(file.text.slice(start)))
    return { parsed: body, problems };
  const missing = error(4, file.at(file.text.length), 'there is no text', [
    'write below the front matter what the page says',
  ]);
  return { parsed: body, problems: [...problems, missing] };
}

const isBare = ({ unsourced, retracted }: Partial<EventDraftRecord> = {}): boolean =>
  unsourced !== undefined || retracted !== undefined;

/** A record whose syntax is broken. */
const broken = <T, Part = T>({ file }: TextFile, { position }: Yaml): Document<T, Part> => ({
  file,
  value: null,
  part: {},
  raw: undefined,
  position,
});

/** A record with a `?` is not valid, but the rules check all of it. */
const withoutGaps = (
  document: Document<EventDraftRecord> | null,
): Document<EventRecord, EventDraftRecord> | null =>
  document && {
    ...document,
    value: document.value && hasNoGaps(document.value) ? document.value : null,
  };

/** The ids of an event's quotes, also of invalid quotes. */
export function quoteIds(event: Pick<Document<EventRecord>, 'raw'> | null): string[] {
  return keysOf((event?.raw as { quotes?: unknown } | null | undefined)?.quotes) ?? [];
}

/** The sources that an event's quotes name and that are there, each once. */
export const sourcesOf = ({ sources }: Draft, { part }: EventDraft): SourceDraft[] =>
  [...new Set(Object.values(part.quotes ?? {}).map(({ source }) => source))].flatMap(
    (id) => sources.get(id) ?? [],
  );

/** The ids in a file, also of invalid entries; `null` if the file is invalid. */
export function idsIn<T>(file: Document<Record<string, T>> | null): Set<string> | null {
  const ids = keysOf(file?.raw);
  return ids && new Set(ids);
}

/** `null` if the value is not a map. */
const keysOf = (value: unknown): string[] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
