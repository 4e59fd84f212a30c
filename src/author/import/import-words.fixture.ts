/** For the properties that nothing is lost in parts: marked words, and texts that hold them. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { imported } from './import.fixture.ts';
import { LEDGER, readLedger } from './import-record.ts';

/** All that a reader of the archive and of the report finds, once a file is imported into a new archive. */
function foundIn(file: string | Uint8Array, prepare?: (folder: string) => void): string {
  const { report, seen } = imported(
    file,
    (folder) => [
      // What a calendar calls an event is for programs.
      ...readLedger(folder).flatMap(({ events }) => events.map(({ key }) => key)),
      ...fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== LEDGER)
        .map((entry) => fs.readFileSync(join(entry.parentPath, entry.name), 'utf8')),
    ],
    prepare,
  );
  return [report, ...seen].join('\n');
}

/** Hands out words that are nowhere else, and remembers them. */
export class Words {
  readonly all: string[] = [];
  next = (): string => {
    const word = `Qx${this.all.length.toString().padStart(3, '0')}zq`;
    this.all.push(word);
    return word;
  };
  address = (): string => `https://example.org/${this.next()}`;
}

/** How an event comes: with or without a date that can be read, an end, a title; and what of markup is in its texts. */
export interface Shape {
  date: 'good' | 'bad' | 'none';
  ends: boolean;
  titled: boolean;
  markup: number;
}
const shapes = fc.array(
  fc.record<Shape>({
    date: fc.constantFrom('good', 'good', 'good', 'bad', 'none'),
    ends: fc.boolean(),
    titled: fc.boolean(),
    markup: fc.nat(15),
  }),
  { minLength: 1, maxLength: 4 },
);

export const dateOf = (shape: Shape, words: Words): string =>
  shape.date === 'good' ? '1901-02-03' : shape.date === 'bad' ? words.next() : '';

/** Texts as people write them in a field of HTML. */
export function html({ markup }: Shape, w: Words): string {
  const kinds = [
    () => w.next(),
    () => `${w.next()} &amp; ${w.next()}`,
    () => `<p>${w.next()}</p><p>${w.next()} <b>${w.next()}</b></p>`,
    () => `<a href="${w.address()}">${w.next()}</a>!<a href="/${w.next()}">${w.next()}</a>`,
    () => `<ol><li>${w.next()}<ul><li>${w.next()}</li></ul></li><li>${w.next()}</li></ol>`,
    () =>
      `<table><tr><th>${w.next()}</th><td>${w.next()}</td></tr><caption>${w.next()}</caption></table>`,
    () => `<img src="${w.address()}" alt="${w.next()}"><q>${w.next()}</q><sub>${w.next()}</sub>`,
    () => `<script>${w.next()}</script><foo>${w.next()}</foo> <${w.next()}> ${w.next()}`,
    () => `${w.next()} < ${w.next()} <b ${w.next()}`,
    () => `<pre>${w.next()}\n${w.next()}</pre><font>${w.next()}<center>${w.next()}`,
    () => `<iframe src="${w.address()}">${w.next()}</iframe><svg><text>${w.next()}</text></svg>`,
    () => `${w.next()}\n\n${w.next()}\n- ${w.next()}`,
    () =>
      `<abbr title="${w.next()}">${w.next()}</abbr><!-- ${w.next()} --><i ${w.next()}>${w.next()}</i ${w.next()}>`,
    () =>
      `<a href="${w.address()}"></a></${w.next()}> <img alt="${w.next()}"> <b>${w.next()} &${w.next()};</b>`,
    () => `${w.next()} <b>${w.next()}</b> <!-- ${w.next()}`,
    () => `<p>${w.next()} </${w.next()} <?${w.next()}?> <!${w.next()}> <b`,
  ];
  return (kinds[markup] ?? w.next)();
}

/** A file with a word in each field that its format has, and what the archive needs beside it. */
export type Written = (
  given: readonly Shape[],
  words: Words,
) => string | Uint8Array | { file: string | Uint8Array; prepare(folder: string): void };

/** Tests of each format, by its name. */
export function losesNoWord(formats: Record<string, Written>): void {
  describe.each(Object.entries(formats))('importFile() of %s', (_, written) => {
    it('has every word of every field in the archive or in the report', {
      timeout: 60_000 * runs(1).numRuns,
    }, () => {
      fc.assert(
        fc.property(shapes, (given) => {
          const words = new Words();
          const made = written(given, words);
          const { file, prepare } =
            typeof made === 'string' || made instanceof Uint8Array
              ? { file: made, prepare: undefined }
              : made;
          const found = foundIn(file, prepare).toLowerCase();
          expect(words.all.filter((word) => !found.includes(word.toLowerCase()))).toEqual([]);
        }),
        runs(25),
      );
    });
  });
}
