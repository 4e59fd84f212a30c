/** Tables with quotes: read into sourced events, and written from an archive without a change. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../../check/check.ts';
import { parseArchive } from '../../check/read/draft.ts';
import { readArchive } from '../../check/read/read.ts';
import { runs } from '../../model/archive.arbitrary.ts';
import { beginArchive } from '../begin.ts';
import { bodyOf } from '../open.ts';
import { pageOf, yamlOf } from '../yaml.ts';
import { exportSheet } from './export.ts';
import { importFile } from './import.ts';

const work = fs.mkdtempSync(join(tmpdir(), 'sheet-'));
afterAll(() => fs.rmSync(work, { recursive: true }));
const now = new Date('2026-11-24T00:00:00Z');
const options = { cwd: work, now };

const STORM =
  'On 3 May 1921 the storm rose. By night the fleet had fled. The fleet had fled, Orr said.\n';
let made = 0;
/** An archive with a source that holds {@link STORM}, published by Paper. */
function archive(): string {
  const folder = join(work, `archive-${++made}`);
  beginArchive(folder, now, work);
  const sha256 = createHash('sha256').update(STORM).digest('hex');
  fs.writeFileSync(join(folder, 'sources/storm.txt'), STORM);
  fs.writeFileSync(
    join(folder, 'sources/storm.yaml'),
    yamlOf({
      title: 'The storm',
      publisher: 'paper',
      url: 'https://example.org/storm',
      published: '1921-05-04',
      language: 'en',
      rights: 'Free to use.',
      display: 'full',
      sha256,
    }),
  );
  fs.appendFileSync(join(folder, 'site.yaml'), KINDS);
  fs.appendFileSync(
    join(folder, 'actors.yaml'),
    yamlOf({
      paper: { name: 'The Paper', names: ['The Paper'], kind: 'publisher' },
      orr: { name: 'Ann Orr', names: ['Orr'], kind: 'person' },
    }),
  );
  return folder;
}

/** Declared beside what a new archive has. */
const KINDS = `kinds:
  events: { report: Report, talks: Talks }
  actors: { person: { label: Person, is: person }, publisher: { label: Publisher, is: medium } }
`;

const errorsIn = (folder: string) =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

