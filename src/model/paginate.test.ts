import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from './archive.ts';
import { paginate, WHOLE } from './paginate.ts';

const eventsOf = (count: number): Event[] =>
  Array.from({ length: count }, (_, i) => ({ id: `event-${i}` }) as Event);

describe('paginate(events, weigh)', () => {
  it('leaves a story whole that is no longer than most are', () => {
    for (const count of [1, 14, WHOLE])
      expect(
        paginate(eventsOf(count), () => Math.floor(2e6 / count)).map(({ events }) => events.length),
      ).toEqual([count]);
    expect(paginate([], () => 1)).toEqual([]);
  });

  it('parts a story of few events that are heavier than a page may be', () => {
    const parts = paginate(eventsOf(100), () => 21_000);
    expect(parts).toHaveLength(7);
    for (const { events } of parts) expect(events.length * 21_000).toBeLessThanOrEqual(321_000);
  });

  it('holds every event once, in order, in parts numbered from 1, none much heavier than a page may be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: WHOLE + 1, max: 3000 }),
        fc.array(fc.integer({ min: 500, max: 20_000 }), { minLength: 1, maxLength: 7 }),
        (count, weights) => {
          const events = eventsOf(count);
          const weigh = (event: Event): number =>
            weights[events.indexOf(event) % weights.length] ?? 500;
          const parts = paginate(events, weigh);
          expect(parts.flatMap((part) => part.events)).toEqual(events);
          expect(parts.map(({ number }) => number)).toEqual(parts.map((_, i) => i + 1));
          expect(parts.length).toBeGreaterThan(1);
          for (const part of parts)
            expect(part.events.reduce((sum, event) => sum + weigh(event), 0)).toBeLessThanOrEqual(
              300_000 + 20_000,
            );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives an event its own part that is as heavy as several', () => {
    const events = eventsOf(WHOLE + 1);
    const parts = paginate(events, ({ id }) => (id === 'event-100' ? 2e6 : 1000));
    expect(parts.flatMap((part) => part.events)).toEqual(events);
    expect(parts.every((part) => part.events.length > 0)).toBe(true);
  });
});
