/** Ids made from words. */
import anyAscii from 'any-ascii';
import { OWN_LETTER, whyReserved } from '../model/id.ts';

const OWN = new RegExp(`((?:${OWN_LETTER})+)`, 'u');

/**
 * Words as an id, cut at the end of a word; `''` if they hold no letter and no digit. Latin, Cyrillic, Greek, Armenian
 * and Georgian letters become a to z. Other scripts keep their letters: one letter after another, 重庆 would be
 * Zhongqing, 독립문 Doglibmun and محمد mhmd.
 */
export function slugOf(words: string, longest = 60): string {
  const slug = compatible(words.slice(0, 10 * longest))
    .split(OWN)
    .map((run, i) => (i % 2 === 1 ? run : latin(run)))
    .join('')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1).replace(/-[^-]*$/, '');
  return cut.length <= longest ? cut : wholeCharacters(cut, longest);
}

/** Between letters of other scripts nothing but signs of a to z, 0 to 9 and hyphens. */
const latin = (run: string): string =>
  anyAscii(run)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-');

/** Letters of a presentation form as the letter itself; those of Thai and Lao AM and of Korean letters are other letters. */
const compatible = (text: string): string =>
  text.replace(/[^\u0E33\u0EB3\u3131-\u318E]+/g, (run) => run.normalize('NFKC')).normalize('NFC');

/** At most as many UTF-16 units, no character cut in two. */
function wholeCharacters(text: string, longest: number): string {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  const beyond = segments.find(({ index, segment }) => index + segment.length > longest);
  return text.slice(0, beyond?.index ?? longest);
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
