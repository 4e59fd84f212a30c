/** What `--fix` may change of a quote: never a word, a figure, a name or a negation. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWhole } from '../files/write.ts';
import { runCheck } from './command.ts';
import type { LocatedQuote } from './locate.ts';
import { digestOf } from './read/digest.ts';
import type { SourceDraft } from './read/draft.ts';
import { textFile } from './read/file.ts';
import { repairOf } from './repair.ts';

const folded = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/[\u00AD\u200B]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function repaired(text: string, exact: string): string | undefined {
  const file = textFile('s.txt', text, new TextEncoder().encode(text));
  const record = { part: { sha256: digestOf(file), language: 'en' } };
  const source = { id: 's', text: file, record, original: null } as unknown as SourceDraft;
  const quote = { source: 's', exact, speaker: 'a', mode: 'direct' as const, via: [] };
  const selectors = [{ exact }];
  const located = {
    event: {},
    id: 'q',
    record: quote,
    source,
    selectors,
    hits: [[]],
    elsewhere: [],
  };
  return repairOf(located as unknown as LocatedQuote)?.text;
}

describe('repairOf(quote)', () => {
  // The passages of field/authoring/02-fix-rewrites-meaning.txt, and a quote next to markup.
  const report =
    'Team Beta reported that the new deployment reduced latency by twelve percent across all regions. The jury found him not guilty of the charge. On 3 May 1921 the fleet lost 42 ships. It is at the Smithsonian and [MIT Museum](x).';

  it.each([
    'Team Alpha reported that the new deployment reduced latency by twelve percent across all regions.',
    'The jury found him guilty of the charge.',
    'On 3 May 1921 the fleet lost 24 ships.',
    'It is at the Smithsonian and MIT Museum.',
    'On 3 May 1921 the fleet lost 42 ships?',
    'The jury found him not guilty of the chargé.',
  ])('is none for %s', (exact) => {
    expect(repaired(report, exact)).toBeUndefined();
  });

  it('never changes the sequence of words folded to letters and digits', () => {
    const piece = fc.constantFrom(
      ...['not', 'guilty', 'Beta', 'BETA', '42', '-5', '−5', '5 %', '$20', '1,000', '1 000', '½'],
      ...[
        'can’t',
        "can't",
        '“so”',
        '"so"',
        'ﬁve',
        'five',
        're\u00ADport',
        'report',
        'é',
        'e',
        '–',
        '-',
        ',',
        '.',
        '?',
      ],
    );
    const text = fc.array(piece, { minLength: 3, maxLength: 9 }).map((words) => words.join(' '));
    let mended = 0;
    const edits = fc.array(fc.tuple(fc.nat(8), piece), { maxLength: 2 });
    fc.assert(
      fc.property(text, edits, (source, changes) => {
        const words = source.split(' ');
        for (const [at, word] of changes) words[at % words.length] = word;
        const quote = words.join(' ');
        const passage = repaired(`Here. ${source} There.`, quote);
        if (passage === undefined) return;
        mended++;
        expect(folded(passage)).toEqual(folded(quote));
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect(mended).toBeGreaterThan(8);
  });
});

describe('runCheck(folder, { fix })', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fix-words-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('mends a quote in another case, whatever its likeness, and says that only the case differed', () => {
    const base = join(import.meta.dirname, 'golden', '_base');
    for (const name of ['site.yaml', 'actors.yaml', 'references.yaml', 'epilogue.md'])
      writeWhole(join(folder, name), readFileSync(join(base, name), 'utf8'));
    for (const name of ['gazette-1897.txt', 'gazette-1897.yaml'])
      writeWhole(join(folder, 'sources', name), readFileSync(join(base, 'sources', name), 'utf8'));
    const event = readFileSync(join(base, 'events', 'ashore.mdx'), 'utf8');
    const exact = 'Keeper Orr and her boat brought nine men ashore on Saturday.';
    writeWhole(join(folder, 'events', 'ashore.mdx'), event.replace(exact, exact.toUpperCase()));
    expect(runCheck(folder, {}, folder).text).toContain('only the case of letters differs');
    expect(runCheck(folder, { fix: true }, folder).right).toBe(true);
    expect(readFileSync(join(folder, 'events', 'ashore.mdx'), 'utf8')).toBe(event);
  });
});
