import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { payloadOf } from '../build/dev.ts';
import { checkArchive } from '../check/check.ts';
import { addPage, errorsIn, newArchive, work } from './archive.fixture.ts';
import type { Ask } from './ask.ts';
import { beginArchive } from './begin.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';

let folder: string;
const problems = () => errorsIn(folder);
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  folder = newArchive();
});

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

describe('quote(folder, words)', () => {
  it('finds words in any source, ready to paste', async () => {
    await addPage(folder);
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
    await addPage(folder);
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
    await addPage(folder);
    await newEvent(folder, 'storm', given, null, work);
    expect(problems()).toEqual([]);
    expect(read('events/storm.mdx')).toContain('[The storm \\{rises\\}](#on-3-may-1921)');
    expect(read('events/storm.mdx')).toContain('exact: "On 3 May 1921 the storm rose"');
  });

  it('takes the characters of the source if only case and punctuation differ', async () => {
    await addPage(folder);
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
    await addPage(folder);
    await newEvent(folder, 'storm', given, null, work);
    await expect(newEvent(folder, 'storm', given, null, work)).rejects.toThrow('exists already');
    await expect(newEvent(folder, 'The Storm', given, null, work)).rejects.toThrow(
      'cannot be an id',
    );
  });

  it('says which places are meant, how the date is known, and what is missing', async () => {
    await addPage(folder);
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
    await addPage(folder);
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
