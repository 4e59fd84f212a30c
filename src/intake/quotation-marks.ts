/**
 * The quotation marks that a browser puts around `<q>`: by language, the outer pair, then the inner one.
 * @see https://cldr.unicode.org/ delimiters, which browsers take them from
 */
const MARKS: Record<string, string> = {
  ar: '”“’‘',
  bg: '„“’‘',
  bs: '„”‘’',
  cs: '„“‚‘',
  da: '“”‘’',
  de: '„“‚‘',
  'de-ch': '«»‹›',
  el: '«»“”',
  en: '“”‘’',
  es: '«»“”',
  et: '„“«»',
  fa: '«»‹›',
  fi: '””’’',
  fr: '«»«»',
  'fr-ch': '«»‹›',
  he: '””’’',
  hr: '„”‚‘',
  hu: '„”»«',
  it: '«»“”',
  ja: '「」『』',
  ko: '“”‘’',
  lt: '„“„“',
  lv: '“”‘’',
  nb: '«»‘’',
  nl: '“”‘’',
  nn: '«»‘’',
  no: '«»‘’',
  pl: '„”«»',
  pt: '“”‘’',
  'pt-pt': '«»“”',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sq: '«»“”',
  sr: '„“‘‘',
  sv: '””’’',
  tr: '“”‘’',
  uk: '«»„“',
  vi: '“”‘’',
  zh: '“”‘’',
  'zh-hant': '「」『』',
  'zh-hk': '「」『』',
  'zh-tw': '「」『』',
};

/** The pair of marks for a language and a depth of nesting, from 0; those of English for a language not listed. */
export function quotationMarks(language: string, depth: number): { open: string; close: string } {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const listed = Object.keys(MARKS)
    .filter((key) => tag === key || tag.startsWith(`${key}-`))
    .sort((a, b) => b.length - a.length)[0];
  const marks = MARKS[listed ?? primary] ?? '“”‘’';
  const at = depth % 2 === 0 ? 0 : 2;
  return { open: marks[at] ?? '', close: marks[at + 1] ?? '' };
}
