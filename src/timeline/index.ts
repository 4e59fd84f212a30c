/** The timeline, in reading order: items and a view make a scene, and a scene is drawn. */

export { draw, drawOverview } from './draw.ts';
export type { Extent, Item, Lane } from './item.ts';
export { layout } from './layout.ts';
export { mirrorStretch, mirrorX } from './mirror.ts';
export { layoutOverview, overviewScale } from './overview.ts';
export type { MarkShape, Scene } from './scene.ts';
export { type View, wholeView } from './view.ts';
export * from './window.ts';
