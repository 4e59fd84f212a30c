import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, type Handover, toJson } from './handover.ts';
import { items, lanes } from './item.arbitrary.ts';

const id = fc.stringMatching(/^[a-z-]{1,9}$/);
const story = fc.record({
  parts: fc.array(fc.record({ path: fc.webPath(), first: fc.nat(999) })),
  facts: fc.array(
    fc.record({ kind: id, actors: fc.array(id), place: id }, { requiredKeys: ['kind', 'actors'] }),
  ),
  aliases: fc.dictionary(id, id),
});
const handovers: fc.Arbitrary<Handover> = fc
  .record({
    items: items(20),
    spacing: fc.double({ min: 0, max: 1, noNaN: true }),
    language: fc.constantFrom('en-GB', 'ar-u-nu-latn'),
    direction: fc.constantFrom('ltr', 'rtl'),
    story: fc.option(story),
    title: fc.string(),
  })
  .map(({ story, title, items, ...rest }) => ({
    ...rest,
    lanes,
    items: items.map((item) => ({ ...item, title })),
    ...(story && { story }),
  }));

describe('fromJson(toJson(handover))', () => {
  it('is the same handover, open ends and all', () => {
    fc.assert(
      fc.property(handovers, (handover) => {
        // Compared as values: what JSON makes has no other prototypes.
        expect(fromJson(toJson(handover))).toEqual(handover);
      }),
    );
  });

  it('keeps an open end open, on either side', () => {
    const [item] = fc.sample(items(1), { numRuns: 1, seed: 1 })[0] ?? [];
    if (!item) throw new Error('an item expected');
    const ends = [
      { lo: -Infinity, hi: 5 },
      { lo: 5, hi: Infinity },
      { lo: -Infinity, hi: Infinity },
    ];
    for (const range of ends) {
      const handover: Handover = {
        items: [{ ...item, range, solid: range }],
        lanes,
        spacing: 0.8,
        language: 'en',
        direction: 'ltr',
      };
      expect(fromJson(toJson(handover)).items[0]).toMatchObject({ range, solid: range });
    }
  });
});

describe('toJson(handover)', () => {
  it('ends no script element and opens no comment in one', () => {
    fc.assert(
      fc.property(handovers, (handover) => {
        const hostile = '</script><script>alert(1)</script><!--';
        const [item] = handover.items;
        const json = toJson({ ...handover, items: item ? [{ ...item, title: hostile }] : [] });
        expect(json).not.toContain('<');
        expect(fromJson(json).items[0]?.title).toBe(hostile);
      }),
      { numRuns: 20 },
    );
  });
});
