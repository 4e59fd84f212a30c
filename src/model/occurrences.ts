/** So much of longer words is sought first: `indexOf` may compare all that it seeks at each place of a text. */
const LONG = 500;
/** After so many places a text is taken to repeat itself. */
const MANY = 500;

/**
 * Every place where words stand in a text, overlapping ones too, in time proportional to the lengths of both.
 * @see https://en.wikipedia.org/wiki/Knuth–Morris–Pratt_algorithm
 */
export function occurrencesIn(text: string, words: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  // Many times faster than the table where there are few places.
  const beginning = words.slice(0, LONG);
  let from = text.indexOf(beginning);
  for (let place = 0; from >= 0 && place < MANY; place++) {
    if (text.startsWith(words, from)) found.push(from);
    from = text.indexOf(beginning, from + 1);
  }
  if (from < 0) return found;
  const table = overlapsOf(words);
  let matched = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && words.charCodeAt(matched) !== unit) matched = table[matched - 1] ?? 0;
    if (words.charCodeAt(matched) === unit) matched++;
    if (matched < words.length) continue;
    found.push(at + 1 - matched);
    matched = table[matched - 1] ?? 0;
  }
  return found;
}

/** For each beginning of words, how long the longest shorter beginning is that it ends with. */
function overlapsOf(words: string): Uint32Array {
  const table = new Uint32Array(words.length);
  for (let at = 1, matched = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    while (matched > 0 && words.charCodeAt(matched) !== unit) matched = table[matched - 1] ?? 0;
    if (words.charCodeAt(matched) === unit) matched++;
    table[at] = matched;
  }
  return table;
}
