import { primaryLanguage } from '../../model/language.ts';
import { selectorsOf } from '../../model/passages.ts';
import type { QuoteDraft } from '../../model/quote.ts';
import type { LocatedQuote } from '../locate.ts';
import { tokensOf } from '../near/same-words.ts';
import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** A translation is in another language than its source. Warns of quotes in other languages without a translation. */
export function checkTranslations(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  const site = draft.site?.part.language;
  if (site === undefined) return [];
  const isRead = (tag: string): boolean => primaryLanguage(tag) === primaryLanguage(site);
  return quotes.flatMap(({ event, id, record, source }): Problem[] => {
    const language = source?.record?.part.language;
    if (language === undefined) return [];
    const into = record.translation?.language;
    if (into !== undefined && primaryLanguage(into) === primaryLanguage(language))
      return [
        error(
          1,
          event.position(['quotes', id, 'translation', 'language']),
          `quote ${id} is in ${language} already: a translation has another language`,
          ['remove the translation, or correct its language or that of the source'],
        ),
      ];
    const odd = record.translation && oddityOf(record.translation, record);
    if (odd)
      return [error(1, event.position(['quotes', id, 'translation', odd.key]), odd.says, [odd.do])];
    if (isRead(language)) return [];
    if (record.translation && isRead(record.translation.language)) return [];
    const at = event.position(['quotes', id], 'key');
    return [
      {
        ...error(1, at, `quote ${id} is in ${language} and has no translation into ${site}`, [
          `add translation: { text: "…", language: ${site}, by: "who translated it" }`,
        ]),
        severity: 'warning',
      },
    ];
  });
}

/** Codes that are no language: undetermined, several, none. */
const NO_LANGUAGE = /^(?:und|mul|zxx|mis)\b/i;
/** Of so many words in the same order, so large a part: these are the words of the source. */
const [SAME_WORDS, SAME_PART] = [5, 0.8];

/** Why a text cannot be a translation of a quote into the language that it names; `null` if it can. */
function oddityOf(
  { text, language }: NonNullable<QuoteDraft['translation']>,
  quote: QuoteDraft,
): { key: 'language' | 'text'; says: string; do: string } | null {
  if (NO_LANGUAGE.test(language))
    return {
      key: 'language',
      says: `translation: "${language}" is no language`,
      do: 'write the language of the translation, as en, en-GB or ar',
    };
  const script = scriptsOf(language);
  if (script && /\p{L}/u.test(text) && !script.test(text))
    return {
      key: 'text',
      says: `the translation has no letter of ${language}`,
      do: 'correct its language; another script is named, as in sr-Latn',
    };
  const said = selectorsOf(quote).flatMap(({ exact }) => tokensOf(exact));
  const words = tokensOf(text);
  if (words.length < SAME_WORDS || !/\p{L}/u.test(text)) return null;
  let from = 0;
  const same = words.filter((word) => {
    const at = said.indexOf(word, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
  return same.length < SAME_PART * words.length
    ? null
    : {
        key: 'text',
        says: 'the translation has the words of the quote, in the language of the source',
        do: 'translate them, or remove the translation',
      };
}

/** The letters of a language's script; `null` if nothing is known of it. */
function scriptsOf(tag: string): RegExp | null {
  const { script } = new Intl.Locale(tag).maximize();
  const names = script && (SCRIPTS[script] ?? (SINGLE.test(script) ? script : undefined));
  return names
    ? new RegExp(
        names
          .split(' ')
          .map((name) => `\\p{sc=${name}}`)
          .join('|'),
        'u',
      )
    : null;
}

const SCRIPTS: Readonly<Record<string, string>> = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han Hiragana Katakana',
  Kore: 'Hangul Han',
};
const SINGLE =
  /^(?:Latn|Cyrl|Grek|Arab|Hebr|Armn|Geor|Deva|Beng|Thai|Ethi|Khmr|Laoo|Mymr|Taml|Telu|Knda|Mlym|Gujr|Guru|Sinh)$/;
