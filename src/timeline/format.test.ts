import { describe, expect, it } from 'vitest';
import { formatDuration } from './format.ts';
import { DAY } from './item.ts';

describe('formatDuration(ms, language)', () => {
  it.each([
    [2745 * DAY, '7½ years'],
    [365 * 7 * DAY, '7 years'],
    [365 * 30.4 * DAY, '30 years'],
    [150 * DAY, '5 months'],
    [12 * DAY, '12 days'],
    [7 * 3_600_000, '7 hours'],
    [90_000, '2 minutes'],
    [60_000, '1 minute'],
  ])('says %d ms as %s', (ms, words) => {
    expect(formatDuration(ms, 'en-GB')).toBe(words);
  });

  it('follows the language', () => {
    expect(formatDuration(2745 * DAY, 'de')).toBe('7½ Jahre');
  });
});
