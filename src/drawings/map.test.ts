/**
 * Maps, from the points of places to the drawing. After a change that is meant, `npm run unit -- src/drawings/map.test.ts
 * -u` draws them anew; look at what differs.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { event, points, records, runs } from '../model/archive.arbitrary.ts';
import type { Archive } from '../model/archive.ts';
import { joinArchive } from '../model/join.ts';
import type { PlaceRecord } from '../model/place.ts';
import { handoverOf } from './items.ts';
import { drawMap, filterPlace, layoutMap, mappedPlaces, numbersOf } from './map.ts';
import { around, meet } from './map-labels.ts';

type Given = [name: string, at: [number, number], near?: number | undefined];

/** An event a year, each at its place. */
const archiveOf = (given: readonly Given[], track = (_: number): string => 'light'): Archive =>
  joinArchive(
    records(
      Object.fromEntries(
        given.map(([name, at, near], i) => {
          const place: PlaceRecord = { name, at, near, inferred: 'From a map.' };
          return [`event-${i}`, event(`${1900 + i}`, { place, track: track(i) })];
        }),
      ),
    ),
  );

const LYON: Given = ['Lyon', [45.76, 4.84]];
const drawings: Record<string, Given[]> = {
  near: [
    ['Copenhagen', [55.676, 12.568]],
    ['Malmö', [55.606, 13.0]],
  ],
  antipodes: [
    ['Madrid', [40.4, -3.7]],
    ['Wellington', [-41.3, 174.8]],
  ],
  poles: [
    ['the North Pole', [90, 0]],
    ['the South Pole', [-90, 0]],
  ],
  'date-line': [
    ['Suva', [-18.14, 178.44]],
    ['Apia', [-13.83, -171.76]],
  ],
  island: [
    ['Jamestown', [-15.925, -5.718]],
    ['Jamestown', [-15.925, -5.718]],
  ],
  uncertain: [LYON, ['somewhere in the Alps', [46, 8.5], 120], ['Geneva', [46.2, 6.15], 2]],
};

