import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ask, Question } from './ask.ts';
import { beginArchive } from './begin.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'find-'));
afterAll(() => rmSync(work, { recursive: true }));
const EVENT = { title: 'A calm', date: '1970-04-13', derived: 'By the flight’s clock.' };

let folder: string;
let count = 0;

beforeEach(async () => {
  folder = join(work, `archive-${++count}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
  const path = join(work, 'report.txt');
  writeFileSync(path, 'The crew was calm for an hour. Nobody slept.\n');
  const record = {
    publisher: 'editors',
    title: 'Report',
    url: 'https://example.org/',
    published: '1970-04',
    language: 'en',
    rights: 'Public domain.',
  };
  await addSource(folder, path, record, null, work);
});

describe('words that are not quite the source’s', () => {
  it.each([
    ['The crew was not calm', false],
    ['the crew was calm for 2 hours', false],
    ['The crew was calm for an hour', true],
    ['THE CREW – was calm, for an hour', true],
  ])('new with --quote "%s" takes the passage: %s', async (words, taken) => {
    const writing = newEvent(folder, 'calm', { ...EVENT, quote: words }, null, work);
    await (taken ? writing : expect(writing).rejects.toThrow(/is in no source; near it/));
  });

  it.each(['The crew was calm … Nobody slept.', 'The crew was calm [...] Nobody slept.'])(
    'are each side of an ellipsis in "%s"',
    async (words) => {
      const printed = await quote(folder, words, {}, null, work);
      expect(printed).toMatch(/^these words leave something out: quote each side by itself/);
      expect(printed).toContain('exact: "The crew was calm"');
      expect(printed).toContain('exact: "Nobody slept."');
      await expect(
        newEvent(folder, 'a', { ...EVENT, quote: words }, null, work),
      ).rejects.toMatchObject({
        message: expect.stringContaining('quote each side by itself'),
        details: ['--quote "The crew was calm"', '--quote "Nobody slept."'],
      });
    },
  );
});

describe('somebody is asked', () => {
  it('which passage is meant, also if only one is near', async () => {
    const answers: Record<string, string[]> = {
      quote: ['nothing like it at all', 'crew was not calm', '0'],
      speaker: ['?'],
      mode: ['?'],
    };
    const asked: Question[] = [];
    const ask: Ask = async (question) => {
      asked.push(question);
      return answers[question.flag]?.shift() ?? '';
    };
    await newEvent(folder, 'calm', { ...EVENT, track: 'main' }, ask, work);
    expect(asked[2]?.choices?.[0]?.label).toContain('crew was calm');
    expect(asked.map(({ flag }) => flag)).toEqual(['quote', 'quote', 'quote', 'speaker', 'mode']);
  });
});
