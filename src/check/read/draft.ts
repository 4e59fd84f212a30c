/** The archive as read and parsed, before anybody knows whether it is right. */
import type { z } from 'zod';
import { type ActorRecord, actorSchema } from '../../model/actor.ts';
import type { Body } from '../../model/body.ts';
import {
  type EventDraftRecord,
  type EventRecord,
  eventDraftSchema,
  hasNoGaps,
} from '../../model/event.ts';
import { recordOf } from '../../model/id.ts';
import { type ReferenceRecord, referenceSchema } from '../../model/reference.ts';
import { type PageRecord, pageSchema, type Site, siteSchema } from '../../model/site.ts';
import { type SourceRecord, sourceSchema } from '../../model/source.ts';
import { error, type Problem } from '../problem.ts';
import { parseBody } from './body.ts';
import type { TextFile } from './file.ts';
import type { Files } from './read.ts';
import { checkSchema } from './schema.ts';
import { parseFrontMatter, parseYaml, type Yaml } from './yaml.ts';

/** A record with its file: whole if it is valid, else the parts of it that are. */
export interface Document<T, Part = T> {
  file: string;
  value: T | null;
  part: Partial<Part>;
  /** As YAML has it; `undefined` where its syntax is broken. */
  raw: unknown;
  place: Yaml['place'];
}

/** A Markdown file: its front matter, and its text. */
interface Page<T, Part = T> extends Document<T, Part> {
  /** `null` where it cannot be parsed. */
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
  original: Uint8Array | null;
}

export type PageDraft = Page<PageRecord>;

/** `null` stands for a file that is missing or broken: what it holds is unknown, not empty. */
export interface Draft {
  site: Document<Site> | null;
  actors: Document<Record<string, ActorRecord>> | null;
  references: Document<Record<string, ReferenceRecord>> | null;
  events: EventDraft[];
  sources: Map<string, SourceDraft>;
  epilogue: PageDraft | null;
  about: PageDraft | null;
  /** Whether every quote that authors wrote is in here. */
  complete: boolean;
}

const actorsSchema = recordOf(actorSchema);
const referencesSchema = recordOf(referenceSchema);

/** Parses every file and holds it against its schema (rule 1). */
export function parseArchive(files: Files): { draft: Draft; problems: Problem[] } {
  const problems: Problem[] = [];

  const record = <T>(file: TextFile, yaml: Yaml, schema: z.ZodType<T>): Document<T> | null => {
    const { value, part, problems: found } = checkSchema(yaml, schema);
    problems.push(...yaml.problems, ...found);
    return yaml.problems.length > 0
      ? null
      : { file: file.file, value, part, raw: yaml.value, place: yaml.place };
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
    problems.push(...parsed.problems);
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
    return {
      ...(document ?? broken(file, yaml)),
      id,
      at: file.at,
      // A title alone is all that many a timeline elsewhere says.
      body: body(file, yaml.body, true, document?.part.unsourced),
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

/** A record whose syntax is broken. */
const broken = <T, Part = T>({ file }: TextFile, { place }: Yaml): Document<T, Part> => ({
  file,
  value: null,
  part: {},
  raw: undefined,
  place,
});

/** A record with gaps is not valid, but the rules see all of it. */
const withoutGaps = (
  document: Document<EventDraftRecord> | null,
): Document<EventRecord, EventDraftRecord> | null =>
  document && {
    ...document,
    value: document.value && hasNoGaps(document.value) ? document.value : null,
  };

/** The ids an event gives its quotes, also where the quotes themselves are broken. */
export function quoteIds(event: Pick<Document<EventRecord>, 'raw'> | null): string[] {
  return keysOf((event?.raw as { quotes?: unknown } | null | undefined)?.quotes) ?? [];
}

/** The ids a file lists, also where an entry is broken; `null` where the file is. */
export function idsIn<T>(file: Document<Record<string, T>> | null): Set<string> | null {
  const ids = keysOf(file?.raw);
  return ids && new Set(ids);
}

/** `null` where the value is no map. */
const keysOf = (value: unknown): string[] | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
