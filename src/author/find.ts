/** Places in the sources that hold words, exactly or nearly. */
import { nearestPassages } from '../check/near/nearest.ts';
import { sameWords } from '../check/near/same-words.ts';
import { type Context, tellApart } from '../check/near/tell-apart.ts';
import { formatPosition, type Position, plural } from '../check/problem.ts';
import { readText, type SourceDraft } from '../check/read/draft.ts';
import type { TextFile } from '../check/read/file.ts';
import { wholeWords } from '../model/boundaries.ts';
import { findExact, type SourceText, shownText, spellingOf } from '../model/quote.ts';
import { oneLine, type Span } from '../model/text.ts';
import { type Ask, answers, say } from './ask.ts';
import type { Opened } from './open.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';

/** A passage of a source that may be the one that is meant. */
export interface Match extends Span {
  /** The source's id. */
  source: string;
  position: Position;
  /** The source's own characters, on one line. */
  exact: string;
  /** What tells it from the same words elsewhere in its source; empty if they occur once. */
  context: { prefix?: string; suffix?: string };
  /** From 0 to 1, which is word for word. */
  likeness: number;
}

const MOST_NEAR = 5;
/** Of words that stand in many places, the first are enough to see that more words are needed. */
const MOST_SHOWN = 10;
/** Of words that stand in more places, the others are only counted. */
const MOST_LOOKED_AT = 500;

export const someOf = (matches: readonly Match[]): readonly Match[] => matches.slice(0, MOST_SHOWN);

/** Every place that holds the words exactly; if there is none, the most alike, at most five. */
export function findMatches(sources: Iterable<SourceDraft>, words: string): Match[] {
  const readable = [...sources].flatMap((source): Readable[] => {
    const text = readText(source);
    if (!source.text || !text) return [];
    const language = source.record?.part.language ?? 'und';
    return [{ id: source.id, file: source.text, text, language }];
  });
  const exact = readable.flatMap((source) => matchesOf(source, words));
  if (exact.length > 0) return exact;
  return readable
    .flatMap((source) =>
      nearestPassages(source.text, words).flatMap(({ start, end, likeness }) =>
        matchesOf(source, shownText(source.text, { start, end }))
          .filter((match) => match.start <= start && start < match.end)
          .map((match) => ({ ...match, likeness: Math.min(likeness, 0.99) })),
      ),
    )
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAR);
}

interface Readable {
  id: string;
  file: TextFile;
  text: SourceText;
  language: string;
}

/** Every place of a source that holds the words exactly, or would if parts of words were whole. */
function matchesOf({ id, file, text, language }: Readable, words: string): Match[] {
  const contexts = contextsIn(text);
  const matches = findExact(text, { exact: words }).map((found, i): Match => {
    // Part of a word is not what the source says.
    const span = i < MOST_LOOKED_AT ? wholeWords(text, found, language) : found;
    const isWhole = span.start === found.start && span.end === found.end;
    const spelling = isWhole ? spellingOf(text, span, words) : undefined;
    const exact = oneLine(shownText(text, span, spelling));
    return {
      ...span,
      source: id,
      position: file.at(span.start),
      exact,
      context: i < MOST_LOOKED_AT ? (contexts(exact).get(span.start) ?? {}) : {},
      likeness: isWhole ? 1 : 0.99,
    };
  });
  // One word may hold the same letters twice.
  return [...new Map(matches.map((match) => [`${match.start} ${match.end}`, match])).values()];
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
  ({ context }: Match): boolean =>
    (prefix === undefined || prefix === context.prefix) &&
    (suffix === undefined || suffix === context.suffix);

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
  const exact = matches.some(({ likeness }) => likeness === 1);
  const parts = exact ? [] : elided(words);
  if (parts.length > 0)
    return new Refusal(
      `--quote: "${words}" leaves words out; quote each side by itself`,
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
const described = ({ position, exact, context, likeness }: Match): string =>
  [
    `${formatPosition(position)}${likeness < 1 ? ` (${Math.round(likeness * 100)} %)` : ''}: "${exact}"`,
    ...Object.entries(context).map(([side, words]) => `--${side} ${JSON.stringify(words)}`),
  ].join('  ');

/** The parts of words with an ellipsis in them; empty for words without one. */
export function elided(words: string): string[] {
  const parts = words
    .split(/[[(]?\s*(?:…|\.\s?\.\s?\.)\s*[\])]?/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.join(' ') === words.trim() ? [] : parts;
}