describe('drawMap(archive)', () => {
  it.each(Object.entries(drawings))('%s', async (name, given) => {
    const svg = drawMap(archiveOf(given, (i) => (i % 2 === 0 ? 'light' : 'shore')));
    const style =
      '<style>.sea { fill: #eef } .land { fill: #fff } .land, .borders, .area, .open, .leader { stroke: #555 } .borders, .area, .open, .leader { fill: none } .wide { font: 13px sans-serif } .narrow { display: none }</style>';
    const text = svg
      .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
      .replace('>', `>${style}`)
      .replaceAll('><', '>\n<');
    expect(gzipSync(svg).length).toBeLessThan(8_000);
    await expect(`${text}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, 'golden', `map-${name}.svg`),
    );
  });

  it('marks the event whose page it is, and links each mark to the first of its events', () => {
    const archive = archiveOf([LYON, ['Geneva', [46.2, 6.15]]]);
    const [first, second] = archive.events;
    const svg = drawMap(archive, { here: second as never, href: ({ id }) => `#${id}&` });
    expect(svg.match(/class="place [^"]*here"/g)).toHaveLength(2);
    expect(svg).toContain(
      `<a href="#${first?.id}&amp;" tabindex="-1" data-place="lyon"><title>Lyon</title>`,
    );
    expect(drawMap(archive)).not.toMatch(/here|<a |data-/);
  });

  it('says in words which events were where', () => {
    expect(drawMap(archiveOf(drawings['island'] ?? []))).toContain(
      'aria-label="Map of the places. Jamestown: 1, 1900, 1900; 2, 1901, 1901. "',
    );
  });

  it('escapes every name, title and address', () => {
    const hostile = `"><script>alert('x')</script>&lt;`;
    const archive = archiveOf([[hostile, [48, 2]], LYON]);
    for (const one of archive.events) one.title = hostile;
    const svg = drawMap(archive, { href: () => hostile });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain("alert('");
    const { document } = parseHTML(`<!doctype html><html><body>${svg}</body></html>`);
    const names = [...document.querySelectorAll('.place title')].map((one) => one.textContent);
    expect(names).toContain(hostile);
    expect(document.querySelectorAll('body > *')).toHaveLength(1);
  });

  it('gives a mark of several tracks no colour', () => {
    const two = archiveOf([LYON, LYON], (i) => (i === 0 ? 'light' : 'shore'));
    expect(drawMap(two)).not.toContain('track-');
  });

  it('draws places whose marks would touch as one, and writes the numbers of the last of many', () => {
    const many = Array.from(
      { length: 5 },
      (_, i): Given => [`Lyon ${i}`, [45.76, 4.84 + i / 1000]],
    );
    const svg = drawMap(archiveOf([...many, ['Manila', [14.6, 121]]]));
    expect(svg.match(/<circle/g)).toHaveLength(4);
    expect(svg).toContain('<tspan class="number">3–5</tspan></tspan>');
    expect(svg).not.toContain('> Lyon 2');
  });

  it('is laid out from right to left in a language that runs so', () => {
    const archive = archiveOf([LYON, ['Geneva', [46.2, 6.15]]]);
    const arabic = { ...archive, site: { ...archive.site, language: 'ar' } };
    const sides = (svg: string): string[] =>
      [...svg.matchAll(/text-anchor="(\w+)"/g)].map(([, side = '']) => side);
    const swapped = { start: 'end', end: 'start', middle: 'middle' } as Record<string, string>;
    expect(sides(drawMap(arabic))).toEqual(sides(drawMap(archive)).map((side) => swapped[side]));
  });
});

describe('filterPlace(archive, event)', () => {
  const places = (archive: Archive) => archive.events.map((event) => filterPlace(archive, event));

  it('is the place that an event names, with or without a point, and of no event where there is no map', () => {
    const archive = archiveOf([LYON, LYON, ['Le Puy, Auvergne', [45, 3.9]], ['LYON', [0, 0]]]);
    const [, , puy, last] = archive.events;
    if (last?.place) last.place.location = null;
    expect(places(archive)).toEqual(['lyon', 'lyon', 'le-puy-auvergne', 'lyon']);
    if (puy) puy.place = null;
    expect(places(archive)).toEqual(['lyon', 'lyon', undefined, 'lyon']);
    expect(places(archiveOf([LYON]))).toEqual([undefined]);
  });

  it('is handed to the pages of a story in parts, which ask for events of others', () => {
    const facts = (archive: Archive) =>
      handoverOf(archive, [{ path: '/', length: 2 }]).story?.facts.map(({ place }) => place);
    expect(facts(archiveOf([LYON, ['Geneva', [46.2, 6.15]]]))).toEqual(['lyon', 'geneva']);
    expect(facts(archiveOf([LYON]))).toEqual([undefined]);
  });
});

describe('mappedPlaces(archive)', () => {
  it('has none where fewer than two events have a point', () => {
    expect(mappedPlaces(archiveOf([LYON]))).toEqual([]);
    expect(mappedPlaces(archiveOf([LYON, LYON]))).toHaveLength(1);
  });

  it('writes numbers in runs, and leaves the last of many to the list', () => {
    const numbers = (given: number[]): string =>
      numbersOf(given.map((number) => ({ number, event: archiveOf([LYON]).events[0] as never })));
    expect(numbers([1])).toBe('1');
    expect(numbers([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
    expect(numbers([1, 3, 5, 7, 9])).toBe('1, 3, 5, 7 …');
  });
});

it('shows every place inside the frame with a label, and no label on another, on a mark or beyond the frame', () => {
  const near = fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined, freq: 3 });
  // All over the Earth, or within a few degrees.
  const places = fc.oneof(
    fc.array(fc.tuple(points, near), { minLength: 2, maxLength: 40 }),
    fc
      .tuple(
        points,
        fc.array(fc.tuple(fc.nat(300), fc.nat(300), near), { minLength: 2, maxLength: 30 }),
      )
      .map(([[latitude, longitude], offsets]) =>
        offsets.map(([y, x, km]): [[number, number], number | undefined] => [
          [
            Math.max(-90, Math.min(90, latitude + y / 100)),
            ((longitude + x / 100 + 540) % 360) - 180,
          ],
          km,
        ]),
      ),
  );
  fc.assert(
    fc.property(places, (given) => {
      const archive = archiveOf(given.map(([at, km], i) => [`Place ${i}`, at, km]));
      const { frame, variants } = layoutMap(archive);
      for (const { marks } of variants) {
        // Nobody finds out what a mark without a label stands for.
        expect(marks.filter(({ label }) => !label)).toEqual([]);
        expect(marks.flatMap((mark) => mark.places)).toHaveLength(given.length);
        const labels = marks.flatMap(({ label }) => label ?? []);
        for (const { x, y } of marks) {
          expect(x).toBeGreaterThan(0);
          expect(y).toBeGreaterThan(0);
          expect(x).toBeLessThan(frame.width);
          expect(y).toBeLessThan(frame.height);
        }
        labels.forEach(({ box }, i) => {
          expect(labels.slice(0, i).some((other) => meet(box, other.box))).toBe(false);
          expect(box.left).toBeGreaterThan(0);
          expect(box.right).toBeLessThan(frame.width);
          expect(box.top).toBeGreaterThan(0);
          expect(box.bottom).toBeLessThan(frame.height);
        });
        // A label may cover the circle of a place that is somewhere around.
        for (const mark of marks)
          for (const { label, ...other } of marks)
            if (
              label &&
              !(mark.area && meet(around(other), around(mark))) &&
              (label !== mark.label || label.leader)
            )
              expect(meet(label.box, around(mark))).toBe(false);
      }
    }),
    runs(15),
  );
});
