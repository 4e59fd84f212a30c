/**
 * All of time as a strip in a share picture: shapes as SVG; texts separately, so that the renderer sets them in the
 * site's fonts.
 */
import type { Archive } from '../model/archive.ts';
import { once } from '../model/once.ts';
import { layout, type MarkShape, type Scene, type View } from '../timeline/index.ts';
import { itemsOf, lanesOf, viewOf } from './items.ts';

export interface Strip {
  /** An `<svg>` without text. */
  svg: string;
  width: number;
  height: number;
  /** Whether time runs leftwards. */
  rtl: boolean;
  /** Dates and texts of axis breaks; `x` is the middle of each. */
  words: Word[];
  /** Names of the lanes; `x` is where each begins. */
  names: (Word & { colour: string })[];
}

export interface Word {
  text: string;
  /** Position along the strip, and of the baseline. */
  x: number;
  y: number;
}

type Palette = Readonly<Record<string, string>>;

/** Width of the layout; small, so that marks and dates stay legible in a thumbnail. */
const WIDTH = 640;

/**
 * @param here the highlighted event; `null` for none
 * @param width in pixels
 */
export function drawStrip(
  archive: Archive,
  here: string | null,
  width: number,
  palette: Palette,
): Strip {
  const view: View = {
    ...viewOf(archive, { orientation: 'across', width: WIDTH }),
    detail: 'strip',
  };
  const scene = once(archive, 'card strip', () => layout(itemsOf(archive), lanesOf(archive), view));
  const scale = width / WIDTH;
  const own = scene.marks.find(({ ids }) => here !== null && ids.includes(here));
  const words = [...scene.ticks, ...scene.breaks].map(({ text, x, y }) => ({
    text,
    x: x * scale,
    y: y * scale,
  }));
  const names = scene.lanes.map(({ label, x, y, colour }) => ({
    text: label,
    x: x * scale,
    y: y * scale,
    colour: !own || own.colour === colour ? (palette[colour] ?? '') : (palette['muted'] ?? ''),
  }));
  const height = scene.height * scale;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${scene.height}">${shapes(scene, own, palette)}</svg>`,
    width,
    height,
    rtl: view.direction === 'rtl',
    words,
    names,
  };
}

function shapes(scene: Scene, own: MarkShape | undefined, palette: Palette): string {
  const { rule = '', muted = '', paper = '', raised = '' } = palette;
  const path = (d: string, look: string): string =>
    d ? `<path d="${d}" fill="none" ${look}/>` : '';
  const bands = scene.bands.map(
    ({ x, y, width, height }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${raised}"/>`,
  );
  const lanes = scene.lanes.map((lane) => path(lane.path, `stroke="${rule}"`));
  const at = ({ x, y }: { x: number; y: number }): string => `transform="translate(${x},${y})"`;
  const axis = path(scene.axis, `stroke="${muted}"`);
  const ticks = scene.ticks.map((tick) => path(tick.path, `${at(tick)} stroke="${muted}"`));
  const breaks = scene.breaks.map((gap) =>
    path(gap.path, `${at(gap)} stroke="${muted}" stroke-width="1.2"`),
  );
  const marks = scene.marks.map((mark) => {
    const colour = palette[mark.colour] ?? muted;
    return `<g ${at(mark)} opacity="${own && mark !== own ? 0.42 : 1}">${path(
      mark.hollow,
      `stroke="${colour}" stroke-dasharray="3 2.2"`,
    )}${mark.solid ? `<path d="${mark.solid}" fill="${colour}"/>` : ''}${
      mark.radius > 0 ? `<circle r="${mark.radius}" fill="${colour}"/>` : ''
    }</g>`;
  });
  const colour = own ? (palette[own.colour] ?? muted) : '';
  const ring = own
    ? `<path d="M${own.x},0V${own.y}" stroke="${colour}" stroke-width="1.4"/>` +
      `<circle cx="${own.x}" cy="${own.y}" r="8" fill="${paper}" stroke="${colour}" stroke-width="1.8"/>` +
      `<circle cx="${own.x}" cy="${own.y}" r="4.2" fill="${colour}"/>`
    : '';
  return [...bands, ...lanes, axis, ...ticks, ...breaks, ...marks, ring].join('');
}
