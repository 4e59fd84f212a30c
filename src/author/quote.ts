/** `npm run quote -- "<words>"`: where the sources say it, ready to paste. */
import { formatPlace } from '../check/problem.ts';
import { findPassages, type Passage } from './find.ts';
import { openArchive } from './open.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { yamlOf } from './yaml.ts';

/** @returns what is printed; each passage as an entry of an event's `quotes:` */
export function quote(folder: string, words: string, cwd = process.cwd()): string {
  if (words.trim() === '')
    throw new Refusal('no words to look for', ['npm run quote -- "<words>"']);
  const { draft } = openArchive(folder, cwd);
  if (draft.sources.size === 0)
    throw new Refusal(`${folder} has no sources`, ['add one with npm run source -- <file>']);
  const found = findPassages(draft.sources.values(), words);
  if (found.length === 0)
    throw new Refusal('nothing in the sources resembles these words', [
      `searched: ${[...draft.sources.keys()].join(', ')}`,
    ]);
  return found.map(formatPassage).join('\n\n');
}

function formatPassage(passage: Passage): string {
  const how =
    passage.likeness === 1 ? 'word for word' : `near, ${Math.round(passage.likeness * 100)} %`;
  const entry = yamlOf({ [quoteId(passage.exact)]: entryOf(passage) });
  return `${formatPlace(passage.place)}  ${how}\n${entry.trimEnd().replace(/^/gm, '  ')}`;
}

/** The front matter's entry of a passage, its publisher taken for the speaker until somebody says better. */
export const entryOf = (
  { source, exact, context, publisher }: Passage,
  { speaker = publisher, mode = 'narration' }: { speaker?: string; mode?: string } = {},
): Record<string, unknown> => ({ source, exact, ...context, speaker, mode, via: [] });

/** The first words of a quote, as its id. */
export const quoteId = (exact: string): string =>
  slugOf(exact.split(/\s+/).slice(0, 4).join(' '), 40) || 'quote';
