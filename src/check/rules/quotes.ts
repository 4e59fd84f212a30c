import { cutsOf } from '../../model/boundaries.ts';
import { findExact } from '../../model/quote.ts';
import { fold } from '../../model/text.ts';
import type { LocatedQuote } from '../locate.ts';
import {
  characterDifference,
  type NearMatch,
  nearestPassages,
  wordDifference,
} from '../near/nearest.ts';
import { sameWords } from '../near/same-words.ts';
import { tellApart } from '../near/tell-apart.ts';
import { error, formatPosition, type Problem, shown } from '../problem.ts';
import { readText, type SourceDraft } from '../read/draft.ts';
import type { TextFile } from '../read/file.ts';
import { repairOf } from '../repair.ts';

/** Seeking what is near costs some ten milliseconds a quote; beyond this many the cause is another. */
const MOST_SOUGHT = 300;
const MOST_SHOWN = 10;
/** Of words that stand in more places, which of them are parts of words is not looked at. */
const MOST_LOOKED_AT = 500;

/** Rule 3: a quote is found exactly, once, in its source. */
export function checkQuotes(quotes: readonly LocatedQuote[]): Problem[] {
  let sought = 0;
  return quotes.flatMap((quote): Problem[] => {
    const { event, id, record, source, hits } = quote;
    if (!hits || !source?.text || hits.length === 1) return [];
    const position = event.position(['quotes', id, 'exact']);
    if (hits.length > 1)
      return [
        error(
          3,
          position,
          `quote stands ${hits.length} times in source ${source.id}: ${shown(record.exact)}`,
          [
            ...occurrences(source, record.exact),
            'add the prefix or suffix of the one that is meant',
          ],
        ),
      ];
    if (record.prefix !== undefined || record.suffix !== undefined) {
      const bare = findExact(readText(source) ?? '', { exact: record.exact });
      if (bare.length > 0)
        return [
          error(
            3,
            position,
            `quote is in source ${source.id}, but not between its prefix and suffix: ${shown(record.exact)}`,
            bare.length > 1
              ? occurrences(source, record.exact)
              : ['it is there once; leave prefix and suffix out'],
          ),
        ];
    }
    const near =
      ++sought > MOST_SOUGHT
        ? [`nearest not sought: more than ${MOST_SOUGHT} quotes are missing; mend these first`]
        : whereElse(quote, source, source.text);
    return [error(3, position, `quote not in source ${source.id}: ${shown(record.exact)}`, near)];
  });
}

/** Each place that holds the words, with what tells it apart; not those within a word if there are others. */
function occurrences(source: SourceDraft, exact: string): string[] {
  const { text: file, record } = source;
  const text = readText(source);
  if (!file || !text) return [];
  const contexts = tellApart(text, exact);
  const all = findExact(text, { exact }).map((hit, i) => ({ hit, context: contexts[i] }));
  const language = record?.part.language ?? 'und';
  const whole = all.filter(
    ({ hit }, i) => i < MOST_LOOKED_AT && cutsOf(text, hit, language).length === 0,
  );
  const candidates = whole.length > 0 && all.length <= MOST_LOOKED_AT ? whole : all;
  const lines = candidates.slice(0, MOST_SHOWN).map(({ hit, context }) => {
    const [[side, words] = []] = Object.entries(context ?? {});
    const position = formatPosition(file.at(hit.start));
    // JSON's quotation is YAML's too: the line can be pasted.
    return side ? `${position}, with ${side}: ${JSON.stringify(words)}` : position;
  });
  const more = candidates.length - MOST_SHOWN;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** The sources that hold a missing quote word for word; failing that, what resembles it in its own. */
function whereElse(quote: LocatedQuote, source: SourceDraft, text: TextFile): string[] {
  const { record, elsewhere } = quote;
  const others = elsewhere.flatMap(({ source: { id, text: other }, hit }) =>
    other
      ? [`found word for word in ${formatPosition(other.at(hit.start))}; is source: ${id} meant?`]
      : [],
  );
  if (others.length > 0) return others;
  const near = nearestPassages(readText(source) ?? '', record.exact);
  const [best, ...rest] = near;
  if (!best) return ['nothing in the source resembles it; quote the words of the source itself'];
  const line = ({ start, likeness, text: passage }: typeof best, name: string): string => {
    const percent = Math.min(99, Math.round(likeness * 100));
    return `${name}, ${formatPosition(text.at(start))} (${percent} %): ${shown(passage, 300)}`;
  };
  const characters = characterDifference(record.exact, best.text);
  return [
    line(best, 'nearest'),
    `difference: ${wordDifference(record.exact, best.text)}`,
    ...(characters === null ? [] : [characters]),
    ...(inCase(record.exact, best.text) ? ['only the case of letters differs'] : []),
    ...rest.map((passage) => line(passage, 'also near')),
    remedyFor(quote, near),
  ];
}

/** What to do about the nearest passage: a word or a figure is never changed without a person. */
function remedyFor(quote: LocatedQuote, near: readonly NearMatch[]): string {
  const { exact } = quote.record;
  if (repairOf(quote, near)) return 'fix: npm run check -- --fix';
  if (near.some(({ text }) => sameWords(exact, text)))
    return 'copy the characters of the source; nothing but white space may differ';
  return 'words or figures differ: read the passage; if it is the one that is meant, copy its characters and read again what cites it';
}

const inCase = (quote: string, passage: string): boolean =>
  fold(quote).trim().toLowerCase() === passage.toLowerCase();
