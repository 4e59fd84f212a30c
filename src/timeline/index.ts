/** The timeline, in reading order: items and a view make a scene, and a scene is drawn. */

export { lineHeight } from './across.ts';
export { draw, drawOverview, drawRail, markShapeOf } from './draw.ts';
export { CALENDAR_END, dateFormat } from './format.ts';
export { FEW } from './groups.ts';
export * from './handover.ts';
export type { Extent, Item, Lane } from './item.ts';
export { jointDate } from './joint-date.ts';
export { layout } from './layout.ts';
export { mirrorX } from './mirror.ts';
export { newNode } from './nodes.ts';
export { layoutOverview, overviewScale } from './overview.ts';
export { type Rail, railOf } from './rail.ts';
export type { ElasticScale } from './scale.ts';
export type { MarkShape, Scene } from './scene.ts';
export { type Detail, lineView, type View, wholeView } from './view.ts';
export * from './window.ts';
