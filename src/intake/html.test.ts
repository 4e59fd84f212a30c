import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkedSheets, readHtml } from './html.ts';
import { joinSheets, sheetsIn } from './sheets.ts';

const root = join(import.meta.dirname, '..', '..');
const textOf = (page: string): string => readHtml(Buffer.from(page)).text;
const code = (cell: string): string =>
  (/^`(.*)`$/.exec(cell.trim())?.[1] ?? '').replace(/\\n/g, '\n');
const rows = readFileSync(join(root, 'docs', 'text-from-html.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| element'))
  .map((line) => line.split(/ \| /))
  .map((cells) => ({
    name: (cells[0] ?? '').slice(2),
    page: code(cells.at(-2) ?? ''),
    text: code((cells.at(-1) ?? '').replace(/ \|$/, ''))
      .replaceAll('⏎', '\n')
      .replaceAll('⇥', '\t'),
  }));

describe('readHtml(bytes)', () => {
  it('is described by a table with rows', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const { page, text } of rows) expect([page, text]).not.toContain('');
  });

  it.each(rows)('takes $name as docs/text-from-html.md says', ({ page, text }) => {
    expect(
      textOf(`<!doctype html><html lang="en"><meta charset="utf-8"><body>${page}</body></html>`),
    ).toBe(`${text}\n`);
  });

  it.each([
    '<!doctype html><title>t</title><p>The storm rose.</p>',
    '<body><p>The storm rose.</p>',
    '<html><head><title>x</title></head>\n<p>The storm rose.</p>',
    'The storm rose.',
  ])('needs no tags that the standard lets a page leave out: %s', (page) => {
    expect(textOf(page)).toBe('The storm rose.\n');
  });

  it('keeps what stands before <body>', () => {
    expect(textOf('<html><header>A</header><body>B</body></html>')).toBe('A\n\nB\n');
  });

  it('follows the cascade: importance, specificity, nesting, order', () => {
    const shows = (sheet: string, html: string): string =>
      textOf(`<style>${sheet}</style>${html}`).trim();
    expect(shows('p{display:none}p.x{display:block}', '<p>A</p><p class=x>B</p>')).toBe('B');
    expect(shows('.x{display:none!important}', '<p class=x style="display:block">A</p>B')).toBe(
      'B',
    );
    expect(shows('.d{color:red;.e{display:none}}', '<p class=d>A<i class=e>B</i></p>')).toBe('A');
    expect(shows('#a{display:block}.b{display:none}', '<p id=a class=b>A</p>')).toBe('A');
    expect(shows(':where(#a){display:none}p{display:block}', '<p id=a>A</p>')).toBe('A');
    expect(shows('p:hover,p::before{display:none}', '<p>A</p>')).toBe('A');
    expect(shows('@media (max-width: 600px){p{display:none}}', '<p>A</p>')).toBe('A');
    expect(shows('@media screen and (min-width:600px){p{display:none}}', '<p>A</p>B')).toBe('B');
    expect(shows('p{display:nonesuch}', '<p>A</p>')).toBe('A');
    expect(shows('p{display:none', '<p>A</p>B')).toBe('B');
    expect(
      shows('.v{visibility:hidden}.w{visibility:visible}', '<p class=v>A<b class=w>B</b></p>'),
    ).toBe('B');
    expect(shows('[hidden]{display:block}', '<p hidden>A</p>')).toBe('A');
  });

  it('lists what it leaves out, and why', () => {
    const page = readHtml(
      Buffer.from(
        '<title>T</title><link rel=stylesheet href=x.css><p hidden>A b</p><del>C</del><p>D</p><script>e</script>',
      ),
    );
    expect(page).toMatchObject({
      title: 'T',
      text: 'D\n',
      leftOut: [
        { words: 'A b', why: 'hidden' },
        { words: 'C', why: 'struck out' },
      ],
      otherSheets: 1,
    });
  });

  it.each([
    ['.n::before{content:"not "}', '<p>They are <b class=n>guilty</b>.</p>', ['not ']],
    ['p{&::after{content:"alleged" attr(x) "ly"}}', '<p>A</p>', ['alleged ly']],
    ['::AFTER{content:"7"}', '<p>A</p>', ['7']],
    // An icon, marks of quotation, a rule that fits nothing, and one for paper.
    ['p::before{content:"\\e900"}p::after{content:"»" open-quote}', '<p>A</p>', []],
    ['.x::before{content:"not "}@media print{p::before{content:"no"}}', '<p>A</p>', []],
    ['p{content:"not "}', '<p>A</p>', []],
  ])('lists the words that style sheets write, as %s', (sheet, html, words) => {
    const { leftOut } = readHtml(Buffer.from(`<!doctype html><style>${sheet}</style>${html}`));
    expect(leftOut).toEqual(words.map((one) => ({ words: one, why: 'written by a style sheet' })));
  });

  it('leaves out what style sheets beside the page hide, and names those that are not there', () => {
    const html =
      '<link rel=stylesheet href="page_files/a.css"><link rel="stylesheet" media=print href=p.css><link rel="alternate stylesheet" href=b.css><link rel=stylesheet href="//cdn.example/c.css"><style>.back{display:inline}</style><p>We will <span class=x>never </span><i class="x back">go</i>.';
    const sheets = new Map([
      ['page_files/a.css', '/* first */ .x { display: none }'],
      ['p.css', 'p { display: none }'],
      ['b.css', 'p { display: none }'],
    ]);
    const page = readHtml(Buffer.from(html), undefined, (href) => sheets.get(href) ?? null);
    expect(page.text).toBe('We will go.\n');
    expect([page.sheets, page.otherSheets]).toEqual([1, 1]);
    expect(linkedSheets(Buffer.from(html))).toEqual(['page_files/a.css', '//cdn.example/c.css']);
    const kept = sheetsIn(joinSheets(sheets));
    expect(readHtml(Buffer.from(html), undefined, kept).text).toBe('We will go.\n');
    expect(kept('//cdn.example/c.css')).toBeNull();
  });

  it('refuses what is nested too deep, and lost characters', () => {
    expect(() => textOf(`${'<div>'.repeat(100_000)}A`)).toThrow('nested more than 1000 deep');
    expect(textOf(`${'<b>'.repeat(400)}A`)).toBe('A\n');
    expect(() => textOf('<p>Caf&#xFFFD;</p>')).toThrow('U+FFFD');
    expect(() => textOf('<p>Caf\uFFFD</p>')).toThrow('line 1, column 7 holds U+FFFD');
  });

  it('bounds what style sheets cost, and says how', () => {
    const styled =
      (sheet: string, html = '<b>a</b>'.repeat(3000)) =>
      () =>
        textOf(`<style>${sheet}</style><p class=p>${html}`);
    expect(styled('b:nth-child(2n){color:red}'.repeat(30))).toThrow('more than 20 million steps');
    expect(styled('a{'.repeat(60))).toThrow('brackets more than 50 deep');
    expect(styled(`${'a '.repeat(1500)}{color:red}`, '<a>a</a>')).toThrow(
      'more than 2000 characters',
    );
    expect(styled('}}garbage{;}.p{display:none}', 'A')()).toBe('');
    expect(styled('@media screen{b{x:y;&{display:none}}}', 'A<b>B</b>')()).toBe('A\n');
    expect(
      styled('#x.y,svg|p,.\\70,*{color:red}i::before,i:hover{display:none}', '<i>A</i>')(),
    ).toBe('A\n');
  });

  it('reads the bytes as the standard says', () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const page = (bytes: Buffer, charset?: string) => readHtml(bytes, charset).text.trim();
    expect(page(latin('<p>Caf\xe9'))).toBe('Café');
    expect(page(latin('<meta charset=iso-8859-1><p>\x93Caf\xe9\x94'))).toBe('“Café”');
    expect(page(latin('<meta charset=shift_jis><p>\x93\xfa\x96{'))).toBe('日本');
    expect(page(latin('<p>\xcf\xf0\xe8'), 'windows-1251')).toBe('При');
    expect(page(Buffer.from('\uFEFF<meta charset=utf-8><p>Café', 'utf16le'))).toBe('Café');
    expect(() => page(latin('<meta charset=utf-8>\n<p>Caf\xe9 x'))).toThrow(
      'line 2, column 7 is not utf-8, as the page says: byte 0xE9',
    );
    expect(() => page(latin('<p>x'), 'no-such')).toThrow('no character set "no-such"');
  });
});
