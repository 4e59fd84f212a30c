// @ts-check
/** Quotes against the texts of their sources. */
import { sought } from './html.mjs';
import { fault, folder, sha256, shown, sources } from './site.mjs';

/**
 * The passages stand in the source, where prefix and suffix say; several in order, with words between them, in one way.
 * @param {any} event @param {any} quote
 */
export function checkQuote(event, quote) {
  const where = `${folder}/events/${event.id} ${quote.id}`;
  const source = sources.get(quote.source);
  if (!source) return fault(where, `there is no source ${quote.source}`);
  if (sha256(source.bytes).toString('hex') !== source.record.sha256)
    fault(where, `${quote.source}.txt is not that of the digest`);
  const plain = (/** @type {string} */ text) => sought(text, source.record);
  const whole = plain(source.text);
  /** @type {{ exact: string, start: number, end: number }[][]} */
  const found = quote.passages.map((/** @type {any} */ { exact, prefix = '', suffix = '' }) => {
    const [words, before, after] = [plain(exact), plain(prefix), plain(suffix)];
    const hits = [];
    for (let start = whole.indexOf(words); start >= 0; start = whole.indexOf(words, start + 1)) {
      const end = start + words.length;
      if (
        whole.slice(0, start).trimEnd().endsWith(before) &&
        whole.slice(end).trimStart().startsWith(after)
      )
        hits.push({ exact, start, end });
    }
    if (hits.length === 0) fault(where, `${quote.source}.txt does not say ${shown(exact)}`);
    return hits;
  });
  if (found.some((hits) => hits.length === 0)) return;
  if (found.length === 1 && found[0] && found[0].length > 1)
    fault(where, `${quote.source}.txt says ${shown(quote.exact)} ${found[0].length} times`);
  if (found.length === 1) return;
  // The first way and the last one are the same, if there is one way alone.
  let [from, to] = [0, Infinity];
  const first = found.map((hits) => {
    const hit = hits.find(({ start }) => start >= from);
    from = hit?.end ?? Infinity;
    return hit;
  });
  const last = found.toReversed().map((hits) => {
    const hit = hits.findLast(({ end }) => end <= to);
    to = hit?.start ?? -1;
    return hit;
  });
  const [wrong] = first.filter((hit, i) => !hit || hit !== last.toReversed()[i]);
  if (first.includes(undefined) || wrong)
    fault(
      where,
      `${quote.source}.txt does not have its passages in this order, or in several ways`,
    );
  first.forEach((hit, i) => {
    const before = first[i - 1];
    if (hit && before && !/[\p{L}\p{N}]/u.test(whole.slice(before.end, hit.start)))
      fault(where, `no words are left out before ${shown(hit.exact)}`);
  });
}
