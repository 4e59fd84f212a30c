/** The timeline on paper: nothing to click, and told in words as well. */

import { select } from 'd3-selection';
import { parseHTML } from 'linkedom';
import * as words from '#words';
import { type Archive, bestDate, type Event } from '../model/archive.ts';
import { formatDate } from '../model/date-words.ts';
import { directionOf } from '../model/language.ts';
import { once } from '../model/once.ts';
import { draw, type Item, layout, type Scene, type View } from '../timeline/index.ts';
import { itemsOf, lanesOf, viewOf } from './items.ts';
import { outerMarkup } from './markup.ts';

type Room = Pick<View, 'orientation' | 'width'> & Partial<Pick<View, 'compact'>>;

/**
 * The whole timeline as a plate, every mark numbered as the events are.
 * @param name a class for the style sheet to choose by
 * @returns SVG with a full text alternative
 */
export function drawPlate(archive: Archive, room: Room, name: string): string {
  const items = itemsOf(archive).map((item, i) => ({ ...item, title: `${i + 1} ${item.title}` }));
  const { svg, scene } = drawPlain(archive, items, room);
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

/** A strip of all marks, in which one event's stands out. It is drawn once; the pages differ in one class. */
export function drawPlace(archive: Archive, event: Event, text: string): string {
  const { html, keys } = once(archive, 'place', () => stripOf(archive));
  // The marks are in front of all else, and so last.
  const key = html.lastIndexOf(` data-key="${keys.get(event.id)}"`);
  if (key < 0) throw new Error(`the strip has no mark for ${event.id}`);
  const at = html.indexOf('class="mark ', html.lastIndexOf('<g ', key)) + 'class="mark '.length;
  const label = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `${html.slice(0, at)}here ${html.slice(at)}`.replace(
    'aria-label=""',
    () => `aria-label="${label}"`,
  );
}

function stripOf(archive: Archive): { html: string; keys: Map<string, string> } {
  const room = { orientation: 'across', width: 720, compact: true } as const;
  const { svg, scene } = drawPlain(archive, itemsOf(archive), room);
  svg.setAttribute('class', 'timeline across placed');
  svg.setAttribute('aria-label', '');
  const keys = new Map(scene.marks.flatMap(({ key, ids }) => ids.map((id) => [id, key])));
  return { html: outerMarkup(svg), keys };
}

/** What the screen draws, as one picture without links. */
function drawPlain(
  archive: Archive,
  items: readonly Item[],
  { compact = false, ...room }: Room,
): { svg: Element; scene: Scene } {
  const scene = layout(items, lanesOf(archive), { ...viewOf(archive, room), compact });
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg: Element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  draw(select(svg as SVGSVGElement), scene, () => '');
  for (const node of svg.querySelectorAll('[role]')) node.removeAttribute('role');
  for (const link of svg.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const target of svg.querySelectorAll('.target')) target.remove();
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
      ? words.plate.foldBetween(gap.text, first, second)
      : words.plate.fold(gap.text);
  });
  return [words.plate.events(events.length), ...tracks, ...breaks].join(' ');
}
