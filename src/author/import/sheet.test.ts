/** Tables with quotes, read into sourced events. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from './import.ts';
import { archive, errorsIn, HEADER, options, sheet } from './sheet.fixture.ts';

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
