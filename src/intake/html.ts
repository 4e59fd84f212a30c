/**
 * Extracts the text of an HTML page as a browser shows it: parsed by the standard, extracted as by `innerText`, with an
 * empty line between blocks. Where plain text would change the meaning, as with exponents, it is written otherwise:
 * `docs/text-from-html.md` says how, for every element.
 * @see https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute
 */
import type { AnyNode, Document, Element } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { decodeDocument } from './charset.ts';
import type { Extract, LeftOut } from './extract.ts';
import { type Furniture, furnitureOf, proposed } from './furniture.ts';
import { markerOf } from './list-marker.ts';
import { mathText } from './math.ts';
import { Paragraphs } from './paragraphs.ts';
import { quotationMarks } from './quotation-marks.ts';
import { lower, raise } from './scripts.ts';
import { type Section, Sections } from './sections.ts';
import { displayOf, type Inherited, inheritedBy, unseen } from './seen.ts';
import type { SheetOf } from './sheets.ts';
import { isLinked, stylesOf } from './style.ts';
import { Unreadable } from './unreadable.ts';

export interface Page {
  title: string;
  /** As the page says, or empty. */
  language: string;
  charset: string;
  /** Paragraphs, an empty line between them. */
  text: string;
  leftOut: LeftOut[];
  /** What seems to be no part of the document, although it is in its text. */
  furniture: Furniture[];
  sections: Section[];
  /** How many style sheets in files of their own were at hand. */
  sheets: number;
  /** How many were not: what they hide is in the text. */
  otherSheets: number;
}

/** Browsers nest elements no deeper than 512. */
const DEEPEST = 1000;

const START: Inherited = {
  language: '',
  visible: true,
  blank: false,
  whiteSpace: 'normal',
  transform: 'none',
  quotes: 0,
  blocks: false,
};

/** The addresses of the style sheets that a page links to, as it has them. */
export const linkedSheets = (bytes: Uint8Array, charset?: string): string[] =>
  hrefsIn(parsed(decodeDocument(bytes, true, charset).text).elements);

const hrefsIn = (elements: readonly Element[]): string[] =>
  elements.filter(isLinked).map(({ attribs }) => attribs['href'] ?? '');

/**
 * Takes the text out of a page.
 * @param charset its character set where the author knows it and the page does not say it
 * @param sheetOf gives the style sheets that the page links to
 * @throws {Unreadable} if its bytes do not fit its character set, or its elements are nested too deep
 */
export function readHtml(bytes: Uint8Array, charset?: string, sheetOf: SheetOf = () => null): Page {
  const decoded = decodeDocument(bytes, true, charset);
  const { document, elements } = parsed(decoded.text);
  const linked = hrefsIn(elements);
  const sheets = new Map<string, string>();
  for (const href of linked) {
    const sheet = sheets.get(href) ?? sheetOf(href);
    if (sheet !== null) sheets.set(href, sheet);
  }
  const written = new Set<string>();
  const styleOf = stylesOf(elements, sheets, (words) => written.add(words));
  const out = new Paragraphs();
  const sections = new Sections();
  const leftOut: LeftOut[] = [];
  const proposals: Furniture[] = [];
  let furniture: string | null = null;
  /** Elements that have had a cell. */
  const rows = new Set<AnyNode>();
  walk(document, START);
  const text = out.text();
  if (text.includes('\uFFFD'))
    throw new Unreadable('its text holds U+FFFD, the sign for characters that were lost', [
      'get the page anew: its words are not whole',
    ]);
  for (const words of out.unusedPictures) leftOut.push({ words, why: 'describes a picture' });
  for (const words of written) leftOut.push({ words, why: 'written by a style sheet' });
  const named = (name: string): Element | undefined => elements.find((one) => one.name === name);
  return {
    title: oneLine(contentOf(named('title'))),
    language: named('html')?.attribs['lang'] ?? '',
    charset: decoded.charset,
    text,
    leftOut,
    furniture: proposed(proposals, text),
    sections: sections.of(out.all),
    sheets: linked.filter((href) => sheets.has(href)).length,
    otherSheets: linked.filter((href) => !sheets.has(href)).length,
  };

  function walk(node: AnyNode, from: Inherited): void {
    if (node.type === 'text') {
      if (from.visible && !from.blank) out.add(node.data, from);
      else leave(node, 'hidden');
    } else if (node.type === 'root') for (const child of node.children) walk(child, from);
    else if ('attribs' in node) element(node, from);
  }

  function element(node: Element, from: Inherited): void {
    const style = styleOf(node);
    const display = displayOf(node, style, from);
    const followsCell = node.parent !== null && rows.has(node.parent);
    if (node.parent && (node.name === 'td' || node.name === 'th')) rows.add(node.parent);
    if (display === 'none') {
      leave(node, 'hidden');
      return;
    }
    const own = inheritedBy(node, style, from, display);
    const why = unseen(node, style);
    const block = BLOCK_LEVEL.test(display);
    if (block) out.end();
    const before = out.count;
    const outer = furniture;
    furniture ??= furnitureOf(node);
    const around = block ? sections.open(node, before, furniture !== outer) : null;
    if (display === 'table-cell' && followsCell) out.tab();
    if (why) leave(node, why);
    else content(node, own, style.get('vertical-align') ?? '', style.get('quotes'));
    if (block) out.end();
    if (around) sections.close(node, around, before, out.count);
    // The outermost is proposed as a whole.
    if (block && outer === null && furniture !== null && out.count > before)
      proposals.push({ exact: out.slice(before, out.count), why: furniture });
    furniture = outer;
  }

  function content(node: Element, own: Inherited, align: string, quotes?: string): void {
    const { name } = node;
    if (name === 'br') out.lineEnd(own);
    else if (name === 'img') picture(node, own);
    else if (name === 'math') out.add(own.visible ? mathText(node) : '', own);
    else within(node, own, align, quotes);
  }

  /** The content of an element, with what plain text needs in addition. */
  function within(node: Element, own: Inherited, align: string, quotes?: string): void {
    const { name } = node;
    if (name === 'li' && own.visible) out.marker(markerOf(node));
    if (REWRITTEN.test(name) || /^su(?:b|per)/.test(align)) out.settle();
    const start = out.mark();
    if (name === 'details' && node.attribs['open'] === undefined) closed(node, own);
    else for (const child of node.children) walk(child, own);
    if (name === 'li') out.settle();
    if (name === 'sup' || /^super/.test(align))
      out.rewrite(start, (text, before) => raise(text, before, isNoteMark(node)));
    if (name === 'sub' || /^sub/.test(align)) out.rewrite(start, lower);
    if (name === 'q' && quotes !== 'none') {
      const { open, close } = quotationMarks(own.language || 'en', own.quotes - 1);
      out.rewrite(start, (text) => `${open}${text.trim()}${close}`);
    }
    if (name === 'rt' && !hasOwnParentheses(node))
      out.rewrite(start, (text) => (text.trim() === '' ? '' : `(${text.trim()})`));
    if (name === 'bdo' && /^rtl$/i.test(node.attribs['dir'] ?? ''))
      out.rewrite(start, (text) =>
        /\p{Script=Arab}|\p{Script=Hebr}/u.test(text) ? text : mirrored(text),
      );
  }

  function closed(node: Element, own: Inherited): void {
    const summary = node.children.find((child) => 'name' in child && child.name === 'summary');
    for (const child of node.children)
      if (child === summary) walk(child, own);
      else leave(child, 'in a closed <details>');
  }

  function picture({ attribs }: Element, own: Inherited): void {
    const words = oneLine(attribs['alt'] ?? '');
    if (words === '' || !own.visible || own.blank) return;
    out.picture(words);
  }

  function leave(node: AnyNode, why: string): void {
    if ('name' in node && UNSPOKEN.has(node.name)) return;
    const words = oneLine(contentOf(node));
    if (/[\p{L}\p{N}]/u.test(words)) leftOut.push({ words, why });
  }
}

