/** Languages by their BCP 47 tags: their direction, their script, and the locale of their dates and numbers. */

import { z } from 'zod';

/** A BCP 47 tag that the platform accepts. */
export const languageSchema = z
  .string()
  .min(2)
  .refine((tag) => isLanguageTag(tag), {
    error: 'not a language tag; write one of BCP 47, as en, en-GB or ar',
  });

/** Scripts that run from right to left. */
const RIGHT_TO_LEFT = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** By tag, of which an archive has few. */
const locales = new Map<string, Intl.Locale | null>();

function localeOf(tag: string): Intl.Locale | null {
  const known = locales.get(tag);
  if (known !== undefined) return known;
  let made: Intl.Locale | null = null;
  try {
    made = new Intl.Locale(tag);
  } catch {
    // It is no tag.
  }
  locales.set(tag, made);
  return made;
}

/**
 * Whether a text is a well-formed BCP 47 tag with a language of two or three letters; the standard's longer ones are
 * unassigned.
 */
export const isLanguageTag = (tag: string): boolean => (localeOf(tag)?.language.length ?? 9) <= 3;

/** The language without script and region, `en` of `en-GB`: the name of its file in `src/words/`. */
export const primaryLanguage = (tag: string): string =>
  localeOf(tag)?.language ?? tag.toLowerCase().split('-')[0] ?? '';

/** The direction of a language; `auto` if the tag names no language. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  const script = scriptOf(tag);
  if (script === null) return 'auto';
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** A cache by tag. */
const scripts = new Map<string, string | null>();

/** The usual script of a language, in ISO 15924: `Latn`; `null` if the tag names no language. */
export function scriptOf(tag: string): string | null {
  const cached = scripts.get(tag);
  if (cached !== undefined) return cached;
  const locale = localeOf(tag);
  const script = !locale || locale.language === 'und' ? null : (locale.maximize().script ?? null);
  scripts.set(tag, script);
  return script;
}

/**
 * A tag with calendar and digits: the calendar of EDTF is Gregorian, and a browser's default digits may differ from
 * the build's.
 */
export function pinnedLanguage(tag: string): string {
  const locale = localeOf(tag);
  if (!locale) return 'en';
  const { numberingSystem } = new Intl.NumberFormat(tag).resolvedOptions();
  return new Intl.Locale(tag, { calendar: 'gregory', numberingSystem }).toString();
}
