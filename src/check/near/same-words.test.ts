import { expect, it } from 'vitest';
import { sameTypography, sameWords } from './same-words.ts';

it.each([
  ['guilty', 'not guilty', false],
  ['24 ships', '42 ships', false],
  ['5 degrees', '−5 degrees', false],
  ['5', '5 %', false],
  ['5 %', '5%', true],
  ['5', '5%', false],
  ['1,000', '1000', false],
  ['It’s “so”', 'it\u2019s "SO"', true],
  ['10–12', '10-12', true],
  ['10²', '102', false],
  ['1½', '11⁄2', false],
  ['ﬁve', 'five', true],
  ['Straße', 'Strasse', false],
  ['re\u00ADport', 'report', true],
])('sameWords(%j, %j) is %s', (a, b, same) => {
  expect(sameWords(a, b)).toBe(same);
});

it.each([
  ['It’s “so”', 'It\'s "SO"', true],
  ['all - every', 'all – every', true],
  ['all-every', 'all — every', true],
  ['so...', 'so…', true],
  ['He agreed.', 'He agreed?', false],
  ['guilty, not', 'guilty not', false],
  ['and MIT Museum.', 'and [MIT Museum]', false],
  ['fell -5', 'fell - 5', false],
  ['Müller', 'Muller', false],
])('sameTypography(%j, %j) is %s', (a, b, same) => {
  expect(sameTypography(a, b)).toBe(same);
});
