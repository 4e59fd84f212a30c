import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

const read = (text: string) => readMarkdown(new TextEncoder().encode(text));

describe('readMarkdown(bytes)', () => {
  it.each([
    ['*so* **it** `rose`', 'so it rose\n'],
    ['hard\nwrapped', 'hard wrapped\n'],
    ['a line end\\\nstays', 'a line end\nstays\n'],
    ['# Head #\n\ntext', 'Head\n\ntext\n'],
    ['[words](https://example.org) <https://a.example>', 'words https://a.example\n'],
    ['[words][1]\n\n[1]: https://example.org', 'words\n'],
    ['- a\n- b', 'a\n\nb\n'],
    ['1. a\n2. b', '1. a\n\n2. b\n'],
    ['4. a\n\n5. b', '4. a\n\n5. b\n'],
    ['1. a\n\n   - b', '1. a\n\nb\n'],
    ['> said', 'said\n'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'a\tb\n\n1\t2\n'],
    ['    code "as it is" --', 'code "as it is" --\n'],
    ['"straight" -- and ... stay', '"straight" -- and ... stay\n'],
    ['a &amp; b \\* c', 'a & b * c\n'],
    ['x<!-- not seen -->y', 'xy\n'],
    ['costs $5 and $6', 'costs $5 and $6\n'],
  ])('of %j takes %j', (source, text) => {
    expect(read(source).text).toBe(text);
  });

  it('keeps notes apart, each with its mark', () => {
    const { text, marks, leftOut } = read(
      'It rose.[^log] It fell.[^2]\n\n[^2]: So the *mate*.\n\n[^log]: So the log.\n\n    Twice.\n\n[^no]: Never used.\n',
    );
    expect(text).toBe('It rose.[1] It fell.[2]\n\n[1] So the log.\n\nTwice.\n\n[2] So the mate.\n');
    expect(marks).toBe('footnotes');
    expect(leftOut).toEqual([{ words: 'Never used.', why: 'a footnote that nothing refers to' }]);
  });

  it('takes title and language from front matter, which is no text, else the first heading', () => {
    const { title, language, text, leftOut } = read(
      '---\ntitle: T\nlang: nb\n---\n# Head\n\ntext\n',
    );
    expect({ title, language, text }).toEqual({
      title: 'T',
      language: 'nb',
      text: 'Head\n\ntext\n',
    });
    expect(leftOut).toEqual([{ words: 'title: T\nlang: nb', why: 'its front matter' }]);
    expect(read('# *The* [storm](x)\n\ntext\n').title).toBe('The storm');
  });

  it('tells what is struck out or hidden', () => {
    expect(read('We ~~will~~ <span hidden>never</span> go')).toMatchObject({
      text: 'We go\n',
      leftOut: [
        { words: 'will', why: 'struck out' },
        { words: 'never', why: 'hidden' },
      ],
    });
  });

  it('reads other character sets, and says so', () => {
    const { text, remarks } = readMarkdown(Buffer.from('# Caf\xe9\n', 'latin1'), 'windows-1252');
    expect(text).toBe('Café\n');
    expect(remarks).toContain('its characters were read as windows-1252');
  });
});
