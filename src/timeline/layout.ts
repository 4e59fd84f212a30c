/** `layout(items, lanes, view) → scene`: pure, the same in the build and in the browser. */
import { layoutAcross } from './across.ts';
import { layoutDown } from './down.ts';
import type { Item, Lane } from './item.ts';
import { mirror } from './mirror.ts';
import { prepare } from './prepare.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

const all = (): boolean => true;

/**
 * The geometry of a view.
 * @param items in any order; those of one date keep theirs. What does not depend on the view is kept for the array: pass
 * the same one again
 * @param shows which items are drawn; the others still take part in the scale. Also kept: pass the same function again
 */
export function layout(
  items: readonly Item[],
  lanes: readonly Lane[],
  view: View,
  shows: (item: Item) => boolean = all,
): Scene {
  if (items.length === 0)
    return {
      orientation: view.orientation,
      width: view.width,
      height: 0,
      room: null,
      bands: [],
      lanes: [],
      breaks: [],
      axis: '',
      ticks: [],
      marks: [],
    };
  const prepared = prepare(items);
  const scene =
    view.orientation === 'across'
      ? layoutAcross(prepared, lanes, view, shows)
      : layoutDown(prepared, lanes, view, shows);
  return view.direction === 'rtl' ? mirror(scene) : scene;
}
