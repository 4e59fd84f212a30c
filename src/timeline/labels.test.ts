import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlagBox, fittingStair, pushApart } from './labels.ts';

/** The stair of all labels. */
const stair = (boxes: readonly FlagBox[], gap: number): (number | null)[] =>
  fittingStair(
    boxes,
    boxes.map(() => 0),
    gap,
    Infinity,
  );

const boxes = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: 1000 }),
      width: fc.integer({ min: 10, max: 160 }),
      height: fc.constantFrom(16, 32, 48),
    }),
    { maxLength: 40 },
  )
  .map((all) => all.sort((a, b) => a.x - b.x));

describe('fittingStair(boxes, …) with room for all', () => {
  it('lets no label touch another', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const offsets = stair(all, 8);
        all.forEach((a, i) => {
          all.slice(i + 1).forEach((b, k) => {
            const [near, far] = [offsets[i] ?? 0, offsets[i + 1 + k] ?? 0];
            const apart =
              b.x >= a.x + a.width + 8 || near >= far + b.height + 8 || far >= near + a.height + 8;
            expect(apart).toBe(true);
          });
        });
      }),
    );
  });

  it('lets no leader cross a label', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        const offsets = stair(all, 8);
        all.forEach((leader, i) => {
          const reach = (offsets[i] ?? 0) + leader.height;
          all.forEach((label, j) => {
            if (i === j || leader.x <= label.x || leader.x >= label.x + label.width) return;
            expect(offsets[j]).toBeGreaterThanOrEqual(reach);
          });
        });
      }),
    );
  });

  it('leaves labels with room for themselves next to the tracks', () => {
    const box = { width: 50, height: 16 };
    expect(
      stair(
        [
          { x: 0, ...box },
          { x: 100, ...box },
        ],
        8,
      ),
    ).toEqual([0, 0]);
    expect(
      stair(
        [
          { x: 0, ...box },
          { x: 40, ...box },
        ],
        8,
      ),
    ).toEqual([24, 0]);
  });
});

describe('fittingStair(boxes, priorities, gap, reach)', () => {
  it('shows every label where all have room', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        expect(stair(all, 8)).not.toContain(null);
      }),
    );
  });

  it('leaves out those of less priority, of equals the later, and stays within reach', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.integer({ min: 16, max: 120 }),
        fc.func(fc.nat(3)),
        (all, reach, of) => {
          const offsets = fittingStair(all, all.map(of), 8, reach);
          offsets.forEach((offset, i) => {
            if (offset !== null) expect(offset + (all[i]?.height ?? 0)).toBeLessThanOrEqual(reach);
          });
          expect(
            stair(
              all.filter((_, i) => offsets[i] !== null),
              8,
            ),
          ).toEqual(offsets.filter((offset) => offset !== null));
        },
      ),
    );
    const same = { x: 0, width: 50, height: 16 };
    expect(fittingStair([same, same, same], [1, 2, 1], 8, 16)).toEqual([null, 0, null]);
    expect(fittingStair([same, same, same], [1, 1, 1], 8, 40)).toEqual([24, 0, null]);
  });
});

describe('pushApart(blocks, min)', () => {
  const blocks = fc
    .array(
      fc.record({
        desired: fc.integer({ min: 0, max: 500 }),
        size: fc.integer({ min: 1, max: 60 }),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((all) => all.sort((a, b) => a.desired - b.desired));

  it('keeps order, lets none overlap, and stays at or after min', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const starts = pushApart(all, 10);
        expect(starts[0]).toBeGreaterThanOrEqual(10);
        starts.slice(1).forEach((start, i) => {
          expect(start + 1e-9).toBeGreaterThanOrEqual((starts[i] ?? 0) + (all[i]?.size ?? 0));
        });
      }),
    );
  });

  it('moves nothing that has room', () => {
    expect(
      pushApart(
        [
          { desired: 10, size: 5 },
          { desired: 20, size: 5 },
        ],
        0,
      ),
    ).toEqual([10, 20]);
  });

  it('shares the shift between blocks that want the same place', () => {
    expect(
      pushApart(
        [
          { desired: 50, size: 10 },
          { desired: 50, size: 10 },
        ],
        0,
      ),
    ).toEqual([45, 55]);
  });
});
