import { expect, it } from 'vitest';
import { memo, remember } from './memo.ts';

it('computes once for the same object and arguments, and again for others', () => {
  const calls: unknown[] = [];
  const twice = memo((owner: { n: number }, factor: number) => {
    calls.push(factor);
    return owner.n * factor;
  });
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([twice(one, 3), twice(one, 3), twice(two, 3), twice(one, 3)]).toEqual([3, 3, 6, 3]);
  expect(calls).toEqual([3, 3]);
  expect([twice(one, 4), twice(one, 3)]).toEqual([4, 3]);
  expect(calls).toEqual([3, 3, 4, 3]);
});

it('keeps as many results as it is told to, and forgets the oldest', () => {
  let made = 0;
  const count = memo((_: object, _key: string) => ++made, 2);
  const owner = {};
  expect(['a', 'b', 'a', 'b', 'c', 'b', 'a'].map((key) => count(owner, key))).toEqual([
    1, 2, 1, 2, 3, 2, 4,
  ]);
});

it('remembers a result that is undefined', () => {
  let made = 0;
  const nothing = memo((_: object) => {
    made++;
  });
  const owner = {};
  nothing(owner);
  nothing(owner);
  expect(made).toBe(1);
});

it('remembers texts and numbers, and forgets them all when they have become too many', () => {
  const made: number[] = [];
  const double = remember((n: number) => {
    made.push(n);
    return 2 * n;
  });
  expect([double(1), double(2), double(1)]).toEqual([2, 4, 2]);
  expect(made).toEqual([1, 2]);
  for (let n = 0; n < 5000; n++) double(n);
  const before = made.length;
  expect([double(4999), double(1)]).toEqual([9998, 2]);
  expect(made.slice(before)).toEqual([1]);
});
