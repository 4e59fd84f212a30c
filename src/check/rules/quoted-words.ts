import { type BodyNode, type Citation, citationsOf, type Note, notesOf } from '../../model/body.ts';
import { negationIn } from '../../model/meaning.ts';
import { keeping } from '../../model/once.ts';
import { selectorsOf } from '../../model/passages.ts';
import { quotedSpans } from '../../model/quotation-marks.ts';
import type { QuoteDraft } from '../../model/quote.ts';
import { tokensOf } from '../near/same-words.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import {
  type Draft,
  type EventDraft,
  quoteIds,
  type SourceDraft,
  sourcesOf,
} from '../read/draft.ts';
import { leftOutOf, type Spoken } from './left-out.ts';
import { blocksOf, type Quoted, quotedIn } from './marked-words.ts';

/** Texts as lists of words, which words in quotation marks are compared with. */
type Texts = readonly (readonly string[])[];

/**
 * Rule 4, for words in quotation marks: they are part of a quote that their sentence cites; a block quotation is part of a
 * quote that it cites itself. A title or a term is emphasised instead, `*so*`. In notes, where editors compare wordings,
 * the words are in a source of the event, or their sentence cites a reference.
 */
export function checkQuotedWords(draft: Draft): Problem[] {
  const names = draft.actors ? namesIn(draft.actors) : NO_NAMES;
  const language = draft.site?.part.language ?? 'en';
  return draft.events.flatMap((event) =>
    checkEvent(event, names, language, ...sourcesOf(draft, event)),
  );
}

const NO_NAMES: Texts = [];
const namesIn = keeping(
  ({ part }: NonNullable<Draft['actors']>): Texts =>
    Object.values(part)
      .flatMap((actor) =>
        actor ? [actor.name, ...actor.names, ...Object.values(actor.native ?? {})] : [],
      )
      .map(tokensOf),
);

const checkEvent = keeping(
  (event: EventDraft, names: Texts, language: string, ...sources: SourceDraft[]): Problem[] => [
    ...inTitle(event, names),
    ...inStatements(event, names, language),
    ...reversed(sources, event, language),
    ...inNotes(sources, event, names, language),
  ],
);

/** Separates the passages of a quote. It equals no word, so that words never match across an omission. */
const LEFT_OUT = '';

/** The words of a quote, and those of its translation. */
const wordings = (quote: QuoteDraft): string[][] => [
  selectorsOf(quote).flatMap(({ exact }, i) => [...(i > 0 ? [LEFT_OUT] : []), ...tokensOf(exact)]),
  ...(quote.translation ? [tokensOf(quote.translation.text)] : []),
];

function inStatements(event: EventDraft, names: Texts, language: string): Problem[] {
  const { quotes = {}, unsourced } = event.part;
  // Not for an unsourced event, nor if a quote is broken, because it may have the words.
  if (unsourced || quoteIds(event).length > Object.keys(quotes).length) return [];
  const isOwn = ({ kind, id }: Citation): boolean => kind === 'quote' && Object.hasOwn(quotes, id);
  const textsOf = (citations: readonly Citation[]): string[][] =>
    citations.filter(isOwn).flatMap(({ id }) => (quotes[id] ? wordings(quotes[id]) : []));
  return (
    blocksOf(event.body ?? [])
      // A block without a citation is reported by another rule.
      .filter(({ node, quotation }) => citationsOf([quotation ?? node]).some(isOwn))
      .flatMap(({ node, quotation }) =>
        quotedIn(node, quotation, language)
          .filter(
            ({ words, citations }) =>
              !isIn(words, quotation ? textsOf(citations) : [...textsOf(citations), ...names]),
          )
          .map(({ words }) => {
            const [holder] =
              Object.entries(quotes).find(([, quote]) => isIn(words, wordings(quote))) ?? [];
            const where = `is in no quote that its ${quotation ? 'block' : 'sentence'} cites`;
            return notQuoted(words, quotation, event.at(node.offset), where, holder);
          }),
      )
  );
}

/**
 * Words in quotation marks that say the opposite of a quote that their sentence cites, or another number: the quote has
 * a negation or a part of the number right beside them, and the sentence has not.
 */
