/** An archive that quotes passages of a long invented source: a transcript, a book. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LongSource {
  paragraphs: number;
  /** Sentences of each paragraph; each has some 80 characters. */
  sentences: number;
  quotes: number;
  display?: 'full' | 'excerpts';
  /** What is between paragraphs; without it an empty line. */
  between?: string;
}

const WEATHER = ['calm', 'hazy', 'rough', 'bright', 'foggy', 'windy', 'icy'];

/** A sentence that no other paragraph has. */
const sentence = (paragraph: number, at: number): string =>
  `In watch ${paragraph + 1} the keeper of light ${at + 1} wrote that the sea was ${WEATHER[(paragraph * 3 + at) % WEATHER.length]}.`;

/** The text of the paragraph of a quote. */
const quoted = (
  i: number,
  { paragraphs, quotes }: LongSource,
): [paragraph: number, exact: string] => {
  const paragraph = Math.floor(((i + 0.5) / quotes) * paragraphs);
  return [paragraph, sentence(paragraph, 0)];
};

/** The number, from 1, of the paragraph that a quote stands in. */
export const paragraphOf = (i: number, source: LongSource): number => quoted(i, source)[0] + 1;
/** The quote's words. */
export const wordsOf = (i: number, source: LongSource): string => quoted(i, source)[1];

/** Writes the archive: a source `log`, and an event `watch-<i>` for each of its quotes, called `sea`. */
export function writeLongArchive(folder: string, source: LongSource): void {
  const { paragraphs, sentences, quotes, display = 'full', between = '\n\n' } = source;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const name of ['events', 'sources']) mkdirSync(join(folder, name), { recursive: true });
  const text = Array.from({ length: paragraphs }, (_, i) =>
    Array.from({ length: sentences }, (_, at) => sentence(i, at)).join(' '),
  ).join(between);
  write('sources/log.txt', `${text}\n`);
  write(
    'sources/log.yaml',
    `title: The log of the lights
publisher: office
held: The office of lights, shelf 9
published: 1921
language: en-GB
rights: Public domain
display: ${display}
quoted: in-part
sha256: ${createHash('sha256').update(`${text}\n`).digest('hex')}
`,
  );
  write(
    'site.yaml',
    `title: The lights
deck: A long log, of which some watches are quoted. Invented for the tests.
language: en-GB
author: The test's editors
kinds:
  events: { report: Report }
  actors:
    publisher: { label: Publisher, is: medium }
tracks:
  - { id: sea, label: The sea, colour: blue }
view: { spacing: 0.5 }
`,
  );
  write('actors.yaml', 'office:\n  name: The keeper\n  names: [keeper]\n  kind: publisher\n');
  write('references.yaml', '{}\n');
  for (let i = 0; i < quotes; i++)
    write(
      `events/watch-${i + 1}.mdx`,
      `---
title: Watch ${i + 1} is kept
track: sea
kind: report
date: ${1500 + i}
actors: [office]
quotes:
  sea:
    source: log
    exact: ${wordsOf(i, source)}
    speaker: office
    mode: narration
    via: []
---

The keeper [wrote of the sea](#sea).

<Note about="date">An invention of the tests.</Note>
`,
    );
}
