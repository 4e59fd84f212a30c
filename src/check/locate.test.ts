import { describe, expect, it } from 'vitest';
import type { QuoteRecord } from '../model/quote.ts';
import { locateQuotes } from './locate.ts';
import type { Draft, SourceDraft } from './read/draft.ts';
import { textFile } from './read/file.ts';

const texts = {
  log: 'The lamp was lit. Sea calm.',
  gazette: 'The lamp was lit, they say.',
  lost: null,
};
const sources = new Map(
  Object.entries(texts).map(([id, text]): [string, SourceDraft] => [
    id,
    {
      id,
      text: text === null ? null : textFile(id, text, new Uint8Array()),
      record: null,
      original: null,
    },
  ]),
);

/** Locates quotes of one event; `source` and words of each. */
function located(...quotes: Partial<QuoteRecord>[]) {
  const records = quotes.map((quote, i) => [
    `q${i}`,
    { source: 'log', exact: '', speaker: 'a', mode: 'direct', via: [], ...quote },
  ]);
  const event = { id: 'e', part: { quotes: Object.fromEntries(records) } };
  const found = locateQuotes({ sources, events: [event] } as unknown as Draft);
  return found.map(({ hits, elsewhere }) => [hits, elsewhere.map(({ source }) => source.id)]);
}

describe('locateQuotes(draft)', () => {
  it('finds every place in its own source, and seeks it in the others only where there is none', () => {
    expect(
      located(
        { exact: 'The lamp was lit' },
        { exact: 'they say' },
        { exact: 'The lamp was lit', suffix: 'at dusk' },
        { exact: 'no such words' },
      ),
    ).toEqual([
      [[[{ start: 0, end: 16 }]], []],
      [[[]], ['gazette']],
      [[[]], ['gazette']],
      [[[]], []],
    ]);
  });

  it('says nothing of a source that cannot be read or is not there', () => {
    expect(located({ source: 'lost', exact: 'lit' }, { source: 'none', exact: 'lit' })).toEqual([
      [null, []],
      [null, []],
    ]);
  });

  it('seeks three hundred lost quotes elsewhere, and no more', () => {
    const lost = { exact: 'they say' };
    const found = located({ exact: 'Sea calm' }, ...Array<typeof lost>(301).fill(lost));
    expect(found.filter(([, elsewhere]) => elsewhere?.length === 1)).toHaveLength(300);
    expect(found.at(-1)).toEqual([[[]], []]);
  });
});
