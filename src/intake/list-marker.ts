import type { Element } from 'domhandler';
import { romanNumeral } from './roman.ts';

/**
 * The number of a list's item where the page itself sets it: the standard asks for `type` where "the value matters, as
 * in legal or technical documents". A number that a style sheet may give or take away is not text.
 */
export function markerOf(item: Element): string {
  const list = item.parent;
  if (!list || !('attribs' in list) || list.name !== 'ol') return '';
  const items = list.children.filter(
    (one): one is Element => 'attribs' in one && one.name === 'li',
  );
  const { type, start, reversed } = list.attribs;
  const isSet = [type, start, reversed, ...items.map(({ attribs }) => attribs['value'])].some(
    (one) => one !== undefined,
  );
  if (!isSet) return '';
  const step = reversed === undefined ? 1 : -1;
  const whole = (given: string | undefined): number => Number.parseInt(given ?? '', 10);
  let number = whole(start) || (step < 0 ? items.length : 1);
  for (const one of items) {
    const value = whole(one.attribs['value']);
    if (!Number.isNaN(value)) number = value;
    if (one === item) break;
    number += step;
  }
  return `${counter(number, type ?? '1')}. `;
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
