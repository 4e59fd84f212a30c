/** Tables written from an archive: read back, they change nothing. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArchive } from '../../check/read/draft.ts';
import { readArchive } from '../../check/read/read.ts';
import { runs } from '../../model/archive.arbitrary.ts';
import { pageOf } from '../yaml.ts';
import { exportSheet } from './export.ts';
import { importFile } from './import.ts';
import {
  addReference,
  archive,
  errorsIn,
  eventsOf,
  HEADER,
  options,
  sheet,
  work,
} from './sheet.fixture.ts';

let rounds = 0;

describe('exportSheet(folder, path)', () => {
  it('goes on in a spreadsheet: what is edited there is updated here', () => {
    const folder = archive();
    const first = sheet(HEADER, [
      'A storm',
      '3 May 1921',
      'The storm rose.',
      'On 3 May 1921 the storm rose.',
      '',
      'orr',
      'narration',
      '',
      '',
    ]);
    importFile(folder, first, {}, options);
    const path = join(work, 'onward.csv');
    expect(exportSheet(folder, path, work)).toContain('2 events in 2 rows');
    expect(() => exportSheet(folder, path, work)).toThrow('nothing is overwritten');
    fs.writeFileSync(path, fs.readFileSync(path, 'utf8').replace('"A storm"', '"A great storm"'));
    fs.appendFileSync(join(folder, 'events/archive-begun.mdx'), '\n');
    const said = importFile(folder, path, {}, options);
    expect(said).toContain('1 event updated; 1 event unchanged');
    expect(fs.readFileSync(join(folder, 'events/a-storm.md'), 'utf8')).toContain('A great storm');
    expect(errorsIn(folder)).toEqual([]);
  });

  it('leaves alone what was edited here since', () => {
    const folder = archive();
    const path = join(work, 'since.csv');
    exportSheet(folder, path, work);
    fs.writeFileSync(
      path,
      fs.readFileSync(path, 'utf8').replace('This archive is begun', 'Changed there'),
    );
    const page = join(folder, 'events/archive-begun.mdx');
    fs.writeFileSync(
      page,
      fs.readFileSync(page, 'utf8').replace('This archive is begun', 'Changed here'),
    );
    expect(() => importFile(folder, path, {}, options)).toThrow(/edited here since \(1\)/);
    expect(fs.readFileSync(page, 'utf8')).toContain('Changed here');
  });

  it.each(['a.txt', 'sheet'])('refuses to write %s', (name) => {
    expect(() => exportSheet(archive(), join(work, name), work)).toThrow('neither .xlsx nor .csv');
  });

  it.each<[string, string | string[]]>([
    ['["the storm rose.", "Orr said."]', ['the storm rose.', 'Orr said.']],
    ['the storm rose. … Orr said.', ['the storm rose.', 'Orr said.']],
    ['the storm rose. […] The fleet […] said.', ['the storm rose.', 'The fleet', 'said.']],
    ['["On 3 May 1921 the storm rose."]', 'On 3 May 1921 the storm rose.'],
  ])('reads the cell %s as passages', (cell, exact) => {
    const folder = archive();
    const said = importFile(
      folder,
      sheet(HEADER, [
        'A storm',
        '3 May 1921',
        'It rose.',
        cell,
        'storm',
        'orr',
        'narration',
        '',
        'By the log.',
      ]),
      {},
      options,
    );
    expect(said.includes('taken for passages')).toBe(cell.includes('…'));
    const [event] = parseArchive(readArchive(folder, work)).draft.events;
    expect(Object.values(event?.part.quotes ?? {}).map((quote) => quote.exact)).toEqual([exact]);
  });

  it.each([
    ['["Orr said.", "the storm rose."]', 'is in no source'],
    ['Orr said. … the storm rose.', 'is in no source'],
    ['["The fleet had fled", ", Orr said."]', 'still to be sourced'],
    ['["had fled", "said."]', 'stands 2 times'],
    ['[12, 13]', '"[12, 13]" is in no source'],
  ])('says of the cell %s what is wrong', (cell, what) => {
    const path = sheet(HEADER, [
      'A storm',
      '3 May 1921',
      'It rose.',
      cell,
      'storm',
      'orr',
      'narration',
      '',
      'By the log.',
    ]);
    const said = ((): string => {
      try {
        return importFile(archive(), path, {}, { ...options, verbose: true });
      } catch (cause) {
        return (cause as Error).message;
      }
    })();
    expect(said).toContain(what);
  });

  const text = fc
    .string({
      unit: fc.constantFrom(...'ab é漢,;"\'=+-@#*_[]()\\`1.:/!|~&  \n'.split('')),
      maxLength: 30,
    })
    .map((words) => `x${words.replace(/\s+$/, '')}.`);
  const events = fc.uniqueArray(
    fc.record(
      {
        id: fc.constantFrom('a', 'b-c', '2011', 'constructor', 'x1'),
        title: text,
        date: fc.constantFrom(
          '1921',
          '-0043',
          '-1200',
          '1921-05-03T00:00',
          '1920~/1921',
          '192X',
          'Y-12000',
        ),
        kind: fc.constantFrom('report', 'talks'),
        place: text,
        placeReference: fc.boolean(),
        order: fc.integer(),
        aliases: fc.constantFrom(['old'], ['older', 'oldest']),
        correction: text,
        actors: fc.uniqueArray(fc.constantFrom('orr', 'paper')),
        body: fc.array(text, { maxLength: 3 }),
        extension: fc.constantFrom('md', 'mdx'),
        quotes: fc.array(
          fc.record({
            speaker: fc.constantFrom('orr', 'paper'),
            inferred: text.map((why) => `Because of ${why}`),
            translation: text,
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
      },
      { requiredKeys: ['id', 'title', 'date', 'kind', 'actors', 'body', 'extension'] },
    ),
    { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
  );
  const SENTENCES = [
    'On 3 May 1921 the storm rose.',
    'By night the fleet had fled.',
    ['On 3 May', { exact: 'The fleet had fled', suffix: ', Orr' }, 'said.'],
  ];

  it.each(['csv', 'xlsx'])('writes a .%s that, read back, changes nothing', (extension) => {
    fc.assert(
      fc.property(events, (given) => {
        const folder = archive();
        for (const {
          id,
          body,
          quotes = [],
          place,
          placeReference,
          order,
          aliases,
          correction,
          extension: format,
          ...front
        } of given) {
          const record = {
            ...front,
            track: 'main',
            ...(place !== undefined && {
              place: { name: place, ...(placeReference && { reference: ['page'] }) },
            }),
            ...(order !== undefined && { order }),
            ...(aliases !== undefined && { aliases: aliases.map((one) => `${id}-${one}`) }),
            ...(correction !== undefined && {
              corrections: [{ date: '2026-11-24', was: correction, now: 'New.' }],
            }),
            quotes: Object.fromEntries(
              quotes.map(({ speaker, inferred = 'Why.', translation }, i) => [
                `q${i}`,
                {
                  source: 'storm',
                  exact: SENTENCES[i],
                  speaker,
                  mode: 'narration',
                  via: [],
                  inferred,
                  ...(translation !== undefined && {
                    translation: { text: translation, language: 'fr', by: 'T' },
                  }),
                },
              ]),
            ),
            unsourced: true,
          };
          const paragraphs = [
            ...body.map((words) => words.replace(/[^a-zé漢0-9 .]/g, '')),
            ...quotes.map((_, i) => `It is [said](#q${i}) so.`),
          ];
          fs.writeFileSync(
            join(folder, 'events', `${id}.${format}`),
            pageOf(record, paragraphs.join('\n\n')),
          );
        }
        addReference(folder);
        expect(errorsIn(folder)).toEqual([]);
        const before = eventsOf(folder);
        const path = join(work, `round-${extension}-${++rounds}.${extension}`);
        exportSheet(folder, path, work);

        // Into itself: no byte changes.
        const bytes = filesIn(folder);
        expect(importFile(folder, path, {}, options)).toContain('0 events taken over');
        expect(filesIn(folder)).toEqual(bytes);

        // Into the same archive without its events: they are all there again.
        fs.rmSync(join(folder, 'events'), { recursive: true });
        fs.rmSync(join(folder, '.imported.json'));
        fs.mkdirSync(join(folder, 'events'));
        importFile(folder, path, {}, options);
        expect(eventsOf(folder)).toEqual(before);
        fs.rmSync(folder, { recursive: true });
        fs.rmSync(path);
      }),
      runs(20),
    );
  });
});

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, fs.readFileSync(path, 'utf8')]),
  );