function reversed(sources: readonly SourceDraft[], event: EventDraft, language: string): Problem[] {
  const { quotes = {}, title = '', unsourced } = event.part;
  if (unsourced) return [];
  const textsOf = (ids: readonly string[]): Spoken[] =>
    ids.flatMap((id) => {
      const quote = Object.hasOwn(quotes, id) ? quotes[id] : undefined;
      const source = sources.find((one) => one.id === quote?.source);
      const spoken = source?.record?.part.language ?? language;
      return quote ? selectorsOf(quote).map(({ exact }) => ({ exact, language: spoken })) : [];
    });
  const inBody = blocksOf(event.body ?? [])
    .filter(({ quotation }) => quotation === null)
    .flatMap(({ node }) =>
      quotedIn(node, null, language).map(({ words, sentence, citations }) => {
        const cited = citations.filter(({ kind }) => kind === 'quote').map(({ id }) => id);
        return { words, sentence, texts: textsOf(cited), position: event.at(node.offset) };
      }),
    );
  const inTitle = quotedSpans(title).map(({ start, end }) => ({
    words: title.slice(start, end),
    sentence: title,
    texts: textsOf(Object.keys(quotes)),
    position: event.position(['title']),
  }));
  return [...inTitle, ...inBody].flatMap(({ words, sentence, texts, position }) => {
    const denied = (words.match(/\[[^\]]*\]/g) ?? [])
      // The source may have brackets itself.
      .filter((added) => !texts.some(({ exact }) => exact.includes(added)))
      .map((added) => negationIn(added, language))
      .find((word) => word !== null);
    if (denied)
      return [
        error(
          4,
          position,
          `${shown(words)} has ${shown(denied)} in brackets, which reverses the words of its quote`,
          ['leave the brackets out, and say in the editors’ own words what was meant'],
        ),
      ];
    const left = words.split(OMITTED).map((part) => leftOutOf(part, sentence, texts));
    return left
      .filter((one) => one !== null)
      .map((one) =>
        error(
          4,
          position,
          `${shown(words)} stands in quotation marks without ${shown(one)}, which its quote has right beside it`,
          ['take it into the quotation marks, or say it in the sentence'],
        ),
      );
  });
}

function inTitle({ part, position, raw }: EventDraft, names: Texts): Problem[] {
  const { title, quotes = {}, unsourced } = part;
  const whole = quoteIds({ raw }).length === Object.keys(quotes).length;
  if (title === undefined || unsourced || !whole || Object.keys(quotes).length === 0) return [];
  const quoted = quotedSpans(title)
    .filter(({ start }) => !/["']/.test(title.charAt(start - 1)))
    .map(({ start, end }) => title.slice(start, end));
  if (quoted.length === 0) return [];
  const texts = [...Object.values(quotes).flatMap(wordings), ...names];
  return quoted
    .filter((words) => !isIn(words, texts))
    .map((words) =>
      error(
        4,
        position(['title']),
        `the title quotes ${shown(words)}, which is in no quote of this event`,
        ['write the words of a quote, or leave out the quotation marks'],
      ),
    );
}

function inNotes(
  sources: readonly SourceDraft[],
  event: EventDraft,
  names: Texts,
  language: string,
): Problem[] {
  const { quotes = {}, unsourced } = event.part;
  if (unsourced || quoteIds(event).length > Object.keys(quotes).length) return [];
  let texts: Texts | undefined;
  const isKnown = ({ words, citations }: Quoted): boolean => {
    // Outside pages are not stored, so their words cannot be compared.
    if (citations.some(({ kind }) => kind === 'reference')) return true;
    texts ??= [
      ...Object.values(quotes).flatMap(wordings),
      ...sources.map(({ text }) => tokensOf(text?.text ?? '')),
      ...names,
    ];
    return isIn(words, texts);
  };
  return notesOf(event.body ?? [])
    .flatMap((note) => blocksOf(hasBlocks(note) ? note.children : [{ ...note, type: 'paragraph' }]))
    .flatMap(({ node, quotation }) =>
      quotedIn(node, quotation, language)
        .filter((quoted) => !isKnown(quoted))
        .map(({ words }) =>
          notQuoted(words, quotation, event.at(node.offset), 'is in no source of this event'),
        ),
    );
}

/** A note on one line has its text as direct children, without a paragraph. */
const hasBlocks = ({ children }: Note): boolean =>
  !children.some(({ type }) =>
    /^(?:text|inlineCode|emphasis|strong|foreign|link|citation)$/.test(type),
  );

/** @param holder the id of a quote of the event that has the words */
const notQuoted = (
  words: string,
  quotation: BodyNode | null,
  position: Position,
  where: string,
  holder?: string,
): Problem =>
  error(
    4,
    position,
    `${shown(words)} ${quotation ? 'is a block quotation' : 'stands in quotation marks'} and ${where}`,
    [
      holder !== undefined
        ? `link the words to the quote that has them, as in [words](#${holder})`
        : quotation
          ? 'copy the words of the quote, and write who said them below the quotation'
          : 'copy the words of the quote; a title or a term that is no quotation is written *in emphasis*, without the marks',
    ],
  );

/** What stands in a quotation for any words. */
const OMITTED = /\[[^\]]*\]|…|\.\s?\.\s?\./;

/** Whether a text has the words in sequence; an ellipsis or bracket may stand for any words. */
function isIn(words: string, texts: Texts): boolean {
  const parts = words.split(OMITTED).map(tokensOf);
  return texts.some((text) => {
    let from = 0;
    return parts.every((part) => {
      if (part.length === 0) return true;
      while (from + part.length <= text.length && part.some((word, i) => text[from + i] !== word))
        from++;
      if (from + part.length > text.length) return false;
      from += part.length;
      return true;
    });
  });
}
