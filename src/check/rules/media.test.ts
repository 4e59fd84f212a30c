import { expect, it } from 'vitest';
import { checkMedia } from './media.ts';

it('checkMedia refuses a file that is too large to be read, and one of no known format, each by its name', () => {
  const media = new Map([
    ['sea.png', { path: 'media/sea.png', sha256: null, mime: null }],
    ['sea.tif', { path: 'media/sea.tif', sha256: '0', mime: null }],
  ]);
  const draft = { events: [], complete: false } as unknown as Parameters<typeof checkMedia>[1];
  expect(checkMedia({ media }, draft).map(({ file, message }) => `${file} ${message}`)).toEqual([
    'media/sea.png is larger than 20 MB',
    'media/sea.tif is in no format that browsers show or play',
  ]);
});
