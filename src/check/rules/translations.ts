import { primaryLanguage } from '../../model/language.ts';
import type { LocatedQuote } from '../locate.ts';
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
