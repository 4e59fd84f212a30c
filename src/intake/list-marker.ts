import type { Element } from 'domhandler';
import { romanNumeral } from './roman.ts';

const lists = new WeakMap<Element, ReadonlyMap<Element, string>>();

/**
 * The number of a list's item where the page itself sets it: the standard asks for `type` where "the value matters, as
 * in legal or technical documents". A number that a style sheet may give or take away is not text.
 */
export function markerOf(item: Element): string {
  const list = item.parent;
  if (!list || !('attribs' in list) || list.name !== 'ol') return '';
  const markers = lists.get(list) ?? markersOf(list);
  lists.set(list, markers);
  return markers.get(item) ?? '';
}

/** The numbers of all items of a list; none if the page does not set them. */
function markersOf(list: Element): ReadonlyMap<Element, string> {
  const items = list.children.filter(
    (one): one is Element => 'attribs' in one && one.name === 'li',
  );
  const { type, start, reversed } = list.attribs;
  const isSet = [type, start, reversed, ...items.map(({ attribs }) => attribs['value'])].some(
    (one) => one !== undefined,
  );
  const markers = new Map<Element, string>();
  if (!isSet) return markers;
  const step = reversed === undefined ? 1 : -1;
  const whole = (given: string | undefined): number => Number.parseInt(given ?? '', 10);
  let number = whole(start) || (step < 0 ? items.length : 1);
  for (const item of items) {
    const value = whole(item.attribs['value']);
    if (!Number.isNaN(value)) number = value;
    markers.set(item, `${counter(number, type ?? '1')}. `);
    number += step;
  }
  return markers;
}

function counter(number: number, type: string): string {
  if (number < 1) return String(number);
  if (/^a$/i.test(type)) {
    let letters = '';
    for (let left = number; left > 0; left = Math.floor((left - 1) / 26))
      letters = String.fromCharCode(97 + ((left - 1) % 26)) + letters;
    return type === 'A' ? letters.toUpperCase() : letters;
  }
  if (/^i$/i.test(type) && number < 4000) {
    const roman = romanNumeral(number);
    return type === 'i' ? roman : roman.toUpperCase();
  }
  return String(number);
}
