import { primaryLanguage } from '../../model/language.ts';
import type { LocatedQuote } from '../locate.ts';
import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** A warning for a quote that readers of the site's language cannot read. */
export function checkTranslations(draft: Draft, quotes: readonly LocatedQuote[]): Problem[] {
  const site = draft.site?.part.language;
  if (site === undefined) return [];
  const isRead = (tag: string): boolean => primaryLanguage(tag) === primaryLanguage(site);
  return quotes.flatMap(({ event, id, record, source }): Problem[] => {
    const language = source?.record?.part.language;
    if (language === undefined || isRead(language)) return [];
    if (record.translation && isRead(record.translation.language)) return [];
    const at = event.place(['quotes', id], 'key');
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