/** What an archive says of its events, however it is written. */
function eventsOf(folder: string): unknown {
  const files = readArchive(folder, work);
  const { draft } = parseArchive(files);
  return draft.events
    .map(({ id, value }) => {
      const file = files.events.find((one) => one.id === id)?.file;
      return { id, value, body: file && bodyOf(file), format: file?.file.replace(/.*\./, '') };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const csv = (...rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
const sheet = (...rows: string[][]): string => {
  const path = join(work, `sheet-${++made}.csv`);
  fs.writeFileSync(path, csv(...rows));
  return path;
};
const HEADER = ['title', 'date', 'text', 'quote', 'source', 'speaker', 'mode', 'via', 'note'];

describe('importFile() of a table with quotes', () => {
  it('makes sourced events, several rows an event', () => {
    const folder = archive();
    const path = sheet(
      HEADER,
      [
        'A storm',
        '3 May 1921',
        'The storm rose.',
        'On 3 May 1921 the storm rose.',
        'storm',
        'Ann Orr',
        'narration',
        '',
        '',
      ],
      [
        '',
        '',
        'The fleet fled.',
        'The fleet had fled, Orr said.',
        'The storm',
        'orr',
        'indirect',
        '',
        'Its size is not known.',
      ],
      [
        'The fleet leaves',
        'May 1921',
        '',
        'By night the fleet had fled.',
        '',
        'orr',
        'narration',
        '',
        '',
      ],
    );
    const said = importFile(folder, path, {}, options);
    expect(said).toContain('2 events taken over, 1 of them sourced');
    expect(errorsIn(folder)).toEqual([]);
    const storm = fs.readFileSync(join(folder, 'events/a-storm.mdx'), 'utf8');
    expect(storm).not.toContain('unsourced');
    expect(storm).toContain('[The storm rose.](#on-3-may-1921)');
    expect(storm).toContain('[The fleet fled.](#the-fleet-had-fled)');
    expect(storm).toContain('<Note about="context">');
    expect(storm).toContain('date: "1921-05-03"');
    // Its quote does not give its date, and nothing is made up: it is still to be sourced.
    expect(said).toContain('still to be sourced, as check says (1): row 4 “The fleet leaves”');
    expect(fs.readFileSync(join(folder, 'events/the-fleet-leaves.md'), 'utf8')).toContain(
      'unsourced: true',
    );
  });

  it.each([
    [
      'a slip',
      { quote: 'By night the fleet has fled.' },
      /row 2: column quote: .*is in no source; nearest, at .*storm.txt:1:31 \(\d+ %\): "By night the fleet had fled\."/,
    ],
    [
      'words that stand twice',
      { quote: 'fleet had fled' },
      /row 2: column quote: .*stands 2 times in storm/,
    ],
    [
      'no source of that name',
      { source: 'strom' },
      /row 2: column source: there is no source "strom".*did you mean "storm"/,
    ],
    ['an unknown speaker', { speaker: 'Or' }, /row 2: column speaker: actors.yaml has no "Or"/],
    ['an unknown passer-on', { via: 'Nobody' }, /row 2: column via: actors.yaml has no "Nobody"/],
    [
      'an unknown mode',
      { mode: 'said' },
      /row 2: column mode: "said" is none of direct, indirect, narration/,
    ],
  ])(
    'tells %s with row and column, makes nothing up, and takes the event over unsourced',
    (_, over, says) => {
      const folder = archive();
      const row = {
        title: 'A',
        date: '1921',
        text: '',
        quote: 'By night the fleet had fled.',
        source: 'storm',
        speaker: 'orr',
        mode: 'narration',
        via: '',
        note: '',
        ...over,
      };
      const said = importFile(
        folder,
        sheet(HEADER, Object.values(row)),
        {},
        { ...options, verbose: true },
      );
      expect(said.replace('a quote that is not taken over: ', '')).toMatch(says);
      const page = fs.readFileSync(join(folder, 'events/a.md'), 'utf8');
      expect(page).toContain('quotes: {}');
      expect(page).toContain('unsourced: true');
      expect(errorsIn(folder)).toEqual([]);
    },
  );

  it('leaves open who said it, and how, if the table does not say: check asks for it', () => {
    const folder = archive();
    const path = sheet(HEADER, [
      'A',
      'May 1921',
      '',
      'By night the fleet had fled.',
      '',
      '',
      '',
      '',
      '',
    ]);
    const said = importFile(folder, path, {}, options);
    expect(said).toContain(
      'speaker and mode the table does not give; check asks for it (1): row 2',
    );
    const page = fs.readFileSync(join(folder, 'events/a.md'), 'utf8');
    expect(page).toContain('speaker: "?"');
    expect(page).toContain('mode: "?"');
    expect(errorsIn(folder).map(({ gap }) => gap)).toEqual([true, true]);
  });

  it('takes rows of one id for one event, wherever they stand', () => {
    const folder = archive();
    const path = sheet(
      ['id', ...HEADER],
      ['a', 'A', '1921', '', 'By night the fleet had fled.', '', 'orr', 'narration', '', ''],
      ['b', 'B', '3 May 1921', '', 'On 3 May 1921 the storm rose.', '', 'orr', 'narration', '', ''],
      ['a', '', '', '', 'The fleet had fled, Orr said.', '', 'orr', 'indirect', '', ''],
    );
    expect(importFile(folder, path, {}, options)).toContain(
      '2 events taken over, 1 of them sourced',
    );
    expect(fs.readFileSync(join(folder, 'events/a.md'), 'utf8')).toContain(
      'The fleet had fled, Orr said.',
    );
    expect(importFile(folder, path, {}, options)).toContain('0 events taken over');
  });

  it('takes a kind that site.yaml declares, and leaves out another', () => {
    const folder = archive();
    const path = sheet(
      [...HEADER, 'kind'],
      ['A', '1921', '', 'By night the fleet had fled.', '', 'orr', 'narration', '', '', 'banquet'],
      ['B', '1921', '', 'By night the fleet had fled.', '', 'orr', 'narration', '', '', 'report'],
    );
    const said = importFile(folder, path, {}, options);
    expect(said).toContain('a kind that site.yaml does not declare (1): row 2 “A”: banquet');
    expect(fs.readFileSync(join(folder, 'events/a.md'), 'utf8')).not.toMatch(/^kind:/m);
    expect(fs.readFileSync(join(folder, 'events/b.md'), 'utf8')).toMatch(/^kind: "report"$/m);
    expect(errorsIn(folder)).toEqual([]);
  });

  it('keeps an event out that check would refuse even so, and says why', () => {
    const folder = archive();
    const path = sheet(
      [...HEADER, 'place', 'more'],
      [
        'A',
        '1921',
        '',
        'By night the fleet had fled.',
        '',
        'orr',
        'narration',
        '',
        '',
        '',
        '{"order": "first"}',
      ],
      ['B', '1921', '', 'By night the fleet had fled.', '', 'orr', 'narration', '', '', '', ''],
    );
    const said = importFile(folder, path, {}, options);
    expect(said).toContain('check would refuse it (1): row 2 “A”');
    expect(fs.existsSync(join(folder, 'events/b.md'))).toBe(true);
    expect(errorsIn(folder)).toEqual([]);
  });
});

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
        fs.writeFileSync(
          join(folder, 'references.yaml'),
          yamlOf({
            page: {
              title: 'P',
              publisher: 'P',
              url: 'https://example.org/',
              language: 'en',
              seen: '2026',
            },
          }),
        );
        expect(errorsIn(folder)).toEqual([]);
        const before = eventsOf(folder);
        const path = join(work, `round-${++made}.${extension}`);
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
