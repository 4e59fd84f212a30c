import { describe, expect, it } from 'vitest';
import { isQuoted, quotedSpans } from './quotation-marks.ts';

const words = (text: string): string[] =>
  quotedSpans(text).map(({ start, end }) => text.slice(start, end));

describe('quotedSpans(text)', () => {
  it.each([
    ['He said “so” and "thus".', ['so', 'thus']],
    ['Er sagte „so“ und »anders«.', ['so', 'anders']],
    ['Il dit « oui » et ‹non›.', [' oui ', 'non']],
    ['彼は「はい」と『いいえ』', ['はい', 'いいえ']],
    ['the boys’ ‘very open person’ isn’t', ['very open person']],
    ["the boys' 'open person' isn't", ['open person']],
    ['“He said ‘no’ to it”', ['He said ‘no’ to it']],
    ['He said “so on', ['so on']],
    ["He said ″so″ and ❝thus❞ and ``also'' here", ['so', 'thus', '`also']],
    ['a 5″ pipe, 6′ long and 7′ wide', []],
    ['﹁天﹂と', ['天']],
    ['a 5" pipe', []],
    ['rock ’n’ roll and O’Neill', []],
    ['“!”', []],
    ['Hawai‘i and ‘a', []],
  ])('%s has %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('isQuoted(source, span)', () => {
  const text = 'He said "one two" and left. “Three\n\nfour” five. "Six," he said, "seven."';
  it.each([
    ['one two', true],
    ['"one two"', true],
    ['one', true],
    ['two" and left', false],
    ['left', false],
    ['four', false],
    ['Six," he said, "seven.', true],
  ])('%j: %s', (passage, quoted) => {
    const start = text.indexOf(passage);
    expect(isQuoted({ text }, { start, end: start + passage.length })).toBe(quoted);
  });
});

it.each([
  ['He said "|we go" today.', true],
  ['He said "no". |We go.', false],
  ['Er sagte: „|Wir gehen.“', true],
  ['Er sagte: „Nein.“ |Wir gehen.', false],
  ['Er sagte: »|Wir gehen.«', true],
  ['« Non. » |On part.', false],
  ['Han sade: ”|Vi går.”', true],
  ['‘It’s |ours,’ he said.', true],
  ['‘Ours,’ he said. |It is.', false],
  ['彼は「|行く」と言った。', true],
  ['She said "yes and left.\n\n|Then it rained.', false],
  ['|"We go," he said.', true],
])('isQuoted finds the mark before the quote in %j: %s', (marked, quoted) => {
  const start = marked.indexOf('|');
  expect(isQuoted({ text: marked.replace('|', '') }, { start, end: start + 2 })).toBe(quoted);
});
