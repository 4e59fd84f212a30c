import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { textFile } from '../check/read/file.ts';
import { parseFrontMatter } from '../check/read/yaml.ts';
import { newArchive, work } from './archive.fixture.ts';
import type { Ask, Question } from './ask.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';
import { addSource } from './source.ts';

const EVENT = { title: 'A calm', date: '1970-04-13', derived: 'By the flight’s clock.' };

let folder: string;

beforeEach(async () => {
  folder = newArchive();
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

  it.each([
    'The crew was calm … Nobody slept.',
    'The crew was calm [...] Nobody slept.',
    'the crew was calm … nobody slept',
  ])('are passages of one quote in "%s"', async (words) => {
    const passages = ['The crew was calm', words.endsWith('.') ? 'Nobody slept.' : 'Nobody slept'];
    const printed = await quote(folder, words, {}, null, work);
    expect(printed).toContain(
      `exact:\n      - ${JSON.stringify(passages[0])}\n      - ${JSON.stringify(passages[1])}\n`,
    );
    await newEvent(folder, 'calm', { ...EVENT, quote: words }, null, work);
    const { archive, problems } = checkArchive(folder);
    expect(archive).toBeNull();
    expect(problems.filter(({ severity, gap }) => severity === 'error' && !gap)).toEqual([]);
    const text = readFileSync(join(folder, 'events', 'calm.mdx'), 'utf8');
    expect(parseFrontMatter(textFile('calm', text, new Uint8Array())).value).toMatchObject({
      quotes: { 'the-crew-was-calm': { source: 'report', exact: passages } },
    });
  });

  it('are one passage if nothing is left out between the sides', async () => {
    const printed = await quote(folder, 'The crew was … calm for an hour.', {}, null, work);
    expect(printed).toContain('exact: "The crew was calm for an hour."');
  });

  it('are told apart where a passage stands in several places', async () => {
    const path = join(work, 'refrain.txt');
    writeFileSync(path, 'The bell rang. Nobody came. The bell rang. Then all was still.\n');
    const record = {
      publisher: 'editors',
      title: 'Refrain',
      url: 'https://example.org/',
      published: '1970-04',
      language: 'en',
      rights: 'Public domain.',
    };
    await addSource(folder, path, record, null, work);
    const printed = await quote(folder, 'The bell rang. … all was still', {}, null, work);
    expect(printed.match(/exact: "The bell rang\."\n +suffix: "(?:Nobody|Then)"/g)).toHaveLength(2);
    expect(await quote(folder, 'Nobody … The bell rang.', {}, null, work)).not.toContain('fix:');
    const chosen = await quote(
      folder,
      'The bell rang. … all was still',
      { suffix: 'none' },
      null,
      work,
    ).catch(({ message }) => message);
    expect(chosen).toBe('nothing in the sources resembles these words');
  });

  it('are to be quoted apart if no source has the sides in this order', async () => {
    const words = 'Nobody slept. … The crew was calm';
    const printed = await quote(folder, words, {}, null, work);
    expect(printed).toMatch(/^no source has these words in this order with others between/);
    expect(printed).toContain('exact: "The crew was calm"');
    expect(printed).toContain('exact: "Nobody slept."');
    await expect(
      newEvent(folder, 'a', { ...EVENT, quote: words }, null, work),
    ).rejects.toMatchObject({
      message: expect.stringContaining('no source has its sides in this order'),
      details: ['--quote "Nobody slept."', '--quote "The crew was calm"'],
    });
  });
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
