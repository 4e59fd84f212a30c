// @ts-check
/** Which language an archive is in, read before anything of it is checked; where that cannot be read, English. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { pinnedLanguage, primaryLanguage } from './model/language.ts';

const FALLBACK = 'en';

/** @param {string} folder of the archive */
export const siteFile = (folder) => resolve(folder, 'site.yaml');

/**
 * The archive's language, with calendar and digits.
 * @param {string} folder
 * @returns {string}
 */
export function language(folder) {
  try {
    const site = parse(readFileSync(siteFile(folder), 'utf8'));
    return pinnedLanguage(String(site?.language ?? FALLBACK));
  } catch {
    return FALLBACK;
  }
}

/**
 * The file with the words of the archive's language.
 * @param {string} folder
 * @returns {string}
 */
export function words(folder) {
  const of = (/** @type {string} */ name) =>
    fileURLToPath(new URL(`./words/${name}.ts`, import.meta.url));
  const own = of(primaryLanguage(language(folder)));
  return existsSync(own) ? own : of(FALLBACK);
}
