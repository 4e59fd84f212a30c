import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { docx, paragraph, run } from '../intake/documents.arbitrary.ts';
import { beginArchive } from './begin.ts';
import { newEvent } from './new.ts';
import type { Refusal } from './refusal.ts';
import { replaceSource } from './replace.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'replace-'));
afterAll(() => rmSync(work, { recursive: true }));

let folder: string;
let made = 0;
const TEXT = 'On 3 May 1921 the storm rose.\n\nBy night the fleet had fled.\n\nNobody slept.\n';
const read = (name: string): string => readFileSync(join(folder, 'sources', name), 'utf8');
const stored = (): Record<string, string> =>
  Object.fromEntries(readdirSync(join(folder, 'sources')).map((name) => [name, read(name)]));
const errors = () =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

function file(bytes: Uint8Array | string): string {
  const path = join(work, 'other');
  writeFileSync(path, bytes);
  return path;
}

const replace = (bytes: Uint8Array | string, yes = true): Promise<string> =>
  replaceSource(folder, 'storm', file(bytes), {}, null, { yes, cwd: work });

const refusal = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (cause: Refusal) => cause,
  );

beforeEach(async () => {
  folder = join(work, `archive-${++made}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
  const record = {
    id: 'storm',
    title: 'A storm',
    publisher: 'editors',
    held: 'The archive',
    published: '1921-05-04',
    language: 'en',
    rights: 'Free.',
  };
  await addSource(folder, file(TEXT), record, null, work);
  const quoted = { track: 'main', speaker: 'editors', mode: 'narration', inferred: 'It says so.' };
  for (const [id, quote] of [
    ['rises', 'the storm rose'],
    ['fled', 'the fleet had fled'],
    ['awake', 'Nobody slept.'],
  ] as const) {
    const given = { ...quoted, title: id, quote, date: '1921-05-03', derived: 'By its date.' };
    await newEvent(folder, id, { ...given, source: 'storm' }, null, work);
  }
  expect(errors()).toEqual([]);
});

describe('replaceSource(folder, id, file)', () => {
  it('says which quotes hold, moved, or broke, and writes it', async () => {
    const text = `A note before all.\n\n${TEXT.replace('had fled', 'has fled')}`;
    const said = await replace(text.replace('Nobody slept.', 'Nobody slept. Nobody slept.'));
    expect(said).toContain('0 quotes still hold');
    expect(said).toContain('rises, the-storm-rose: from paragraph 1 to 2: "the storm rose"');
    expect(said).toContain(
      'fled, the-fleet-had-fled: not in it: "the fleet had fled"; it has "the fleet has fled"',
    );
    expect(said).toContain('awake, nobody-slept: now stands several times');
    expect(said.trim().split('\n').at(-1)).toBe(
      'check refuses 2 quotes until mended: npm run check',
    );
    expect(read('storm.txt')).toContain('A note before all.');
    expect(errors().map(({ rule }) => rule)).toEqual([3, 3]);
  });

  it('leaves what holds as it is, and what the authors wrote in the record', async () => {
    const record = join(folder, 'sources', 'storm.yaml');
    writeFileSync(record, `# Ours.\n${read('storm.yaml')}`);
    expect(await replace(`${TEXT}\nThe end.\n`)).toContain('3 quotes still hold');
    expect(read('storm.yaml')).toMatch(/^# Ours\.\ntitle: "A storm"/);
    expect(errors()).toEqual([]);
  });

  it('writes nothing until somebody says so', async () => {
    const before = stored();
    const refused = await refusal(replace(TEXT.replace('rose', 'fell'), false));
    expect(refused.message).toBe('nothing is written until you say so');
    expect(refused.details.join('\n')).toContain('1 quote broke');
    expect(stored()).toEqual(before);
    for (const answer of ['no', 'yes']) {
      const asked: string[] = [];
      const done = replaceSource(
        folder,
        'storm',
        file(`${TEXT}\nThe end.\n`),
        {},
        ({ asks }) => {
          asked.push(asks);
          return Promise.resolve(answer);
        },
        { cwd: work },
      );
      if (answer === 'no') expect((await refusal(done)).message).toBe('nothing is written');
      else expect(await done).toContain('are written');
      expect(asked[0]).toContain('3 quotes still hold');
    }
    expect(stored()).not.toEqual(before);
  });

  it('takes another format, and removes the original of the former', async () => {
    const page = `<p>${TEXT.trim().split('\n\n').join('</p><p>')}</p>`;
    await replace(page);
    expect(Object.keys(stored())).toContain('storm.html');
    expect(errors()).toEqual([]);
    const word = docx(
      TEXT.trim()
        .split('\n\n')
        .map((one) => paragraph(run(one)))
        .join(''),
    );
    expect(await replace(word)).toContain('storm.html removed');
    expect(Object.keys(stored())).not.toContain('storm.html');
    expect(read('storm.yaml').match(/sha256/g)).toHaveLength(2);
    expect(errors()).toEqual([]);
    await replace(TEXT);
    expect(Object.keys(stored()).filter((name) => name.startsWith('storm'))).toEqual([
      'storm.txt',
      'storm.yaml',
    ]);
    expect(errors()).toEqual([]);
  });

  it('refuses what would break the record itself, and writes nothing', async () => {
    writeFileSync(
      join(folder, 'sources', 'storm.yaml'),
      `${read('storm.yaml')}furniture: [{ exact: Nobody slept., why: A caption. }]\n`,
    );
    const before = stored();
    const refused = await refusal(replace(TEXT.replace('Nobody slept.', 'All slept.')));
    expect(refused.details.join('\n')).toContain('furniture is not in storm.txt');
    expect(stored()).toEqual(before);
  });

  it('refuses an unknown source, the same document, and options of new ones', async () => {
    const other = replaceSource(folder, 'strom', file(TEXT), {}, null, { cwd: work });
    expect((await refusal(other)).message).toContain('did you mean "storm"?');
    expect((await refusal(replace(TEXT))).message).toContain('the document that storm has already');
    const titled = replaceSource(folder, 'storm', file(TEXT), { title: 'x' }, null, { cwd: work });
    expect((await refusal(titled)).message).toContain('--title says nothing');
  });

  it('prints few lines, however many quotes there are', async () => {
    for (let i = 0; i < 15; i++)
      writeFileSync(
        join(folder, 'events', `more-${i}.mdx`),
        readFileSync(join(folder, 'events', 'rises.mdx'), 'utf8'),
      );
    const said = await replace(TEXT.replace('the storm rose', 'a gale blew'));
    expect(said).toContain('16 quotes broke');
    expect(said).toContain('and 4 more');
    expect(said.split('\n').length).toBeLessThan(60);
  });
});
