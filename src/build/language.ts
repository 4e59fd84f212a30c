/** The language of an archive and the file with its words; English if the interface has none in that language. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinnedLanguage, primaryLanguage } from '../model/language.ts';

const FALLBACK = 'en';

/** An archive's language: a BCP 47 tag with calendar and digits. @param written the tag in `site.yaml` */
export const languageOf = (written: string | undefined): string =>
  pinnedLanguage(written ?? FALLBACK);

/** The path of the file with the words of a language. */
export function wordsFile(language: string): string {
  const of = (name: string): string =>
    fileURLToPath(new URL(`../words/${name}.ts`, import.meta.url));
  const own = of(primaryLanguage(language));
  return existsSync(own) ? own : of(FALLBACK);
}
