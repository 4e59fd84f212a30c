/** Cuts a text before its last three words, which the style sheet keeps on one line. The characters are unchanged. */
export function lastWords(text: string): { head: string; tail: string } {
  const at = /\S+\s+\S+\s+\S+\s*$/.exec(text)?.index ?? text.length;
  return { head: text.slice(0, at), tail: text.slice(at) };
}
