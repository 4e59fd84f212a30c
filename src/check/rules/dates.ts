import { notesOf } from '../../model/body.ts';
import { DAY } from '../../model/calendar.ts';
import { namedDates, parseDate, within } from '../../model/date.ts';
import { keeping } from '../../model/once.ts';
import { selectorsOf } from '../../model/passages.ts';
import { fold } from '../../model/text.ts';
import { error, type Problem } from '../problem.ts';
import {
  type Draft,
  type EventDraft,
  quoteIds,
  type SourceDraft,
  sourcesOf,
} from '../read/draft.ts';
import { gives } from './given-dates.ts';

/**
 * Rule 5: `refined` lies within `date`; a note derives a date that no quote gives; no event is later than its sources.
 */
export function checkDates(draft: Draft): Problem[] {
  // Of a retracted event the note on its date may have gone with its text.
  const standing = draft.events.filter(({ part }) => part.retracted === undefined);
  const language = draft.site?.part.language ?? 'en';
  return standing.flatMap((event) => checkEvent(event, language, ...sourcesOf(draft, event)));
}

const checkEvent = keeping(
  (event: EventDraft, language: string, ...sources: SourceDraft[]): Problem[] => [
    ...checkRefined(event),
    ...checkDerivation(event, language, sources),
    ...checkPublication(event, sources),
  ],
);

const hasNote = (event: EventDraft, topic: string): boolean =>
  // A body that cannot be parsed may have the note.
  event.body === null || notesOf(event.body).some(({ about }) => about === topic);

function checkRefined(event: EventDraft): Problem[] {
  const { date, refined } = event.part;
  if (date === undefined || refined === undefined) return [];
  if (within(parseDate(refined.date), parseDate(date)) || hasNote(event, 'discrepancy')) return [];
  return [
    error(
      5,
      event.position(['refined', 'date']),
      `refined date ${refined.date} is not within ${date}`,
      ['correct one of them, or say in a <Note about="discrepancy"> why they differ'],
    ),
  ];
}

/** @param fallback the language of a source that says none */
function checkDerivation(
  event: EventDraft,
  fallback: string,
  sources: readonly SourceDraft[],
): Problem[] {
  const { date, quotes = {}, unsourced } = event.part;
  if (date === undefined || unsourced || hasNote(event, 'date')) return [];
  // A broken quote may be the one that gives the date.
  if (quoteIds(event).length > Object.keys(quotes).length) return [];
  // Each passage by itself: a day from one and a year from another are not a date that the source gives.
  const spelled = Object.values(quotes).flatMap((quote) =>
    selectorsOf(quote).map(({ exact }) => ({
      text: fold(exact),
      language: sources.find(({ id }) => id === quote.source)?.record?.part.language ?? fallback,
    })),
  );
  const when = parseDate(date);
  const spans = when.kind !== 'date';
  const absent = namedDates(when).filter(
    (part) => !spelled.some(({ text, language }) => gives(text, part, language, spans)),
  );
  if (absent.length === 0) return [];
  const named = absent.map(({ edtf }) => edtf).join(' and ');
  const isHedged = absent.every((part) =>
    spelled.some(({ text, language }) =>
      gives(text, { ...part, approximate: true }, language, true),
    ),
  );
  return [
    error(5, event.position(['date']), `no quote of this event gives the date ${named}`, [
      ...(isHedged
        ? [
            'a quote has it as one of which it is sure only by and large: write 1850~ for "about 1850", [..1850] for "before 1850"',
          ]
        : []),
      'say in a <Note about="date"> how it is derived',
    ]),
  ];
}

/** A source cannot report later events. A note can say that it announces one. */
function checkPublication(event: EventDraft, sources: readonly SourceDraft[]): Problem[] {
  const { date, quotes = {}, unsourced } = event.part;
  const isExplained = (['date', 'discrepancy', 'context'] as const).some((topic) =>
    hasNote(event, topic),
  );
  if (date === undefined || unsourced || isExplained) return [];
  if (quoteIds(event).length > Object.keys(quotes).length) return [];
  const published = Object.values(quotes).map(
    ({ source }) => sources.find(({ id }) => id === source)?.record?.part.published,
  );
  if (published.length === 0 || !published.every((day) => day !== undefined)) return [];
  const latest = Math.max(...published.map((day) => parseDate(day).hi));
  // One day more: the date may already be the next day in another time zone.
  if (parseDate(date).lo <= latest + DAY) return [];
  return [
    error(
      5,
      event.position(['date']),
      `${date} is after its sources were published, the last ${published.toSorted().at(-1)}`,
      [
        'correct the date; if the source announces what was to come, say so in a <Note about="date">',
      ],
    ),
  ];
}
