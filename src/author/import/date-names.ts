/** Names of months, weekdays and eras in the languages of `src/words`: from Intl, so that another language is no work. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Countries of a language whose names of months differ from its own. */
const REGIONS: Record<string, string[]> = { en: ['GB'], ar: ['EG', 'SY', 'MA'] };

/** The languages that the interface is in, by the files of `src/words`. */
export const languages: readonly string[] = readdirSync(join(import.meta.dirname, '../../words'))
  .flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? [])
  .sort();

const names = new Intl.DisplayNames('en', { type: 'language' });
/** The names of {@link languages}, as a sentence has them. */
export const LANGUAGES = new Intl.ListFormat('en').format(
  languages.map((language) => names.of(language) ?? language),
);

const locales = languages.flatMap((language) => [
  language,
  ...(REGIONS[language] ?? []).map((region) => `${language}-${region}`),
]);

/** As dates are compared: one form of each character, lower case, no marks of direction. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200E\u200F\u061C]/g, '')
    .toLowerCase()
    .replace(/\.$/, '')
    .trim();

const partsIn = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
  date: number,
): Intl.DateTimeFormatPart[] =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    ...options,
  }).formatToParts(date);

/** A name that means different things in two languages is not accepted. */
function namesOf(
  count: number,
  type: 'month' | 'weekday',
  styles: readonly Intl.DateTimeFormatOptions[],
  dateOf: (index: number) => number,
): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales)
    for (const options of styles)
      for (let index = 0; index < count; index++) {
        const part = partsIn(locale, options, dateOf(index)).find((one) => one.type === type);
        const name = plainName(part?.value ?? '');
        if (!/^[\p{L}\p{M} .'-]{2,}$/u.test(name)) continue;
        const other = names.get(name);
        names.set(name, other === undefined || other === index + 1 ? index + 1 : 0);
      }
  return new Map([...names].filter(([, number]) => number > 0));
}

/** By name, whole or shortened, its number from 1; in the forms beside a day and alone. */
export const months = namesOf(
  12,
  'month',
  (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' }]),
  (index) => Date.UTC(2001, index, 15),
);

/** By name, whole or shortened, its number from 1 for Monday. */
export const weekdays = namesOf(
  7,
  'weekday',
  (['long', 'short'] as const).flatMap((weekday) => [
    { weekday },
    { weekday, day: 'numeric', month: 'long' },
  ]),
  (index) => Date.UTC(2001, 0, 1 + index),
);

/** By name, whether it is before the common era. */
export const eras = new Map<string, boolean>(
  [-50, 2001].flatMap((year) =>
    locales.flatMap((locale) =>
      (['long', 'short'] as const).flatMap((era) => {
        const date = new Date(Date.UTC(2001, 5, 1)).setUTCFullYear(year);
        const part = partsIn(locale, { era, year: 'numeric' }, date).find(
          ({ type }) => type === 'era',
        );
        const name = plainName(part?.value ?? '');
        return name === '' ? [] : [[name, year < 0] as const];
      }),
    ),
  ),
);

/** Eras are compared without the dots and spaces that they are written with. */
export const eraName = (text: string): string => plainName(text).replace(/[. ]/g, '');

/** Words that stand between day, month and year in some language: `de` in Spanish. */
export const particles: readonly string[] = [
  ...new Set(
    locales.flatMap((locale) => {
      const parts = partsIn(locale, { dateStyle: 'long' }, Date.UTC(2001, 4, 15));
      const inner = parts.slice(0, -1).filter(({ type }) => type === 'literal');
      const words = inner.map(({ value }) => plainName(value));
      return parts.some(({ type, value }) => type === 'month' && /\d/.test(value))
        ? []
        : words.filter((word) => /^\p{L}+$/u.test(word));
    }),
  ),
  'of',
];

/** What follows a year in some language, as `г.` in Russian. */
export const yearWords: readonly string[] = [
  ...new Set(
    locales.flatMap((locale) => {
      const parts = partsIn(locale, { dateStyle: 'long' }, Date.UTC(2001, 4, 15));
      const last = parts.at(-1);
      const word = plainName(last?.value ?? '');
      return parts.at(-2)?.type === 'year' && /^\p{L}+$/u.test(word) ? [word] : [];
    }),
  ),
];

/**
 * Dates whose month is a number and whose parts are named, as `1969년 7월 20일`: patterns of a day, a month and a year
 * in each such language, with groups `year`, `month`, `day`.
 */
export const namedParts: readonly string[] = locales.flatMap((locale) => {
  const parts = partsIn(locale, { dateStyle: 'long' }, Date.UTC(2001, 4, 15));
  if (!parts.some(({ type, value }) => type === 'month' && /^5\P{Nd}*$/u.test(value))) return [];
  // What is written without a space in one place is written with one in another.
  const pattern = parts.map(({ type, value }) => {
    const after = value.replace(/^\d+/, '').trim();
    if (type === 'literal') return `${after} ?`;
    return `(?<${type}>\\d{${type === 'year' ? '1,4' : '1,2'}})${after}`;
  });
  return (['day', 'month', 'year'] as const).map((finest) => {
    const at = parts.findIndex(({ type }) => type === finest);
    const named = /\p{L}/u.test(parts[at + 1]?.value ?? '') ? 2 : 1;
    return pattern
      .slice(0, at + named)
      .join('')
      .replace(/ \?$/, '');
  });
});
