import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCheck } from './command.ts';
import { findFixes, formatDifference, formatFixes } from './fix.ts';

const base = join(import.meta.dirname, 'golden', '_base');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fix-'));
  cpSync(base, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (event: string): string => join(folder, 'events', `${event}.mdx`);
const read = (event: string): string => readFileSync(fileOf(event), 'utf8');
function edit(event: string, from: string, to: string): string {
  const text = read(event).replace(from, to);
  expect(text).not.toBe(read(event));
  writeFileSync(fileOf(event), text);
  return text;
}
const fix = () => runCheck(folder, { fix: true }, folder);

describe('runCheck(folder, { fix })', () => {
  it('gives near misses the characters of the source, says so, and touches nothing else', () => {
    edit('wreck', 'We put out the boat at once.', '"We  put out the boat at Once."');
    const spoiled = edit('wreck', 'saved – every', 'saved - every');
    const { text, right } = fix();
    expect(text).toBe(
      [
        'events/wreck.mdx:18:12  boat now has the characters of its source: We put out the boat at [-Once-]{+once+}.',
        '  read again, events/wreck.mdx:29:1: "The brig struck the reef and the keeper put out a boat."',
        'events/wreck.mdx:24:12  saved now has the characters of its source: all hands were saved [---]{+–+} every one',
        '  read again, events/wreck.mdx:31:1: "All aboard were saved, says the log."',
        '2 quotes mended',
        '4 events, 6 quotes, 2 sources: all quotes verified',
      ].join('\n'),
    );
    expect(right).toBe(true);
    expect(read('wreck')).toBe(
      spoiled
        .replace('"We  put out the boat at Once."', '"We put out the boat at once."')
        .replace('saved - every', 'saved – every'),
    );
    expect(readdirSync(join(folder, 'events')).sort()).toEqual(
      readdirSync(join(base, 'events')).sort(),
    );
  });

  it('mends each passage of a quote by itself, and nothing between them', () => {
    const list = (...passages: string[]): string =>
      `exact:\n${passages.map((one) => `      - ${one}\n`).join('')}`;
    const spoiled = edit(
      'wreck',
      'exact: all hands were saved – every one\n',
      list('We Put out the boat', '{ exact: all hands were saved - every one, suffix: . }'),
    );
    const { text } = fix();
    expect(text.split('\n').slice(0, 5)).toEqual([
      'events/wreck.mdx:25:9  saved now has the characters of its source: We [-Put-]{+put+} out the boat',
      '  read again, events/wreck.mdx:33:1: "All aboard were saved, says the log."',
      'events/wreck.mdx:26:18  saved now has the characters of its source: all hands were saved [---]{+–+} every one',
      '  read again, events/wreck.mdx:33:1: "All aboard were saved, says the log."',
      '2 quotes mended',
    ]);
    expect(read('wreck')).toBe(
      spoiled.replace('We Put', 'We put').replace('saved - every', 'saved – every'),
    );
  });

  it('mends no passage that the others of its quote exclude, and no word of any', () => {
    const list = 'exact: [all hands were saved - every one, We put out the boat]';
    edit('wreck', 'exact: all hands were saved – every one', list);
    expect(fix().text).toMatch(/^0 quotes mended\n/);
    expect(read('wreck')).toContain(list);
    edit('wreck', list, 'exact: [The brig Anna struck, all hands were lost - every one]');
    expect(fix().text).toMatch(/^0 quotes mended\n/);
  });

  it('says so where a file cannot be written, and leaves it as it was', () => {
    const spoiled = edit('wreck', 'at once', 'at Once');
    // Where the new file is made before it takes its place.
    mkdirSync(join(folder, 'events', `.wreck.mdx.${process.pid}`));
    const { text, right } = fix();
    expect(text).toMatch(/^not mended: .*wreck\.mdx/s);
    expect(right).toBe(false);
    expect(read('wreck')).toBe(spoiled);
  });

  it('keeps line ends and block style', () => {
    const text = edit(
      'calm',
      'exact: 14 March 1897. The lamp was lit at dusk. Sea calm.',
      'exact: >-\n      14 March 1897. The lamp was\n      lit at dusk. Sea Calm.',
    ).replaceAll('\n', '\r\n');
    writeFileSync(fileOf('calm'), text);
    expect(fix().right).toBe(true);
    expect(read('calm')).toBe(
      text.replace(/14 March[\s\S]*Calm\./, '14 March 1897. The lamp was lit at dusk. Sea calm.'),
    );
  });

  it('mends a quote in its own event, and not one of the same name in another', () => {
    edit('calm', '  lit-again:', '  lit:');
    edit('calm', '(#lit-again)', '(#lit)');
    const right = read('calm');
    edit('calm', 'Sea calm.\n', 'Sea  Calm.\n');
    const { text } = fix();
    expect(text).toMatch(
      /^events\/calm\.mdx:10:12 {2}lit now has .*\n {2}read again, .*\n1 quote mended\n/,
    );
    expect(read('calm')).toBe(right);
    expect(read('lamp-lit')).toBe(readFileSync(join(base, 'events/lamp-lit.mdx'), 'utf8'));
  });

  it.each([
    ['another word', 'boat at once', 'boats at once'],
    ['another name', 'The brig Anna', 'The brig Anne'],
    ['another figure', '13 March 1897. The brig', '31 March 1897. The brig'],
    ['a negation more', 'We put out the boat', 'We put not out the boat'],
    ['another sign at the end', 'the boat at once.', 'the boat at once?'],
    [
      'what stands in another source',
      'We put out the boat at once.',
      'Keeper Orr and her boat brought nine men ashore on Saturday.',
    ],
    ['what two passages are alike to', 'We put out the boat at once.', 'The Lamp was lit at dusk.'],
    [
      'words whose prefix leads elsewhere',
      'We put out the boat at once.',
      'We put out the Boat at once.\n    prefix: nine',
    ],
  ])('leaves alone %s', (_, from, to) => {
    const text = edit('wreck', from, to);
    const { text: said, right } = fix();
    expect(right).toBe(false);
    expect(said).toMatch(/^0 quotes mended\n/);
    expect(said).not.toContain('--fix');
    expect(read('wreck')).toBe(text);
  });

  it('leaves alone what stands in the source but not in its context, and what an alias repeats', () => {
    edit('calm', 'Sea calm.\n', 'Sea calm.\n    prefix: 15 March\n');
    edit(
      'wreck',
      'exact: We put out the boat at once.',
      'exact: &boat We put out the boat at Once.',
    );
    const text = edit(
      'wreck',
      'exact: all hands were saved – every one',
      'exact: *boat\n    suffix: no such words',
    );
    expect(fix().right).toBe(false);
    expect(read('wreck')).toBe(text);
    expect(findFixes(folder)).toEqual([]);
  });

  it('mends nothing after a source that was altered', () => {
    const source = join(folder, 'sources', 'log-1897.txt');
    writeFileSync(source, readFileSync(source, 'utf8').replace('boat at once', 'boat at noon'));
    expect(fix().text).toMatch(/^0 quotes mended\n/);
  });
});

describe('runCheck(folder, { dry-run })', () => {
  it('shows the difference and writes nothing', () => {
    const spoiled = edit('wreck', 'boat at once', 'boat at Once');
    const { text, right } = runCheck(folder, { 'dry-run': true }, folder);
    expect(right).toBe(false);
    expect(text.split('\n').slice(0, 9)).toEqual([
      '--- events/wreck.mdx\tas it is',
      '+++ events/wreck.mdx\tas it would be',
      '@@ -17,3 +17,3 @@',
      '     source: log-1897',
      '-    exact: We put out the boat at Once.',
      '+    exact: We put out the boat at once.',
      '     speaker: ines-orr',
      '1 quote would be mended; nothing is written',
      'events/wreck.mdx:18:12  quote not in source log-1897: "We put out the boat at Once."',
    ]);
    expect(read('wreck')).toBe(spoiled);
  });

  it('counts quotes, not files', () => {
    edit('wreck', 'boat at once', 'boat at Once');
    edit('wreck', 'hands were saved', 'hands were Saved');
    expect(runCheck(folder, { 'dry-run': true }, folder).text).toContain(
      '2 quotes would be mended',
    );
  });

  it('says so where there is nothing to mend', () => {
    expect(findFixes(folder)).toEqual([]);
    expect(formatFixes([])).toBe('0 quotes mended');
    expect(formatDifference([])).toBe('0 quotes would be mended; nothing is written');
  });
});

describe('runCheck(folder, { json })', () => {
  it('is the problems, the counts and what was mended, for another program', () => {
    edit('wreck', 'boat at once', 'boat at Once');
    expect(JSON.parse(runCheck(folder, { json: true }, folder).text)).toEqual({
      problems: [expect.objectContaining({ file: 'events/wreck.mdx', rule: 3, line: 18 })],
      counts: { events: 4, quotes: 6, sources: 2 },
    });
    const { text, right } = runCheck(folder, { json: true, fix: true }, folder);
    expect(JSON.parse(text)).toMatchObject({
      problems: [],
      fixes: [{ quote: 'boat', passage: 'We put out the boat at once.' }],
    });
    expect(right).toBe(true);
  });
});

describe('runCheck(folder, { coverage })', () => {
  it('prints every sentence with what is made of it', () => {
    rmSync(fileOf('calm'));
    const { text } = runCheck(folder, { coverage: true }, folder);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'sources/log-1897.txt:1:1  furniture (the heading of the page): "Log of the light on Skerry Rock"',
        'sources/log-1897.txt:3:1  quoted by wreck: "13 March 1897."',
        'sources/log-1897.txt:4:16  not quoted: "The lamp was lit at dusk."',
        'gazette-1897: 2 sentences, 1 quoted, 1 furniture alone, 0 neither',
      ]),
    );
  });

  it('names each event that quotes a sentence, be it furniture too', () => {
    edit(
      'ashore',
      '    via: []\n',
      '    via: []\n  calm:\n    source: log-1897\n    exact: Sea calm.\n    speaker: ines-orr\n    mode: narration\n    via: []\n    furniture: the weather\n',
    );
    edit('ashore', 'came ashore.', 'came [ashore](#calm).');
    edit('calm', '    via: []\n', '    via: []\n    furniture: the weather\n');
    const record = join(folder, 'sources', 'log-1897.yaml');
    const furniture = '  - exact: Sea calm.\n    why: the weather\n';
    writeFileSync(record, `${readFileSync(record, 'utf8')}${furniture}`);
    const lines = runCheck(folder, { coverage: true }, folder).text.split('\n');
    expect(lines).toContain(
      'sources/log-1897.txt:4:42  quoted by calm, ashore; furniture (the weather): "Sea calm."',
    );
    expect(lines).toContain('log-1897: 11 sentences, 10 quoted, 1 furniture alone, 0 neither');
  });
});
