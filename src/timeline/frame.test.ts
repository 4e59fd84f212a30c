import { expect, it } from 'vitest';
import { frameOf } from './frame.ts';
import { itemOn } from './item.arbitrary.ts';
import { baseScale, prepare } from './prepare.ts';
import { windowScale } from './scale.ts';
import { transformOf, wholeOf } from './window.ts';

it('is computed once for a window: for the chart, its strip and the pointer', () => {
  const items = [0, 3, 400, 402].map((day) => itemOn(`e${day}`, day, 1));
  const window = { lo: 0, hi: 86_400_000 * 10 };
  // Each of the three asks for itself.
  const asked = () => {
    const prepared = prepare(items);
    const { edges } = wholeOf(items, 0.8, 1120);
    const scale = windowScale(baseScale(prepared, 0.8, ...edges), window, ...edges);
    return frameOf(scale, prepared, ...edges, 'en-GB');
  };
  const frame = asked();
  expect(asked()).toBe(frame);
  expect(transformOf(wholeOf(items, 0.8, 1120), window)).toBe(frame.scale.transform);
  expect(frame.seen.lo).toBeCloseTo(window.lo, -2);
  expect(frame.seen.hi).toBeCloseTo(window.hi, -2);
});
