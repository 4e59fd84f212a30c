import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { replaceScalar } from './scalar.ts';

const replaced = (value: string, text: string): string | null => {
  const edited = replaceScalar(
    `before: 1\nq:\n  exact: ${value}\n  after: "2" # kept\n`,
    ['q', 'exact'],
    text,
  );
  if (edited === null) return null;
  const [, found] =
    /^before: 1\nq:\n {2}exact: ([\s\S]*)\n {2}after: "2" # kept\n$/.exec(edited) ?? [];
  expect(found, edited).toBeDefined();
  return found ?? null;
};

describe('replaceScalar(yaml, path, text)', () => {
  it.each([
    ['old words', 'new words', 'new words'],
    ['old words  # a remark', 'new words', 'new words  # a remark'],
    ['old words', 'new: words', '"new: words"'],
    ['old words', 'a # b', '"a # b"'],
    ['old words', '"new" words', '"\\"new\\" words"'],
    ['old words', '12', '"12"'],
    ['"old"', 'a "new"', '"a \\"new\\""'],
    ['"old \\u00e9"', 'new é', '"new é"'],
    ["'old'", "it''s", "'it''''s'"],
    ["'old'", "Kim's", "'Kim''s'"],
    ['&a "old"', 'new', '&a "new"'],
    ['"old\n    words"', 'new words', '"new words"'],
    ['>-\n    old\n    words', 'new words', '>-\n    new words'],
    ['|-\n    old\n    words', 'new words', '|-\n    new words'],
    ['>-\r\n    old\r\n    words', 'new words', '>-\r\n    new words'],
  ])('%j becomes %j, written %j', (value, text, written) => {
    expect(replaced(value, text)).toBe(written);
  });

  it('changes an entry of a flow map alone', () => {
    expect(replaceScalar('q: { exact: old, via: [] }', ['q', 'exact'], 'a, b')).toBe(
      'q: { exact: "a, b", via: [] }',
    );
  });

  it('is null where there is no text, or another’s would change with it', () => {
    expect(replaceScalar('q: 1', ['q'], 'new')).toBeNull();
    expect(replaceScalar('q: 1', ['r'], 'new')).toBeNull();
    expect(replaceScalar('q: &a old\nr: *a', ['q'], 'new')).toBeNull();
    expect(replaceScalar('q: &a old\nr: *a', ['r'], 'new')).toBeNull();
  });

  it('is read back as the text, whatever text and style', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('old', '"old"', "'old'", '>-\n    old'),
        fc
          .string({ unit: fc.constantFrom(...'ab:#\'"\\-é😀{}[],&*!|>% ') })
          .filter((s) => s.trim() === s && s !== ''),
        (value, text) => {
          const edited = replaceScalar(`q:\n  exact: ${value}\n  via: []\n`, ['q', 'exact'], text);
          expect(parse(edited ?? '')).toEqual({ q: { exact: text, via: [] } });
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});
