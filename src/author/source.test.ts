import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addPage, errorsIn, newArchive, PAGE, RECORD, work } from './archive.fixture.ts';
import { addSource } from './source.ts';

let folder: string;
const problems = () => errorsIn(folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  folder = newArchive();
});

describe('addSource(folder, file, flags)', () => {
  it('keeps the style sheets that lie beside a page, and leaves out what they hide', async () => {
    const saved = join(work, 'saved');
    mkdirSync(join(saved, 'page_files'), { recursive: true });
    writeFileSync(join(saved, 'page_files', 'a b.css'), '.x{display:none}');
    writeFileSync(join(work, 'outside.css'), 'p{display:none}');
    const links = [
      './page_files/a%20b.css?v=1',
      '../outside.css',
      'https://example.org/x.css',
      '/y.css',
    ]
      .map((href) => `<link rel=stylesheet href="${href}">`)
      .join('');
    const path = join(saved, 'page.html');
    writeFileSync(path, `${links}<title>A storm</title><p>We will <b class=x>never </b>go.`);
    const said = await addSource(folder, path, RECORD, null, work);
    expect(said).toContain(
      '1 style sheet beside the page: what is hidden by them is not in the text',
    );
    expect(said).toContain('3 style sheets of the page not found beside it');
    expect(read('sources/page.txt')).toBe('We will go.\n');
    expect(problems()).toEqual([]);

    const styles = join(folder, 'sources', 'page.css');
    const before = readFileSync(styles, 'utf8');
    writeFileSync(styles, before.replace('none', 'block'));
    expect(problems().map(({ message }) => message)).toEqual([
      expect.stringContaining('page.css has changed'),
    ]);
    rmSync(styles);
    expect(problems().map(({ message }) => message)).toEqual(['page.css is missing']);
    writeFileSync(styles, before);
    const record = read('sources/page.yaml');
    writeFileSync(join(folder, 'sources', 'page.yaml'), record.replace(/^ *styles:.*\n/m, ''));
    expect(problems().map(({ message }) => message)).toEqual(['page.css is on no record']);
  });

  it('keeps a page byte for byte, with its text, record and publisher, and lists its sentences', async () => {
    const said = await addPage(folder);
    expect(read('sources/storm.html')).toBe(PAGE);
    expect(read('sources/storm.txt')).toBe(
      'A storm\n\nOn 3 May 1921 the storm rose.\n\nShips fled. Ships fled. The mayor, Ada Moor, wept.\n',
    );
    expect(read('sources/storm.yaml')).toContain('title: "A storm"');
    expect(read('actors.yaml')).toContain('name: "The Paper"');
    expect(said).toContain('storm.txt:3:1  On 3 May 1921 the storm rose.');
    expect(said).toContain('5 sentences\n');
    expect(problems()).toEqual([]);
  });

  it('notices later that the page has changed', async () => {
    await addPage(folder);
    writeFileSync(join(folder, 'sources/storm.html'), `${PAGE} `);
    expect(problems()).toEqual([
      expect.objectContaining({
        rule: 2,
        message: expect.stringContaining('storm.html has changed'),
      }),
    ]);
  });

  it('never overwrites', async () => {
    await addPage(folder);
    await expect(addPage(folder)).rejects.toThrow('exists already');
  });

  it('says all that is missing at once', async () => {
    const path = join(work, 'note.txt');
    writeFileSync(path, 'A note.\n');
    await expect(addSource(folder, path, {}, null, work)).rejects.toMatchObject({
      details: [
        expect.stringMatching(/^--title/),
        expect.stringMatching(/^--url/),
        expect.stringMatching(/^--published/),
        expect.stringMatching(/^--language/),
        expect.stringMatching(/^--rights/),
        expect.stringMatching(/^--publisher/),
      ],
    });
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it.each([
    [{ title: '\u200B' }, /sources\/note\.yaml:1:8 {2}title: nothing of it can be seen/],
    [{ agency: 'reuter' }, /unknown actor "reuter"/],
    [{ agency: 'A B' }, /--agency: an id is/],
  ])('refuses %j in words, and writes nothing', async (wrong, message) => {
    const path = join(work, 'note.txt');
    writeFileSync(path, 'A note.\n');
    const given = { ...RECORD, title: 'A note', ...wrong };
    const refused = await addSource(folder, path, given, null, work).catch(
      ({ message: first, details }) => [first, ...details].join('\n'),
    );
    expect(refused).toMatch(message);
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it('refuses what is not UTF-8, with the place, unless its character set is named', async () => {
    const path = join(work, 'latin.txt');
    writeFileSync(path, Buffer.from('The caf\xe9.\n', 'latin1'));
    await expect(
      addSource(folder, path, { ...RECORD, title: 'x' }, null, work),
    ).rejects.toMatchObject({
      message: expect.stringContaining('line 1, column 8 is not utf-8'),
      details: [expect.stringContaining('--charset'), expect.anything()],
    });
    const said = await addSource(
      folder,
      path,
      { ...RECORD, title: 'x', charset: 'latin1' },
      null,
      work,
    );
    expect(said).toContain('converted from windows-1252');
    expect(read('sources/latin.txt')).toBe('The café.\n');
    expect(problems()).toEqual([]);
  });

  it.each([
    ['{\\rtf1\\ansi The board met.\\par}', 'a document in RTF'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'old office program'],
    ['\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'a picture'],
    ['\0\x01\x02 bytes', 'bytes that are no text'],
    ['{"said": "The storm rose."}', 'JSON'],
    ['<?xml version="1.0"?><TEI><p>x</p></TEI>', 'XML'],
    ['date,place,ships\n1921,Valletta,42\n1922,Marl,7\n', 'a table'],
    ['1\n00:00:01,000 --> 00:00:02,000\nThe storm rose.\n', 'subtitles'],
  ])('names a format it does not read, whatever the file is called: %j', async (content, name) => {
    const path = join(work, 'statement.txt');
    writeFileSync(path, Buffer.from(content, 'latin1'));
    await expect(
      addSource(folder, path, { ...RECORD, title: 'x' }, null, work),
    ).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`${name}.* not supported`)),
      details: expect.arrayContaining([expect.stringMatching(/./)]),
    });
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it('takes Markdown as it stands when told so, and UTF-16 by its mark', async () => {
    const path = join(work, 'note.txt');
    writeFileSync(path, '# A **note**\n\nIt [rose](https://x.example).\n');
    await addSource(folder, path, { ...RECORD, title: 'x', as: 'text' }, null, work);
    expect(read('sources/note.txt')).toContain('# A **note**');
    const wide = join(work, 'wide.txt');
    writeFileSync(wide, '\uFEFFThe board met on 21 April 1970.\n', 'utf16le');
    expect(await addSource(folder, wide, { ...RECORD, title: 'y' }, null, work)).toContain(
      'utf-16le',
    );
    expect(read('sources/wide.txt')).toBe('The board met on 21 April 1970.\n');
    expect(problems()).toEqual([]);
  });

  it('says what of a page is not in its text', async () => {
    const path = join(work, 'hidden.html');
    writeFileSync(
      path,
      '<title>t</title><link rel=stylesheet href=a.css><p>We will <b hidden>never </b>go.</p>',
    );
    const said = await addSource(folder, path, RECORD, null, work);
    expect(read('sources/hidden.txt')).toBe('We will go.\n');
    expect(said).toContain('not in the text (hidden): never');
    expect(said).toContain('1 style sheet of the page not found beside it');
  });

  it('notices later that the text is not that of the page', async () => {
    await addPage(folder);
    const other = read('sources/storm.txt').replace('rose', 'fell');
    writeFileSync(join(folder, 'sources/storm.txt'), other);
    const digest = createHash('sha256').update(other).digest('hex');
    const record = read('sources/storm.yaml').replace(/^sha256: .*$/m, `sha256: "${digest}"`);
    writeFileSync(join(folder, 'sources/storm.yaml'), record);
    expect(problems()).toEqual([
      expect.objectContaining({
        rule: 2,
        line: 3,
        message: expect.stringMatching(/storm\.txt is not the text of storm\.html.*fell.*rose/),
      }),
    ]);
  });

  it('keeps in the record the character set that a page does not say', async () => {
    const path = join(work, 'cyrillic.html');
    writeFileSync(path, Buffer.from('<title>t</title><p>\xcf\xf0\xe8', 'latin1'));
    await addSource(folder, path, { ...RECORD, charset: 'windows-1251' }, null, work);
    expect(read('sources/cyrillic.txt')).toBe('При\n');
    expect(read('sources/cyrillic.yaml')).toContain('charset: "windows-1251"');
    expect(problems()).toEqual([]);
  });
});
