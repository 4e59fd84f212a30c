/** Documents as people have them: recognised by their content, kept beside their text, and refused in a line if hostile. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import {
  docx,
  epub,
  note,
  noteMark,
  paragraph,
  run,
  xhtml,
} from '../intake/documents.arbitrary.ts';
import { beginArchive } from './begin.ts';
import type { Refusal } from './refusal.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'formats-'));
afterAll(() => rmSync(work, { recursive: true }));

let folder: string;
let made = 0;
const flags = {
  title: 'A storm',
  publisher: 'editors',
  held: 'The archive',
  published: '1921-05-04',
  language: 'en',
  rights: 'Free.',
};
const read = (name: string): Buffer => readFileSync(join(folder, 'sources', name));
const errors = () =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

beforeEach(() => {
  folder = join(work, `archive-${++made}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
});

function add(bytes: Uint8Array | string, name = 'storm', more = {}): Promise<string> {
  const path = join(work, name);
  writeFileSync(path, bytes);
  return addSource(folder, path, { ...flags, id: 'storm', ...more }, null, work);
}

const WORD = docx(paragraph(run('The storm '), run('rose', '<w:b/>'), run('.'), noteMark(1)), {
  footnotes: note(1, 'So the log.'),
});
const BOOK = epub({ 'a.xhtml': xhtml('<h1>May</h1><p>The storm rose.</p>') });
const MAIL =
  'From: Ada <a@example.org>\r\nSubject: A storm\r\nMIME-Version: 1.0\r\n\r\nThe storm rose.\r\n';
const SAVED =
  'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>The storm =E2=80=9Crose=E2=80=9D.</p>\n--b--\n';

describe('addSource(folder, file, flags), whatever the file is called', () => {
  it.each([
    ['docx', WORD, 'The storm rose.[1]\n\n[1] So the log.\n'],
    ['epub', BOOK, 'May\n\nThe storm rose.\n'],
    ['md', '# May\n\nThe *storm*\n**rose**.\n', 'May\n\nThe storm rose.\n'],
    ['eml', MAIL, 'From: Ada <a@example.org>\nSubject: A storm\n\nThe storm rose.\n'],
    ['mhtml', SAVED, 'The storm “rose”.\n'],
  ])('takes the text of a .%s, and keeps the file byte for byte', async (format, bytes, text) => {
    for (const name of ['storm', 'storm.txt', 'storm.xlsx']) {
      const said = await add(bytes, name, { id: `storm-${name.length}` });
      expect(said).toContain('are written');
      expect(read(`storm-${name.length}.${format}`)).toEqual(Buffer.from(bytes));
      expect(read(`storm-${name.length}.txt`).toString()).toBe(text);
    }
    expect(errors()).toEqual([]);
  });

  it('notices later that the original or its text has changed', async () => {
    await add(WORD);
    writeFileSync(join(folder, 'sources/storm.docx'), docx(paragraph(run('Another.'))));
    expect(errors()[0]?.message).toContain('storm.docx has changed');
    writeFileSync(join(folder, 'sources/storm.docx'), WORD);
    const text = 'The storm fell.[1]\n\n[1] So the log.\n';
    writeFileSync(join(folder, 'sources/storm.txt'), text);
    const record = read('storm.yaml').toString();
    writeFileSync(
      join(folder, 'sources/storm.yaml'),
      record.replace(
        /^sha256: .*$/m,
        `sha256: "${createHash('sha256').update(text).digest('hex')}"`,
      ),
    );
    expect(errors()[0]?.message).toContain('storm.txt is not the text of storm.docx');
  });

  it('records marks of notes, and proposes what the file says of itself', async () => {
    await add(WORD);
    expect(read('storm.yaml').toString()).toContain('marks: "footnotes"');
    const { title: _, ...untitled } = flags;
    const book = epub({ 'a.xhtml': xhtml('<p>x</p>') }, undefined, {
      about: '<dc:title>The log</dc:title><dc:creator>Ada Moor</dc:creator>',
    });
    const path = join(work, 'book');
    writeFileSync(path, book);
    const initial: Record<string, string | undefined> = {};
    await addSource(
      folder,
      path,
      untitled,
      (question) => {
        initial[question.flag] = question.initial;
        return Promise.resolve(question.initial ?? '');
      },
      work,
    );
    expect(initial).toMatchObject({ id: 'book', title: 'The log', author: 'Ada Moor' });
    expect(read('book.yaml').toString()).toContain('- "Ada Moor"');
  });

  it('takes Markdown and mail as they stand when told so', async () => {
    await add('# May\n\nThe *storm* **rose**.\n', 'storm.md', { as: 'text' });
    expect(read('storm.txt').toString()).toContain('The *storm*');
    expect(readdirSync(join(folder, 'sources'))).not.toContain('storm.md');
  });

  it.each([
    ['{\\rtf1\\ansi The board met.\\par}', 'RTF'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'old office program'],
    [
      Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(9) })).toString('latin1'),
      'a spreadsheet|packed',
    ],
    ['\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'a picture'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', 'a picture in SVG'],
  ])('names what it does not read, with what to do: %#', async (content, name) => {
    await expect(add(Buffer.from(content, 'latin1'), 'storm.docx')).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(name)),
      details: [expect.stringMatching(/./)],
    });
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });
});

describe('a hostile file is refused in one line', () => {
  /** A book whose chapters are given as bytes. */
  const packed = (files: Record<string, Uint8Array>): Uint8Array =>
    zipSync({
      'META-INF/container.xml': Buffer.from('<rootfile full-path="o"/>'),
      ...files,
    });
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(400_000_000) }, { level: 9 });
  const deep = `${'<w:p><w:r><w:pict><v:textbox><w:txbxContent>'.repeat(20_000)}`;
  const hostile: [string, Uint8Array | string, RegExp][] = [
    ['a zip bomb', bomb, /more than 300 MB/],
    ['a name outside', packed({ '../../x.xml': new Uint8Array(1) }), /outside of itself/],
    ['a name from the root', packed({ '/etc/x.xml': new Uint8Array(1) }), /outside of itself/],
    ['a zip cut short', WORD.subarray(0, 400), /broken/],
    ['a Word file cut in its middle', WORD.subarray(0, WORD.length - 300), /broken/],
    ['a Word file without a text', docx(''), /no text/],
    ['XML that does not end', docx('<w:p><w:r><w:t>x'), /broken|no text/],
    ['elements in elements', docx(deep), /deep|broken|cannot be read/],
    ['a book without chapters', epub({}), /no order of chapters/],
    [
      'a chapter of elements in elements',
      epub({ 'a.xhtml': xhtml('<b>'.repeat(50_000)) }),
      /nested more than/,
    ],
    [
      'a mail of parts in parts',
      `Subject: x\nMIME-Version: 1.0\n${Array.from({ length: 400 }, (_, i) => `Content-Type: multipart/mixed; boundary="${i}"\n\n--${i}\n`).join('')}`,
      /nesting depth/,
    ],
  ];

  it.each(hostile)('%s', async (_, bytes, why) => {
    const refused = (await add(bytes).catch((cause: unknown) => cause)) as Refusal;
    expect(refused.message).toMatch(why);
    expect(refused.message).not.toMatch(/\n|\bat .*\.ts|node_modules/);
    expect(refused.details.length).toBeGreaterThan(0);
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it('by the command too, without a trace', () => {
    const path = join(work, 'bomb');
    writeFileSync(path, bomb);
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        'src/cli.ts',
        'source',
        path,
        ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
      ],
      { env: { ...process.env, CONTENT_DIR: folder }, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });
});

