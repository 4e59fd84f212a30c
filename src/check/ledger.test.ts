import { expect, it } from 'vitest';
import { addressesIn } from './ledger.ts';

it('addressesIn(text) tells events, sources and quotes', () => {
  const text = '/events/a/\n/sources/b/\n/sources/b/#q-a-c\n/about/\n';
  expect(
    addressesIn(text).map(({ kind, id, anchor, offset }) => [kind, id, anchor, offset]),
  ).toEqual([
    ['event', 'a', '', 0],
    ['source', 'b', '', 11],
    ['quote', 'b', 'q-a-c', 23],
    [null, '', '', 41],
  ]);
});
