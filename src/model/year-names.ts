/** Where a number of four figures is in a name, or is when somebody was born or died: no date of what is told. */
import { primaryLanguage } from './language.ts';

/** A capital letter in front: "Windows 2000", "Expo 2000". Titles of several words count by their last. */
const CAPITAL_BEFORE = /(?<![\p{L}\p{M}\p{N}])(?<word>\p{Lu}[\p{L}\p{M}’'-]*)\s$/u;

/** Feasts, seasons, terms of account and documents, which are of a year; and words at the head of a sentence. */
const BEFORE_YEAR =
  /^(?:In|On|By|At|Of|From|To|Since|Until|Till|After|Before|During|About|Around|Between|And|Or|For|Through|Throughout|Late|Early|Mid|End|Spring|Summer|Autumn|Fall|Winter|Easter|Christmas|Xmas|Lent|Pentecost|Whitsun|Michaelmas|Advent|Passover|Ramadan|Eid|Epiphany|Eve|Day|Year|Years|Anno|AD|CE|FY|Q[1-4]|H[12]|Circa|Ca|Term|Session|Season|Act|Law|Statute|Treaty|Convention|Constitution|Code|Bill|Agreement|Accord|Charter|Declaration|War|École|Été|Printemps|Automne|Hiver|En|Dès|Depuis|Pâques|Noël|Desde|El|Año|Verano|Primavera|Otoño|Invierno|Navidad|Nel|Dal|Estate|Autunno|Inverno|Pasqua|Natale|В|С|К|До|После|По|Около|Год|Летом|Зимой|Весной|Осенью|Sedan|Sinds|Rok|Roku|W)$/u;

const names = { month: new Map<string, Set<string>>(), weekday: new Map<string, Set<string>>() };

/** The names of months or of weekdays, long and short, in small letters; those of English count in any language. */
export function calendarNames(of: 'month' | 'weekday', language: string): ReadonlySet<string> {
  const known = names[of].get(language);
  if (known) return known;
  const made = new Set(
    [language, primaryLanguage(language), 'en'].flatMap((locale) =>
      (['long', 'short'] as const).flatMap((length) => {
        const format = new Intl.DateTimeFormat(locale, {
          [of]: length,
          day: 'numeric',
          timeZone: 'UTC',
        });
        return Array.from({ length: of === 'month' ? 12 : 7 }, (_, i) =>
          format
            .formatToParts(of === 'month' ? Date.UTC(2001, i, 1) : Date.UTC(2001, 0, i + 1))
            .filter(({ type }) => type === of)
            .map(({ value }) => value.replace(/\.$/, '').toLowerCase()),
        ).flat();
      }),
    ),
  );
  names[of].set(language, made);
  return made;
}

/** Whether a language writes all nouns with a capital letter, so that it tells no name. */
export const hasCapitalNouns = (language: string): boolean => /^(?:de|lb)\b/i.test(language);

/**
 * Whether a number is a part of a name that stands in front of it. A place or a thing with a year behind it, as in
 * "Versailles 1919", counts as a name too: it may be its edition.
 * @param before the text up to the number
 * @param language of the text, a BCP 47 tag
 */
export function isInName(before: string, language: string): boolean {
  if (hasCapitalNouns(language)) return false;
  const { word } = CAPITAL_BEFORE.exec(before)?.groups ?? {};
  if (word === undefined || BEFORE_YEAR.test(word)) return false;
  // A text of capitals has no names that can be told.
  if (word.length > 1 && word === word.toUpperCase() && !/\p{Ll}/u.test(before.slice(-60)))
    return false;
  return !calendarNames('month', language).has(word.toLowerCase().replace(/[’'-].*$/, ''));
}

const LIFE =
  '(?:born|died|b\\.|d\\.|née?|mort[e]?|geboren|geb\\.|gestorben|gest\\.|nacid[oa]|nat[oa]|mort[oa]|fallecid[oa]|род\\.|р\\.|ум\\.|родил(?:ся|ась)|умер(?:ла)?|born\\sin|\\*|†)';
/** In brackets or between commas, so that it is said by the way: "(born 1950)", ", born 3 May 1950, ". */
const LIFE_BEFORE = new RegExp(
  `[,(;–—]\\s?${LIFE}\\s?(?:c(?:a|irca)?\\.?\\s)?(?:\\d{1,2}\\.?\\s\\p{L}+\\.?,?\\s|\\p{L}+\\s\\d{1,2},?\\s|\\p{L}{3,}\\s)?$`,
  'iu',
);
/** Both years of a life behind a name: "Kim Jong Il (1941–2011)". */
const SPAN_BEFORE = /\p{Lu}[\p{L}.]*\s\(\s?(?:\d{3,4}\s?[-–—]\s?)?$/u;
const SPAN_AFTER = /^\s?[-–—]\s?(?:\d{3,4})?\s?\)/u;
const SPAN_END = /\(\s?\d{3,4}\s?[-–—]\s?$/u;

/**
 * Whether a year is that of a birth or a death, said by the way.
 * @param spans whether a span is asked for: "the War (1914–1918)" gives one
 */
export const isOfLife = (before: string, after: string, spans: boolean): boolean =>
  LIFE_BEFORE.test(before) ||
  (!spans &&
    SPAN_BEFORE.test(before) &&
    (SPAN_AFTER.test(after) || (SPAN_END.test(before) && /^\s?\)/u.test(after))));
