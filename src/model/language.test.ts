import { expect, it } from 'vitest';
import { directionOf, pinnedLanguage, primaryLanguage, scriptOf } from './language.ts';

it.each([
  ['en-GB', 'ltr', 'en', 'Latn'],
  ['ar', 'rtl', 'ar', 'Arab'],
  ['az-Arab', 'rtl', 'az', 'Arab'],
  ['az', 'ltr', 'az', 'Latn'],
  ['he', 'rtl', 'he', 'Hebr'],
  ['ko', 'ltr', 'ko', 'Kore'],
  ['und', 'auto', 'und', null],
  ['no_tag', 'auto', 'no_tag', null],
])('knows of %s that it runs %s', (tag, direction, primary, script) => {
  expect([directionOf(tag), primaryLanguage(tag), scriptOf(tag)]).toEqual([
    direction,
    primary,
    script,
  ]);
});

it('says which calendar and digits a language is written with, and keeps those it names itself', () => {
  expect(pinnedLanguage('en-GB')).toBe('en-GB-u-ca-gregory-nu-latn');
  expect(pinnedLanguage('ar-u-nu-arab')).toBe('ar-u-ca-gregory-nu-arab');
  expect(pinnedLanguage('fa')).toBe('fa-u-ca-gregory-nu-arabext');
  expect(pinnedLanguage('no_tag')).toBe('en');
});
