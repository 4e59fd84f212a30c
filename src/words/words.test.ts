/**
 * What every language must have: the same words as English, and nothing of another language in them. A new file is
 * tested by being there.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as ar from './ar.ts';
import * as en from './en.ts';

/** What a module of words is made of, whatever they say. */
type Shape<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Shape<T[Key]> };

it('says all that English says, by the same types', () => {
  expectTypeOf<Shape<typeof ar>>().toEqualTypeOf<Shape<typeof en>>();
});

const languages = readdirSync(import.meta.dirname)
  .filter((name) => /^[a-z]{2,3}\.ts$/.test(name) && name !== 'en.ts')
  .map((name) => name.slice(0, -3));

const fileOf = (language: string): string => join(import.meta.dirname, `${language}.ts`);

/** Names of formats and standards, which are the same in every language. */
const NAMES = /SHA-256|PDF|A4|W3C Web Annotations/g;

describe.each(languages)('%s', (language) => {
  it('has what English has, and says something each time', async () => {
    const own = sayings(await import(fileOf(language)));
    expect([...own.keys()]).toEqual([...sayings(en).keys()]);
    for (const [what, said] of own) {
      expect(said.trim(), what).not.toBe('');
      expect(said, what).not.toMatch(/undefined|NaN|null|\[object|#/);
    }
  });

  it('has no Latin letters where its own are others', async () => {
    if (new Intl.Locale(language).maximize().script === 'Latn') return;
    for (const [what, said] of sayings(await import(fileOf(language))))
      expect(said.replace(NAMES, ''), what).not.toMatch(/\p{sc=Latin}/u);
  });
});

/** Everything a module says, by where it is said: of a function, what it says to each of some numbers and texts. */
function sayings(words: object): Map<string, string> {
  const said = new Map<string, string>();
  const add = (path: string, value: unknown): void => {
    if (typeof value === 'string') said.set(path, value);
    else if (typeof value === 'function') {
      for (const [call, answer] of answers(value as (...given: unknown[]) => unknown))
        said.set(`${path}(${call})`, answer);
    } else for (const [key, part] of Object.entries(value as object)) add(`${path}.${key}`, part);
  };
  for (const name of Object.keys(words).sort()) add(name, words[name as keyof typeof words]);
  return said;
}

const COUNTS = [0, 1, 2, 3, 10, 11, 99, 100, 101, 103, 10_000];
const TEXT = 'ـ';

/** Functions take numbers, texts, lists of texts and one yes or no; what they do with none of them is no answer. */
function answers(say: (...given: unknown[]) => unknown): [call: string, answer: string][] {
  const given = say.length;
  const kinds = kindsOf(say);
  const calls = COUNTS.map((count) =>
    kinds.map((kind) =>
      kind === 'number'
        ? count
        : kind === 'list'
          ? [TEXT, TEXT]
          : kind === 'flag'
            ? count > 2
            : TEXT,
    ),
  );
  expect(kinds).toHaveLength(given);
  return calls.map((call) => [JSON.stringify(call), String(say(...call))]);
}

/** What a function's parameters are, by their names; a number where a text is meant harms nothing. */
const kindsOf = (say: (...given: unknown[]) => unknown): string[] => {
  const [, inside = ''] = /^(?:function \w*|async )?\(?([^)=]*)\)?/.exec(say.toString()) ?? [];
  return inside
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) =>
      /^(?:count|total|place|share|first|second|event|statements|paragraphs|documents|quotedSentences|sentences|quoteCount|eventCount)$/.test(
        name,
      )
        ? 'number'
        : /^(?:own|days)$/.test(name)
          ? 'list'
          : name === 'editors'
            ? 'flag'
            : 'text',
    );
};
