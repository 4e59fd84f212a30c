/** The timeline in print: without links, and with a description in words. */

import { parseHTML } from 'linkedom';
import * as words from '#words';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { formatDate } from '../model/date-words.ts';
import { directionOf } from '../model/language.ts';
import { escapeMarkup } from '../model/markup.ts';
import { once } from '../model/once.ts';
import { draw, type Item, layout, type Scene, type View } from '../timeline/index.ts';
import { itemsOf, lanesOf, viewOf } from './items.ts';
import { outerMarkup } from './markup.ts';

/**
 * The whole timeline, with marks numbered like the events.
 * @param name a class for the style sheet
 * @returns SVG with a full text alternative
 */
export function drawPlate(
  archive: Archive,
  room: Pick<View, 'orientation' | 'width'>,
  name: string,
): string {
  const items = itemsOf(archive).map((item, i) => ({ ...item, title: `${i + 1} ${item.title}` }));
  const { svg, scene } = drawPlain(archive, items, viewOf(archive, room));
  for (const line of svg.querySelectorAll('.mark text > tspan:first-child')) {
    const [number = '', ...title] = (line.textContent ?? '').split(' ');
    const bold = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'tspan');
    bold.setAttribute('class', 'number');
    bold.textContent = number;
    line.replaceChildren(bold, ` ${title.join(' ')}`);
  }
  svg.setAttribute('class', `timeline ${room.orientation} ${name}`);
  svg.setAttribute('aria-label', describe(archive, scene));
  return outerMarkup(svg);
}

/** A strip of all marks with one event's highlighted. It is drawn once and written for each page. */
export const drawStrip = (archive: Archive, event: Event, text: string): string =>
  highlighted(stripOf(archive), event.id, text);

/** The same with the key of each mark (`data-key`), and event → key. */
export function keyedStrip(
  archive: Archive,
  event: Event,
  text: string,
): { strip: string; keys: ReadonlyMap<string, string> } {
  const template = templateOf(archive, stripView(archive), 'position-strip', true);
  return { strip: highlighted(template, event.id, text), keys: template.keys };
}

interface Strip {
  /** The markup around the label and the marks, in order: the label stands after the first piece, a mark after each other. */
  pieces: string[];
  marks: { key: string; plain: string; here: string }[];
  /** Event → the key of its mark. */
  keys: Map<string, string>;
}

function highlighted({ pieces, marks, keys }: Strip, event: string, text: string): string {
  const here = keys.get(event);
  if (here === undefined) throw new Error(`the strip has no mark for ${event}`);
  const [start = '', ...between] = pieces;
  const body = between.map((piece, i) => {
    const mark = marks[i];
    return piece + (mark ? mark[mark.key === here ? 'here' : 'plain'] : '');
  });
  return start + escapeMarkup(text) + body.join('');
}

/** Where something of each page's own stands in the markup; no text of an archive may hold it. */
const SLOT = '\0';

const stripView = (archive: Archive): View => ({
  ...viewOf(archive, { orientation: 'across', width: 720 }),
  detail: 'strip',
});

const stripOf = (archive: Archive): Strip =>
  once(archive, 'strip', () => templateOf(archive, stripView(archive), 'position-strip'));

/** To half pixels: a drawing that is on every page has no use for more. */
function roundPositions(node: Element): void {
  for (const name of ['d', 'transform', 'x', 'y']) {
    const value = node.getAttribute(name);
    const rounded = value?.replace(/-?\d+\.\d+/g, (text) => `${Math.round(Number(text) * 2) / 2}`);
    if (rounded && rounded !== value) node.setAttribute(name, rounded);
  }
}

/** A drawing of all marks that is completed for each page. @param name its class @param keyed whether marks have `data-key` */
function templateOf(archive: Archive, view: View, name: string, keyed = false): Strip {
  const { svg, scene } = drawPlain(archive, itemsOf(archive), view);
  svg.setAttribute('class', `timeline across ${name}`);
  svg.setAttribute('aria-label', SLOT);
  for (const node of svg.querySelectorAll('*')) roundPositions(node);
  for (const node of svg.querySelectorAll(keyed ? 'g:not(.mark)' : 'g'))
    node.removeAttribute('data-key');
  const marks = [...svg.querySelectorAll('.mark')].map((mark, i) => {
    const names = mark.getAttribute('class') ?? '';
    const plain = outerMarkup(mark);
    mark.setAttribute('class', names.replace('mark', 'mark here'));
    const here = mark.outerHTML;
    mark.replaceWith(SLOT);
    return { key: scene.marks[i]?.key ?? '', plain, here };
  });
  const keys = new Map(scene.marks.flatMap(({ key, ids }) => ids.map((id) => [id, key])));
  return { pieces: outerMarkup(svg).split(SLOT), marks, keys };
}

/** The timeline of the screen as one picture without links. */
function drawPlain(
  archive: Archive,
  items: readonly Item[],
  view: View,
): { svg: Element; scene: Scene } {
  const scene = layout(items, lanesOf(archive), view);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: Element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  draw(svg, scene, null);
  svg.setAttribute('role', 'img');
  return { svg, scene };
}

type Position = Record<'x' | 'y', number>;

/** The events track by track, and the axis breaks. */
function describe({ site, events }: Archive, scene: Scene): string {
  const along = scene.orientation === 'across' ? 'x' : 'y';
  const number = new Map(events.map(({ id }, i) => [id, i + 1]));
  const tracks = site.tracks.map((track) => {
    const own = events
      .filter((event) => event.track === track)
      .map((event) => {
        const date = formatDate(bestDate(event), site.language);
        return words.plate.event(number.get(event.id) ?? 0, event.title, date);
      });
    return words.plate.track(track.label, own);
  });
  const mirrored = along === 'x' && directionOf(site.language) === 'rtl';
  const later = (a: Position, b: Position) =>
    mirrored ? b[along] - a[along] : a[along] - b[along];
  const marks = scene.marks.toSorted(later);
  const breaks = scene.breaks.map((gap) => {
    const behind = marks.findIndex((mark) => later(mark, gap) > 0);
    const sides = [marks[behind - 1], marks[behind]].map((mark) => mark && number.get(mark.key));
    const [first, second] = sides;
    return first && second
      ? words.plate.axisBreakBetween(gap.text, first, second)
      : words.plate.axisBreak(gap.text);
  });
  return [words.plate.events(events.length), ...tracks, ...breaks].join(' ');
}