describe('navigation, banners and notices of a page', () => {
  const page =
    '<!doctype html><title>A storm</title><nav>Home News</nav><p>The storm rose. It fell again, and rose again.</p><footer>All rights reserved.</footer>';

  it('are proposed as furniture, and stay in the text', async () => {
    const said = await add(page);
    expect(said).toContain('2 passages may be furniture');
    expect(said).toContain('storm.txt:1:1  Navigation of the site: "Home News"');
    expect(read('storm.txt').toString()).toContain('Home News');
    expect(read('storm.yaml').toString()).not.toContain('furniture');
  });

  it('are recorded if the author says so', async () => {
    const path = join(work, 'storm.html');
    writeFileSync(path, page);
    const all = { ...flags, id: 'storm', display: 'full', url: '', author: '' };
    await addSource(folder, path, all, null, work, { furniture: true });
    expect(read('storm.yaml').toString()).toContain('exact: "All rights reserved."');
    const asked: string[] = [];
    await addSource(
      folder,
      path,
      { ...all, id: 'other' },
      ({ flag, asks }) => {
        asked.push(asks);
        return Promise.resolve(flag === 'furniture' ? 'yes' : '');
      },
      work,
    );
    expect(asked.at(-1)).toContain('"Home News"');
    expect(read('other.yaml').toString()).toContain('exact: "Home News"');
    expect(errors()).toEqual([]);
  });
});
