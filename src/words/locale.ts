/** The archive's language as its site.yaml has it, with the digits that the build writes; astro.config.mjs says it. */
declare const SITE_LANGUAGE: string | undefined;

/** The archive's own tag where it is of this language, and the language alone where words stand for another's. */
export const localeOf = (language: string): string =>
  typeof SITE_LANGUAGE !== 'undefined' && SITE_LANGUAGE.split('-')[0] === language
    ? SITE_LANGUAGE
    : language;

/** Writes whole numbers in a locale's digits. */
export function numbersOf(locale: string): (count: number) => string {
  const digits = new Intl.NumberFormat(locale);
  return (count) => digits.format(count);
}

/**
 * Chooses among the forms of a phrase by how many it speaks of; `#` in a form stands for the number.
 * `Category` is every plural category of the language, which {@link https://cldr.unicode.org/index/cldr-spec/plural-rules CLDR}
 * lists, so that the types ask for each of its forms.
 */
export function pluralsOf<Category extends Intl.LDMLPluralRule>(
  locale: string,
): (count: number, forms: Readonly<Record<Category, string>>) => string {
  const number = numbersOf(locale);
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count) as Category].replace('#', number(count));
}
