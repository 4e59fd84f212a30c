/** Gathers the text of a page into paragraphs, with white space collapsed as CSS does it. */
import type { Inherited } from './seen.ts';

interface Piece {
  text: string;
  /** White space is preserved. */
  kept: boolean;
  /** Stands for a picture. */
  picture: boolean;
}

/** Han, kana and their punctuation: a line break between two of them is removed. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF5E]/u;

/** Control characters other than white space, and noncharacters, which browsers do not show. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const INVISIBLE = /[\0-\u0008\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;

export class Paragraphs {
  readonly #done: string[] = [];
  #open: Piece[] = [];
  /** The number of a list's item that has no words yet. */
  #marker = '';
  /** The text of pictures that are paragraphs by themselves. */
  readonly unusedPictures: string[] = [];

  /** Adds text of an element. */
  add(text: string, from: Inherited): void {
    const { whiteSpace, transform, language } = from;
    if (text === '') return;
    const plain = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
    const shown = transformed(plain, transform, language);
    if (whiteSpace === 'pre-line')
      for (const [i, line] of shown.split('\n').entries()) {
        if (i > 0) this.lineEnd(from);
        this.#push(line, false);
      }
    else this.#push(shown, /^(?:pre|pre-wrap|break-spaces)$/.test(whiteSpace));
  }

  lineEnd({ visible }: Pick<Inherited, 'visible'>): void {
    if (visible) this.#push('\n', true);
  }

  /** Between the cells of a row. */
  tab(): void {
    this.#push('\t', true);
  }

  /** The number of a list's item: it stands before the first words of the item, in whichever block they are. */
  marker(text: string): void {
    // An item may begin with a list of its own.
    this.#marker += text;
  }

  /** Puts the number of an item where it is now, if that is to come. */
  settle(): void {
    if (this.#marker === '') return;
    this.#open.push({ text: this.#marker, kept: false, picture: false });
    this.#marker = '';
  }

  /** The text of a picture: in brackets, as text browsers show it, unless it is one character. */
  picture(words: string): void {
    this.settle();
    const [, second] = new Intl.Segmenter().segment(words);
    this.#open.push({ text: second ? `[${words}]` : words, kept: false, picture: true });
  }

  /** Where the open paragraph is now, for {@link rewrite}. */
  mark(): { paragraph: Piece[]; at: number } {
    return { paragraph: this.#open, at: this.#open.length };
  }

  /**
   * Replaces what was added since a mark, if it is all in one paragraph.
   * @param change is given the text added, and the piece of text before it
   */
  rewrite(
    { paragraph, at }: { paragraph: Piece[]; at: number },
    change: (text: string, before: string) => string,
  ): void {
    if (paragraph !== this.#open) return;
    const pieces = this.#open.splice(at);
    // Only its last characters matter; joining all of it for each change takes quadratic time.
    const before = this.#open.findLast(({ text }) => text !== '')?.text ?? '';
    this.#open.push({
      text: change(joined(pieces), before),
      kept: pieces.some((piece) => piece.kept),
      picture: false,
    });
  }

  /** Ends the paragraph. */
  end(): void {
    const open = this.#open;
    if (open.length === 0) return;
    this.#open = [];
    if (open.some(({ text, picture }) => !picture && /\S/.test(text))) {
      // A row keeps the tabs of its empty first cells.
      const text = trimmedEnd(joined(open).replace(/^\n+/, ''), ' \t\n');
      this.#done.push(text);
    } else for (const { picture, text } of open) if (picture) this.unusedPictures.push(text);
  }

  /** The paragraphs that have ended. */
  get all(): readonly string[] {
    return this.#done;
  }

  /** How many paragraphs have ended. */
  get count(): number {
    return this.#done.length;
  }

  /** The paragraphs from one to another, as they stand in the text. */
  slice(from: number, to: number): string {
    return this.#done.slice(from, to).join('\n\n');
  }

  /** All paragraphs, an empty line between them, a line end at the end; empty if there are none. */
  text(): string {
    this.end();
    return this.#done.length === 0 ? '' : `${this.#done.join('\n\n')}\n`;
  }

  #push(text: string, kept: boolean): void {
    if (text === '') return;
    if (/\S/.test(text)) this.settle();
    this.#open.push({ text, kept, picture: false });
  }
}

/** Takes time proportional to the length: no pattern that begins with a repetition, no text searched twice. */
function joined(pieces: readonly Piece[]): string {
  const out: string[] = [];
  for (const { text, kept } of pieces) {
    const last = out.at(-1);
    if (kept) {
      if (/^[\n\t]/.test(text)) trimSpaces(out);
      out.push(text);
      continue;
    }
    const collapsed = text.replace(/[ \t\n\f]+/g, (space, at: number) =>
      space.includes('\n') &&
      UNSPACED.test(text[at - 1] ?? '') &&
      UNSPACED.test(text[at + space.length] ?? '')
        ? ''
        : ' ',
    );
    const follows = last === undefined || ' \n\t'.includes(last.at(-1) ?? '');
    const added = follows && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (added !== '') out.push(added);
  }
  return out.join('');
}

/** Removes the spaces at the end of a text in pieces. */
function trimSpaces(pieces: string[]): void {
  for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
    const trimmed = trimmedEnd(last, ' ');
    if (trimmed === '') continue;
    pieces.push(trimmed);
    return;
  }
}

/** A text without the given characters at its end. */
function trimmedEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

function transformed(text: string, transform: string, language: string): string {
  const tag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language) ? language : undefined;
  if (transform === 'uppercase') return text.toLocaleUpperCase(tag);
  if (transform === 'lowercase') return text.toLocaleLowerCase(tag);
  if (transform !== 'capitalize') return text;
  return text.replace(/(?<![\p{L}\p{N}\p{M}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase(tag));
}
