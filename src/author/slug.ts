/** Ids made from words. */
import { whyReserved } from '../model/id.ts';

/** Lower-case letters, digits and single hyphens, at a word's end; empty where nothing Latin is in it. */
export function slugOf(words: string, longest = 60): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
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

/** An id that is neither reserved nor among those taken, which it then joins: `a`, `a-2`, `a-3`. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id) || whyReserved(id, 'event'); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
