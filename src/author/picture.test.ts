import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArchive } from '../check/check.ts';
import { errorsIn, work } from './archive.fixture.ts';
import type { Question } from './ask.ts';
import { addPicture } from './picture.ts';

const root = join(import.meta.dirname, '..', '..');
const album = (name: string): string => join(root, 'e2e/archives/album/media', name);
const SAID = {
  event: 'calm',
  alt: 'A tower',
  credit: 'Ines Orr',
  rights: 'Free',
  source: 'log-1897',
};

let count = 0;
/** A copy of the golden archive, with other lines before `quotes:` or at the end of the front matter of `calm`. */
function archive(change: (text: string) => string = (text) => text): string {
  const folder = join(work, `pictures-${++count}`);
  cpSync(join(root, 'src/check/golden/_base'), folder, { recursive: true });
  writeFileSync(calm(folder), change(textOf(folder)));
  return folder;
}
const calm = (folder: string): string => join(folder, 'events/calm.mdx');
const textOf = (folder: string): string => readFileSync(calm(folder), 'utf8');
const mediaIn = (folder: string): object[] =>
  checkArchive(folder).archive?.events.find(({ id }) => id === 'calm')?.record.media ?? [];

describe('addPicture(folder, file, flags, ask)', () => {
  it('stores the file byte for byte, names it in the event, and says what is published', async () => {
    const folder = archive();
    const before = textOf(folder);
    const printed = await addPicture(folder, album('lighthouse.jpg'), SAID, null, { cwd: work });
    expect(printed).toContain('without the place, the time and the camera');
    expect(readFileSync(join(folder, 'media/lighthouse.jpg'))).toEqual(
      readFileSync(album('lighthouse.jpg')),
    );
    const [head = '', body = ''] = before.split(/^(?=---\n(?!title))/m);
    expect(textOf(folder).startsWith(head)).toBe(true);
    expect(textOf(folder).endsWith(body)).toBe(true);
    expect(mediaIn(folder)).toMatchObject([{ file: 'lighthouse.jpg', alt: 'A tower' }]);
    expect(errorsIn(folder)).toEqual([]);
  });

  it('takes poster, captions and transcript in with a film', async () => {
    const folder = archive();
    const printed = await addPicture(
      folder,
      album('waves.webm'),
      {
        ...SAID,
        name: 'Low tide',
        caption: 'The sea [was calm](#lit-again).',
        date: '1897',
        focus: '0.5,0.2',
        poster: album('chart.png'),
        captions: album('waves.vtt'),
        transcript: album('horn.txt'),
      },
      null,
      { cwd: work },
    );
    expect(printed).toContain('publishes it as it is');
    expect(readdirSync(join(folder, 'media')).sort()).toEqual([
      'chart.png',
      'horn.txt',
      'low-tide.webm',
      'waves.vtt',
    ]);
    expect(mediaIn(folder)).toMatchObject([
      { file: 'low-tide.webm', focus: [0.5, 0.2], poster: 'chart.png', date: '1897' },
    ]);
  });

  it.each([
    ['indented', '  - file: chart.png\n'],
    ['not indented', '- file: chart.png\n'],
    ['in brackets', '[{ file: chart.png, '],
  ])('adds to a list that is %s, before the keys that follow', async (_, start) => {
    const indent = start.indexOf('-') + 2;
    const fields = [
      'alt: A chart',
      'credit: Orr',
      'rights: Free',
      'source: log-1897',
      'sha256: d0c99afa0a7dc3ba3b7c95f1b8e2ab0ea6b5f6f4f5dd9b7bd2bfd3a0c9e1ca0f',
    ];
    const list = start.startsWith('[')
      ? ` ${start}${fields.join(', ')} }]\n`
      : `\n${start}${fields.map((one) => `${' '.repeat(indent)}${one}\n`).join('')}`;
    const folder = archive((text) => text.replace('quotes:', `media:${list}# of the log\nquotes:`));
    mkdirSync(join(folder, 'media'));
    cpSync(album('chart.png'), join(folder, 'media/chart.png'));
    const [problem] = errorsIn(folder);
    const sha256 = /record sha256: (\w+)/.exec(problem?.details.join() ?? '')?.[1] ?? '';
    writeFileSync(calm(folder), textOf(folder).replace(/d0c99\w+/, sha256));
    await addPicture(folder, album('lighthouse.jpg'), SAID, null, { cwd: work });
    expect(mediaIn(folder)).toMatchObject([{ file: 'chart.png' }, { file: 'lighthouse.jpg' }]);
    expect(textOf(folder)).toContain('# of the log\nquotes:');
  });

  it('keeps the line ends of the event', async () => {
    const folder = archive((text) => text.replaceAll('\n', '\r\n'));
    await addPicture(folder, album('lighthouse.jpg'), SAID, null, { cwd: work });
    expect(textOf(folder)).not.toMatch(/(?<!\r)\n/);
    expect(mediaIn(folder)).toHaveLength(1);
  });

  it('asks for what the options lack', async () => {
    const folder = archive();
    const asked: string[] = [];
    const ask = ({ flag }: Question): Promise<string> => {
      asked.push(flag);
      return Promise.resolve(flag === 'caption' || flag === 'source' ? '' : 'tide-table');
    };
    await addPicture(folder, album('chart.png'), { event: 'calm' }, ask, {
      cwd: work,
      decorative: true,
    });
    expect(asked).toEqual(['credit', 'rights', 'reference', 'source', 'caption']);
    expect(mediaIn(folder)).toMatchObject([{ decorative: true, reference: 'tide-table' }]);
  });

  const odd = (name: string, bytes: string): string => {
    const path = join(work, name);
    writeFileSync(path, bytes, 'latin1');
    return path;
  };
  it.each([
    ['no event is named', album('chart.png'), { event: undefined }, /--event is missing/],
    ['there is no such event', album('chart.png'), { event: 'clam' }, /did you mean "calm"\?/],
    ['it is a folder', work, {}, /is no file/],
    ['no browser shows it', odd('a.heic', '\0\0\0\x18ftypheic\xFF'), {}, /no format that browsers/],
    ['it cannot be decoded', odd('b.jpg', '\xFF\xD8\xFF\xE0 no picture'), {}, /cannot be shown/],
    ['it has no name', odd('!.txt', 'Words.'), {}, /no name for a file/],
    ['it is a text', album('horn.txt'), {}, /--transcript/],
    ['check refuses it', album('chart.png'), { source: undefined }, /nothing says where/],
    ['an option is missing', album('chart.png'), { credit: undefined }, /--credit is missing/],
    ['the caption cites nothing', album('chart.png'), { caption: 'A sea' }, /cites no quote/],
  ])('writes nothing where %s', async (_, file, flags, message) => {
    const folder = archive();
    const before = textOf(folder);
    const said = await addPicture(folder, file, { ...SAID, ...flags }, null, { cwd: work }).catch(
      (cause: { message: string; details?: string[] }) =>
        [cause.message, ...(cause.details ?? [])].join('\n'),
    );
    expect(said).toMatch(message);
    expect(textOf(folder)).toBe(before);
    expect(existsSync(join(folder, 'media'))).toBe(false);
  });

  it('never overwrites a file, and names one that is there already', async () => {
    const folder = archive();
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media/chart.png'), readFileSync(album('chart.png')));
    await addPicture(folder, album('chart.png'), SAID, null, { cwd: work });
    expect(mediaIn(folder)).toHaveLength(1);
    writeFileSync(join(folder, 'media/lighthouse.jpg'), 'other');
    await expect(
      addPicture(folder, album('lighthouse.jpg'), SAID, null, { cwd: work }),
    ).rejects.toThrow(/exists already; nothing is overwritten/);
    expect(readFileSync(join(folder, 'media/lighthouse.jpg'), 'utf8')).toBe('other');
  });
});
