/** Media of imports: taken in from beside the file, linked to on other hosts, and never lost. */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../../check/check.ts';
import { formatProblems } from '../../check/problem.ts';
import { runs } from '../../model/archive.arbitrary.ts';
import { newArchive, now, work } from '../archive.fixture.ts';
import { importFile } from './import.ts';
import { formatReport } from './report.ts';

const album = join(import.meta.dirname, '../../../e2e/archives/album/media');
const options = { cwd: work, now };
let made = 0;

/** A folder with a file to import, and others beside it. */
function sent(
  name: string,
  text: string,
  beside: Record<string, string | Uint8Array> = {},
): string {
  const folder = join(work, `sent-${++made}`);
  for (const [path, content] of Object.entries({ [name]: text, ...beside })) {
    fs.mkdirSync(dirname(join(folder, path)), { recursive: true });
    fs.writeFileSync(join(folder, path), content);
  }
  return join(folder, name);
}

const slides = (...media: object[]): string =>
  JSON.stringify({
    events: media.map((one, i) => ({
      start_date: { year: `${1900 + i}` },
      text: { headline: `Event ${'abcdef'[i]}` },
      media: one,
    })),
  });
const lamp = (name: string): Uint8Array => fs.readFileSync(join(album, name));
const problemsOf = (folder: string): string =>
  formatProblems(
    checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error'),
  );
const mediaOf = (folder: string): (object[] | undefined)[] =>
  checkArchive(folder, { cwd: work }).draft.events.flatMap(({ id, part }) =>
    id === 'archive-begun' ? [] : [part.media],
  );
const filesIn = (folder: string): string[] =>
  fs.existsSync(join(folder, 'media')) ? fs.readdirSync(join(folder, 'media')).sort() : [];

