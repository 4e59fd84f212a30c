import { z } from 'zod';
import { idSchema } from './id.ts';
import type { ActorKind } from './kind.ts';
import { languageSchema } from './language.ts';
import { fold } from './text.ts';
import { titleSchema } from './title.ts';

/** A person or organisation that acts, speaks or reports: an entry of `actors.yaml`. */
export const actorSchema = z.strictObject({
  name: titleSchema,
  /** The spellings in sources; `check` looks for these in the source of a quote. */
  names: z.array(z.string().regex(/\p{L}/u, 'a name has letters')).min(1),
  /** One of those that `site.yaml` declares. */
  kind: idSchema.optional(),
  /** The office held, and when. */
  role: z.string().optional(),
  /** The state that owns or controls the medium; media of all states are labelled in the same way. */
  stateMedia: z.string().optional(),
  /** The name in its original languages, by BCP 47 tag. */
  native: z.record(languageSchema, z.string()).optional(),
  /** The outside page that says whose name it is, if sources know the actor by another. */
  reference: idSchema.optional(),
});

export type ActorRecord = z.infer<typeof actorSchema>;
export type Actor = Omit<ActorRecord, 'kind'> & { id: string; kind: ActorKind | null };

/** Scripts without spaces between words, or in which particles are attached to names. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

const ARABIC = /\p{sc=Arabic}/u;
/** Conjunctions and prepositions that Arabic writes together with the word that follows. */
const PROCLITICS = '[وف]?[بكل]?';

/** Whether a folded text (`text.ts`) contains a name as whole words. */
export function holdsName(text: string, name: string): boolean {
  const sought = fold(name).trim();
  const edge = (character: string | undefined, side: string): string =>
    character !== undefined && UNSPACED.test(character) ? '' : side;
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const proclitics = ARABIC.test(sought[0] ?? '') ? PROCLITICS : '';
  const before = edge(sought[0], `(?<![\\p{L}\\p{N}\\p{M}])${proclitics}`);
  const after = edge(sought.at(-1), '(?![\\p{L}\\p{N}\\p{M}])');
  return new RegExp(before + escaped + after, 'u').test(text);
}
