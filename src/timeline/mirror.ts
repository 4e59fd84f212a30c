/**
 * Right to left: where readers write so, time runs so too. A scene is laid out once, from the left, and then mirrored
 * as a whole, so that nothing in the layout knows of it. Texts begin at the mirrored place and run leftwards, by
 * `direction: rtl` on the drawing.
 */
import type { OverviewScene } from './overview.ts';
import { round, type Scene } from './scene.ts';
import type { Stretch } from './window.ts';

/** What is mirrored about: a place along `width` pixels, from the other side. */
export const mirrorX = (x: number, width: number): number => round(width - x);

/** Places in a path: `x,y` pairs and `H`; what is relative or vertical alone stays. */
const mirrorPath = (path: string, width: number): string =>
  path.replace(
    /(H)(-?[\d.]+)|(-?[\d.]+)(?=,)/g,
    (_, horizontal = '', h, x) => horizontal + mirrorX(Number(h ?? x), width),
  );

/** The scene as in a mirror; twice is the scene itself. */
export function mirror(scene: Scene): Scene {
  const { width } = scene;
  const path = (d: string): string => mirrorPath(d, width);
  const at = <Shape extends { x: number }>(shape: Shape): Shape => ({
    ...shape,
    x: mirrorX(shape.x, width),
  });
  const box = <Box extends { x: number; width: number }>(shape: Box): Box => ({
    ...shape,
    x: mirrorX(shape.x + shape.width, width),
  });
  return {
    ...scene,
    bands: scene.bands.map(box),
    lanes: scene.lanes.map((lane) => ({ ...at(lane), path: path(lane.path) })),
    axis: path(scene.axis),
    // What is told from a place is mirrored about it.
    folds: scene.folds.map((fold) => ({ ...at(fold), path: mirrorPath(fold.path, 0) })),
    ticks: scene.ticks.map((tick) => ({ ...at(tick), path: mirrorPath(tick.path, 0) })),
    marks: scene.marks.map((mark) => ({
      ...at(mark),
      hollow: mirrorPath(mark.hollow, 0),
      solid: mirrorPath(mark.solid, 0),
      leader: mirrorPath(mark.leader, 0),
      textX: mirrorX(mark.textX, 0),
    })),
  };
}

/** The overview as in a mirror. */
export const mirrorOverview = (scene: OverviewScene): OverviewScene => ({
  ...scene,
  axis: mirrorPath(scene.axis, scene.width),
  lanes: scene.lanes.map((lane) => ({ ...lane, path: mirrorPath(lane.path, scene.width) })),
  ticks: scene.ticks.map((tick) => ({ ...tick, x: mirrorX(tick.x, scene.width) })),
});

/** A stretch of a chart as a pointer sees it in the mirror; twice is the stretch itself. */
export const mirrorStretch = ({ k, shift }: Stretch, width: number): Stretch => ({
  k,
  shift: width * (1 - k) - shift,
});
