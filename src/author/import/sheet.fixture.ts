/** For the tests of tables with quotes: an archive with a source, and tables. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive } from '../../check/check.ts';
import { parseArchive } from '../../check/read/draft.ts';
import { readArchive } from '../../check/read/read.ts';
import { beginArchive } from '../begin.ts';
import { bodyOf } from '../open.ts';
import { yamlOf } from '../yaml.ts';
export const work = fs.mkdtempSync(join(tmpdir(), 'sheet-'));
export const now = new Date('2026-11-24T00:00:00Z');
export const options = { cwd: work, now };

export const STORM =
  'On 3 May 1921 the storm rose. By night the fleet had fled. The fleet had fled, Orr said.\n';
let made = 0;
/** An archive with a source that holds {@link STORM}, published by Paper. */
export function archive(): string {
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

/** Adds the reference `page`, which a text or a medium may name. */
export const addReference = (folder: string): void =>
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

/** Declared beside what a new archive has. */
export const KINDS = `kinds:
  events: { report: Report, talks: Talks }
  actors: { person: { label: Person, is: person }, publisher: { label: Publisher, is: medium } }
`;

export const errorsIn = (folder: string) =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

/** What an archive says of its events, however it is written. */
export function eventsOf(folder: string): unknown {
  const files = readArchive(folder, work);
  const { draft } = parseArchive(files);
  return draft.events
    .map(({ id, value }) => {
      const file = files.events.find((one) => one.id === id)?.file;
      return { id, value, body: file && bodyOf(file), format: file?.file.replace(/.*\./, '') };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const csv = (...rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
export const sheet = (...rows: string[][]): string => {
  const path = join(work, `sheet-${++made}.csv`);
  fs.writeFileSync(path, csv(...rows));
  return path;
};
export const HEADER = [
  'title',
  'date',
  'text',
  'quote',
  'source',
  'speaker',
  'mode',
  'via',
  'note',
];
