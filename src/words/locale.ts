/** The archive's language as its site.yaml has it, with the digits that the build writes; astro.config.mjs says it. */
declare const SITE_LANGUAGE: string | undefined;

/** The archive's own tag where it is of this language, and the language alone where words stand for another's. */
export const localeOf = (language: string): string =>
  typeof SITE_LANGUAGE !== 'undefined' && SITE_LANGUAGE.split('-')[0] === language
    ? SITE_LANGUAGE
    : language;
