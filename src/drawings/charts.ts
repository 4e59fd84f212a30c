/** The drawings of a timeline: one for each range of widths. */
import type { Archive } from '../model/archive.ts';
import { layout, type View } from '../timeline/index.ts';
import { itemsOf, lanesOf, viewOf } from './items.ts';

export interface ChartSize {
  /** Class of the drawing; styles/timeline.css and embed.css say at which widths it shows. */
  name: string;
  orientation: View['orientation'];
  width: number;
  reach: number;
}

/** From the narrowest. In a frame, whatever is high has to be scrolled: drawings are flat there. */
export const sizesOf = (embedded: boolean): ChartSize[] =>
  (
    [
      { name: 'narrow', orientation: 'down', width: 344 },
      { name: 'small', orientation: 'across', width: 600 },
      { name: 'medium', orientation: 'across', width: 800 },
      { name: 'wide', orientation: 'across', width: 1120 },
    ] as const
  )
    .filter(({ name }) => embedded || name !== 'small')
    .map((size) => ({ ...size, reach: embedded ? 150 : 320 }));

/** Width of a column of text on other people's pages, which an embed is made for. */
const COLUMN = 720;
/** Height of the title, the controls, the key and the overview of an embed, and its side margins. */
const AROUND = { height: 260, width: 24 };

/** The height in pixels of a frame that shows the embedded timeline whole in a column of text. */
export function frameHeight(archive: Archive): number {
  const [, { orientation, width, reach }] = sizesOf(true) as [ChartSize, ChartSize];
  const view = viewOf(archive, { orientation, width, reach });
  const { height } = layout(itemsOf(archive), lanesOf(archive), view);
  return Math.ceil((height * (COLUMN - AROUND.width)) / width / 10) * 10 + AROUND.height;
}
