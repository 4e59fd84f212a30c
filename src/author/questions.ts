/** What the commands ask if no option says it. */

import { urlSchema } from '../model/bibliography.ts';
import { parseDate } from '../model/date.ts';
import { kindsOf } from '../model/kind.ts';
import { isLanguageTag } from '../model/language.ts';
import { actorChoices, kindQuestion, notAnId } from './actors.ts';
import type { Question } from './ask.ts';
import type { Opened } from './open.ts';

/** Why a text is not a date; `undefined` if it is one. */
function notADate(given: string): string | undefined {
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
  const only = tracks.length === 1 ? tracks[0]?.id : undefined;
  return [
    { flag: 'title', asks: 'Title, as a reader will see it' },
    {
      flag: 'date',
      asks: 'Date, no more precise than the source: 1850, 1850~, 2019-04, 2019-04-25T10:30, 1914/1918',
      refuses: notADate,
    },
    {
      flag: 'track',
      asks: 'Track',
      choices: tracks.map(({ id, label }) => ({ value: id, label })),
      initial: only,
      unasked: only,
    },
    ...kindQuestion('kind', 'Kind', [...kindsOf(draft.site?.part.kinds?.events).values()]),
  ];
}

/** What the document itself, or its file, says; empty where it does not. */
export interface Proposed {
  id: string;
  title: string;
  language: string;
  author: string;
}

/** Where a document without an address is. */
export const HELD: Question = {
  flag: 'held',
  asks: 'Where it can be seen: a library, an archive, a person',
};

/** What `source` needs to know of a document. Only what the document says of itself is proposed. */
export function sourceQuestions(
  opened: Opened,
  proposed: Proposed,
  held: string | undefined,
): Question[] {
  const propose = (answer: string): Pick<Question, 'initial' | 'unasked'> =>
    answer === '' ? {} : { initial: answer, unasked: answer };
  return [
    {
      flag: 'id',
      asks: 'Id of the source, its permanent URL',
      refuses: notAnId,
      ...propose(proposed.id),
    },
    { flag: 'title', asks: 'Title of the document', ...propose(proposed.title) },
    {
      flag: 'url',
      asks: 'Address it was taken from; Enter if it has none, or --held says where it can be seen',
      refuses: (given) =>
        given === '' || urlSchema.safeParse(given).success
          ? undefined
          : 'an address begins with https:// or http://',
      mayBeEmpty: true,
      ...(held !== undefined && { unasked: '' }),
    },
    {
      flag: 'author',
      asks: 'Who wrote it, several separated by semicolons; Enter if it names nobody',
      mayBeEmpty: true,
      // What a program takes for the author is shown to a person first.
      ...(proposed.author !== '' && { initial: proposed.author }),
      unasked: '',
    },
    {
      flag: 'published',
      asks: 'When it was published, no more precise than is known',
      refuses: notADate,
    },
    {
      flag: 'language',
      asks: 'Its language, as en or ja',
      refuses: (given) =>
        isLanguageTag(given) ? undefined : `${given} is not a language tag, as en, en-GB or ja`,
      ...propose(proposed.language),
    },
    { flag: 'rights', asks: 'Rights, in a sentence' },
    {
      flag: 'display',
      asks: 'Show its whole text, or only the sentences that are quoted?',
      choices: [{ value: 'excerpts' }, { value: 'full' }],
      initial: 'excerpts',
      unasked: 'excerpts',
    },
    {
      flag: 'agency',
      asks: 'News agency whose report it carries, an id of actors.yaml; Enter for none',
      refuses: notAnId,
      mayBeEmpty: true,
      unasked: '',
    },
    // Last, so that what a new one is follows at once.
    {
      flag: 'publisher',
      asks: 'Publisher',
      choices: actorChoices(opened),
      refuses: notAnId,
    },
  ];
}

/** What `picture` needs to know of a file, besides its event. @param decorative whether it shows nothing of its own */
export const pictureQuestions = (decorative: boolean): Question[] => [
  ...(decorative
    ? []
    : [{ flag: 'alt', asks: 'What it shows, for readers who cannot see or hear it' }]),
  { flag: 'credit', asks: 'Whose it is' },
  { flag: 'rights', asks: 'Its rights or licence, in words' },
  ...(['reference', 'source'] as const).map((flag) => ({
    flag,
    asks: `The ${flag} that it is from, by its id; Enter for none`,
    mayBeEmpty: true as const,
    unasked: '',
  })),
  {
    flag: 'caption',
    asks: 'Caption, which cites as in [words](#quote) or [words](ref:id); Enter for none',
    mayBeEmpty: true,
    unasked: '',
  },
];
