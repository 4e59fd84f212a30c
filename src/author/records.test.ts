/** What `source` records of a document: where it is, whose it is, and by what numbers it is known. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { beginArchive } from './begin.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'records-'));
afterAll(() => rmSync(work, { recursive: true }));

let folder: string;
let made = 0;
const letter = join(work, 'letter.txt');
writeFileSync(letter, 'Dear Ada, the storm rose on 3 May.\n');
const flags = {
  title: 'A letter',
  publisher: 'editors',
  published: '1921-05-04',
  language: 'en',
  rights: 'Free.',
};

beforeEach(() => {
  folder = join(work, `archive-${++made}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
});

describe('addSource(folder, file, flags), of the record', () => {
  it('takes a document without an address that says where it can be seen', async () => {
    await addSource(
      folder,
      letter,
      {
        ...flags,
        held: 'City archive, box 4',
        author: 'Bo Lind; C. Ek',
        translator: 'D. Falk',
        edition: '2',
        doi: '10.1000/182',
        isbn: '9780306406157',
        'call-number': 'MS 12',
        archived: 'https://example.org/kept',
      },
      null,
      work,
    );
    expect(readFileSync(join(folder, 'sources/letter.yaml'), 'utf8')).toContain(
      [
        'held: "City archive, box 4"',
        'archived: "https://example.org/kept"',
        'author:',
        '  - "Bo Lind"',
        '  - "C. Ek"',
        'translator:',
        '  - "D. Falk"',
        'edition: "2"',
        'identifier:',
        '  doi: "10.1000/182"',
        '  isbn: "9780306406157"',
        '  callNumber: "MS 12"',
      ].join('\n'),
    );
    const { problems } = checkArchive(folder, { cwd: work });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('asks for the place of a document if neither option is given', async () => {
    await expect(addSource(folder, letter, flags, null, work)).rejects.toMatchObject({
      details: [expect.stringMatching(/^--url is missing: .*or --held/)],
    });
    const asked: string[] = [];
    await addSource(
      folder,
      letter,
      { ...flags, id: 'letter', display: 'full' },
      ({ flag }) => {
        asked.push(flag);
        return Promise.resolve(flag === 'held' ? 'City archive' : '');
      },
      work,
    );
    expect(asked).toEqual(['url', 'author', 'agency', 'held']);
    expect(readFileSync(join(folder, 'sources/letter.yaml'), 'utf8')).toContain(
      'held: "City archive"',
    );
  });

  it('writes nothing if a number is none', async () => {
    await expect(
      addSource(folder, letter, { ...flags, held: 'here', isbn: '9780306406158' }, null, work),
    ).rejects.toMatchObject({
      details: expect.arrayContaining([expect.stringContaining('not an ISBN')]),
    });
  });
});
