import { describe, expect, it } from 'vitest';
import { parseBody } from './body.ts';
import { textFile } from './file.ts';

const parse = (text: string, name = 'e.mdx') =>
  parseBody(textFile(name, text, new TextEncoder().encode(text)), 0, true);
const said = (text: string, name?: string): string[] =>
  parse(text, name).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('parseBody(file, start, notes).body', () => {
  it('places citations in UTF-16 columns', () => {
    const { body } = parse('---\na: b\n---\né 😀 [x](#q) and [y](ref:r).\n');
    expect(
      body?.citations.map(({ kind, id, place }) => [kind, id, place.line, place.column]),
    ).toEqual([
      ['quote', 'q', 4, 6],
      ['reference', 'r', 4, 18],
    ]);
  });

  it('resolves links by definition', () => {
    expect(parse('[x][1]\n\n[1]: #q\n').body?.blocks[0]?.citations[0]?.id).toBe('q');
  });

  it.each([
    ['A.\n\nB.', ['paragraph', 'paragraph']],
    ['- A.\n- B.\n\n  C.', ['paragraph', 'paragraph', 'paragraph']],
    ['> A.', ['paragraph']],
    ['# A\n\n| b |\n|---|\n| c |\n', ['heading', 'table']],
    ['<Note about="date">A.</Note>', []],
    ['<Note about="date">\n\nA.\n\n- B.\n\n</Note>', []],
    ['<Note about="date">A.</Note>\n<Note about="context">B.</Note>', []],
    ['{/* a remark */}', []],
    ['A. <Note about="date">B.</Note>', ['paragraph']],
    ['A <span lang="ko">나</span>.', ['paragraph']],
    ['*<span lang="ko">나</span>*', ['paragraph']],
    ['<Note about="date">A.</Note> {/* a remark */}', []],
    ['*<Note about="date">A.</Note>*', []],
    ['**', ['paragraph']],
    ['*{/* a remark */}*', []],
    ['    code\n', ['paragraph']],
    ['```\ncode\n```\n', ['code block']],
    ['```\n\n```\n', []],
    ['# \n', []],
  ])('%j states something in %j', (text, kinds) => {
    expect(parse(text).body?.blocks.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('leaves a note’s citations to the note', () => {
    const { body } = parse('A [x](#in). <Note about="date">B [y](#out).</Note>');
    expect(body?.blocks[0]?.citations.map(({ id }) => id)).toEqual(['in']);
    expect(body?.citations.map(({ id }) => id)).toEqual(['in', 'out']);
    expect(body?.notes.map(({ about }) => about)).toEqual(['date']);
  });
});

describe('parseBody(file, start, notes).problems', () => {
  it.each([
    [
      '<Note about="date">\n\nA.',
      'end it with </Note>, in the same paragraph or alone on its line as it began',
    ],
    ['a {x', 'a plain { is written \\{'],
    ['a <3 b', 'a plain < is written \\<, a link [words](address), a comment {/* … */}'],
    ['a </Note>', 'a plain < or { is written \\< or \\{'],
  ])('say what to write instead where MDX breaks off: %j', (text, remedy) => {
    expect(parse(text).body).toBeNull();
    expect(parse(text).problems.map(({ details }) => details)).toEqual([[remedy]]);
  });

  it.each([
    ['import x from "y"\n', ['1:1 an import is code; content is text']],
    ['import x from "export"\n', ['1:1 an import is code; content is text']],
    ['a\n\nexport const x = 1\n', ['3:1 an export is code; content is text']],
    ['😀 {x}', ['1:4 {x} is code; content is text']],
    ['a {/* fine */} b', []],
    ['{ /* one */ /* two */ }', []],
    ['{/* one\n*/ x}', ['1:1 {/* one\n*/ x} is code; content is text']],
    ['{ x }', ['1:1 {x} is code; content is text']],
    ['<>x</>', ['1:1 <> is not available to content']],
    ['<Chart />', ['1:1 <Chart> is not available to content']],
    ['A <span lang="zh-Hant">字</span>, [<span lang="ko">나</span>](#q).', []],
    ['A <span>b</span>', ['1:3 <span> is not available to content']],
    ['A <span lang="ko" class="x">b</span>', ['1:3 <span> is not available to content']],
    ['A <span lang={x}>b</span>', ['1:3 <span> is not available to content']],
    ['A <b lang="ko">b</b>', ['1:3 <b> is not available to content']],
    ['A <span id="ko">b</span>', ['1:3 <span> is not available to content']],
    ['A <span lang="1ko">b</span>', ['1:3 <span> is not available to content']],
    ['A <span lang="ko!">b</span>', ['1:3 <span> is not available to content']],
    ['<span lang="ko">나</span>', ['1:1 <span> is not available to content']],
    [
      '<Notes about="date">x</Notes>',
      ['1:1 <Notes> is not available to content; did you mean "Note"?'],
    ],
    ['<Note>x</Note>', ['1:1 a note says what it is about']],
    ['<Note about={x}>x</Note>', ['1:1 a note says what it is about']],
    ['<Note class="x" about="date">x</Note>', []],
    ['[x](javascript:y)', ['1:1 a link may not begin with "javascript:"']],
    ['[x](https://example.org) [y](mailto:a@b.c) [z](/about/)', []],
    ['[x](HTTP://example.org) [y](/a/javascript:b) [z](1x:y)', []],
    ['[x](shttps:y)', ['1:1 a link may not begin with "shttps:"']],
    ['[x](httpsx:y)', ['1:1 a link may not begin with "httpsx:"']],
    ['a\n\n<Note about="date">', ['3:1 not MDX: <Note> is never closed']],
    ['a </Note>', ['1:3 not MDX: unexpected closing tag `</Note>`, expected an open tag first']],
    ['a <3 b', ['1:3 not MDX: this < begins no tag']],
    ['😀é {x', ['1:5 not MDX: this { is never closed']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('of Markdown name its HTML, and let its braces and comments be', () => {
    expect(said('a <b>c</b> {d} <!-- e -->', 'e.md')).toEqual([
      '1:3 "<b>" is HTML; content is Markdown',
      '1:7 "</b>" is HTML; content is Markdown',
    ]);
    expect(said('<div><!-- x --></div>\n\n<!-- x --><b>\n\n<!-- y -->\n', 'e.md')).toEqual([
      '1:1 "<div><!-- x --></div>" is HTML; content is Markdown',
      '3:1 "<!-- x --><b>" is HTML; content is Markdown',
    ]);
    expect(parse('<b></b>\n\n<!-- y -->\n\na <b></b>', 'e.md').body?.blocks).toHaveLength(1);
  });
});
