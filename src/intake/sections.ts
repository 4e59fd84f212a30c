/**
 * Which headings of a page each paragraph stands under. HTML does not say where a section ends, so a heading counts
 * for no more than what is surely below it: up to the next heading of its level, and not beyond the element that holds
 * it with text of its own. A quote after a box "Read also" is not said to stand in it.
 */
import type { Element } from 'domhandler';

/** From where on a text stands under which headings. */
export interface Section {
  /** Where it begins in the text; it ends where the next one begins. */
  start: number;
  /** From the outermost; none after the end of a section that no other follows. */
  headings: string[];
  /** Of the last heading on its page, if it has one. */
  id?: string;
}

interface Heading {
  level: number;
  /** Its place among the paragraphs of the text. */
  paragraph: number;
  id: string;
}

/** What was open when an element began. */
interface Outer {
  headings: readonly Heading[];
  count: number;
  apart: boolean;
}

/** Elements whose headings count for nothing outside of them. */
const OWN =
  /^(?:article|aside|blockquote|caption|dd|details|dialog|dt|fieldset|figcaption|figure|footer|li|nav|section|tr)$/;
/** Elements for headings, with what belongs to them. */
const HEAD = /^(?:header|hgroup)$/;

export class Sections {
  #headings: readonly Heading[] = [];
  /** How many headings there were. */
  #count = 0;
  /** Elements with text and without headings, since the last heading. */
  #below = 0;
  readonly #changes: { from: number; headings: readonly Heading[] }[] = [];

  /**
   * A block begins.
   * @param paragraph the number of paragraphs before it
   * @param apart whether it seems to be no part of the document: it stands under none of its headings
   */
  open(node: Element, paragraph: number, apart: boolean): Outer {
    const outer = { headings: this.#headings, count: this.#count, apart: apart || isNotes(node) };
    if (outer.apart) this.#set(paragraph, []);
    return outer;
  }

  /**
   * A block ends.
   * @param from the number of paragraphs before it
   * @param to the same, with its own
   */
  close(node: Element, outer: Outer, from: number, to: number): void {
    const level = levelOf(node);
    if (level > 0 && to > from) {
      const heading = { level, paragraph: from, id: node.attribs['id'] ?? '' };
      this.#set(from, [...outer.headings.filter((one) => one.level < level), heading]);
      this.#count += 1;
      this.#below = 0;
    } else if (outer.apart) this.#set(to, outer.headings);
    else if (this.#count === outer.count) this.#below += to > from ? 1 : 0;
    else if (OWN.test(node.name) || (this.#below > 0 && !HEAD.test(node.name)))
      this.#set(to, outer.headings);
  }

  #set(from: number, headings: readonly Heading[]): void {
    this.#headings = headings;
    if (this.#changes.at(-1)?.from === from) this.#changes.pop();
    this.#changes.push({ from, headings });
  }

  /** The sections of a text. @param paragraphs all of it, which stand in it with an empty line between them */
  of(paragraphs: readonly string[]): Section[] {
    const starts: number[] = [];
    let at = 0;
    for (const { length } of paragraphs) {
      starts.push(at);
      at += length + 2;
    }
    const words = ({ paragraph }: Heading): string =>
      (paragraphs[paragraph] ?? '').replace(/\s+/g, ' ').trim();
    return this.#changes.flatMap(({ from, headings }) => {
      const start = starts[from];
      const id = headings.at(-1)?.id;
      return start === undefined
        ? []
        : [{ start, headings: headings.map(words), ...(id && { id }) }];
    });
  }
}

/** 1 to 6 of a heading, else 0. */
function levelOf({ name, attribs }: Element): number {
  const [, digit] = /^h([1-6])$/.exec(name) ?? [];
  if (digit !== undefined && attribs['role'] === undefined) return Number(digit);
  return attribs['role'] === 'heading' ? Number.parseInt(attribs['aria-level'] ?? '2', 10) || 2 : 0;
}

/** Whether it holds the notes of the whole text, which stand below the last heading and not under it. */
const isNotes = ({ attribs }: Element): boolean =>
  attribs['data-footnotes'] !== undefined ||
  /^doc-(?:endnotes|footnotes)$/.test(attribs['role'] ?? '');
