import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../model/archive.arbitrary.ts';
import { epub, plainWords, xhtml } from './documents.arbitrary.ts';
import { readEpub } from './epub.ts';

describe('readEpub(bytes)', () => {
  it('reads the chapters in the order of the spine, whatever the order of the files', () => {
    const { text, title, language, authors, remarks } = readEpub(
      epub(
        {
          'b.xhtml': xhtml('<h1>Two</h1><p>It fell.</p>'),
          'a%20b.xhtml': xhtml('<p>It rose.</p>'),
        },
        ['a%20b.xhtml', 'b.xhtml'],
        {
          about:
            '<dc:title>The &quot;Storm&quot;</dc:title><dc:creator>Ada Moor</dc:creator><dc:language>en</dc:language>',
        },
      ),
    );
    expect(text).toBe('It rose.\n\nTwo\n\nIt fell.\n');
    expect({ title, language, authors }).toEqual({
      title: 'The "Storm"',
      language: 'en',
      authors: ['Ada Moor'],
    });
    expect(remarks).toEqual(['2 chapters were read, in the order of the book']);
  });

  it('takes what closes itself as XHTML does', () => {
    const head = '<script src="x.js"/><style/>';
    const body = '<p>One<a id="x"/> two<br/>three <i class="y" />four</p><p/><div/><p>five</p>';
    expect(readEpub(epub({ 'a.xhtml': xhtml(body, head) })).text).toBe(
      'One two\nthree four\n\nfive\n',
    );
  });

  it('hides what its style sheets hide', () => {
    const { text, leftOut } = readEpub(
      epub(
        {
          'a.xhtml': xhtml(
            '<p>seen <span class="no">not seen</span></p>',
            '<link rel="stylesheet" href="css/s.css"/>',
          ),
        },
        ['a.xhtml'],
        { more: { 'OEBPS/css/s.css': '.no { display: none }' } },
      ),
    );
    expect(text).toBe('seen\n');
    expect(leftOut).toEqual([{ words: 'not seen', why: 'hidden' }]);
  });

  it('marks notes', () => {
    const body =
      '<p>It rose.<a epub:type="noteref" href="#n"><sup>1</sup></a></p><aside epub:type="footnote" id="n"><p>1. So the log.</p></aside>';
    const { text, marks } = readEpub(epub({ 'a.xhtml': xhtml(body) }));
    expect(text).toBe('It rose.[1]\n\n1. So the log.\n');
    expect(marks).toBe('footnotes');
  });

  it('tells which chapter is missing, and refuses a book without any', () => {
    const two = epub({ 'a.xhtml': xhtml('<p>x</p>') }, ['a.xhtml', 'gone.xhtml']);
    expect(readEpub(two).text).toBe('x\n');
    for (const [files, why] of [
      [epub({}), 'no order of chapters'],
      [epub({}, ['gone.xhtml']), 'none of its chapters'],
    ] as const)
      expect(() => readEpub(files)).toThrow(why);
  });

  it('refuses a protected book, but not one whose fonts are scrambled', () => {
    const encrypted = (uri: string) => ({
      more: {
        'META-INF/encryption.xml': `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
      },
    });
    const chapters = { 'a.xhtml': xhtml('<p>x</p>') };
    expect(() => readEpub(epub(chapters, undefined, encrypted('OEBPS/a.xhtml')))).toThrow('DRM');
    expect(readEpub(epub(chapters, undefined, encrypted('OEBPS/f.otf'))).text).toBe('x\n');
  });

  it('loses no word of any chapter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(plainWords, { minLength: 1 }), { minLength: 1, maxLength: 5 }),
        (book) => {
          const chapters = Object.fromEntries(
            book.map((paragraphs, i) => [
              `c${i}.xhtml`,
              xhtml(paragraphs.map((one) => `<p>${one}</p>`).join('')),
            ]),
          );
          const { text } = readEpub(epub(chapters));
          expect(text).toBe(`${book.flat().join('\n\n')}\n`);
        },
      ),
      runs(50),
    );
  });
});
