import { existsSync } from 'node:fs';
import { primaryLanguage } from '../../model/language.ts';
import { error, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';

/** Warns if the interface has no words in the site's language. */
export function checkLanguage({ site }: Draft): Problem[] {
  const tag = site?.part.language;
  if (!site || tag === undefined) return [];
  const at = site.position(['language']);
  const file = `src/words/${primaryLanguage(tag)}.ts`;
  if (existsSync(new URL(`../../../${file}`, import.meta.url))) return [];
  return [
    {
      ...error(1, at, `the interface has no words in ${tag}: it will be in English`, [
        `copy src/words/en.ts to ${file} and translate it, as docs/architecture.md says`,
      ]),
      severity: 'warning',
    },
  ];
}
