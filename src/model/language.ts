/** Languages by their BCP 47 tags: which way they are written, and how dates and numbers in them are to be set. */

import { z } from 'zod';

/** A language by its BCP 47 tag, one that the platform takes. */
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

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/** Whether a text is a well-formed tag of BCP 47. No language has a longer name, though the standard leaves room for one. */
export const isLanguageTag = (tag: string): boolean => (localeOf(tag)?.language.length ?? 9) <= 3;

/** The language without script and region, `en` of `en-GB`: what a file of `src/words/` is named after. */
export const primaryLanguage = (tag: string): string =>
  localeOf(tag)?.language ?? tag.toLowerCase().split('-')[0] ?? '';

/** Which way a language is written; `auto` where its tag does not say which language it is. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  const script = scriptOf(tag);
  if (script === null) return 'auto';
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}

/** By tag: every page asks, and every quote on it. */
const scripts = new Map<string, string | null>();

/** The script a language is usually written in, as ISO 15924 has it: `Latn`; `null` where the tag names no language. */
export function scriptOf(tag: string): string | null {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const locale = localeOf(tag);
  const script = !locale || locale.language === 'und' ? null : (locale.maximize().script ?? null);
  scripts.set(tag, script);
  return script;
}

/**
 * A tag that says what its language leaves open: the calendar, which for EDTF is the Gregorian one, and the digits, for
 * which a browser may have another usage than the build.
 */
export function pinnedLanguage(tag: string): string {
  const locale = localeOf(tag);
  if (!locale) return 'en';
  const { numberingSystem } = new Intl.NumberFormat(tag).resolvedOptions();
  return new Intl.Locale(tag, { calendar: 'gregory', numberingSystem }).toString();
}
