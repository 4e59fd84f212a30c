/** Lays out the overview: all of time, always to scale, as a strip. */
import { home, type Item, type Lane } from './item.ts';
import { textWidth } from './measure.ts';
import { mirrorOverview } from './mirror.ts';
import { prepare } from './prepare.ts';
import { type ElasticScale, elasticScale } from './scale.ts';
import { type OverviewScene, round } from './scene.ts';
import { layoutTicks } from './ticks.ts';
import type { View } from './view.ts';

const PAD = 8;
const LANE = 7;
const AXIS = 20;

/** The overview's scale: time to pixels, linearly. */
export function overviewScale(items: readonly Item[], width: number): ElasticScale {
  const { extent } = prepare(items);
  return elasticScale({
    instants: [extent.lo, extent.hi],
    floors: [1],
    spacing: 0,
    range: [PAD, width - PAD],
  });
}

/** The geometry of the overview, `width` pixels wide. */
export function layoutOverview(
  items: readonly Item[],
  lanes: readonly Lane[],
  width: number,
  language: string,
  direction: View['direction'] = 'ltr',
): OverviewScene {
  const axis = lanes.length * LANE + 6;
  const scene = { width, height: axis + AXIS, axis: `M${PAD},${axis}H${width - PAD}` };
  if (items.length === 0) return { ...scene, lanes: [], ticks: [] };
  const { extent, finest } = prepare(items);
  const scale = overviewScale(items, width);
  const drawn = {
    ...scene,
    lanes: lanes.map(({ id, colour }, track) => {
      const y = 3 + track * LANE;
      // Marks on the same half pixel are drawn once.
      const marks = new Set<string>();
      for (const item of items) {
        if (item.track !== track) continue;
        const { lo, hi } = home(item);
        const [from, to] = [Math.round(scale(lo) * 2) / 2, Math.round(scale(hi) * 2) / 2];
        marks.add(to - from > 2 ? `M${from},${y + 2}H${to}` : `M${(from + to) / 2},${y}v4`);
      }
      return { key: id, colour, path: [...marks].join('') };
    }),
    ticks: layoutTicks({
      scale,
      alone: [],
      shared: [],
      calendar: [extent],
      finest,
      bounds: [0, width],
      language,
      measure: (text) => textWidth(text, 12),
    }).map(({ key, text, at }) => ({ key, text, x: round(at), y: axis + 15 })),
  };
  return direction === 'rtl' ? mirrorOverview(drawn) : drawn;
}
