/** Places in the sources that hold words, exactly or nearly. */
import { nearestPassages } from '../check/near/nearest.ts';
import { sameWords } from '../check/near/same-words.ts';
import { type Context, tellApart } from '../check/near/tell-apart.ts';
import { formatPosition, type Position, plural } from '../check/problem.ts';
import { readText, type SourceDraft } from '../check/read/draft.ts';
import type { TextFile } from '../check/read/file.ts';
import { wholeWords } from '../model/boundaries.ts';
import { elided, inOrder, withGaps } from '../model/passages.ts';
import { findExact, type SourceText, shownText, spellingOf } from '../model/quote.ts';
import { oneLine, type Span } from '../model/text.ts';
import { type Ask, answers, say } from './ask.ts';
import type { Opened } from './open.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';

/** Words of a source that may be the ones that are meant: one passage, or several with words left out between them. */
export interface Match {
  /** The source's id. */
  source: string;
  /** Of the first passage. */
  position: Position;
  passages: FoundPassage[];
  /** All of them on one line, with a sign for what is left out. */
  exact: string;
  /** From 0 to 1, which is word for word. */
  likeness: number;
}

export interface FoundPassage extends Span {
  /** The source's own characters, on one line. */
  exact: string;
  /** What tells it from the same words elsewhere in its source; empty if nothing has to. */
  context: { prefix?: string; suffix?: string };
}

const MOST_NEAR = 5;
/** Passages shown of words that occur very often: enough to see that more words are needed. */
const MOST_SHOWN = 10;
/** Passages looked at of words that occur very often; the others are only counted. */
const MOST_LOOKED_AT = 500;

export const someOf = (matches: readonly Match[]): readonly Match[] => matches.slice(0, MOST_SHOWN);

/**
 * Every place that holds the words exactly. If there is none, those that hold what stands on the sides of an ellipsis,
 * in order; else the most alike, at most five.
 */
export function findMatches(sources: Iterable<SourceDraft>, words: string): Match[] {
  const readable = [...sources].flatMap((source): Readable[] => {
    const text = readText(source);
    if (!source.text || !text) return [];
    const language = source.record?.part.language ?? 'und';
    return [{ id: source.id, file: source.text, text, language }];
  });
  const exact = readable.flatMap((source) => matchesOf(source, words));
  if (exact.length > 0) return exact;
  const parts = elided(words);
  const joined = readable.flatMap((source) => matchesOf(source, parts.join(' ')));
  const apart = joined.length > 0 ? joined : readable.flatMap((source) => inParts(source, parts));
  if (apart.length > 0) return apart;
  return readable
    .flatMap((source) => nearMatches(source, words))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR);
}

interface Readable {
  id: string;
  file: TextFile;
  text: SourceText;
  language: string;
}

/** The passages of a source that are most like the words. */
const nearMatches = (source: Readable, words: string): Match[] =>
  nearestPassages(source.text, words).flatMap(({ start, end, likeness }) =>
    matchesOf(source, shownText(source.text, { start, end }))
      .filter(({ passages: [found] }) => found && found.start <= start && start < found.end)
      .map((match) => ({ ...match, likeness: Math.min(likeness, 0.99) })),
  );

/** Every place of a source that holds the words exactly, or would if parts of words were whole. */
function matchesOf({ id, file, text, language }: Readable, words: string): Match[] {
  if (words === '') return [];
  const contexts = contextsIn(text);
  let word: Span = { start: 0, end: 0 };
  const matches = findExact(text, { exact: words }).map((found, i): Match => {
    // Part of a word is not what the source says; one word may have many of them.
    if (i < MOST_LOOKED_AT && (found.start < word.start || word.end < found.end))
      word = wholeWords(text, found, language);
    const span = i < MOST_LOOKED_AT ? word : found;
    const isWhole = span.start === found.start && span.end === found.end;
    const spelling = isWhole ? spellingOf(text, span, words) : undefined;
    const exact = i < MOST_LOOKED_AT ? oneLine(shownText(text, span, spelling)) : words;
    const context = i < MOST_LOOKED_AT ? (contexts(exact).get(span.start) ?? {}) : {};
    return {
      source: id,
      position: file.at(span.start),
      passages: [{ start: span.start, end: span.end, exact, context }],
      exact,
      likeness: isWhole ? 1 : 0.99,
    };
  });
  // One word may hold the same letters twice.
  return [
    ...new Map(
      matches.map((match) => [
        match.passages.map(({ start, end }) => `${start} ${end}`).join(),
        match,
      ]),
    ).values(),
  ];
}

/** The ways in which a source has parts in order, with words between them; the first ones, if there are many. */
function inParts(source: Readable, parts: readonly string[]): Match[] {
  if (parts.length < 2) return [];
  const found = parts.map((part) => {
    const exact = matchesOf(source, part);
    if (exact.length > 0) return exact;
    return nearMatches(source, part).filter((match) => sameWords(match.exact, part));
  });
  const hits = inOrder(found.map((matches) => matches.flatMap(({ passages }) => passages)));
  const likeness = found.flat().reduce((least, match) => Math.min(least, match.likeness), 1);
  return inTurn(hits)
    .filter((passages) =>
      passages.every(
        ({ start }, i) =>
          i === 0 || /[\p{L}\p{N}]/u.test(source.text.text.slice(passages[i - 1]?.end, start)),
      ),
    )
    .take(MOST_LOOKED_AT)
    .map(
      (passages): Match => ({
        source: source.id,
        position: source.file.at(passages[0]?.start ?? 0),
        // Where the order leaves one hit, nothing else has to tell it.
        passages: passages.map((one, i) => (hits[i]?.length === 1 ? { ...one, context: {} } : one)),
        exact: withGaps(passages.map(({ exact }) => exact)),
        likeness,
      }),
    )
    .toArray();
}

