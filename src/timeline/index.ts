/** The timeline, in reading order: items and a view make a scene, and a scene is drawn. */

export { draw } from './draw.ts';
export type { Extent, Item, Lane } from './item.ts';
export { layout } from './layout.ts';
export { elasticScale } from './scale.ts';
export type { MarkShape, Scene } from './scene.ts';
export type { View } from './view.ts';
