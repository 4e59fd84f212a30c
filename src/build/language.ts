/** Which language an archive is in, read before anything of it is checked; English if that cannot be read. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { pinnedLanguage, primaryLanguage } from '../model/language.ts';

const FALLBACK = 'en';

/** The path of `site.yaml` in an archive's folder. */
export const siteFile = (folder: string): string => resolve(folder, 'site.yaml');

/** The archive's language, a BCP 47 tag with calendar and digits. */
export function language(folder: string): string {
  try {
    const site = parse(readFileSync(siteFile(folder), 'utf8'));
    return pinnedLanguage(String(site?.language ?? FALLBACK));
  } catch {
    return FALLBACK;
  }
}

/** The path of the file with the words of the archive's language. */
export function words(folder: string): string {
  const of = (name: string): string =>
    fileURLToPath(new URL(`../words/${name}.ts`, import.meta.url));
  const own = of(primaryLanguage(language(folder)));
  return existsSync(own) ? own : of(FALLBACK);
}
