/** What shows on the line of the reading bar how far the reader is. */
import type { Item } from './item.ts';
import { mirrorX } from './mirror.ts';
import { baseScale, prepare } from './prepare.ts';
import { round } from './scene.ts';
import { edgesOf, type View } from './view.ts';
import { moments } from './window.ts';

/** Paths in the coordinates of the scene. */
export interface Rail {
  /** All of the way, along the foot. */
  way: string;
  /** The part of it up to the event being read. */
  done: string;
  /** A pin at that event, which is exact also where its mark is one of several. */
  pin: string;
}

/** @param view with the detail `line` @param height of its scene */
export function railOf(items: readonly Item[], view: View, height: number, id: string): Rail {
  const { width, spacing, direction } = view;
  const scale = baseScale(prepare(items), spacing, ...edgesOf(width, view.detail));
  const along = scale(moments(items).get(id) ?? 0);
  const mirrored = direction === 'rtl';
  const at = mirrored ? mirrorX(along, width) : round(along);
  const y = height - 2;
  return {
    way: `M0,${y}H${width}`,
    done: `M${mirrored ? width : 0},${y}H${at}`,
    pin: `M${at},${height - 7}l5,7h-10z`,
  };
}
