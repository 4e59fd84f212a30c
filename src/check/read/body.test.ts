import { describe, expect, it } from 'vitest';
import { citationsOf, notesOf, statementsOf, wordsOf } from '../../model/body.ts';
import { parseBody } from './body.ts';
import { textFile } from './file.ts';

const fileOf = (text: string, name = 'e.mdx') =>
  textFile(name, text, new TextEncoder().encode(text));
const parse = (text: string, name?: string) => parseBody(fileOf(text, name), 0, true);
const bodyOf = (text: string, name?: string) => parse(text, name).body ?? [];
const said = (text: string, name?: string): string[] =>
  parse(text, name).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('parseBody(file, start, notes).body', () => {
  it('places citations in UTF-16 columns', () => {
    const text = '---\na: b\n---\né 😀 [x](#q) and [y](ref:r).\n';
    expect(
      citationsOf(bodyOf(text)).map(({ kind, id, offset }) => {
        const { line, column } = fileOf(text).at(offset);
        return [kind, id, line, column];
      }),
    ).toEqual([
      ['quote', 'q', 4, 6],
      ['reference', 'r', 4, 18],
    ]);
  });

  it('resolves links by definition', () => {
    expect(citationsOf(bodyOf('[x][1], [1][] and [1]\n\n[1]: #q\n')).map(({ id }) => id)).toEqual([
      'q',
      'q',
      'q',
    ]);
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
    ['```\ncode\n```\n', ['code']],
    ['```\n\n```\n', []],
    ['# \n', []],
  ])('%j states something in %j', (text, kinds) => {
    expect(statementsOf(bodyOf(text)).map(({ node }) => node.type)).toEqual(kinds);
  });

  it('leaves a note’s citations to the note', () => {
    const body = bodyOf('A [x](#in). <Note about="date">B [y](#out).</Note>');
    const [statement] = statementsOf(body);
    expect(statement?.citations.map(({ id }) => id)).toEqual(['in']);
    expect(citationsOf(body).map(({ id }) => id)).toEqual(['in', 'out']);
    expect(notesOf(body).map(({ about }) => about)).toEqual(['date']);
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
    ['<Note class="x" about="date">x</Note>', ['1:1 a note has no "class"']],
    ['<Note about="date" about="context">x</Note>', ['1:1 a note has no second "about"']],
    ['<Note about="date" client:load>x</Note>', ['1:1 a note has no "client:load"']],
    [
      '<Note about="date" slot="x" y={1}>x</Note>',
      ['1:1 a note has no "slot"', '1:1 a note has no "y"'],
    ],
    ['<Note about="date" {...x}>x</Note>', ['1:1 a note has no {...x}']],
    [
      '<Note {...{about: "date"}}>x</Note>',
      ['1:1 a note has no {...{about: "date"}}', '1:1 a note says what it is about'],
    ],
    ['{/**/ x /**/}', ['1:1 {/**/ x /**/} is code; content is text']],
    ['{/* one */ + 1 /* two */}', ['1:1 {/* one */ + 1 /* two */} is code; content is text']],
    ['a {}', ['1:3 {} is code; content is text']],
    ['a ![a](b.jpg)', ['1:3 a picture may stand only between the paragraphs of an event']],
    ['- ![a](b.jpg)', ['1:3 a picture may stand only between the paragraphs of an event']],
    ['![a](b.jpg "c")', ['1:1 a picture has no title']],
    ['![a](c/b.jpg)', ['1:1 "c/b.jpg" is none of this event’s media']],
    ['![a](data:,x)', ['1:1 "data:,x" is none of this event’s media']],
    ['![a]()', ['1:1 "" is none of this event’s media']],
    ['![a][b]\n\n[b]: c.jpg', ['1:1 a picture is named by its file']],
    ['a[^1]\n\n[^1]: b', ['1:2 a footnote is not supported', '3:1 a footnote is not supported']],
    ['a ~~b~~ ~c~', ['1:3 text may not be struck through', '1:9 text may not be struck through']],
    ['- [x] a', ['1:1 a list has no boxes to tick']],
    [
      '[](#q) [.](#q) [*…*](ref:r)',
      [
        '1:1 a link without words cites nothing',
        '1:8 a link without words cites nothing',
        '1:16 a link without words cites nothing',
      ],
    ],
    ['[x](#q "title")', ['1:1 a link has no title']],
    ['[x][q]\n\n[q]: https://evil.example/\n[q]: #q', ['4:1 the link [q] is defined twice']],
    ['[x][q]\n\n[q]: javascript:y', ['1:1 a link may not begin with "javascript:"']],
    [
      '[x](/about/) [y](b.html) [z](//c.example)',
      [
        '1:1 a link may not lead to "/about/", a place within some site',
        '1:14 a link may not lead to "b.html", a place within some site',
        '1:26 a link may not lead to "//c.example", a place within some site',
      ],
    ],
    [`${'> '.repeat(30)}a`, ['1:41 lists and quotations may be 20 deep']],
    ['[x](javascript:y)', ['1:1 a link may not begin with "javascript:"']],
    ['[x](https://example.org) [y](mailto:a@b.c)', []],
    ['[x](HTTP://example.org)', []],
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
    expect(statementsOf(bodyOf('<b></b>\n\n<!-- y -->\n\na <b></b>', 'e.md'))).toHaveLength(1);
  });

  it('of Markdown name text between two comments, which HTML takes for one block', () => {
    expect(said('<!-- a --> x <!-- b -->\n', 'e.md')).toEqual([
      '1:1 "<!-- a --> x <!-- b -->" is HTML; content is Markdown',
    ]);
  });

  it('take time in proportion to a comment’s length', () => {
    expect(said(`{${'/**/'.repeat(20_000)}x}`)).toHaveLength(1);
  });
});

describe('parseBody(file, start, notes).body, of notes within a paragraph', () => {
  it('puts them behind it, and loses no word', () => {
    const body = bodyOf('A *b <Note about="date">C [d](#q).</Note> e*.\n\nF.');
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'note', 'paragraph']);
    expect(wordsOf(body)).toBe('A b  e.C d.F.');
  });
});
