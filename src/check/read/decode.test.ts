import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenOf } from './decode.ts';

const album = join(import.meta.dirname, '../../../e2e/archives/album/media');

it('brokenOf(pictures) decodes each alone where one ends the process', () => {
  // A digest of its own, so that the cache does not know the picture; a file that is not there ends the process.
  const whole = `test ${process.pid} ${Date.now()}`;
  const pictures = new Map([
    [whole, join(album, 'lighthouse.jpg')],
    ['gone', join(album, 'gone.jpg')],
  ]);
  expect(brokenOf(pictures)).toEqual(new Set(['gone']));
  expect(brokenOf(pictures)).toEqual(new Set(['gone']));
});
