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
  it('keeps a page byte for byte, with its text, record and publisher, and lists its sentences', async () => {
    const said = await withStorm();
    expect(read('sources/storm.html')).toBe(page);
    expect(read('sources/storm.txt')).toBe(
      'A storm\nOn 3 May 1921 the storm rose.\nShips fled. Ships fled. The mayor, Ada Moor, wept.\n',
    );
    expect(read('sources/storm.yaml')).toContain('title: "A storm"');
    expect(read('actors.yaml')).toContain('name: "The Paper"');
    expect(said).toContain('storm.txt:2:1  On 3 May 1921 the storm rose.');
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

  it('refuses what is not UTF-8, with the place', async () => {
    const path = join(work, 'latin.txt');
    writeFileSync(path, Buffer.from([0x61, 0xe9, 0x62]));
    await expect(addSource(folder, path, { ...flags, title: 'x' }, null, work)).rejects.toThrow(
      /:1:2 {2}not UTF-8: byte 0xE9/,
    );
  });
});

describe('quote(folder, words)', () => {
  it('finds words in any source, ready to paste', async () => {
    await withStorm();
    expect(await quote(folder, 'the storm rose', {}, null, folder)).toMatchInlineSnapshot(`
      "sources/storm.txt:2:15  word for word
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
      kind: 'report',
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
      'kind',
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
