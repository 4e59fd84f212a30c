import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docx, epub, note, noteMark, paragraph, run, xhtml } from './documents.arbitrary.ts';
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import { readHtml } from './html.ts';
import { readMail, readMhtml } from './mail.ts';
import { readMarkdown } from './markdown.ts';
import type { Section } from './sections.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const pageOf = (html: string) => readHtml(bytesOf(`<!doctype html><meta charset="utf-8">${html}`));

/** Each paragraph of a text with the headings that it stands under. */
const outline = ({ text, sections = [] }: { text: string; sections?: Section[] }): string[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => {
    const under = sections.findLast(({ start }) => start <= index)?.headings ?? [];
    return `${words}: ${under.join(' > ')}`;
  });

describe('readHtml(bytes).sections', () => {
  it.each([
    [
      'headings by their levels',
      '<p>a<h1>T</h1><p>b<h2>A</h2><p>c<h3>B</h3><p>d<h2>C</h2><p>e',
      [
        'a: ',
        'T: T',
        'b: T',
        'A: T > A',
        'c: T > A',
        'B: T > A > B',
        'd: T > A > B',
        'C: T > C',
        'e: T > C',
      ],
    ],
    [
      'a level that was left out',
      '<h1>T</h1><h4>A</h4><p>a<h3>B</h3><p>b',
      ['T: T', 'A: T > A', 'a: T > A', 'B: T > B', 'b: T > B'],
    ],
    [
      'no heading beyond the element that holds it',
      '<h1>T</h1><section><h2>A</h2><p>a</section><p>b<aside><h2>B</h2><p>c</aside><p>d',
      ['T: T', 'A: T > A', 'a: T > A', 'b: T', 'B: B', 'c: B', 'd: T'],
    ],
    [
      'no heading of a box within the text beyond the box',
      '<h2>A</h2><p>a<div><h3>Read this too</h3><p>b</div><p>c',
      ['A: A', 'a: A', 'Read this too: A > Read this too', 'b: A > Read this too', 'c: A'],
    ],
    [
      'a heading in an element for itself and its links',
      '<div><div class="head"><h2>A</h2><span>[edit]</span></div></div><p>a',
      ['A: A', '[edit]: A', 'a: A'],
    ],
    [
      'a heading in the head of its article, with who wrote it',
      '<article><header><h1>T</h1><p>By Pell</p></header><p>a</article><p>b',
      ['T: T', 'By Pell: T', 'a: T', 'b: '],
    ],
    [
      'nothing over what is no part of the document',
      '<h2>A</h2><p>a<footer>Imprint</footer><nav><h2>Menu</h2><p>Home</nav>',
      ['A: A', 'a: A', 'Imprint: ', 'Menu: Menu', 'Home: Menu'],
    ],
    [
      'elements that are called headings, and none that is called otherwise',
      '<div role="heading" aria-level="1">T</div><div role="heading">A</div><p>a<h3 role="none">B</h3><p>b',
      ['T: T', 'A: T > A', 'a: T > A', 'B: T > A', 'b: T > A'],
    ],
    [
      'headings of cells, entries and quotations within them',
      '<h1>T</h1><ul><li><h2>A</h2><p>a</li></ul><blockquote><h2>B</h2>b</blockquote><table><tr><td><h2>C</h2>c</td></tr></table><p>d',
      ['T: T', 'A: T > A', 'a: T > A', 'B: T > B', 'b: T > B', 'C: T > C', 'c: T > C', 'd: T'],
    ],
    [
      'no heading without words',
      '<h2>A</h2><p>a<h2><img src="x"></h2><p>b',
      ['A: A', 'a: A', 'b: A'],
    ],
    ['a heading of two lines as one', '<h2>A<br>B</h2><p>a', ['A: A B', 'B: A B', 'a: A B']],
    ['no heading that is hidden', '<h2 hidden>A</h2><p>a', ['a: ']],
  ])('knows %s', (_, html, expected) => {
    expect(outline(pageOf(html))).toEqual(expected);
  });

  it('keeps the names by which a page leads to its headings', () => {
    expect(pageOf('<h2 id="a">A</h2><p>a<h2>B</h2><p>b').sections).toEqual([
      { start: 0, headings: ['A'], id: 'a' },
      { start: 6, headings: ['B'] },
    ]);
  });

  it('names nothing but words that stand above, whatever the page', () => {
    const leaf = fc.constantFrom('<p>one', 'two', '<h1>A</h1>', '<h2>B</h2>', '<h3>C</h3>', '<br>');
    const { page } = fc.letrec((tie) => ({
      page: fc.array(tie('node'), { maxLength: 6 }).map((all) => all.join('')),
      node: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc
          .tuple(
            fc.constantFrom('div', 'section', 'aside', 'header', 'li', 'td', 'footer', 'nav'),
            tie('page'),
          )
          .map(([name, inner]) => `<${name}>${inner}</${name}>`),
      ),
    }));
    fc.assert(
      fc.property(page as fc.Arbitrary<string>, (html) => {
        const { text, sections } = pageOf(html);
        let before = -1;
        for (const { start, headings } of sections) {
          expect(start).toBeGreaterThan(before);
          expect(start).toBeLessThan(text.length);
          before = start;
          for (const heading of headings) {
            const at = text.lastIndexOf(heading, start);
            expect(at).toBeGreaterThanOrEqual(0);
            expect(at).toBeLessThanOrEqual(start);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('other documents with headings', () => {
  const heading = (level: number, text: string): string =>
    `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(text)}</w:p>`;

  it('Word has those of its styles, and none over its notes', async () => {
    const styles = [1, 2]
      .map(
        (level) =>
          `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`,
      )
      .join('');
    const body =
      heading(1, 'T') + paragraph(run('a'), noteMark(2)) + heading(2, 'A') + paragraph(run('b'));
    const read = await readDocx(docx(body, { styles, footnotes: note(2, 'c') }));
    expect(outline(read)).toEqual(['T: T', 'a[1]: T', 'A: T > A', 'b: T > A', '[1] c: ']);
  });

  it('EPUB has those of each chapter, and none over the next chapter', () => {
    const read = readEpub(
      epub({
        'a.xhtml': xhtml('<p>a</p>'),
        'b.xhtml': xhtml('<h1>T</h1><p>b</p><h2 id="x">A</h2><p>c</p>'),
        'c.xhtml': xhtml('<div hidden="">none</div>'),
        'd.xhtml': xhtml('<p>d</p><h1>B</h1><p>e</p>'),
      }),
    );
    expect(outline(read)).toEqual([
      'a: ',
      'T: T',
      'b: T',
      'A: T > A',
      'c: T > A',
      'd: ',
      'B: B',
      'e: B',
    ]);
    expect(read.sections?.every((one) => !('id' in one))).toBe(true);
  });

  it('Markdown has its own, and none over its notes', () => {
    const read = readMarkdown(bytesOf('a\n\n# T\n\nb[^1]\n\n## A\n\nc\n\n[^1]: d\n'));
    expect(outline(read)).toEqual(['a: ', 'T: T', 'b[1]: T', 'A: T > A', 'c: T > A', '[1] d: ']);
  });

  it('a saved page and a mail have those of their page', async () => {
    const mail = bytesOf(
      'From: Ada <ada@example.org>\r\nSubject: The lamp\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>a</p><h2>A</h2><p>b</p>\r\n',
    );
    expect(outline(await readMhtml(mail))).toEqual(['a: ', 'A: A', 'b: A']);
    expect(outline(await readMail(mail)).slice(-3)).toEqual(['a: ', 'A: A', 'b: A']);
  });
});
