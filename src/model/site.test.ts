import { describe, expect, it } from 'vitest';
import { records } from './archive.arbitrary.ts';
import { siteSchema } from './site.ts';

describe('siteSchema', () => {
  const { site } = records({});

  it.each(['Z', '+09:00', '-0330'])('takes the clock %s', (clock) => {
    expect(siteSchema.safeParse({ ...site, clock }).success).toBe(true);
  });

  it.each(['', 'UTC', '+25:00', 'Europe/London'])('says what the clock %j must be', (clock) => {
    const { error } = siteSchema.safeParse({ ...site, clock });
    expect(error?.issues).toMatchObject([
      { path: ['clock'], message: 'must be an offset from UTC, as Z or +09:00' },
    ]);
  });
});
