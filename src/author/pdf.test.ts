import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { at, makePdf, type PageOf } from '../../e2e/make-pdf.ts';
import { checkArchive } from '../check/check.ts';
import type { Problem } from '../check/problem.ts';
import { beginArchive } from './begin.ts';
import { newEvent } from './new.ts';
import { addSource } from './source.ts';

const work = mkdtempSync(join(tmpdir(), 'author-pdf-'));
afterAll(() => rmSync(work, { recursive: true }));

const RECORD = {
  title: 'A report',
  publisher: 'paper',
  'publisher-name': 'The Paper',
  url: 'https://example.org/report.pdf',
  published: '1921-05-04',
  language: 'en',
  rights: 'Free.',
};
/** Four pages, numbered from 11, with a running head; a sentence runs on from the first to the second. */
const REPORT = makePdf({
  pages: [
    ['The harbour board met on 3 May 1921', 'and heard the pilot who had seen'],
    ['the lamp go dark. It adjourned.', 'Nobody wrote down why.'],
    ['The lamp was lit again on 4 May.'],
    ['The report ends here.'],
  ].map(
    (lines, i): PageOf => ({
      content:
        at(72, 800, 'THE HARBOUR REPORT') +
        lines.map((line, j) => at(72, 700 - 14 * j, line)).join('') +
        at(290, 40, `${i + 11}`),
    }),
  ),
});

let folder: string;
let count = 0;
beforeEach(() => {
  folder = join(work, `archive-${++count}`);
  beginArchive(folder, new Date('2026-11-24T12:00:00Z'), work);
});
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const errors = (): Problem[] =>
  checkArchive(folder, { cwd: work }).problems.filter(({ severity }) => severity === 'error');

/** Takes a document in under a name that says nothing. @returns what is printed, or why it is refused */
async function taken(bytes: Uint8Array): Promise<string> {
  const path = join(work, 'report.txt');
  writeFileSync(path, bytes);
  return addSource(folder, path, RECORD, null, work).catch(
    ({ message, details }: { message: string; details: string[] }) =>
      [message, ...details].join('\n'),
  );
}

describe('addSource(folder, file, flags), of a PDF', () => {
  it('keeps the file byte for byte, beside its text and its page labels, whatever it is called', async () => {
    const said = await taken(REPORT);
    expect(readFileSync(join(folder, 'sources/report.pdf')).equals(REPORT)).toBe(true);
    expect(read('sources/report.txt')).toBe(
      'The harbour board met on 3 May 1921\nand heard the pilot who had seen\n\fthe lamp go dark. It adjourned.\n' +
        'Nobody wrote down why.\n\n\fThe lamp was lit again on 4 May.\n\n\fThe report ends here.\n',
    );
    expect(read('sources/report.yaml')).toMatch(
      /extraction: 1\n {2}pages: 4\n {2}labels: \[ ?"11", "12", "13", "14" ?\]/,
    );
    expect(said).toContain('4 pages, numbered 11-14');
    expect(said).toContain('not in the text (running head, pages 1-4): THE HARBOUR REPORT');
    expect(said).toContain('not in the text (page number, pages 1-4): 11');
    expect(errors()).toEqual([]);
  });

  it('has quotes that run over a page break, its running head and its page number', async () => {
    await taken(REPORT);
    const event = {
      title: 'The lamp goes dark',
      date: '1921-05-03',
      track: 'main',
      quote:
        'The harbour board met on 3 May 1921 and heard the pilot who had seen the lamp go dark.',
      speaker: 'paper',
      mode: 'narration',
      inferred: 'The paper tells it.',
    };
    await newEvent(folder, 'lamp', event, null, work);
    expect(errors()).toEqual([]);
    const { archive } = checkArchive(folder, { cwd: work });
    expect(archive?.events.find(({ id }) => id === 'lamp')?.quotes[0]?.text).toBe(event.quote);
  });

  const withDigest = (text: string): void => {
    write('sources/report.txt', text);
    const digest = createHash('sha256').update(text).digest('hex');
    write(
      'sources/report.yaml',
      read('sources/report.yaml').replace(/^sha256: .*$/m, `sha256: "${digest}"`),
    );
  };

  it('notices a text that somebody has edited, record and all', async () => {
    await taken(REPORT);
    withDigest(read('sources/report.txt').replace('go dark', 'stay lit'));
    expect(errors()).toEqual([
      expect.objectContaining({
        rule: 2,
        line: 3,
        message: expect.stringMatching(
          /report\.txt is not the text of report\.pdf.*stay lit.*go dark/,
        ),
        details: [expect.stringContaining('never edited'), expect.anything()],
      }),
    ]);
  });

  it('tells an edited text from one that another version took', async () => {
    await taken(REPORT);
    withDigest(read('sources/report.txt').replace('\f', ''));
    write(
      'sources/report.yaml',
      read('sources/report.yaml').replace('extraction: 1', 'extraction: 99'),
    );
    expect(errors().map(({ details }) => details)).toEqual([
      [expect.stringMatching(/^version 99 of the reader took the text, and this is version 1: /)],
    ]);
  });

  it('notices other labels, another file, and none', async () => {
    await taken(REPORT);
    const record = read('sources/report.yaml');
    write('sources/report.yaml', record.replace('"12"', '"13"'));
    expect(errors().map(({ message }) => message)).toEqual(['labels is not what report.pdf says']);
    write('sources/report.yaml', record);
    write('sources/report.pdf', 'another');
    expect(errors()[0]?.message).toMatch(/^report\.pdf has changed: /);
    rmSync(join(folder, 'sources/report.pdf'));
    expect(errors().map(({ message }) => message)).toEqual([
      'the original of report.txt is missing',
    ]);
  });

  it.each([
    ['broken', Buffer.from('%PDF-1.4\n1 0 obj\n'), /^\S+: a PDF that is broken \(.*\)\n/],
    [
      'encrypted',
      makePdf({ pages: [{ content: at(72, 700, 'x') }], passwords: { user: 'u', owner: 'o' } }),
      /: a PDF that opens with a password only\n.*qpdf --decrypt/,
    ],
    ['empty', makePdf({ pages: [{ content: '' }] }), /: a PDF without text\n.*ocrmypdf/],
  ])('refuses one that is %s in a few lines, and writes nothing', async (_, bytes, expected) => {
    const said = await taken(bytes);
    expect(said).toMatch(expected);
    expect(said.split('\n').length).toBeLessThan(5);
    expect(readdirSync(join(folder, 'sources'))).toHaveLength(2);
  });

  it('says of a kept file that is broken what is wrong, without a trace', async () => {
    await taken(REPORT);
    const broken = Buffer.from('%PDF-1.4\n1 0 obj\n');
    writeFileSync(join(folder, 'sources/report.pdf'), broken);
    const digest = createHash('sha256').update(broken).digest('hex');
    const was = createHash('sha256').update(REPORT).digest('hex');
    write('sources/report.yaml', read('sources/report.yaml').replace(was, digest));
    expect(errors().map(({ message }) => message)).toEqual([
      expect.stringMatching(/^report\.pdf: a PDF that is broken/),
    ]);
  });
});
