import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangesOf } from './range.ts';

describe('rangesOf(header, 100)', () => {
  it.each([
    ['bytes=0-0', [[0, 0]]],
    ['bytes=0-49', [[0, 49]]],
    ['bytes=50-', [[50, 99]]],
    ['bytes=90-1000', [[90, 99]]],
    ['bytes=-1', [[99, 99]]],
    ['bytes=-500', [[0, 99]]],
    ['bytes=00-09', [[0, 9]]],
    ['BYTES=5-5', [[5, 5]]],
    [
      'bytes= 0-1 , ,\t98- ,',
      [
        [0, 1],
        [98, 99],
      ],
    ],
    [
      'bytes=98-99,0-0,-1',
      [
        [98, 99],
        [0, 0],
        [99, 99],
      ],
    ],
    ['bytes=0-1,100-', [[0, 1]]],
    [`bytes=0-${'9'.repeat(400)}`, [[0, 99]]],
    ['bytes=100-', []],
    ['bytes=100-200,300-', []],
    ['bytes=-0', []],
    [`bytes=${'9'.repeat(400)}-`, []],
  ])('%j is %j', (header, ranges) => {
    expect(rangesOf(header, 100)?.map(({ start, end }) => [start, end])).toEqual(ranges);
  });

  it.each([
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=,',
    'bytes=a-b',
    'bytes=5-2',
    'bytes=1-2-3',
    'bytes=1--2',
    'bytes=0x1-2',
    'bytes=1.5-2',
    'bytes=0-1,x',
    'bits=0-1',
    'items=0-1',
    // More than the file.
    'bytes=0-,0-',
    `bytes=${'0-0,'.repeat(17)}`,
  ])('%j is ignored', (header) => {
    expect(rangesOf(header, 100)).toBe(null);
  });

  it('asks for nothing of an empty file', () => {
    expect(rangesOf('bytes=0-', 0)).toBe(null);
    expect(rangesOf('bytes=-5', 0)).toBe(null);
  });

  it('lies within the file, whatever is asked', () => {
    const spec = fc.tuple(fc.option(fc.nat(300)), fc.option(fc.nat(300)));
    fc.assert(
      fc.property(fc.array(spec, { maxLength: 20 }), fc.nat(200), (specs, size) => {
        const header = `bytes=${specs.map(([a, b]) => `${a ?? ''}-${b ?? ''}`).join(',')}`;
        for (const { start, end } of rangesOf(header, size) ?? []) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThan(size);
        }
      }),
      { seed: 1 },
    );
  });
});
