import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { errorsIn, newArchive, work } from './archive.fixture.ts';
import type { Ask, Question } from './ask.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';
import { addSource } from './source.ts';

const TRANSCRIPT = `APOLLO 13 AIR-TO-GROUND VOICE TRANSCRIPTION

02 07 55 35 CMP Houston, we've had a problem here.

The report says: "Stand by, 13. We are looking at it," and Jack Swigert heard it.

Nobody slept.
`;
const PUBLISHER = {
  publisher: 'nasa',
  'publisher-name': 'NASA',
  title: 'Transcript',
  url: 'https://example.org/a13',
  published: '1970-04',
  language: 'en',
  rights: 'Public domain.',
};
const EVENT = {
  title: 'A problem',
  date: '1970-04-13',
  derived: 'At 14:13 by the flight’s clock.',
};

let folder: string;
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const frontMatter = (name: string) => parse(read(name).split('---')[1] ?? '');
const errors = () => errorsIn(folder);

/** Somebody at a terminal, who answers by option; what is not foreseen is a fault of the test. */
function person(answers: Record<string, string | string[]>): { ask: Ask; asked: Question[] } {
  const asked: Question[] = [];
  const left = Object.fromEntries(
    Object.entries(answers).map(([flag, answer]) => [flag, [answer].flat()]),
  );
  return {
    asked,
    ask: async (question) => {
      asked.push(question);
      const answer = left[question.flag]?.shift();
      if (answer === undefined) throw new Error(`asked for ${question.flag}: ${question.asks}`);
      return answer;
    },
  };
}

beforeEach(async () => {
  folder = newArchive();
  appendFileSync(
    join(folder, 'site.yaml'),
    'kinds: { events: { report: Report }, actors: { person: Person, publisher: Publisher } }\n',
  );
  const path = join(work, 'a13.txt');
  writeFileSync(path, TRANSCRIPT);
  await addSource(folder, path, PUBLISHER, null, work);
});

describe('nobody is asked', () => {
  it('quote leaves open who says it, and how', async () => {
    const printed = await quote(folder, "Houston, we've had a problem", {}, null, work);
    expect(printed).toContain('speaker: "?"');
    expect(printed).toContain('mode: "?"');
    expect(printed).not.toMatch(/nasa|narration|inferred/);
  });

  it('new leaves it open too, and check refuses each gap by name', async () => {
    const words = { quote: "Houston, we've had a problem" };
    const said = await newEvent(folder, 'problem', { ...EVENT, ...words }, null, work);
    expect(frontMatter('events/problem.mdx').quotes['houston-weve-had-a']).toEqual({
      source: 'a13',
      exact: "Houston, we've had a problem",
      speaker: '?',
      mode: '?',
      via: [],
    });
    expect(said).toContain('check refuses it until these are answered');
    expect(errors().map(({ message, gap, rule }) => [message, gap, rule])).toEqual([
      ['speaker of "Houston, we\'ve had a problem" is left open', true, 7],
      ['mode of "Houston, we\'ve had a problem" is left open', true, 7],
    ]);
    expect(errors()[0]?.details[0]).toMatch(/^read archive-\d+\/sources\/a13\.txt:3:17 and name/);
  });

  it('takes words in quotation marks for no answer', async () => {
    expect(await quote(folder, 'Stand by, 13.', {}, null, work)).toContain('mode: "?"');
  });

  it('leaves open what one option does not say', async () => {
    const printed = await quote(folder, 'Stand by, 13.', { mode: 'direct' }, null, work);
    expect(printed).toMatch(/speaker: "\?"\n +mode: "direct"/);
    expect(
      await quote(folder, 'Stand by, 13.', { speaker: 'nasa', inferred: 'x' }, null, work),
    ).toMatch(/speaker: "nasa"\n +mode: "\?"/);
  });

  it('invents no reason for a speaker whom the source does not name', async () => {
    const given = {
      ...EVENT,
      quote: "Houston, we've had a problem",
      speaker: 'nasa',
      mode: 'direct',
    };
    await expect(newEvent(folder, 'problem', given, null, work)).rejects.toMatchObject({
      details: [expect.stringMatching(/^--inferred is missing: The source does not name nasa/)],
    });
    expect(readdirSync(join(folder, 'events'))).toEqual(['archive-begun.mdx']);
  });

  it('adds a speaker whose name is given, and refuses one without', async () => {
    const given = {
      ...EVENT,
      quote: "Houston, we've had a problem",
      mode: 'direct',
      speaker: 'swigert',
    };
    await expect(newEvent(folder, 'problem', given, null, work)).rejects.toMatchObject({
      message: '--speaker: actors.yaml has no swigert',
      details: ['known: editors, nasa', '--speaker-name "<name>" adds it'],
    });
    await newEvent(
      folder,
      'problem',
      {
        ...given,
        'speaker-name': 'Jack Swigert',
        'speaker-names': 'Swigert; Jack Swigert',
        'speaker-kind': 'person',
        via: 'nasa',
        inferred: 'CMP is the command module pilot; the transcript is NASA’s.',
        unmarked: 'A transcript has no quotation marks.',
      },
      null,
      work,
    );
    expect(errors()).toEqual([]);
    expect(parse(read('actors.yaml')).swigert).toEqual({
      name: 'Jack Swigert',
      names: ['Swigert', 'Jack Swigert'],
      kind: 'person',
    });
    expect(frontMatter('events/problem.mdx').quotes['houston-weve-had-a']).toMatchObject({
      speaker: 'swigert',
      via: ['nasa'],
    });
  });

  it('refuses wrong values of each option', async () => {
    const refused = (flags: Record<string, string>) =>
      quote(folder, 'Stand by, 13.', flags, null, work).catch(({ message, details }) =>
        [message, ...details].join('\n'),
      );
    expect(await refused({ speaker: 'Jack Swigert' })).toContain('--speaker: an id is');
    expect(await refused({ mode: 'said' })).toContain('--mode: said is not direct');
    expect(await refused({ via: 'nobody' })).toContain('--via: actors.yaml has no nobody');
    expect(await refused({ speaker: 'nsaa' })).toContain('did you mean "nasa"?');
    expect(await refused({ source: 'b' })).toContain('--source: there is no source b');
  });

  it('writes no backslash into a time of day', async () => {
    await newEvent(folder, 'problem', { ...EVENT, quote: 'Nobody slept.' }, null, work);
    expect(read('events/problem.mdx')).toContain('At 14:13 by');
  });
});

