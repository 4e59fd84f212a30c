import { type BodyNode, nodesOf, statementsOf } from '../../model/body.ts';
import { quotedSpans } from '../../model/quotation-marks.ts';
import type { QuoteDraft } from '../../model/quote.ts';
import { tokensOf } from '../near/same-words.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';

/** What words in quotation marks are compared with: texts as lists of words. */
type Texts = readonly (readonly string[])[];

/**
 * Rule 4, for words in quotation marks: each is part of a quote that its block cites. A title or a term that is no
 * quotation stands in emphasis, `*so*`. In notes, where editors compare wordings, it is in a source of the event, or
 * its block cites the reference that has it.
 */
export function checkQuotedWords(draft: Draft): Problem[] {
  const names = Object.values(draft.actors?.part ?? {}).flatMap((actor) =>
    actor ? [actor.name, ...actor.names, ...Object.values(actor.native ?? {})] : [],
  );
  const nameTokens = names.map(tokensOf);
  return draft.events.flatMap((event) => [
    ...inTitle(event, nameTokens),
    ...inStatements(event, nameTokens),
    ...inNotes(draft, event, nameTokens),
  ]);
}

/** The words of a quote, and those of its translation. */
const wordings = ({ exact, translation }: QuoteDraft): string[][] =>
  [exact, ...(translation ? [translation.text] : [])].map(tokensOf);

function inStatements(event: EventDraft, names: Texts): Problem[] {
  const { quotes = {}, unsourced } = event.part;
  // What has no quotes yet says so as a whole, and a broken one may be the one that is meant.
  if (unsourced || quoteIds(event).length > Object.keys(quotes).length) return [];
  return statementsOf(event.body ?? []).flatMap(({ node, citations }) => {
    const cited = citations.flatMap(({ kind, id }) => {
      const quote = kind === 'quote' && Object.hasOwn(quotes, id) ? quotes[id] : undefined;
      return quote ? wordings(quote) : [];
    });
    // A block that cites nothing has been refused.
    if (cited.length === 0) return [];
    return unknownSpans(node, [...cited, ...names]).map((words) =>
      notQuoted(words, event.at(node.offset), 'is in no quote that its paragraph cites'),
    );
  });
}

function inTitle({ part, position, raw }: EventDraft, names: Texts): Problem[] {
  const { title, quotes = {}, unsourced } = part;
  const whole = quoteIds({ raw }).length === Object.keys(quotes).length;
  if (title === undefined || unsourced || !whole || Object.keys(quotes).length === 0) return [];
  const texts = [...Object.values(quotes).flatMap(wordings), ...names];
  return quotedSpans(title)
    .filter(({ start }) => !/["']/.test(title.charAt(start - 1)))
    .map(({ start, end }) => title.slice(start, end))
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

function inNotes(draft: Draft, event: EventDraft, names: Texts): Problem[] {
  const { quotes = {}, unsourced } = event.part;
  if (unsourced || quoteIds(event).length > Object.keys(quotes).length) return [];
  const sources = new Set(Object.values(quotes).map(({ source }) => source));
  let texts: Texts | undefined;
  return [...nodesOf(event.body ?? [])]
    .filter((node) => node.type === 'note')
    .flatMap((note) =>
      statementsOf(note.children).flatMap(({ node, citations }) => {
        // Nobody but a reader can look into an outside page.
        if (citations.some(({ kind }) => kind === 'reference')) return [];
        texts ??= [
          ...Object.values(quotes).flatMap(wordings),
          ...[...sources].map((id) => tokensOf(draft.sources.get(id)?.text?.text ?? '')),
        ];
        return unknownSpans(node, [...texts, ...names]).map((words) =>
          notQuoted(words, event.at(node.offset), 'is in no source of this event'),
        );
      }),
    );
}

const notQuoted = (words: string, position: Position, where: string): Problem =>
  error(4, position, `${shown(words)} stands in quotation marks and ${where}`, [
    'copy the words of the quote; a title or a term that is no quotation is written *in emphasis*, without the marks',
  ]);

/** The words in quotation marks within a block that none of the texts has. */
function unknownSpans(block: BodyNode, texts: Texts): string[] {
  const { text, emphasised } = flat(block);
  return quotedSpans(text)
    .filter(({ start, end }) => !emphasised.slice(start, end).every(Boolean))
    .map(({ start, end }) => text.slice(start, end))
    .filter((words) => !isIn(words, texts));
}

/** Whether a text has the words one after another; on each side of an ellipsis or a bracket by itself. */
function isIn(words: string, texts: Texts): boolean {
  const parts = words.split(/\[[^\]]*\]|…|\.\s?\.\s?\./).map(tokensOf);
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

/** The text of a block, and which of its characters are emphasised. */
function flat(block: BodyNode): { text: string; emphasised: boolean[] } {
  let text = '';
  const emphasised: boolean[] = [];
  const add = (piece: string, isEmphasised: boolean): void => {
    text += piece;
    for (let i = 0; i < piece.length; i++) emphasised.push(isEmphasised);
  };
  const walk = (node: BodyNode, isEmphasised: boolean): void => {
    if ('value' in node) add(node.value, isEmphasised || node.type !== 'text');
    else if (node.type === 'break' || node.type === 'tableCell') add('\n', isEmphasised);
    if ('children' in node)
      for (const child of node.children) walk(child, isEmphasised || node.type === 'emphasis');
  };
  walk(block, false);
  return { text, emphasised };
}
