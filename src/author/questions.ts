/** What the commands ask where the flags do not say it. */
import { parseDate } from '../model/date.ts';
import { eventKinds } from '../model/event.ts';
import { idSchema } from '../model/id.ts';
import { urlSchema } from '../model/reference.ts';
import type { Question } from './ask.ts';
import type { Flags } from './new.ts';
import type { Opened } from './open.ts';

/** Why a text is no date; `undefined` where it is one. */
function noDate(given: string): string | undefined {
  try {
    parseDate(given);
    return undefined;
  } catch (cause) {
    return (cause as Error).message;
  }
}

/** What `new` needs to know of an event, besides its quote. */
export function eventQuestions({ draft }: Opened): Question[] {
  const tracks = draft.site?.part.tracks ?? [];
  return [
    { flag: 'title', asks: 'Title, as a reader will see it' },
    {
      flag: 'date',
      asks: 'Date, no more precise than the source: 1850, 1850~, 2019-04, 2019-04-25T10:30, 1914/1918',
      refuses: noDate,
    },
    {
      flag: 'track',
      asks: 'Track',
      choices: tracks.map(({ id, label }) => ({ value: id, label })),
      ...(tracks.length === 1 && { initial: tracks[0]?.id ?? '' }),
    },
    {
      flag: 'kind',
      asks: 'Kind',
      choices: eventKinds.map((value) => ({ value })),
      initial: 'report',
    },
  ];
}

/** What `source` needs to know of a document. */
export function sourceQuestions(
  { draft }: Opened,
  flags: Flags,
  known: { id: string; title: string },
): Question[] {
  const valid =
    (schema: { safeParse(given: string): { success: boolean } }, words: string) =>
    (given: string): string | undefined =>
      schema.safeParse(given).success ? undefined : words;
  const publishers = Object.keys(draft.actors?.part ?? {}).map((value) => ({ value }));
  const language = draft.site?.part.language;
  return [
    {
      flag: 'id',
      asks: 'Id of the source, its address for good',
      refuses: valid(idSchema, 'lower-case letters, digits and single hyphens make an id'),
      ...(known.id && { initial: known.id }),
    },
    { flag: 'title', asks: 'Title of the document', ...(known.title && { initial: known.title }) },
    {
      flag: 'publisher',
      asks: 'Publisher, an id of actors.yaml',
      refuses: valid(idSchema, 'lower-case letters, digits and single hyphens make an id'),
      ...(flags['publisher-name'] === undefined &&
        flags['publisher'] === undefined && { choices: publishers }),
    },
    {
      flag: 'url',
      asks: 'Address it was taken from',
      refuses: valid(urlSchema, 'an address begins with https:// or http://'),
    },
    {
      flag: 'published',
      asks: 'When it was published, no more precise than is known',
      refuses: noDate,
    },
    {
      flag: 'language',
      asks: 'Its language, as en or ja',
      ...(language !== undefined && { initial: language }),
    },
    { flag: 'rights', asks: 'Rights, in a sentence' },
    {
      flag: 'display',
      asks: 'Show its whole text, or only the sentences that are quoted?',
      choices: [{ value: 'excerpts' }, { value: 'full' }],
      initial: 'excerpts',
    },
  ];
}