describe('somebody is asked', () => {
  it('proposes direct for words in quotation marks, and nothing else as given', async () => {
    const { ask, asked } = person({ speaker: '?', mode: '?' });
    const printed = await quote(folder, 'Stand by, 13.', {}, ask, work);
    expect(printed).toContain('mode: "?"');
    expect(asked.map(({ flag, initial }) => [flag, initial])).toEqual([
      ['speaker', '?'],
      ['mode', 'direct'],
    ]);
    const plain = person({ speaker: '?', mode: '?' });
    await quote(folder, "Houston, we've had", {}, plain.ask, work);
    expect(plain.asked.map(({ initial }) => initial)).toEqual(['?', '?']);
  });

  it('adds a new speaker, and who passed the words on, in one step with the event', async () => {
    const { ask } = person({
      track: 'main',
      kind: 'report',
      quote: "Houston, we've had a problem here",
      speaker: ['+', 'swigert'],
      'speaker-name': 'Jack Swigert',
      'speaker-names': '',
      'speaker-kind': 'person',
      'speaker-role': 'Command module pilot, 1970',
      mode: 'direct',
      via: 'haise, nasa',
      'via-name': 'Fred Haise',
      'via-names': 'Haise',
      'via-kind': 'person',
      'via-role': '',
      inferred: 'CMP is the command module pilot.',
      unmarked: 'A transcript has no quotation marks.',
    });
    const said = await newEvent(folder, 'problem', EVENT, ask, work);
    expect(errors()).toEqual([]);
    expect(said).toContain('now has swigert, haise');
    expect(parse(read('actors.yaml'))).toMatchObject({
      swigert: { name: 'Jack Swigert', kind: 'person', role: 'Command module pilot, 1970' },
      haise: { name: 'Fred Haise', names: ['Haise'] },
    });
  });

  it('writes neither actor nor event if check refuses the event', async () => {
    const before = read('actors.yaml');
    const { ask } = person({
      speaker: ['+', 'swigert'],
      'speaker-name': 'Jack Swigert',
      'speaker-names': '',
      'speaker-kind': 'person',
      'speaker-role': '',
      mode: 'narration',
      via: '',
    });
    const flags = {
      ...EVENT,
      track: 'main',
      kind: 'report',
      title: '\u200B',
      quote: 'Nobody slept.',
    };
    await expect(newEvent(folder, 'problem', flags, ask, work)).rejects.toThrow(
      'nothing is written',
    );
    expect(read('actors.yaml')).toBe(before);
  });

  it('takes a new publisher, and proposes the page’s own language', async () => {
    const path = join(work, 'seite.html');
    writeFileSync(
      path,
      '<!doctype html><html lang="de"><head><title>Sturm</title></head><body><p>Es stürmte.</p></body></html>',
    );
    const { ask, asked } = person({
      id: 'seite',
      title: 'Sturm',
      publisher: ['+', 'zeitung'],
      'publisher-name': 'Die Zeitung',
      'publisher-names': 'Zeitung; Die Zeitung',
      'publisher-kind': 'publisher',
      'publisher-role': '',
      url: 'https://example.org/sturm',
      published: '1921-05-04',
      language: 'de',
      rights: 'Frei.',
      display: 'full',
      agency: '',
      author: '',
    });
    await addSource(folder, path, {}, ask, work);
    expect(errors()).toEqual([]);
    expect(asked.find(({ flag }) => flag === 'language')?.initial).toBe('de');
    expect(parse(read('actors.yaml')).zeitung.names).toEqual(['Zeitung', 'Die Zeitung']);
    expect(read('sources/seite.yaml')).toContain('language: "de"');
  });

  it('proposes no language for a text, which says none', async () => {
    const path = join(work, 'note.txt');
    writeFileSync(path, 'A note.\n');
    const { language: _, ...flags } = PUBLISHER;
    const { ask, asked } = person({
      id: 'note',
      language: 'ja',
      display: 'full',
      agency: '',
      author: '',
    });
    await addSource(folder, path, flags, ask, work);
    expect(asked.find(({ flag }) => flag === 'language')?.initial).toBeUndefined();
  });
});
