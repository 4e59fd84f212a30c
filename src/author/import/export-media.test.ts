/** Media of exports that an import reads back: each field of each medium is there again, or reported. */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../check/check.ts';
import { digestOf } from '../../check/read/digest.ts';
import { timelineJs } from '../../exports/timelinejs.ts';
import { runs } from '../../model/archive.arbitrary.ts';
import type { MediumRecord } from '../../model/media.ts';
import { pageOf } from '../yaml.ts';
import { exportSheet } from './export.ts';
import { importFile } from './import.ts';
import { addReference, archive, errorsIn, eventsOf, options, work } from './sheet.fixture.ts';

const album = join(import.meta.dirname, '../../../e2e/archives/album/media');
const sha256 = (file: string): string => digestOf({ bytes: fs.readFileSync(join(album, file)) });
let rounds = 0;

const words = fc
  .string({ unit: fc.constantFrom(...'ab é漢,;\'=+-@"&<>|'.split('')), maxLength: 12 })
  .map((text) => `x${text}x`.replace(/\s+/g, ' '));
const common = fc.record(
  {
    credit: words,
    rights: words,
    source: fc.constant('storm'),
    reference: fc.constant('page'),
    date: fc.constantFrom('1921', '1921-05-03', '1920~', '192X'),
    caption: fc.constant('As [the storm](ref:page) has it, & no *less*.'),
  },
  { requiredKeys: ['credit', 'rights', 'source'] },
);
const picture = fc
  .tuple(
    common,
    words,
    fc.boolean(),
    fc.option(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 1))),
  )
  .map(([rest, alt, decorative, focus]) => ({
    ...rest,
    file: 'lighthouse.jpg',
    sha256: sha256('lighthouse.jpg'),
    ...(decorative ? { decorative } : { alt }),
    ...(focus && { focus }),
  }));
const film = fc
  .tuple(common, words, fc.subarray(['poster', 'captions', 'transcript'] as const))
  .map(([rest, alt, keys]) => {
    const files = { poster: 'chart.png', captions: 'waves.vtt', transcript: 'horn.txt' };
    return {
      ...rest,
      file: 'waves.webm',
      alt,
      sha256: sha256('waves.webm'),
      ...Object.fromEntries(keys.map((key) => [key, files[key]])),
      ...(keys.length > 0 && {
        digests: Object.fromEntries(keys.map((key) => [key, sha256(files[key])])),
      }),
    };
  });
const media = fc
  .tuple(fc.option(picture), fc.option(film))
  .map((some) => some.filter((one) => one !== null) as MediumRecord[])
  .filter(({ length }) => length > 0);

/** An archive with an event that has these media. */
function withMedia(entries: readonly MediumRecord[]): string {
  const folder = archive();
  fs.cpSync(album, join(folder, 'media'), { recursive: true });
  addReference(folder);
  const quotes = {
    rose: {
      source: 'storm',
      exact: 'On 3 May 1921 the storm rose.',
      speaker: 'orr',
      mode: 'narration',
      via: [],
      inferred: 'By the log.',
    },
  };
  const front = {
    title: 'The storm',
    track: 'main',
    date: '1921-05-03',
    actors: [],
    quotes,
    media: entries,
  };
  fs.writeFileSync(join(folder, 'events/storm-rose.md'), pageOf(front, 'The storm [rose](#rose).'));
  expect(errorsIn(folder)).toEqual([]);
  return folder;
}

const filesIn = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${digestOf({ bytes: fs.readFileSync(path) })}`)
    .sort();

describe.each(['csv', 'xlsx'])('a sheet .%s', (extension) => {
  it('carries every field of every medium, and with a folder media beside it the files', () => {
    fc.assert(
      fc.property(media, (entries) => {
        const folder = withMedia(entries);
        const path = join(work, `round-${extension}-${++rounds}`, `sheet.${extension}`);
        fs.mkdirSync(dirname(path));
        exportSheet(folder, path, work);
        const before = eventsOf(folder);

        // Into itself: no byte changes.
        const bytes = filesIn(folder);
        expect(importFile(folder, path, {}, options)).toContain('0 events taken over');
        expect(filesIn(folder)).toEqual(bytes);

        // Into an archive with its records alone: the event without them, each reported whole.
        for (const name of ['events', 'media', '.imported.json'])
          fs.rmSync(join(folder, name), { recursive: true });
        fs.mkdirSync(join(folder, 'events'));
        const report = importFile(folder, path, {}, { ...options, verbose: true });
        for (const entry of entries)
          for (const [key, value] of Object.entries(entry))
            expect(report).toContain(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
        expect(errorsIn(folder)).toEqual([]);

        // With the files beside the sheet: all is there again.
        for (const name of ['events', '.imported.json'])
          fs.rmSync(join(folder, name), { recursive: true });
        fs.mkdirSync(join(folder, 'events'));
        fs.cpSync(album, join(dirname(path), 'media'), { recursive: true });
        importFile(folder, path, {}, options);
        expect(eventsOf(folder)).toEqual(before);
        expect(errorsIn(folder)).toEqual([]);
        fs.rmSync(folder, { recursive: true });
        fs.rmSync(dirname(path), { recursive: true });
      }),
      runs(10),
    );
  });
});

describe('timelineJs(archive, address)', () => {
  it('is read back with every word of every medium in the archive or in the report', () => {
    fc.assert(
      fc.property(media, (entries) => {
        const folder = withMedia(entries);
        const { archive: whole } = checkArchive(folder, { cwd: work });
        if (!whole) throw new Error('no archive');
        const path = join(work, 'timelinejs.json');
        fs.writeFileSync(
          path,
          timelineJs(whole, (page) => `https://example.org${page}`),
        );
        const into = archive();
        const report = importFile(into, path, {}, { ...options, verbose: true });
        expect(errorsIn(into)).toEqual([]);
        const event = fs
          .readdirSync(join(into, 'events'))
          .map((name) => fs.readFileSync(join(into, 'events', name), 'utf8'));
        const list = fs.readFileSync(join(into, 'references.yaml'), 'utf8');
        const found = [report, list, ...event].join('\n').replace(/\\(?=[^\w\s])/g, '');
        for (const { file, alt = '', credit, rights, caption } of entries) {
          expect(found).toContain(`https://example.org/media/${file}`);
          for (const one of [alt, credit, rights, ...(caption ? ['has it, & no less.'] : [])])
            expect(found).toContain(one);
        }
        fs.rmSync(folder, { recursive: true });
        fs.rmSync(into, { recursive: true });
      }),
      runs(10),
    );
  });
});
