import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withEntries } from './yaml.ts';

describe('withEntries(text, entries)', () => {
  it.each([
    ['', 'x: "y"\n'],
    ['# A comment.\n{}\n', '# A comment.\nx: "y"\n'],
    ['# A comment.\n\n', '# A comment.\nx: "y"\n'],
    ['a: 1\n\n\n', 'a: 1\nx: "y"\n'],
    ['---\n"a": 1', '---\n"a": 1\nx: "y"\n'],
    ['北京: 1\n', '北京: 1\nx: "y"\n'],
    ['{ a: 1 }\n', '{ a: 1, x: y }\n'],
    ['{ a: 1,\nb: 2 }\n', '{ a: 1, b: 2, x: y }\n'],
  ])('adds to %j', (text, expected) => {
    expect(withEntries(text, { x: 'y' })).toBe(expected);
    expect(parse(expected)).toEqual({ ...parse(text), x: 'y' });
  });

  it('leaves the text where there is nothing to add', () => {
    expect(withEntries('{}\n', {})).toBe('{}\n');
  });
});
