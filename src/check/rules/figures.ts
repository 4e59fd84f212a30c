/** Numbers that editors and translators write, against those of the quotes. */
import { figuresBeyond, figuresOf, knownFigures } from '../../model/figures.ts';
import { keeping } from '../../model/once.ts';
import { selectorsOf } from '../../model/passages.ts';
import type { QuoteDraft } from '../../model/quote.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import { type Draft, type EventDraft, quoteIds } from '../read/draft.ts';
import { blocksOf, sentencesOf } from './marked-words.ts';

/**
 * Warns of figures in a title, a statement or a translation that no quote has: a figure is the easiest thing to mistype.
 * A sentence that cites a reference may have them from there, and a date's are those of the event.
 */
export function checkFigures(draft: Draft): Problem[] {
  const language = draft.site?.part.language ?? 'en';
  return draft.events.flatMap((event) => checkEvent(event, language));
}

const checkEvent = keeping((event: EventDraft, language: string): Problem[] => {
  const { title = '', date = '', refined, quotes = {}, unsourced, retracted } = event.part;
  // A broken quote may have the figure.
  if (unsourced || retracted || quoteIds(event).length > Object.keys(quotes).length) return [];
  const records = Object.entries(quotes);
  const dates = `${date} ${refined?.date ?? ''}`.replace(/[^\d]+/g, ' ; ');
  const known = knownFigures(
    records.flatMap(([, quote]) => wordsOf(quote)),
    dates,
  );
  const beyond = (text: string, at: () => Position, where: string): Problem[] =>
    (known ? figuresBeyond(text, known) : []).map((figure) =>
      warning(at(), `${shown(figure.text)} in ${where} is in no quote of this event`, [
        'correct it, or quote the words that give it',
        'what the editors reckon stands in a <Note>; what a reference says, in a sentence that cites it',
      ]),
    );
  return [
    ...beyond(title, () => event.position(['title']), 'the title'),
    ...blocksOf(event.body ?? []).flatMap(({ node }) =>
      sentencesOf(node, language)
        .filter(({ citations }) => citations.every(({ kind }) => kind === 'quote'))
        .flatMap(({ sentence }) => beyond(sentence, () => event.at(node.offset), shown(sentence))),
    ),
    ...records.flatMap(([id, quote]) => inTranslation(event, id, quote)),
  ];
});

const wordsOf = (quote: QuoteDraft): string[] => selectorsOf(quote).map(({ exact }) => exact);

/** A translation with as many figures as its quote has the same ones. */
function inTranslation(event: EventDraft, id: string, quote: QuoteDraft): Problem[] {
  const text = quote.translation?.text ?? '';
  const said = wordsOf(quote);
  // A clock of twelve hours has others, and so may have a text with numbers in words.
  if (figuresOf(text).length !== said.flatMap(figuresOf).length || /\d\s?[ap]\.?\s?m/iu.test(text))
    return [];
  const known = knownFigures(said);
  return (known ? figuresBeyond(text, known) : []).map((figure) =>
    warning(
      event.position(['quotes', id, 'translation', 'text']),
      `${shown(figure.text)} in the translation is not in the quote: ${shown(said.join(' […] '))}`,
      ['correct the figure'],
    ),
  );
}

const warning = (position: Position, message: string, remedies: string[]): Problem => ({
  ...error(4, position, message, remedies),
  severity: 'warning',
});
