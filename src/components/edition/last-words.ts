/** Longer words fill a line by themselves. */
const LONGEST = 40;

/**
 * Cuts a text before its last three words, which are to stand on one line: two alone at a paragraph's end look lost.
 * Where these are long, as in scripts without spaces, nothing is cut. The characters stay as they are.
 */
export function lastWords(text: string): { head: string; tail: string } {
  const found = /\S+\s+\S+\s+\S+\s*$/.exec(text.slice(-LONGEST - 1));
  const at = found?.index ? text.length - found[0].length : text.length;
  return { head: text.slice(0, at), tail: text.slice(at) };
}
