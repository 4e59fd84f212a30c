import { z } from 'zod';
import { PARTICLES } from './boundaries.ts';
import { idSchema } from './id.ts';
import type { ActorKind } from './kind.ts';
import { languageSchema } from './language.ts';
import { type SourceText, shownText } from './quote.ts';
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

/** Scripts without spaces between words, of which no dictionary is asked. */
const UNSPACED = /[\p{sc=Hiragana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const HAN = /\p{sc=Han}/u;
const HANGUL = /\p{sc=Hangul}/u;
const KATAKANA = /[\p{sc=Katakana}ー]/u;

const ARABIC = /\p{sc=Arabic}/u;
/** Conjunctions and prepositions that Arabic writes together with the word that follows. */
const PROCLITICS = '[وف]?[بكل]?';
/** Offices that Korean may write together with the name before them. */
const TITLES =
  /^(?:씨|님|측|군|양|이장|대통령|위원장|총리|장관|차관|의장|대사|의원|박사|교수|선생|기자|대변인)/u;

/** Whether a folded text (`text.ts`) contains a name as whole words. */
export function holdsName(text: string, name: string): boolean {
  const sought = fold(name).trim();
  const [first = '', last = ''] = [sought.at(0), sought.at(-1)];
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const proclitics = ARABIC.test(first) ? PROCLITICS : '';
  const before = isFree(first) ? '' : `(?<![\\p{L}\\p{N}\\p{M}])${proclitics}`;
  const after = isFree(last) || HANGUL.test(last) ? '' : '(?![\\p{L}\\p{N}\\p{M}])';
  for (const { 0: found, index } of text.matchAll(new RegExp(before + escaped + after, 'gu')))
    if (isWhole(text, index, index + found.length)) return true;
  return false;
}

/**
 * The name that stands on both sides of an offset.
 * @param at an offset in the text
 * @param names folded (`text.ts`)
 * @returns its parts before and after the offset, empty if there is none
 */
export function namePartedAt(
  source: SourceText,
  at: number,
  names: readonly string[],
): [left: string, rest: string] {
  const longest = Math.max(0, ...names.map(({ length }) => length));
  const end = Math.min(source.text.length, at + longest);
  const before = fold(shownText(source, { start: Math.max(0, at - longest), end: at }));
  const around = before + fold(shownText(source, { start: at, end }));
  for (const name of names)
    for (let from = around.indexOf(name); from >= 0; from = around.indexOf(name, from + 1)) {
      const left = before.length - from;
      const beside = [around.slice(0, from).slice(-1), around.charAt(from + name.length)];
      if (left > 0 && left < name.length && !beside.some((sign) => /[\p{L}\p{N}]/u.test(sign)))
        return [name.slice(0, left), name.slice(left)];
    }
  return ['', ''];
}

/** Whether other letters may stand beside a character of a name, for its script sets no spaces. */
const isFree = (character: string): boolean =>
  UNSPACED.test(character) || HAN.test(character) || KATAKANA.test(character);

/** Months that are names as well: Theresa May is not meant by "3 May". */
const MONTH =
  /^(?:March|April|May|June|July|August|Marz|Mai|Juni|Juli|März|Abril|Mayo|Julio|Agosto)$/u;
const isDated = (before: string, after: string): boolean =>
  /\d(?:st|nd|rd|th|\.)?\s$/.test(before) || /^,?\s\d/.test(after);

/** Whether what a regular expression cannot tell holds at both ends of a name. */
function isWhole(text: string, start: number, end: number): boolean {
  const [first, last] = [text.charAt(start), text.charAt(end - 1)];
  const rest = text.slice(end, end + 20);
  if (
    MONTH.test(text.slice(start, end)) &&
    isDated(text.slice(Math.max(0, start - 6), start), rest)
  )
    return false;
  if (HANGUL.test(last) && /^[\p{L}\p{N}]/u.test(rest))
    if (!PARTICLES.test(rest) && !TITLES.test(rest)) return false;
  if (KATAKANA.test(first) && KATAKANA.test(text.charAt(start - 1))) return false;
  if (KATAKANA.test(last) && KATAKANA.test(rest.charAt(0))) return false;
  return (
    (!HAN.test(first) || isWordBoundary(text, start)) &&
    (!HAN.test(last) || isWordBoundary(text, end))
  );
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** By Unicode's dictionary of Han, which is the same for all languages: 金 is no name in 金属. */
function isWordBoundary(text: string, at: number): boolean {
  const from = Math.max(0, at - 20);
  const segment = segmenter.segment(text.slice(from, at + 20)).containing(at - from);
  return segment === undefined || segment.index === at - from;
}
