import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { payloadOf } from '../build/dev.ts';
import { checkArchive } from '../check/check.ts';
import type { Ask } from './ask.ts';
import { beginArchive } from './begin.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'author-'));
afterAll(() => rmSync(work, { recursive: true }));

let folder: string;
let made = 0;
const page =
  '<!doctype html><html><head><title>A storm</title><script>1</script></head><body><h1>A storm</h1><p>On 3 May 1921 the <b>storm</b> rose.</p><p>Ships fled. Ships fled. The mayor, Ada Moor, wept.</p></body></html>';
const flags = {
  publisher: 'paper',
  'publisher-name': 'The Paper',
  url: 'https://example.org/storm',
  published: '1921-05-04',
  language: 'en',
  rights: 'Free.',
};
const problems = () =>
  checkArchive(folder, { cwd: work }).problems.filter((p) => p.severity === 'error');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  folder = join(work, `archive-${++made}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
});

async function withStorm(): Promise<string> {
  const path = join(work, 'storm.html');
  writeFileSync(path, page);
  return addSource(folder, path, flags, null, work);
}

describe('beginArchive(folder)', () => {
  it('writes what passes check --strict', () => {
    const { problems: found, counts } = checkArchive(folder, { strict: true });
    expect(found).toEqual([]);
    expect(counts).toEqual({ events: 1, quotes: 1, sources: 1 });
  });

  it('writes into no folder that holds anything', () => {
    const full = join(work, 'full');
    mkdirSync(full, { recursive: true });
    writeFileSync(join(full, 'mine'), 'mine');
    expect(() => beginArchive(full)).toThrow('is not empty; nothing is overwritten');
    expect(readdirSync(full)).toEqual(['mine']);
  });
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
    const said = await addSource(folder, path, flags, null, work);
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
    const said = await withStorm();
    expect(read('sources/storm.html')).toBe(page);
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
    await withStorm();
    writeFileSync(join(folder, 'sources/storm.html'), `${page} `);
    expect(problems()).toEqual([
      expect.objectContaining({
        rule: 2,
        message: expect.stringContaining('storm.html has changed'),
      }),
    ]);
  });

  it('never overwrites', async () => {
    await withStorm();
    await expect(withStorm()).rejects.toThrow('exists already');
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
    const given = { ...flags, title: 'A note', ...wrong };
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
      addSource(folder, path, { ...flags, title: 'x' }, null, work),
    ).rejects.toMatchObject({
      message: expect.stringContaining('line 1, column 8 is not utf-8'),
      details: [expect.stringContaining('--charset'), expect.anything()],
    });
    const said = await addSource(
      folder,
      path,
      { ...flags, title: 'x', charset: 'latin1' },
      null,
      work,
    );
    expect(said).toContain('converted from windows-1252');
    expect(read('sources/latin.txt')).toBe('The café.\n');
    expect(problems()).toEqual([]);
  });

  it.each([
    ['{\\rtf1\\ansi The board met.\\par}', 'a document in RTF'],
    ['PK\x03\x04\x14\0\0\0\0\0word/document.xml', 'a word processor’s document'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'old office program'],
    ['\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'a picture'],
    ['\0\x01\x02 bytes', 'bytes that are no text'],
    [
      'Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nThe storm ro=\nse.\n',
      'an e-mail',
    ],
    [
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b',
      'MHTML',
    ],
    ['{"said": "The storm rose."}', 'JSON'],
    ['<?xml version="1.0"?><TEI><p>x</p></TEI>', 'XML'],
    ['date,place,ships\n1921,Valletta,42\n1922,Marl,7\n', 'a table'],
    ['1\n00:00:01,000 --> 00:00:02,000\nThe storm rose.\n', 'subtitles'],
    ['# Title\n\nThe *storm* **rose** on [3 May](http://x.org).\n', 'Markdown'],
  ])('names a format it does not read, whatever the file is called: %j', async (content, name) => {
    const path = join(work, 'statement.txt');
    writeFileSync(path, Buffer.from(content, 'latin1'));
    await expect(
      addSource(folder, path, { ...flags, title: 'x' }, null, work),
    ).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`${name}.* not supported`)),
      details: expect.arrayContaining([expect.stringMatching(/./)]),
    });
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it('takes Markdown as it stands when told so, and UTF-16 by its mark', async () => {
    const path = join(work, 'note.txt');
    writeFileSync(path, '# A **note**\n\nIt [rose](https://x.example).\n');
    await addSource(folder, path, { ...flags, title: 'x', as: 'text' }, null, work);
    expect(read('sources/note.txt')).toContain('# A **note**');
    const wide = join(work, 'wide.txt');
    writeFileSync(wide, '\uFEFFThe board met on 21 April 1970.\n', 'utf16le');
    expect(await addSource(folder, wide, { ...flags, title: 'y' }, null, work)).toContain(
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
    const said = await addSource(folder, path, flags, null, work);
    expect(read('sources/hidden.txt')).toBe('We will go.\n');
    expect(said).toContain('not in the text (hidden): never');
    expect(said).toContain('1 style sheet of the page not found beside it');
  });

  it('notices later that the text is not that of the page', async () => {
    await withStorm();
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
    await addSource(folder, path, { ...flags, charset: 'windows-1251' }, null, work);
    expect(read('sources/cyrillic.txt')).toBe('При\n');
    expect(read('sources/cyrillic.yaml')).toContain('charset: "windows-1251"');
    expect(problems()).toEqual([]);
  });
});

describe('quote(folder, words)', () => {
  it('finds words in any source, ready to paste', async () => {
    await withStorm();
    expect(await quote(folder, 'the storm rose', {}, null, folder)).toMatchInlineSnapshot(`
      "sources/storm.txt:3:15  word for word
        the-storm-rose:
          source: "storm"
          exact: "the storm rose"
          speaker: "?"
          mode: "?"
          via: []

      "?" is for you to fill in from the source; check refuses it until you have"
    `);
  });

  it('finds what is near, and tells places apart', async () => {
    await withStorm();
    expect(await quote(folder, 'the mayor, Ada More, wept', {}, null, work)).toMatch(
      /near, \d\d %/,
    );
    expect(await quote(folder, 'Ships fled.', {}, null, work)).toMatch(/prefix|suffix/);
    await expect(quote(folder, 'nothing of the kind whatsoever', {}, null, work)).rejects.toThrow(
      'nothing in the sources',
    );
  });
});

describe('newEvent(folder, id, flags)', () => {
  const given = {
    title: 'The storm {rises}',
    date: '1921-05-03',
    quote: 'On 3 May 1921 the storm rose',
    speaker: 'paper',
    mode: 'narration',
    inferred: 'The paper tells it in its own voice.',
  };

  it('writes an event that passes check', async () => {
    await withStorm();
    await newEvent(folder, 'storm', given, null, work);
    expect(problems()).toEqual([]);
    expect(read('events/storm.mdx')).toContain('[The storm \\{rises\\}](#on-3-may-1921)');
    expect(read('events/storm.mdx')).toContain('exact: "On 3 May 1921 the storm rose"');
  });

  it('takes the characters of the source if only case and punctuation differ', async () => {
    await withStorm();
    const said = await newEvent(
      folder,
      'storm',
      { ...given, quote: 'on 3 May 1921: the Storm rose' },
      null,
      work,
    );
    expect(said).toContain('the source has, at');
    expect(problems()).toEqual([]);
  });

  it('never overwrites, and wants an id', async () => {
    await withStorm();
    await newEvent(folder, 'storm', given, null, work);
    await expect(newEvent(folder, 'storm', given, null, work)).rejects.toThrow('exists already');
    await expect(newEvent(folder, 'The Storm', given, null, work)).rejects.toThrow(
      'cannot be an id',
    );
  });

  it('says which places are meant, how the date is known, and what is missing', async () => {
    await withStorm();
    await expect(
      newEvent(folder, 'a', { ...given, quote: 'Ships fled.' }, null, work),
    ).rejects.toThrow('occur more than once');
    await expect(
      newEvent(folder, 'a', { ...given, quote: 'Ada Moor' }, null, work),
    ).rejects.toMatchObject({
      details: [expect.stringMatching(/^--derived is missing/)],
    });
    await expect(newEvent(folder, 'a', { date: '1921-13' }, null, work)).rejects.toMatchObject({
      details: [
        '--title is missing: Title, as a reader will see it',
        '--date: there is no month 13: 1921-13',
      ],
    });
    await newEvent(
      folder,
      'a',
      { ...given, quote: 'Ada Moor', derived: 'The report is of that day.' },
      null,
      work,
    );
    expect(problems()).toEqual([]);
  });

  it('asks at a terminal for what the flags lack', async () => {
    await withStorm();
    const asked: string[] = [];
    const answers: Record<string, string> = {
      title: 'A storm',
      date: '1921-05-03',
      track: 'main',
      quote: given.quote,
      speaker: 'paper',
      mode: 'narration',
      via: '',
      inferred: given.inferred,
    };
    const ask: Ask = async ({ flag }) => {
      asked.push(flag);
      return answers[flag] ?? '';
    };
    await newEvent(folder, 'storm', {}, ask, work);
    expect(asked).toEqual([
      'title',
      'date',
      'track',
      'quote',
      'speaker',
      'mode',
      'via',
      'inferred',
    ]);
    expect(problems()).toEqual([]);
  });
});

describe('payloadOf(errors)', () => {
  it('shows content as text, never as markup', () => {
    const place = { file: 'a', line: 1, column: 1 };
    const error = {
      ...place,
      severity: 'error' as const,
      message: '<img src=x onerror=1>',
      details: [],
    };
    expect(payloadOf([error])?.err.message).not.toContain('<img');
    expect(payloadOf([])).toBeNull();
  });
});
