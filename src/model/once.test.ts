import { expect, it, vi } from 'vitest';
import { keeping, once } from './once.ts';

it('once(of, name, make) makes a thing of an object once', () => {
  const make = vi.fn(() => ({}));
  const [one, other] = [{}, {}];
  expect(once(one, 'thing', make)).toBe(once(one, 'thing', make));
  expect(once(other, 'thing', make)).not.toBe(once(one, 'thing', make));
  expect(make).toHaveBeenCalledTimes(2);
});

it('keeping(compute) computes again where any argument is another', () => {
  const compute = vi.fn((of: object, ...rest: unknown[]) => [of, ...rest]);
  const kept = keeping(compute);
  const [one, other] = [{}, {}];
  expect(kept(one, 1, other)).toBe(kept(one, 1, other));
  expect(kept(one, 1, {})).not.toBe(kept(one, 1, other));
  expect(kept(one, 2, other)).toEqual([one, 2, other]);
  expect(kept(one)).toEqual([one]);
  expect(kept(one, undefined)).toEqual([one, undefined]);
  expect(kept(other, undefined)).toEqual([other, undefined]);
  // Only the last result is kept.
  expect(kept(one, 1, other)).toEqual([one, 1, other]);
  expect(compute).toHaveBeenCalledTimes(8);
});
