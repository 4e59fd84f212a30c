/** `layout(items, lanes, view) → scene`: pure, the same in the build and in the browser. */
import { layoutAcross } from './across.ts';
import { layoutDown } from './down.ts';
import type { Item, Lane } from './item.ts';
import { prepare } from './prepare.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

/** @param items in time order */
export function layout(items: readonly Item[], lanes: readonly Lane[], view: View): Scene {
  if (items.length === 0)
    return {
      ...{ orientation: view.orientation, width: view.width, height: 0, axis: '' },
      ...{ bands: [], lanes: [], folds: [], ticks: [], marks: [] },
    };
  const prepared = prepare(items);
  return view.orientation === 'across'
    ? layoutAcross(prepared, lanes, view)
    : layoutDown(prepared, lanes, view);
}
