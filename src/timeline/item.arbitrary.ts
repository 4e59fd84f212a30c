/** Items for the tests: one as it is wanted, and generated ones. */
import fc from 'fast-check';
import { DAY, type DateEnd, home, type Item, type Lane } from './item.ts';
import { layout } from './layout.ts';
import type { Scene } from './scene.ts';
import { type View, wholeView } from './view.ts';

export const lanes: Lane[] = [
  { id: 'a', label: 'First lane', colour: 'red' },
  { id: 'b', label: 'Second lane', colour: 'blue' },
  { id: 'c', label: 'Third lane', colour: 'ochre' },
];

const title = fc
  .array(fc.stringMatching(/^[A-Za-z’]{1,11}$/), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '));

const endOn = (day: number): DateEnd => ({
  lo: day * DAY,
  hi: (day + 1) * DAY,
  name: `day ${day}`,
  year: '',
});

/** A few days that many items share, days at large, and spans of up to thirty years, from 3000 BCE on. */
const item = fc
  .record({
    title,
    track: fc.nat(lanes.length - 1),
    day: fc.oneof(fc.constantFrom(18_000, 18_001), fc.integer({ min: -1_800_000, max: 100_000 })),
    days: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 11_000 })),
    wide: fc.boolean(),
    lasting: fc.boolean(),
    open: fc.constantFrom('no', 'no', 'start', 'end'),
  })
  .map(({ title, track, day, days, wide, lasting, open }): Omit<Item, 'id'> => {
    const certain = { lo: day * DAY, hi: (day + days) * DAY };
    const isLasting = lasting && days > 1;
    // What lasted may go on beyond what anybody knows.
    const lasted = {
      lo: open === 'start' ? -Infinity : certain.lo,
      hi: open === 'end' ? Infinity : certain.hi,
    };
    return {
      title,
      name: `${title}, day ${day}`,
      track,
      range: {
        lo: open === 'start' ? -Infinity : certain.lo - (wide ? 40 * DAY : 0),
        hi: open === 'end' ? Infinity : certain.hi + (wide ? 40 * DAY : 0),
      },
      solid: isLasting ? lasted : days === 1 ? certain : null,
      lasting: isLasting,
      rangeNames: [`day ${day}`],
      dateNames: [`day ${day}`],
      ends: isLasting
        ? [open === 'start' ? null : endOn(day), open === 'end' ? null : endOn(day + days - 1)]
        : [{ ...certain, name: `day ${day}`, year: '' }],
    };
  });

/** An event of so many whole days, all of them known. */
export const itemOn = (id: string, day: number, days: number, more: Partial<Item> = {}): Item => {
  const range = { lo: day * DAY, hi: (day + days) * DAY };
  return {
    id,
    title: `Event ${id}`,
    name: `Event ${id}`,
    track: 0,
    lasting: false,
    range,
    solid: range,
    rangeNames: [`day ${day}`],
    dateNames: [`day ${day}`],
    ends: [{ ...range, name: `day ${day}`, year: '' }],
    ...more,
  };
};

/** Items with ids, in no particular order of their dates. */
export const items = (max: number): fc.Arbitrary<Item[]> =>
  fc
    .array(item, { minLength: 1, maxLength: max })
    .map((all) => all.map((one, i) => ({ ...one, id: `event-${i}` })));

export const spacing = fc.constantFrom(0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1);

/** A view across, of all of time unless given. */
export const across = (given: Partial<View> = {}): View => ({
  ...wholeView({ orientation: 'across', width: 1120, spacing: 0.8, language: 'en-GB' }),
  ...given,
});

/** Items and a view of all of them, of their middle half, or of one twentieth. */
const scenes = (max: number) =>
  fc
    .record({
      given: items(max),
      orientation: fc.constantFrom<View['orientation']>('across', 'down'),
      width: fc.constantFrom(320, 390, 768, 1120, 2000),
      spacing,
      part: fc.constantFrom<[number, number] | null>(null, [0.25, 0.75], [0.5, 0.55]),
    })
    .map(({ given, orientation, width, spacing, part }) => {
      const homes = given.map(home);
      const first = Math.min(...homes.map(({ lo }) => lo));
      const span = Math.max(...homes.map(({ hi }) => hi)) - first;
      const window = part && { lo: first + part[0] * span, hi: first + part[1] * span };
      return { given, view: across({ orientation, width, spacing, window }) };
    });

/** Checks the scenes of generated items and views. @param max items */
export const assertAll = (check: (scene: Scene, given: Item[], view: View) => void, max = 60) =>
  fc.assert(
    fc.property(scenes(max), ({ given, view }) => check(layout(given, lanes, view), given, view)),
    { numRuns: 150 },
  );
