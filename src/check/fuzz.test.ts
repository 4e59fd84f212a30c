/** Whatever stands in the files: `check` says what is wrong and where, or joins an archive; it never throws. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { runs } from '../model/archive.arbitrary.ts';
import { checkArchive, type Report } from './check.ts';
import { runCheck } from './command.ts';
import { formatReport } from './problem.ts';

const base = join(import.meta.dirname, 'golden', '_base');
const work = fs.mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => fs.rmSync(work, { recursive: true }));

const names = fs
  .readdirSync(base, { recursive: true, encoding: 'utf8' })
  .filter((name) => fs.statSync(join(base, name)).isFile())
  .sort();
const original = new Map(names.map((name) => [name, fs.readFileSync(join(base, name))]));

let made = 0;
/** The base with some files changed, added or (`null`) taken away. */
function checked(changes: Record<string, Uint8Array | string | null>, withCommand = true): Report {
  const folder = join(work, `${++made}`);
  for (const [name, bytes] of [...original, ...Object.entries(changes)]) {
    const path = join(folder, name);
    fs.mkdirSync(join(path, '..'), { recursive: true });
    if (bytes === null) fs.rmSync(path);
    else fs.writeFileSync(path, bytes);
  }
  const report = checkArchive(folder, { cwd: folder });
  expectSound(report, folder);
  if (withCommand) expect(() => runCheck(folder, { 'dry-run': true }, folder)).not.toThrow();
  fs.rmSync(folder, { recursive: true });
  return report;
}

/** An error or an archive, never both nor neither; each problem at a place that is there, in words of its own. */
function expectSound({ problems, archive, counts }: Report, folder: string): void {
  expect(archive === null).toBe(problems.some(({ severity }) => severity === 'error'));
  const lengths = new Map<string, number[]>();
  const linesOf = (file: string): number[] => {
    const known = lengths.get(file);
    if (known) return known;
    const path = join(folder, file);
    const text = fs.statSync(path, { throwIfNoEntry: false })?.isFile()
      ? fs.readFileSync(path, 'utf8')
      : '';
    const made = text.split('\n').map((line) => line.length);
    lengths.set(file, made);
    return made;
  };
  const astray = problems.filter(({ file, line, column, message }) => {
    const length = linesOf(file)[line - 1];
    // One past the end is where something lacks; a carriage return is no column of an editor's.
    return length === undefined || column < 1 || column > length + 2 || !/\S/.test(message);
  });
  expect(astray).toEqual([]);
  expect(formatReport(problems, counts)).not.toMatch(
    /\n\s+at .*:\d+:\d+|undefined|\[object|Cannot read/,
  );
}

/** What YAML, Markdown, MDX, JavaScript or a disk give a meaning. */
const fragment = fc.oneof(
  fc.constantFrom(
    '---\n',
    '\n---\n',
    ': ',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!!js/function x',
    '!!binary ',
    '|',
    '>-',
    '%YAML 9\n',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '#',
    '\t',
    '\r',
    '\r\n',
    '\n\n',
    '~',
    'null',
    '<<: *a',
    '...\n',
    '@',
    '`',
    '<Note about="date">',
    '</Note>',
    '<Note>',
    '<b>',
    '<!--',
    '-->',
    '{/*',
    '*/}',
    '{1+1}',
    'import x',
    'export default 1',
    '[a](#lit-again)',
    '[a](ref:x)',
    '[a](javascript:x)',
    '![a](b)',
    '[^1]: a',
    '```',
    '    code',
    '| a |\n| - |\n',
    '$$',
    ':::a',
    '<span lang="de">',
    '</span>',
    '<svg/onload=x>',
    '\\',
    '&#0;',
    '&amp;',
    'constructor: 1',
    '__proto__: { a: 1 }',
    'toString: 1',
    '\0',
    '\uFEFF',
    '\u202E',
    '\u2028',
    '\u0085',
    '\u200D',
    '"\\ud800"',
    '"\\0"',
    '\u{1F469}',
    'x'.repeat(5000),
    '\n'.repeat(300),
    '2011-02-30',
    '20XX-13',
    'Y99999999999999999999',
    '2019-04-25T25:00',
    '../..',
    '1/2/3',
    '[..]',
    '-0000',
    '0',
    '-1',
    '1e400',
    '[['.repeat(200),
    '- '.repeat(200),
    '{a: '.repeat(100),
    '> '.repeat(300),
    '*'.repeat(999),
    '<a '.repeat(99),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

interface Splice {
  at: number;
  cut: number;
  text: string;
}
const splice: fc.Arbitrary<Splice> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.constant(0), fc.nat(30)),
  text: fragment,
});
const spliced = (bytes: Uint8Array, splices: readonly Splice[]): string =>
  splices.reduce((text, { at, cut, text: added }) => {
    const from = Math.floor(at * text.length);
    return text.slice(0, from) + added + text.slice(from + cut);
  }, Buffer.from(bytes).toString('utf8'));