describe('importFile(folder, path) with media beside the file', () => {
  it('takes them in byte for byte, and leaves open what the file does not say', () => {
    const folder = newArchive();
    const path = sent(
      'tl.json',
      slides(
        {
          url: 'img/The%20lamp.jpg?x=1',
          caption: 'The <b>lamp</b>, *lit*',
          credit: 'Orr',
          alt: 'A lamp',
        },
        { url: 'horn.wav' },
        { url: 'https://example.org/lamp.jpg', alt: 'Another lamp' },
      ),
      { 'img/The lamp.jpg': lamp('lighthouse.jpg'), 'horn.wav': lamp('horn.wav') },
    );
    const report = importFile(folder, path, {}, options);
    expect(report).toContain('2 files taken into media/');
    expect(report).toContain(
      'does not show it (1): event 3 “Event c”: https://example.org/lamp.jpg',
    );
    expect(report).toContain('whose rights the file does not give; check asks for it (1): event 1');
    expect(report).toContain('media alt (1): event 3 “Event c”: Another lamp');
    expect(filesIn(folder)).toEqual(['horn.wav', 'the-lamp.jpg']);
    expect(fs.readFileSync(join(folder, 'media/the-lamp.jpg'))).toEqual(lamp('lighthouse.jpg'));
    expect(mediaOf(folder)).toMatchObject([
      [
        {
          file: 'the-lamp.jpg',
          alt: 'A lamp',
          credit: 'Orr',
          rights: '?',
          caption: 'The lamp, \\*lit\\*',
        },
      ],
      [{ file: 'horn.wav', alt: '?', credit: '?', rights: '?' }],
      undefined,
    ]);
    expect(problemsOf(folder)).toContain('event-a.md:12:13  rights of the-lamp.jpg is left open');
    expect(problemsOf(folder).match(/is left open/g)).toHaveLength(4);

    // Again: nothing changes, and no file is there twice.
    expect(importFile(folder, path, {}, options)).toContain('3 events unchanged');
    expect(filesIn(folder)).toEqual(['horn.wav', 'the-lamp.jpg']);

    // Filled in, the archive passes check, and what an editor wrote stays.
    for (const id of ['event-a', 'event-b']) {
      const page = join(folder, 'events', `${id}.md`);
      fs.writeFileSync(page, fs.readFileSync(page, 'utf8').replaceAll('"?"', '"Words"'));
    }
    expect(problemsOf(folder)).toBe('');
    expect(importFile(folder, path, {}, options)).toContain('2 events left as they are');
  });

  it.each([
    [
      'TimelineJS',
      'Year,Headline,Media,Media Credit,Alt Text\n1900,Lamp,lamp.jpg,Orr,A lamp\n',
      'Orr',
    ],
    ['any table', 'year,title,image\n1900,Lamp,lamp.jpg\n', '?'],
  ])('reads them from the spreadsheet of %s', (_, table, credit) => {
    const folder = newArchive();
    importFile(folder, sent('a.csv', table, { 'lamp.jpg': lamp('lighthouse.jpg') }), {}, options);
    expect(mediaOf(folder)).toMatchObject([[{ file: 'lamp.jpg', credit }]]);
  });

  it('begins an archive with them', () => {
    const path = sent('tl.json', slides({ url: 'lamp.jpg' }), {
      'lamp.jpg': lamp('lighthouse.jpg'),
    });
    const archive = join(work, 'begun');
    expect(importFile('', path, { archive }, { ...options, dryRun: true })).toContain(
      '1 file taken',
    );
    expect(fs.existsSync(archive)).toBe(false);
    expect(importFile('', path, { archive }, options)).toContain('asks for what is left open');
    expect(filesIn(archive)).toEqual(['lamp.jpg']);
  });

  it('overwrites nothing: another file of a name has a number, the same file is taken once', () => {
    const folder = newArchive();
    const path = sent(
      'tl.json',
      slides(
        { url: 'a/lamp.png' },
        { url: 'b/lamp.png' },
        { url: 'c/light.png' },
        { url: '漢.png' },
      ),
      {
        'a/lamp.png': lamp('chart.png'),
        'b/lamp.png': new Uint8Array([...lamp('chart.png'), 0]),
        'c/light.png': lamp('chart.png'),
        '漢.png': new Uint8Array([...lamp('chart.png'), 1]),
      },
    );
    importFile(folder, path, {}, options);
    expect(mediaOf(folder)).toMatchObject(
      ['lamp.png', 'lamp-2.png', 'lamp.png', '漢.png'].map((file) => [{ file }]),
    );
  });

  it('says of each that it does not take in why, with all that the file says of it', () => {
    const folder = newArchive();
    const path = sent(
      'tl.json',
      slides(
        { url: '../secret.png', caption: 'Of another' },
        { url: 'link.png', credit: 'Linked' },
        { url: 'broken.jpg', alt: 'Half' },
        { url: 'words.txt' },
        { url: 'none.jpg', caption: 'Gone', credit: 'Nobody', alt: 'Nothing' },
        { url: 'lamp.png', caption: '12', credit: '–' },
      ),
      {
        '../secret.png': lamp('chart.png'),
        'broken.jpg': lamp('lighthouse.jpg').subarray(0, 9000),
        'words.txt': 'Words.',
        'lamp.png': lamp('chart.png'),
      },
    );
    fs.symlinkSync('../secret.png', join(dirname(path), 'link.png'));
    const report = importFile(folder, path, {}, { ...options, verbose: true });
    for (const line of [
      'event 1 “Event a”: a medium beside the file that is not taken in: ../secret.png; it lies outside of the folder of the imported file; Of another',
      'link.png; it lies outside of the folder of the imported file; Linked',
      'cannot be shown: it is broken, cut short, or of more than 268 million pixels; Half',
      'words.txt; it is no picture, sound or film',
      'none.jpg; there is no such file; Gone; Nobody; Nothing',
      'caption of a medium, which is no word: 12',
      'credit of a medium, which is no word: –',
    ])
      expect(report).toContain(line);
    expect(filesIn(folder)).toEqual(['lamp.png']);
  });

  it('loses no word of a medium, wherever it is', () => {
    const words = fc
      .array(fc.constantFrom('ab', 'é漢', '<b>', '&amp;', '*x*', '"q"', '[a](b)', '12', '–'), {
        maxLength: 4,
      })
      .map((some) => some.join(' '));
    const medium = fc.record({
      url: fc.constantFrom('lamp.jpg', 'none.jpg', '../lamp.jpg', 'https://example.org/a.jpg', 'x'),
      alt: words,
      caption: words,
      credit: words,
    });
    fc.assert(
      fc.property(fc.array(medium, { minLength: 1, maxLength: 4 }), (media) => {
        const marked = media.map((one, i) => ({
          ...one,
          alt: `A${i}Z ${one.alt}`,
          caption: `C${i}Z ${one.caption}`,
          credit: `D${i}Z ${one.credit}`,
        }));
        const folder = newArchive();
        const path = sent('tl.json', slides(...marked), { 'lamp.jpg': lamp('lighthouse.jpg') });
        const report = importFile(folder, path, {}, { ...options, verbose: true });
        const pages = fs
          .readdirSync(join(folder, 'events'))
          .map((name) => fs.readFileSync(join(folder, 'events', name), 'utf8'));
        const list = fs.readFileSync(join(folder, 'references.yaml'), 'utf8');
        const all = [report, list, ...pages].join('\n').replaceAll('\\', '');
        for (const { url, alt, caption, credit } of marked)
          for (const word of [url, ...`${alt} ${caption} ${credit}`.split(' ')])
            expect(all).toContain(
              word.replaceAll('<b>', '').replace('&amp;', '&').replace(/"/g, ''),
            );
        expect(problemsOf(folder).replace(/^.* is left open\n.*\n?/gm, '')).toBe('');
        fs.rmSync(folder, { recursive: true });
      }),
      runs(20),
    );
  });
});

it('formatReport(report) has no word of media where there are none', () => {
  const path = sent('a.csv', 'year,title\n1900,Lamp\n');
  const report = importFile(newArchive(), path, {}, { ...options, json: true });
  expect(JSON.parse(report).media).toEqual([]);
  expect(formatReport(JSON.parse(report))).not.toContain('media');
});
