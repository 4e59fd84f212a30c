import { cutsOf } from '../../model/boundaries.ts';
import { elided, findPassages } from '../../model/passages.ts';
import { findExact, type TextQuoteSelector } from '../../model/quote.ts';
import { fold, type Span } from '../../model/text.ts';
import { isFound, type LocatedQuote, pathOf } from '../locate.ts';
import {
  characterDifference,
  MOST_NEAR,
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

/** The nearest passage is sought for so many quotes: it takes some 10 ms each, and more misses have another cause. */
const MOST_SOUGHT = 300;
const MOST_SHOWN = 10;
/** If words occur more often, occurrences inside longer words are not filtered out. */
const MOST_LOOKED_AT = 500;

/** A quote whose source was read. */
interface Sought extends LocatedQuote {
  source: SourceDraft & { text: TextFile };
  hits: Span[][];
}

/** Rule 3: the passages of a quote are found exactly, once, in order, in its source. */
export function checkQuotes(quotes: readonly LocatedQuote[]): Problem[] {
  let sought = 0;
  const mayBeSought = (): boolean => ++sought <= MOST_SOUGHT;
  return quotes.flatMap((quote): Problem[] => {
    const { source, hits } = quote;
    if (!hits || !source?.text) return [];
    const located: Sought = { ...quote, hits, source: { ...source, text: source.text } };
    const twice = givenTwice(located);
    if (twice.length > 0) return twice;
    if (isFound(quote)) return ambiguous(located);
    const missing = quote.selectors.flatMap((_, at) => missingPassage(located, at, mayBeSought));
    return missing.length > 0 ? missing : outOfOrder(located);
  });
}

/** The name of a passage in messages. */
const nameOf = ({ selectors }: LocatedQuote, at: number): string =>
  selectors.length === 1 ? 'quote' : `passage ${at + 1} of the quote`;

const wordsAt = ({ selectors }: LocatedQuote, at: number): string => selectors[at]?.exact ?? '';

/** The quote and its first passage may not both have a prefix, nor the quote and its last passage a suffix. */
function givenTwice({ event, id, record }: LocatedQuote): Problem[] {
  const { exact } = record;
  if (typeof exact === 'string') return [];
  return (['prefix', 'suffix'] as const)
    .filter((side) => {
      const passage = exact.at(side === 'prefix' ? 0 : -1);
      return record[side] !== undefined && typeof passage === 'object' && passage[side];
    })
    .map((side) =>
      error(1, event.position(['quotes', id, side], 'key'), `${side} is given twice`, [
        `the ${side === 'prefix' ? 'first' : 'last'} passage has a ${side} of its own; remove one of them`,
      ]),
    );
}

function ambiguous(quote: Sought): Problem[] {
  const { event, source, hits } = quote;
  const several = hits.length > 1;
  return hits.flatMap((list, at) =>
    list.length === 1
      ? []
      : [
          error(
            3,
            event.position(pathOf(quote, at)),
            `${nameOf(quote, at)} stands ${list.length} times in source ${source.id}${several ? ', each time in order' : ''}: ${shown(wordsAt(quote, at))}`,
            [
              ...occurrences(source, wordsAt(quote, at), several, several ? list : undefined),
              several
                ? 'write the one that is meant with what stands before or after it, as shown'
                : 'add the prefix or suffix of the one that is meant',
            ],
          ),
        ],
  );
}

/** The problem of a passage that is not in the source. */
function missingPassage(quote: Sought, at: number, mayBeSought: () => boolean): Problem[] {
  const { event, source, selectors } = quote;
  const selector = selectors[at];
  const text = readText(source);
  if (!selector || !text || findExact(text, selector).length > 0) return [];
  const [name, words] = [nameOf(quote, at), shown(selector.exact)];
  const problem = (message: string, details: string[]): Problem[] => [
    error(3, event.position(pathOf(quote, at)), message, details),
  ];
  if (selector.prefix !== undefined || selector.suffix !== undefined) {
    const bare = findExact(text, { exact: selector.exact });
    if (bare.length > 0)
      return problem(
        `${name} is in source ${source.id}, but not between its prefix and suffix: ${words}`,
        bare.length > 1
          ? occurrences(source, selector.exact, selectors.length > 1)
          : ['it is there once; leave prefix and suffix out'],
      );
  }
  return problem(
    `${name} not in source ${source.id}: ${words}`,
    mayBeSought()
      ? whereElse(quote, at, selector)
      : [`nearest not sought: more than ${MOST_SOUGHT} quotes are missing; mend these first`],
  );
}

/** The problem of passages that are all in the source, but overlap or have another order. */
function outOfOrder(quote: Sought): Problem[] {
  const { event, source, selectors } = quote;
  const text = readText(source) ?? '';
  let before: Span = { start: 0, end: 0 };
  for (const [at, selector] of selectors.entries()) {
    const hits = findExact(text, selector);
    const next = hits.find(({ start }) => start >= before.end);
    if (next) before = next;
    else {
      const over = hits.find(({ end }) => end > before.start);
      const positions = [
        `passage ${at}: ${formatPosition(source.text.at(before.start))}`,
        ...hits
          .slice(0, MOST_SHOWN)
          .map(({ start }) => `passage ${at + 1}: ${formatPosition(source.text.at(start))}`),
      ];
      return [
        error(
          3,
          event.position(pathOf(quote, at)),
          over
            ? `${nameOf(quote, at)} overlaps passage ${at} in source ${source.id}: ${shown(selector.exact)}`
            : `${nameOf(quote, at)} stands only before passage ${at} in source ${source.id}: ${shown(selector.exact)}`,
          [
            ...positions,
            over
              ? 'write the words that both have in one of them alone, or all as one passage'
              : 'list passages in the order of the source; what another order would say is two quotes',
          ],
        ),
      ];
    }
  }
  return [];
}

/**
 * Each occurrence of the words, with the context that identifies it; occurrences inside longer words only if there are no
 * others.
 * @param inList whether the words are an entry of a list
 * @param among the occurrences to choose from; all if left out
 */
function occurrences(
  source: SourceDraft,
  exact: string,
  inList: boolean,
  among?: readonly Span[],
): string[] {
  const { text: file, record } = source;
  const text = readText(source);
  if (!file || !text) return [];
  const contexts = tellApart(text, exact);
  const starts = among && new Set(among.map(({ start }) => start));
  const all = findExact(text, { exact })
    .map((hit, i) => ({ hit, context: contexts[i] }))
    .filter(({ hit }) => starts?.has(hit.start) ?? true);
  const language = record?.part.language ?? 'und';
  const whole = all.filter(
    ({ hit }, i) => i < MOST_LOOKED_AT && cutsOf(text, hit, language).length === 0,
  );
  const candidates = whole.length > 0 && all.length <= MOST_LOOKED_AT ? whole : all;
  const lines = candidates.slice(0, MOST_SHOWN).map(({ hit, context }) => {
    const [[side, words] = []] = Object.entries(context ?? {});
    const position = formatPosition(file.at(hit.start));
    if (!side) return position;
    // A JSON string is a YAML string, so the author can paste the line.
    const added = `${side}: ${JSON.stringify(words)}`;
    return inList
      ? `${position}, as { exact: ${JSON.stringify(exact)}, ${added} }`
      : `${position}, with ${added}`;
  });
  const more = candidates.length - MOST_SHOWN;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** The sources that have missing words; if there are none, the nearest passage of the quote's own source. */
function whereElse(quote: Sought, at: number, { exact }: TextQuoteSelector): string[] {
  const { source, selectors, elsewhere } = quote;
  const several = selectors.length > 1;
  const others = elsewhere.flatMap(({ passage, source: { id, text }, hit }) =>
    passage === at && text
      ? [
          `found word for word in ${formatPosition(text.at(hit.start))}; is source: ${id} meant?${several ? ' All passages of a quote are in one source' : ''}`,
        ]
      : [],
  );
  if (others.length > 0) return others;
  const text = readText(source) ?? '';
  const parts = several ? [] : elided(exact);
  if (parts.length > 0) {
    const offered = withoutEllipsis(quote, parts);
    if (offered.length > 0) return offered;
  }
  const near = nearestPassages(text, exact);
  const [best, ...rest] = near;
  if (exact.length > MOST_NEAR)
    return [
      `nearest not sought: it is longer than ${MOST_NEAR} characters; quote less, or passages`,
    ];
  if (!best) return ['nothing in the source resembles it; quote the words of the source itself'];
  const line = ({ start, likeness, text: passage }: typeof best, name: string): string => {
    const percent = Math.min(99, Math.round(likeness * 100));
    return `${name}, ${formatPosition(source.text.at(start))} (${percent} %): ${shown(passage, 300)}`;
  };
  const characters = characterDifference(exact, best.text);
  return [
    line(best, 'nearest'),
    `difference: ${wordDifference(exact, best.text)}`,
    ...(characters === null ? [] : [characters]),
    ...(inCase(exact, best.text) ? ['only the case of letters differs'] : []),
    ...rest.map((passage) => line(passage, 'also near')),
    remedyFor(quote, at, near),
  ];
}

/** If the author wrote an ellipsis: whether the words on its sides can be a list of passages. */
function withoutEllipsis({ source }: Sought, parts: readonly string[]): string[] {
  const text = readText(source) ?? '';
  const sides = parts.map((exact) => ({ exact, hit: findExact(text, { exact })[0] }));
  if (sides.every(({ hit }) => !hit)) return [];
  const [first] = findPassages(text, sides)[0] ?? [];
  const written = parts.map((part) => JSON.stringify(part)).join(', ');
  if (first && parts.length === 1)
    return [
      `the source has the words, without the ellipsis, in ${formatPosition(source.text.at(first.start))}`,
      `write exact: ${written}`,
    ];
  const positions = sides.map(({ exact, hit }) =>
    hit
      ? `${shown(exact)} stands in ${formatPosition(source.text.at(hit.start))}`
      : `${shown(exact)} does not stand there`,
  );
  const list = `a quote with words left out is a list of its passages, in the order of the source: exact: [${written}]`;
  if (first || sides.some(({ hit }) => !hit)) return [...positions, list];
  return [
    ...positions,
    'that is another order: as one quote they would say what the source does not',
  ];
}

/** What to do about the nearest passage. Only a person may change a word or a figure. */
function remedyFor(quote: LocatedQuote, at: number, near: readonly NearMatch[]): string {
  const exact = wordsAt(quote, at);
  if (repairOf(quote, at, near)) return 'fix: npm run check -- --fix';
  if (near.some(({ text }) => sameWords(exact, text)))
    return 'copy the characters of the source; nothing but white space may differ';
  return 'words or figures differ: read the passage; if it is the one that is meant, copy its characters and read again what cites it';
}

const inCase = (quote: string, passage: string): boolean =>
  fold(quote).trim().toLowerCase() === passage.toLowerCase();