describe('checkArchive(folder) gives problems with their places, or an archive', () => {
  it('whatever is written into a file', { timeout: 60_000 * runs(1).numRuns }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(splice, { minLength: 1, maxLength: 3 }),
        (name, splices) => {
          checked({ [name]: spliced(original.get(name) ?? Buffer.of(), splices) });
        },
      ),
      runs(120),
    );
  });

  it('whatever bytes a file is made of', { timeout: 60_000 * runs(1).numRuns }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.uint8Array({ maxLength: 60 }), (name, bytes) => {
        checked({ [name]: bytes });
      }),
      runs(40),
    );
  });

  it('whatever an event’s file is called', { timeout: 60_000 * runs(1).numRuns }, () => {
    const stem = fc.oneof(
      fc.constantFrom(
        'index',
        'main',
        'CON',
        'con',
        'nul',
        'lpt1',
        'Wreck',
        'WRECK',
        '..a',
        '-',
        'a--b',
        'é',
        '👩‍🚀',
        ' ',
        'a b',
        '%2e',
        'constructor',
        '0',
        'a'.repeat(200),
        '__proto__',
        '~',
        'a.b',
      ),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((name) => !/[/\0]/.test(name) && Buffer.byteLength(name) < 200),
    );
    fc.assert(
      fc.property(stem, fc.constantFrom('.mdx', '.md', '.txt', ''), (name, extension) => {
        const file = `events/${name}${extension}`;
        fc.pre(!/^\.*$/.test(`${name}${extension}`) && !original.has(file));
        const { archive, problems } = checked({ [file]: original.get('events/calm.mdx') ?? '' });
        const named = archive?.events.some(({ id }) => id === name.normalize('NFC'));
        // Taken in under that very name, in one normal form, told of, or hidden.
        expect(named || problems.some((one) => one.file === file) || name.startsWith('.')).toBe(
          true,
        );
      }),
      runs(60),
    );
  });

  it('whatever a source is made of, and however large', {
    timeout: 60_000 * runs(1).numRuns,
  }, () => {
    const text = `${original.get('sources/log-1897.txt')}`;
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    const forms: [string, string | Uint8Array, right: boolean][] = [
      ['nothing', '', false],
      ['5 MB', `${text}${`${'The sea was calm, '.repeat(60)}calm.\n`.repeat(4600)}`, true],
      ['1 MB on one line', `${text}${'x '.repeat(500_000)}`, true],
      ['a line of 100,000 characters', `${text}${'x'.repeat(100_000)}\n`, true],
      ['line ends of Windows', text.replaceAll('\n', '\r\n'), true],
      ['line ends of old', text.replaceAll('\n', '\r'), true],
      ['a byte order mark', `\uFEFF${text}`, true],
      ['UTF-16', utf16, false],
      ['UTF-16, the other way round', Buffer.from(utf16).swap16(), false],
      ['NUL', `${text}\0`, false],
      [
        'half a pair in UTF-8',
        Buffer.concat([Buffer.from(text), Buffer.of(0xed, 0xa0, 0x80)]),
        false,
      ],
      ['a form feed between pages', `${text}\f${text.slice(0, 5)}`, true],
      [
        'text from right to left',
        `${text}\u05E9\u05DC\u05D5\u05DD \u202Eolleh\u202C \u0645\u0631\u062D\u0628\u0627\n`,
        true,
      ],
    ];
    for (const [what, bytes, right] of forms) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const record = `${original.get('sources/log-1897.yaml')}`.replace(
        /^sha256: .*$/m,
        `sha256: ${sha256}`,
      );
      const { archive, problems } = checked(
        {
          'sources/log-1897.txt': bytes,
          'sources/log-1897.yaml': record,
        },
        false,
      );
      expect(archive !== null, `${what}: ${problems[0]?.message}`).toBe(right);
    }
  });
});
