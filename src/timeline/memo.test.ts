import { expect, it } from 'vitest';
import { memo } from './memo.ts';

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
