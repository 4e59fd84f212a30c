import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allTypefaces, slugOf, TYPEFACES, typefacesOf, variableOf } from './typefaces.ts';

it('gives a language the typefaces of its script, each once', () => {
  expect(typefacesOf('ar-EG').map(({ family }) => family)).toEqual([
    'Noto Naskh Arabic',
    'Noto Sans Arabic',
  ]);
  expect(typefacesOf('ko-KP').map(({ family }) => family)).toEqual(['Nanum Gothic']);
  expect(typefacesOf('ru')).toEqual([]);
  expect(typefacesOf('und')).toEqual([]);
});

it('has each in the style sheet, in the stack it is for, and its files among the packages', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const stackOf = (kind: string): string =>
    new RegExp(`--font-${kind}:([^;]*);`).exec(tokens)?.[1] ?? '';
  for (const faces of Object.values(TYPEFACES))
    for (const kind of ['serif', 'sans'] as const)
      expect(stackOf(kind)).toContain(`var(${variableOf(faces[kind])},`);
  for (const { family, subset, weights } of allTypefaces)
    for (const weight of weights) {
      const slug = slugOf(family);
      const file = `node_modules/@fontsource/${slug}/files/${slug}-${subset}-${weight}-normal.woff2`;
      expect(readFileSync(file).length).toBeGreaterThan(10_000);
    }
});
