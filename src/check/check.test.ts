import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArchive } from './check.ts';
import { runCheck } from './command.ts';
import { digestOf } from './read/digest.ts';

/** What the golden cases cannot show. */
const base = join(import.meta.dirname, 'golden', '_base');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  cpSync(base, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('checkArchive(folder)', () => {
  it('joins the archive where all is right', () => {
    const { problems, archive, counts } = checkArchive(folder);
    expect(problems).toEqual([]);
    expect(archive?.events.map(({ id }) => id)).toEqual(['ashore', 'lamp-lit', 'wreck', 'calm']);
    expect(counts).toEqual({ events: 4, quotes: 6, sources: 2 });
  });

  it('says that an import was stopped, and npm run check finishes it', () => {
    const ready = join(folder, '.together.ready');
    mkdirSync(join(ready, 'files', 'events'), { recursive: true });
    renameSync(join(folder, 'events', 'calm.mdx'), join(ready, 'files', 'events', 'calm.mdx'));
    const { problems } = checkArchive(folder);
    expect(problems.map(({ message, details }) => [message, ...details])).toContainEqual([
      'an import was stopped before all its files were in their places',
      'run npm run check, which finishes it',
    ]);
    const { text, right } = runCheck(folder, {});
    expect({ text, right }).toMatchObject({
      text: expect.stringContaining('4 events'),
      right: true,
    });
  });

  it('names files as the working directory sees them', () => {
    const where = (cwd: string) => checkArchive(join(folder, 'none'), { cwd }).problems[0]?.file;
    expect(where(folder)).toBe('none');
    expect(where(join(folder, 'none'))).toBe('.');
    expect(where(join(folder, 'events'))).toBe('../none');
  });

  // Not among the golden cases, for nobody with Windows could check them out.
  it('refuses a source that is called what Windows calls a device, by whichever file there is', () => {
    cpSync(join(folder, 'sources/log-1897.txt'), join(folder, 'sources/con.txt'));
    cpSync(join(folder, 'sources/log-1897.yaml'), join(folder, 'sources/nul.yaml'));
    const { problems } = checkArchive(folder, { cwd: folder });
    expect(
      problems.filter(({ rule }) => rule === 6).map(({ file, message }) => `${file} ${message}`),
    ).toEqual([
      'sources/con.txt source "con" needs another id: Windows keeps that name for a device',
      'sources/nul.yaml source "nul" needs another id: Windows keeps that name for a device',
    ]);
  });

  it('knows a file by its name in whichever normal form the disk gives it, and takes none twice', () => {
    const event = readFileSync(join(folder, 'events/calm.mdx'), 'utf8');
    rmSync(join(folder, 'events/calm.mdx'));
    const [decomposed, composed] = ['NFD', 'NFC'].map((form) =>
      join(folder, 'events', `잔잔함.mdx`.normalize(form)),
    ) as [string, string];
    writeFileSync(decomposed, event);
    const { archive } = checkArchive(folder);
    expect(archive?.events.at(-1)?.id).toBe('잔잔함'.normalize('NFC'));
    writeFileSync(composed, event);
    expect(checkArchive(folder).problems.map(({ message }) => message)).toEqual([
      'two files have this name, in different normal forms',
    ]);
  });

  it('says of a long source in one warning how much of it is quoted, and quotes it through line ends', () => {
    const board =
      'The Board finds that the thermo-\nstatic switches were not modi-\nfied in 1897, and the well-\nknown procedure failed.\n\n';
    const book = Array.from({ length: 6000 }, (_, i) => `Entry ${i} of the\nbook.`).join(' ');
    const text = board + book;
    const file = join(folder, 'sources', 'book.txt');
    writeFileSync(file, text);
    const record = (more: string): void =>
      writeFileSync(
        join(folder, 'sources', 'book.yaml'),
        `${readFileSync(join(folder, 'sources', 'log-1897.yaml'), 'utf8')
          .replace(/^(?:lines|furniture| {2}).*\n?/gm, '')
          .replace(/^sha256: .*$/m, `sha256: ${digestOf({ bytes: Buffer.from(text) })}`)}${more}`,
      );
    const event = join(folder, 'events', 'calm.mdx');
    const quote = `  board:\n    source: book\n    exact: the thermostatic switches were not modified in 1897, and the well-known procedure failed.\n    speaker: ines-orr\n    mode: narration\n    via: []\n    inferred: A test.\n`;
    writeFileSync(
      event,
      `${readFileSync(event, 'utf8').replace('quotes:\n', `quotes:\n${quote}`)}\n\nIt [failed](#board).\n`,
    );
    record('');
    const lines = runCheck(folder, {}, folder).text.split('\n');
    expect(lines[0]).toBe(
      'sources/book.txt:6:1  warning: 6,001 sentences, 1 quoted; npm run check -- --coverage lists them',
    );
    expect(lines).toHaveLength(4);
    expect(runCheck(folder, { strict: true }, folder).right).toBe(true);
    const archive = checkArchive(folder).archive;
    expect(
      archive?.events.flatMap(({ quotes }) => quotes).find(({ id }) => id === 'board')?.text,
    ).toBe(
      'the thermostatic switches were not modified in 1897, and the well-known procedure failed.',
    );
    record('quoted: in-part\n');
    expect(checkArchive(folder, { strict: true }).problems).toEqual([]);
    record('quoted: whole\n');
    expect(checkArchive(folder, { strict: true }).problems).toHaveLength(1);
  });

  // A file that is there and cannot be read, whoever asks.
  it.runIf(process.platform === 'linux')('says what cannot be read', () => {
    const unreadable = ['actors.yaml', 'events/calm.mdx', 'sources/log-1897.html'];
    for (const name of unreadable) {
      rmSync(join(folder, name), { force: true });
      symlinkSync('/proc/self/mem', join(folder, name));
    }
    const { problems, archive } = checkArchive(folder, { cwd: folder });
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toEqual(
      unreadable.map((name) => `${name} cannot be read: EIO: i/o error, read`),
    );
    expect(archive).toBeNull();
  });

  it('reads no hidden files, and no folders but its own', () => {
    writeFileSync(join(folder, 'events', '.draft.mdx'), 'nothing');
    for (const name of ['.git', 'notes.md', 'notes']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'config'), 'nothing');
    }
    expect(checkArchive(folder).problems).toEqual([]);
  });

  it('follows links', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'check-'));
    for (const name of ['events', 'site.yaml']) {
      renameSync(join(folder, name), join(elsewhere, name));
      symlinkSync(join(elsewhere, name), join(folder, name));
    }
    const link = join(elsewhere, 'link');
    symlinkSync(folder, link);
    const { archive, problems } = checkArchive(link, { cwd: elsewhere });
    expect(problems).toEqual([]);
    expect(archive?.events).toHaveLength(4);
    rmSync(elsewhere, { recursive: true });
  });

  it.skipIf(process.platform === 'win32')(
    'names what lies in the place of a file and is none',
    () => {
      symlinkSync('nowhere', join(folder, 'events', 'gone.mdx'));
      symlinkSync('turns.mdx', join(folder, 'events', 'turns.mdx'));
      symlinkSync('..', join(folder, 'events', 'up'));
      mkdirSync(join(folder, 'events', 'folder.mdx'));
      mkdirSync(join(folder, 'sources', 'folder.txt'));
      execFileSync('mkfifo', [join(folder, 'events', 'pipe.mdx')]);
      rmSync(join(folder, 'actors.yaml'));
      mkdirSync(join(folder, 'actors.yaml'));
      const { problems, archive } = checkArchive(folder, { cwd: folder });
      expect(archive).toBeNull();
      const said = problems.map(({ file, message }) => `${file} ${message}`);
      expect(said.filter((line) => line.includes('is not read: it is'))).toEqual([
        'actors.yaml is not read: it is a folder, not a file',
        'events/folder.mdx is not read: it is a folder, not a file',
        'events/gone.mdx is not read: it is a link that leads nowhere',
        'events/pipe.mdx is not read: it is a pipe, a socket or a device, not a file',
        'events/turns.mdx is not read: it is a link that leads to itself',
        'events/up is not read: it is a link to a folder',
        'sources/folder.txt is not read: it is a folder, not a file',
      ]);
      for (const { details } of problems) expect(details.length).toBeGreaterThan(0);
    },
  );

  it('reads no file that is larger than a site can show', () => {
    for (const [name, size] of [
      ['events/calm.mdx', 1_000_001],
      ['sources/log-1897.txt', 49_000_000],
      ['actors.yaml', 10_000_001],
    ] as const)
      writeFileSync(join(folder, name), '#'.repeat(size));
    const { problems } = checkArchive(folder, { cwd: folder });
    expect(
      problems.map(({ file, message }) => `${file} ${message}`).filter((line) => /MB/.test(line)),
    ).toEqual(
      [
        ['actors.yaml', 10],
        ['events/calm.mdx', 1],
        ['sources/log-1897.txt', 10],
      ].map(
        ([name, size]) => `${name} is larger than ${size} MB, which is more than a site can show`,
      ),
    );
  });

  it('takes a sentence that nobody quotes for an error only where that is asked for', () => {
    const file = join(folder, 'sources', 'gazette-1897.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^furniture:\n(?: .*\n)+/m, ''));
    const severities = (options?: { strict: boolean }): string[] =>
      checkArchive(folder, options).problems.map(({ severity }) => severity);
    expect(severities()).toEqual(['warning']);
    expect(severities({ strict: true })).toEqual(['error']);
    expect(runCheck(folder, {}).right).toBe(true);
    expect(runCheck(folder, { strict: true }).right).toBe(false);
  });

  it('seeks no likeness of quotes where hundreds of them are lost', () => {
    const file = join(folder, 'events', 'calm.mdx');
    const text = readFileSync(file, 'utf8');
    const lost = Array.from(
      { length: 301 },
      (_, i) =>
        `  lost-${i}: { source: log-1897, exact: Sea calmer., speaker: ines-orr, mode: narration, via: [] }\n`,
    );
    writeFileSync(file, text.replace('quotes:\n', `quotes:\n${lost.join('')}`));
    const details = checkArchive(folder)
      .problems.filter(({ rule }) => rule === 3)
      .map((problem) => problem.details[0]);
    expect(details).toHaveLength(301);
    expect(details.filter((line) => line?.startsWith('nearest not sought'))).toHaveLength(1);
    expect(details[0]).toMatch(/^nearest, /);
  });
});
