import { describe, expect, it } from 'vitest';
import type { LocatedQuote } from './locate.ts';
import { digestOf } from './read/digest.ts';
import type { SourceDraft } from './read/draft.ts';
import { textFile } from './read/file.ts';
import { repairOf } from './repair.ts';

function sourceOf(text: string, sha256?: string): SourceDraft {
  const file = textFile('s.txt', text, new TextEncoder().encode(text));
  const part = { sha256: sha256 ?? digestOf(file) };
  return { id: 's', text: file, record: { part }, original: null } as unknown as SourceDraft;
}

const lost = (
  exact: string,
  source: SourceDraft | null,
  more: Partial<LocatedQuote> = {},
): LocatedQuote => {
  const record = { source: 's', exact, speaker: 'a', mode: 'direct' as const, via: [] };
  return {
    event: {} as LocatedQuote['event'],
    id: 'q',
    record,
    source,
    selectors: [{ exact }],
    hits: [[]],
    elsewhere: [],
    ...more,
  };
};

describe('repairOf(quote)', () => {
  const source = sourceOf('He readily accepted. She did not.');

  it('is the one passage that differs in typography alone', () => {
    expect(repairOf(lost('Readily  accepted', source))?.text).toBe('readily accepted');
    expect(repairOf(lost('abcdefghiX', sourceOf('abcdefghij')))).toBeNull();
  });

  it.each<[string, LocatedQuote]>([
    [
      'two passages are like it',
      lost('Readily  accepted', sourceOf('readily accepted, readily accepted')),
    ],
    [
      'it is where it should be',
      lost('Readily  accepted', source, { hits: [[{ start: 0, end: 1 }]] }),
    ],
    [
      'its source cannot be read',
      lost('Readily  accepted', { ...source, text: null }, { hits: null }),
    ],
    ['it has no source', lost('Readily  accepted', null, { hits: null })],
    ['its source has no record', lost('Readily  accepted', { ...source, record: null })],
    ['its source was altered', lost('Readily  accepted', sourceOf('He readily accepted.', 'f00d'))],
    [
      'another source has it word for word',
      lost('Readily  accepted', source, {
        elsewhere: [{ passage: 0, source, hit: { start: 0, end: 1 } }],
      }),
    ],
  ])('is none where %s', (_, quote) => {
    expect(repairOf(quote)).toBeNull();
  });

  it('is none where the source has the very words, but not in their context', () => {
    const quote = lost('readily accepted', source);
    expect(
      repairOf({ ...quote, selectors: [{ exact: 'readily accepted', prefix: 'She' }] }),
    ).toBeNull();
  });

  it('is none where prefix or suffix lead elsewhere', () => {
    const quote = lost('Readily  accepted', source);
    const within = (suffix: string) =>
      repairOf({ ...quote, selectors: [{ exact: 'Readily  accepted', suffix }] });
    expect(within('. She')?.text).toBe('readily accepted');
    expect(within('. He')).toBeNull();
  });
});
