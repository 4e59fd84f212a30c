/** `npm run quote -- <words>`: where the sources say it, as entries of an event's `quotes:` to paste. */
import { formatPosition, plural } from '../check/problem.ts';
import { elided } from '../model/passages.ts';
import { GAP } from '../model/quote.ts';
import type { NewActors } from './actors.ts';
import type { Ask } from './ask.ts';
import { type Attribution, attribute } from './attribution.ts';
import { allowedBy, askWhich, findMatches, type Match, someOf, sourcesFor } from './find.ts';
import { openArchive } from './open.ts';
import type { Flags } from './options.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { yamlOf } from './yaml.ts';

/** @returns what is printed: each passage with its place, then what is left open in it */
export async function quote(
  folder: string,
  words: string,
  flags: Flags = {},
  ask: Ask | null = null,
  cwd = process.cwd(),
): Promise<string> {
  const opened = openArchive(folder, cwd);
  const sources = sourcesFor(opened, flags);
  const search = (sought: string): Match[] => findMatches(sources, sought).filter(allowedBy(flags));
  const whole = search(words);
  const isFound = whole.some(({ likeness, passages }) => likeness === 1 || passages.length > 1);
  const sides = isFound ? [] : elided(words).flatMap(search);
  const matches = sides.length > 0 ? sides : whole;
  if (matches.length === 0)
    throw new Refusal('nothing in the sources resembles these words', [
      `searched: ${sources.map(({ id }) => id).join(', ')}`,
    ]);

  const chosen =
    ask && matches.length > 1
      ? await askWhich(matches, 'all of them, to be read first', ask)
      : null;
  const shown = chosen ? [chosen] : someOf(matches);
  const more = chosen ? 0 : matches.length - shown.length;
  // Questions are about one passage.
  const asked = shown.length === 1 ? ask : null;
  const entries: string[] = [];
  let added: NewActors = {};
  let open = false;
  for (const match of shown) {
    const attribution = await attribute(opened, match, flags, asked);
    entries.push(formatMatch(match, attribution));
    added = { ...added, ...attribution.added };
    open ||= attribution.quote.speaker === GAP || attribution.quote.mode === GAP;
  }
  return [
    ...(sides.length > 0
      ? ['no source has these words in this order with others between: quote each by itself']
      : []),
    ...entries,
    ...(more > 0
      ? [
          `and ${plural(more, 'more place')}, not shown: give more of the words, or --prefix or --suffix`,
        ]
      : []),
    ...(Object.keys(added).length > 0 ? [`for actors.yaml:\n${indented(yamlOf(added))}`] : []),
    ...(open
      ? [`"${GAP}" is for you to fill in from the source; check refuses it until you have`]
      : []),
  ].join('\n\n');
}

function formatMatch(match: Match, { quote: attribution }: Attribution): string {
  const how =
    match.likeness === 1 ? 'word for word' : `near, ${Math.round(match.likeness * 100)} %`;
  const entry = yamlOf({ [quoteId(match.exact)]: entryOf(match, attribution) });
  return `${formatPosition(match.position)}  ${how}\n${indented(entry)}`;
}

const indented = (text: string): string => text.trimEnd().replace(/^/gm, '  ');

/** A match as the front matter of an event has it. */
export const entryOf = (
  { source, passages }: Match,
  attribution: Attribution['quote'],
): Record<string, unknown> => {
  const [only, ...others] = passages.map(({ exact, context }) => ({ exact, ...context }));
  if (others.length === 0) return { source, ...only, ...attribution };
  const exact = passages.map(({ exact, context }) =>
    Object.keys(context).length > 0 ? { exact, ...context } : exact,
  );
  return { source, exact, ...attribution };
};

/** The first words of a quote, as its id. */
export const quoteId = (exact: string): string =>
  slugOf(exact.split(/\s+/).slice(0, 4).join(' '), 40) || 'quote';
