import { cutsOf, wholeWords } from '../../model/boundaries.ts';
import { oneLine } from '../../model/text.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** Rule 3: a quote is whole words and numbers, or says why it is not. */
export function checkBoundaries(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  return quotes.flatMap((quote): Problem[] => {
    const { event, id, record, source, hits } = quote;
    const [hit, another] = hits ?? [];
    const withoutReason =
      record.within !== undefined && record.why === undefined
        ? [
            error(3, event.place(['quotes', id, 'within']), 'within: word has no reason', [
              'say under why: for what a part of the word is quoted',
            ]),
          ]
        : [];
    if (!hit || another || !source?.text || record.within !== undefined) return withoutReason;
    const { text } = source.text;
    const language = source.record?.part.language ?? draft.site?.part.language ?? 'en';
    const cuts = cutsOf(text, hit, language);
    const whole = wholeWords(text, hit, language);
    return cuts.map(({ side, kind, whole: cut }) =>
      error(
        3,
        event.place(['quotes', id, 'exact']),
        `quote ${side} inside the ${kind} ${shown(cut)} of source ${source.id}: ${shown(record.exact)}`,
        [
          `take in the whole ${kind}, as in exact: ${JSON.stringify(oneLine(text.slice(whole.start, whole.end)))}`,
          `if a part of it is meant as such, add within: word, and the reason under why:`,
        ],
      ),
    );
  });
}
