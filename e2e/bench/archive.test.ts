import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/check/command.ts';
import { parseDate } from '../../src/model/date.ts';
import { makeArchive, writeArchive } from './archive.ts';

const work = mkdtempSync(join(tmpdir(), 'archive-'));
afterAll(() => rmSync(work, { recursive: true }));

describe.each([
  { events: 1, mdx: false },
  { events: 14, mdx: true },
  { events: 250, mdx: false },
])('an archive of $events events, mdx: $mdx', (options) => {
  const made = makeArchive(options);

  it('passes check, with every sentence of its sources accounted for', () => {
    const folder = join(work, `${options.events}`);
    writeArchive(folder, made);
    const { text, right } = runCheck(folder, { strict: true });
    expect(text).toContain('all quotes verified');
    expect(right).toBe(true);
  }, 60_000);

  it('has the events that were asked for, in order of time, each under its own id', () => {
    const { events } = made;
    expect(events).toHaveLength(options.events);
    expect(new Set(events.map(({ id }) => id)).size).toBe(options.events);
    expect(events.map(({ start }) => start)).toEqual(events.map(({ start }) => start).sort());
  });

  it('is the same, byte for byte, for the same seed', () => {
    expect(makeArchive(options)).toEqual(made);
    expect(makeArchive({ ...options, seed: 2 })).not.toEqual(made);
  });
});

describe('the dates of ten thousand events', () => {
  const { events, files } = makeArchive({ events: 10_000 });
  const by = (key: (date: string) => string): number[] => [
    ...events
      .reduce((sums, { start }) => {
        sums.set(key(start), (sums.get(key(start)) ?? 0) + 1);
        return sums;
      }, new Map<string, number>())
      .values(),
  ];

  it('reach over 137 years, with silent years and years of one event', () => {
    const years = by((day) => day.slice(0, 4));
    expect(years.length).toBeGreaterThan(100);
    expect(years.length).toBeLessThan(137);
    expect(years.filter((count) => count === 1).length).toBeGreaterThan(5);
    for (const { start, end } of events) {
      expect(start >= '1888').toBe(true);
      expect((end ?? start) < '2025-01-02').toBe(true);
    }
  });

  it('have bursts of many events in a day, and 15 spans in 100', () => {
    expect(Math.max(...by((day) => day))).toBeGreaterThanOrEqual(15);
    const spans = events.filter(({ end }) => end !== null).length;
    expect(spans / events.length).toBeGreaterThan(0.14);
    expect(spans / events.length).toBeLessThan(0.16);
  });

  it('are the same as EDTF and as days', () => {
    for (const { date, start } of events.slice(0, 500)) {
      const { lo } = parseDate(date);
      expect(new Date(lo).toISOString().slice(0, 10)).toBe(start);
    }
  });

  it('come from a hundred sources of some 60,000 characters', () => {
    const texts = [...files].filter(([path]) => path.endsWith('.txt')).map(([, text]) => text);
    expect(texts).toHaveLength(100);
    for (const text of texts) expect(Math.abs(text.length - 60_000)).toBeLessThan(6000);
  });
});
