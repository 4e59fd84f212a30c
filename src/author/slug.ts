/** Ids made from words. */
import anyAscii from 'any-ascii';
import { whyReserved } from '../model/id.ts';

/** Words as an id, cut at the end of a word, letters of other scripts transliterated; `''` if they hold no letter and no digit. */
export function slugOf(words: string, longest = 60): string {
  const slug = anyAscii(words.slice(0, 10 * longest).normalize('NFC'))
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longest) return slug;
  return slug
    .slice(0, longest + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longest);
}

/** By the ids that are taken, the number that a wanted one had last: thousands may want the same. */
const numbers = new WeakMap<Set<string>, Map<string, number>>();

/** The first of `a`, `a-2`, `a-3` … that is neither reserved nor taken. Adds it to `taken`. */
export function freeId(wanted: string, taken: Set<string>): string {
  const last = numbers.get(taken) ?? new Map<string, number>();
  numbers.set(taken, last);
  let id = wanted;
  let n = last.get(wanted) ?? 1;
  while (taken.has(id) || whyReserved(id, 'event')) id = `${wanted}-${++n}`;
  last.set(wanted, n);
  taken.add(id);
  return id;
}
