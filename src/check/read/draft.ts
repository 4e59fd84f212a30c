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

/** Parses every file and validates it by its schema (rule 1). */
export function parseArchive(files: Files): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = [];

  const record = <T>(file: TextFile, yaml: Yaml, schema: z.ZodType<T>): Document<T> | null => {
    const { value, part, problems: found } = checkSchema(yaml, schema);
    // Not spread: there may be more of them than a call has arguments.
    for (const problem of [...yaml.problems, ...found]) problems.push(problem);
    return yaml.problems.length > 0
      ? null
      : { file: file.file, value, part, raw: yaml.value, position: yaml.position };
  };
  const yamlFile = <T>(file: TextFile | null, schema: z.ZodType<T>): Document<T> | null =>
    file && record(file, parseYaml(file), schema);

  const body = (
    file: TextFile,
    start: number | null,
    notes: boolean,
    mayBeEmpty = false,
  ): Body | null => {
    if (start === null) return null;
    const parsed = parseBody(file, start, notes);
    for (const problem of parsed.problems) problems.push(problem);
    if (parsed.body && !mayBeEmpty && /^\s*$/.test(file.text.slice(start)))
      problems.push(
        error(4, file.at(file.text.length), 'there is no text', [
          'write below the front matter what the page says',
        ]),
      );
    return parsed.body;
  };
  const page = (file: TextFile | null): PageDraft | null => {
    if (!file) return null;
    const yaml = parseFrontMatter(file);
    const document = record(file, yaml, pageSchema) ?? broken(file, yaml);
    return { ...document, body: body(file, yaml.body, false), at: file.at };
  };

  let complete = files.complete;
  const events = files.events.map(({ id, file }): EventDraft => {
    const yaml = parseFrontMatter(file);
    const document = withoutGaps(record(file, yaml, eventDraftSchema));
    if (quoteIds(document).length > Object.keys(document?.part.quotes ?? {}).length || !document)
      complete = false;
    // An imported event may have only a title, and of a retracted one no word need stay.
    const text = body(file, yaml.body, true, isBare(document?.part));
    const captions = document ? captionsOf(file, document) : { media: [], problems: [] };
    for (const problem of captions.problems) problems.push(problem);
    return {
      ...(document ?? broken(file, yaml)),
      id,
      at: file.at,
      body: text && withMedia(text, captions.media),
    };
  });

  const draft: Draft = {
    site: yamlFile(files.site, siteSchema),
    actors: yamlFile(files.actors, actorsSchema),
    references: yamlFile(files.references, referencesSchema),
    events,
    sources: new Map(
      files.sources.map(({ id, text, original, record: file }) => [
        id,
        { id, text, original, record: yamlFile(file, sourceSchema) },
      ]),
    ),
    epilogue: page(files.epilogue),
    about: page(files.about),
    complete,
  };
  return { draft, problems };
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

/** The ids in a file, also of invalid entries; `null` if the file is invalid. */
export function idsIn<T>(file: Document<Record<string, T>> | null): Set<string> | null {
  const ids = keysOf(file?.raw);
  return ids && new Set(ids);
}

/** `null` if the value is not a map. */
const keysOf = (value: unknown): string[] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