/** Every choice of one hit from each list that has them in order. */
function* inTurn<S extends Span>([list, ...lists]: S[][], from = 0): Generator<S[]> {
  if (!list) yield [];
  for (const hit of list ?? [])
    if (hit.start >= from) for (const rest of inTurn(lists, hit.end)) yield [hit, ...rest];
}

/** What tells each place of words apart, by where it starts; made once for the same words. */
function contextsIn(text: SourceText): (exact: string) => ReadonlyMap<number, Context | null> {
  const made = new Map<string, ReadonlyMap<number, Context | null>>();
  return (exact) => {
    const cached = made.get(exact);
    if (cached) return cached;
    const occurrences = findExact(text, { exact });
    const contexts = occurrences.length > 1 ? tellApart(text, exact) : [];
    const byStart = new Map(occurrences.map(({ start }, i) => [start, contexts[i] ?? null]));
    made.set(exact, byStart);
    return byStart;
  };
}

/**
 * The sources to look in: all, or the one that `--source` names.
 * @throws {Refusal} if there is none
 */
export function sourcesFor({ folder, draft }: Opened, { source: wanted }: Flags): SourceDraft[] {
  if (draft.sources.size === 0)
    throw new Refusal(`${folder} has no sources to quote`, [
      'add one with npm run source -- <file>',
    ]);
  const found = [...draft.sources.values()].filter(
    ({ id }) => wanted === undefined || id === wanted,
  );
  if (found.length === 0)
    throw new Refusal(`--source: there is no source ${wanted}`, [
      `known: ${[...draft.sources.keys()].join(', ')}`,
    ]);
  return found;
}

/** Whether `--prefix` and `--suffix` allow a match. */
export const allowedBy =
  ({ prefix, suffix }: Flags) =>
  ({ passages }: Match): boolean =>
    (prefix === undefined || prefix === passages[0]?.context.prefix) &&
    (suffix === undefined || suffix === passages.at(-1)?.context.suffix);

/**
 * The one passage that is meant by `--quote`, or by what a person at a terminal types and chooses.
 * @throws {Refusal} if it is not certain and nobody can be asked
 */
export async function chooseMatch(opened: Opened, flags: Flags, ask: Ask | null): Promise<Match> {
  const sources = sourcesFor(opened, flags);
  let given = flags;
  for (;;) {
    const { quote: words = '' } = await answers(
      [{ flag: 'quote', asks: 'A phrase of the source, as you remember it' }],
      given,
      ask,
    );
    const matches = findMatches(sources, words).filter(allowedBy(flags));
    const [first, second] = matches;
    // Certain: only typography differs, and there is no other passage.
    if (first && !second && sameWords(first.exact, words)) return first;
    if (!ask) throw uncertain(words, matches);
    const chosen = matches.length > 0 ? await askWhich(matches, AGAIN, ask) : null;
    if (chosen) return chosen;
    if (matches.length === 0)
      say('Nothing in the sources resembles it; try other words of the same sentence.');
    given = {};
  }
}

const AGAIN = 'none of them; other words';

/** The match that a person chooses; `null` for the last choice, which is none of them. */
export async function askWhich(
  matches: readonly Match[],
  none: string,
  ask: Ask,
): Promise<Match | null> {
  const chosen = await ask({
    flag: 'quote',
    asks: 'Which passage?',
    choices: [
      ...someOf(matches).map((match, i) => ({ value: String(i), label: described(match) })),
      { value: 'none', label: none },
    ],
  });
  return matches[Number(chosen)] ?? null;
}

/** Why it is not certain which passage is meant, and how to say it. */
function uncertain(words: string, matches: readonly Match[]): Refusal {
  const exact = matches.some(({ likeness, passages }) => likeness === 1 || passages.length > 1);
  const parts = exact ? [] : elided(words);
  if (parts.length > 0)
    return new Refusal(
      `--quote: "${words}" leaves words out, and no source has its sides in this order; quote each by itself`,
      parts.map((part) => `--quote ${JSON.stringify(part)}`),
    );
  if (matches.length === 0)
    return new Refusal(`--quote: nothing in the sources resembles "${words}"`);
  const lines = someOf(matches).map(described);
  const more = matches.length - lines.length;
  if (more > 0) lines.push(`and ${plural(more, 'more place')}; more of the words find fewer`);
  return exact
    ? new Refusal(
        '--quote: these words occur more than once; say which with --source, --prefix or --suffix',
        lines,
      )
    : new Refusal(`--quote: "${words}" is in no source; near it`, [
        ...lines,
        'if one of these is meant, give --quote the words of the source',
      ]);
}

/** A match on one line: its place, its words, and the options that tell it from others. */
const described = ({ position, exact, passages, likeness }: Match): string => {
  const { prefix } = passages[0]?.context ?? {};
  const { suffix } = passages.at(-1)?.context ?? {};
  return [
    `${formatPosition(position)}${likeness < 1 ? ` (${Math.round(likeness * 100)} %)` : ''}: "${exact}"`,
    ...(prefix === undefined ? [] : [`--prefix ${JSON.stringify(prefix)}`]),
    ...(suffix === undefined ? [] : [`--suffix ${JSON.stringify(suffix)}`]),
  ].join('  ');
};
