/** Finding words in texts: without accents, in upper or lower case. */

/** Letters that are no letter with an accent to Unicode, but to whoever types the plain one. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
  '’': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
};

/** A text as it is searched: "Sao" finds "São", "Lodz" finds "Łódź". */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øđðłıßæœþς’‘‐‑–]/g, (letter) => PLAIN[letter] ?? letter);

/** The words that are looked for. */
export const searchWords = (words: string): string[] => fold(words).split(/\s+/).filter(Boolean);

/** Where words stand in a text: the parts of it, in order, none in another. */
export function findWords(text: string, words: readonly string[]): [start: number, end: number][] {
  let folded = '';
  // Which character of the text each of the folded ones comes from.
  const from: number[] = [];
  for (let i = 0; i < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(i) ?? 0);
    const plain = fold(letter);
    for (let unit = 0; unit < plain.length; unit++) from.push(i);
    folded += plain;
    i += letter.length;
  }
  from.push(text.length);
  const found: [number, number][] = [];
  for (let at = 0; at < folded.length; ) {
    const word = words.find((candidate) => folded.startsWith(candidate, at));
    if (!word) {
      at += 1;
      continue;
    }
    found.push([from[at] ?? 0, from[at + word.length] ?? text.length]);
    at += word.length;
  }
  return found;
}

/**
 * Whether a text has all of the words of a search. It is read anew for each search, as a browser may have translated it
 * since; what it said at first is found as well.
 */
export function searcher(read: () => string): (words: string) => boolean {
  const first = read();
  let seen = '';
  let folded = '';
  let last = { words: '', found: true };
  return (words) => {
    if (words === last.words) return last.found;
    const text = read();
    if (!folded || text !== seen) folded = fold(text === first ? first : `${first}\n${text}`);
    seen = text;
    last = { words, found: searchWords(words).every((word) => folded.includes(word)) };
    return last.found;
  };
}