/** A page as one of the documents whose original is kept. */
export const ofPage = ({ sheets, otherSheets, ...page }: Page): Extract => ({
  ...page,
  remarks: [
    ...(page.charset === 'utf-8' ? [] : [`its characters were read as ${page.charset}`]),
    ...(sheets > 0
      ? [`${counted(sheets)} beside the page: what is hidden by them is not in the text`]
      : []),
    ...(otherSheets > 0
      ? [
          `${counted(otherSheets)} of the page not found beside it: words hidden by them are in the text, so compare it with the page in a browser, or save the page there with its files`,
        ]
      : []),
  ],
});

const counted = (sheets: number): string =>
  sheets === 1 ? '1 style sheet' : `${sheets} style sheets`;

/** Elements whose text is written in another way. */
const REWRITTEN = /^(?:sup|sub|q|rt|bdo)$/;

const BLOCK_LEVEL = /^(?:block|flex|grid|list-item|flow-root|table|table-(?!cell|column).*)$/;

/** Elements without text for readers. */
const UNSPOKEN = new Set(
  'script style head title link meta template noscript annotation desc metadata defs'.split(' '),
);

function parsed(text: string): { document: Document; elements: Element[] } {
  let depth = 0;
  const elements: Element[] = [];
  const document = parse(text, {
    treeAdapter: {
      ...adapter,
      createElement(name, namespace, attributes) {
        const made = adapter.createElement(name, namespace, attributes);
        elements.push(made);
        return made;
      },
      onItemPush() {
        depth += 1;
        if (depth > DEEPEST)
          throw new Unreadable(`its elements are nested more than ${DEEPEST} deep`, [
            'open the page in a browser and save it from there, or save its text alone',
          ]);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  return { document, elements };
}

function contentOf(node: AnyNode | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.data;
  if (!('children' in node)) return '';
  return node.children.map(contentOf).join('name' in node && node.name === 'select' ? ' ' : '');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether `<rp>` gives the parentheses of the annotation. */
function hasOwnParentheses(node: Element): boolean {
  let before = node.prev;
  while (before && !('attribs' in before)) before = before.prev;
  return before?.name === 'rp' && contentOf(before).trim() !== '';
}

/** Whether it is a superscript link to a note on the same page, or marked as a reference to one. */
function isNoteMark(node: Element): boolean {
  const near = [node, node.parent, ...node.children].filter(
    (one): one is Element => one !== null && 'attribs' in one,
  );
  return near.some(
    ({ name, attribs }) =>
      (name === 'a' && /#/.test(attribs['href'] ?? '')) ||
      /\bnoteref\b/.test(`${attribs['role'] ?? ''} ${attribs['epub:type'] ?? ''}`) ||
      (name !== 'body' &&
        /\b(?:foot|end)?note|\breference\b|\bcite(?:_ref)?\b|\bfn/i.test(
          `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`,
        ) &&
        (name === 'a' || name === 'sup')),
  );
}

const mirrored = (text: string): string =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)]
    .map(({ segment }) => segment)
    .reverse()
    .join('');
