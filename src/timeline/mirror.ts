/**
 * Right-to-left layout: where the language is written from right to left, time runs so too. A scene is laid out from the
 * left and then mirrored as a whole, so that no other part of the layout deals with direction. Texts begin at the mirrored
 * position and run leftwards, by `direction: rtl` on the drawing.
 */
import { type OverviewScene, round, type Scene } from './scene.ts';

/** A position along `width` pixels, counted from the other side. */
export const mirrorX = (x: number, width: number): number => round(width - x);

/** Mirrors `x,y` pairs and `H` in a path. `V`, and what is relative, stays as it is. */
const mirrorPath = (path: string, width: number): string =>
  path.replace(
    /(H)(-?[\d.]+)|(-?[\d.]+)(?=,)/g,
    (_, horizontal = '', h, x) => horizontal + mirrorX(Number(h ?? x), width),
  );

/** The mirrored scene. Mirrored twice, it is the same scene. */
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
    // A relative path is mirrored about its own position.
    breaks: scene.breaks.map((gap) => ({ ...at(gap), path: mirrorPath(gap.path, 0) })),
    ticks: scene.ticks.map((tick) => ({ ...at(tick), path: mirrorPath(tick.path, 0) })),
    marks: scene.marks.map((mark) => ({
      ...at(mark),
      hollow: mirrorPath(mark.hollow, 0),
      solid: mirrorPath(mark.solid, 0),
      leader: mirrorPath(mark.leader, 0),
      textX: mirrorX(mark.textX, 0),
      captionX: mirrorX(mark.captionX, 0),
    })),
  };
}

/** The mirrored overview. */
export const mirrorOverview = (scene: OverviewScene): OverviewScene => ({
  ...scene,
  axis: mirrorPath(scene.axis, scene.width),
  lanes: scene.lanes.map((lane) => ({ ...lane, path: mirrorPath(lane.path, scene.width) })),
  ticks: scene.ticks.map((tick) => ({ ...tick, x: mirrorX(tick.x, scene.width) })),
});
