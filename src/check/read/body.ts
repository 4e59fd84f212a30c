/**
 * Parses the text below the front matter, once, by an allow list. Forms on the list become the tree that pages show; all
 * others are errors. Nothing in a text is ever executed.
 */
import { markdownToMdast, mdxToMdast } from 'satteri';
import { tooMuch } from '../../intake/markdown-bounds.ts';
import { type Body, type BodyNode, type Note, noteTopics, wordsOf } from '../../model/body.ts';
import { didYouMean } from '../near/suggest.ts';
import { either, error, type Problem, shown } from '../problem.ts';
import type { TextFile } from './file.ts';
import {
  codeFault,
  imageAlone,
  isLanguage,
  LOOKS_LIKE_FOOTNOTE,
  linkFault,
  literalOf,
  mediumFault,
  type Node,
  REFUSED,
  syntaxProblem,
} from './markdown.ts';

/** Deeper than any real text, and shallow enough for recursion. */
const DEEPEST = 20;

/**
 * Parses the body of a Markdown or MDX file.
 * @param start the offset at which the body begins
 * @param notes whether `<Note>` is allowed
 * @returns `null` as body if the parser stops at a syntax error; never throws
 */
export function parseBody(
  file: TextFile,
  start: number,
  notes: boolean,
): { body: Body | null; problems: Problem[] } {
  const much = tooMuch(file.text, start);
  if (much) {
    const { offset, message } = much;
    return {
      body: null,
      problems: [error(1, file.at(offset), message, ['part it, or take some of it out'])],
    };
  }
  let root: Node;
  try {
    // Parses the whole file, so that line numbers are the file's.
    root = (file.file.endsWith('.mdx') ? mdxToMdast : markdownToMdast)(file.text) as Node;
  } catch (cause) {
    return { body: null, problems: [syntaxProblem(file, cause as Error)] };
  }
  const gate = new Gate(file, start, notes, root);
  const body = gate.blocks(
    (root.children ?? []).filter(({ type }) => type !== 'yaml'),
    1,
  );
  return { body, problems: gate.problems };
}

/** Converts allowed nodes and collects a problem for every other one. */
class Gate {
  readonly problems: Problem[] = [];
  readonly #file: TextFile;
  readonly #start: number;
  readonly #notes: boolean;
  readonly #definitions = new Map<string, Node>();
  /** Notes found inside the current block, to be placed after it. */
  #inside: Note[] = [];
  #inNote = false;

  constructor(file: TextFile, start: number, notes: boolean, root: Node) {
    this.#file = file;
    this.#start = start;
    this.#notes = notes;
    this.#define(root);
  }

  /** Blocks, each followed by the notes found in it. */
  blocks(nodes: readonly Node[], depth: number): BodyNode[] {
    return nodes.flatMap((node) => {
      const outer = this.#inside;
      this.#inside = [];
      const block = this.#node(node, depth);
      const found = this.#inside;
      this.#inside = outer;
      const isEmpty = block?.type === 'paragraph' && block.children.every(isBlank);
      return [...(block && !isEmpty ? [block] : []), ...found];
    });
  }

  #offset(node: Node): number {
    return node.position?.start.offset ?? this.#start;
  }

  #refuse(node: Node, message: string, ...remedies: string[]): null {
    this.problems.push(error(1, this.#file.at(this.#offset(node)), message, remedies));
    return null;
  }

  /** Markdown uses the first of two definitions, which an author cannot see; so the second is refused. */
  #define(root: Node): void {
    const pending = [root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const child of (node.children ?? []).toReversed()) pending.push(child);
      if (node.type !== 'definition') continue;
      const { identifier = '' } = node;
      if (this.#definitions.has(identifier))
        this.#refuse(node, `the link [${identifier}] is defined twice`, 'remove one of the two');
      else this.#definitions.set(identifier, node);
    }
  }

  #inlines(nodes: readonly Node[], depth: number): BodyNode[] {
    return nodes.flatMap((node) => this.#node(node, depth) ?? []);
  }

  /** A node with its children; `null` if it is refused or shows nothing. */
  #node(node: Node, depth: number): BodyNode | null {
    if (depth > DEEPEST)
      return this.#refuse(node, `lists and quotations may be ${DEEPEST} deep`, 'write it flatter');
    const { type, value = '', children = [] } = node;
    const inner = depth + 1;
    const offset = this.#offset(node);
    switch (type) {
      case 'text':
        // As it is written: what is escaped is meant as text.
        if (LOOKS_LIKE_FOOTNOTE.test(this.#file.text.slice(offset, node.position?.end.offset)))
          return this.#refuse(node, ...(REFUSED['footnoteReference'] ?? ['', '']));
        return { type, value };
      case 'inlineCode':
        return { type, value };
      case 'break':
      case 'thematicBreak':
        return { type };
      case 'emphasis':
      case 'strong':
      case 'tableRow':
      case 'tableCell':
        return { type, children: this.#inlines(children, inner) };
      case 'paragraph': {
        const image = depth === 1 && this.#notes ? imageAlone(children) : null;
        if (image) return this.#medium(image);
        return { type, children: this.#inlines(children, inner), offset };
      }
      case 'heading':
        return { type, depth: node.depth ?? 1, children: this.#inlines(children, inner), offset };
      case 'blockquote':
        return { type, children: this.blocks(children, inner) };
      case 'listItem':
        if (typeof node.checked === 'boolean')
          return this.#refuse(node, 'a list has no boxes to tick', 'write \\[ for a plain [');
        return { type, children: this.blocks(children, inner) };
      case 'list':
        return {
          type,
          ordered: node.ordered === true,
          start: node.start ?? 1,
          spread: children.some(({ spread }) => spread) || node.spread === true,
          children: this.#inlines(children, inner),
        };
      case 'table':
        return { type, align: node.align ?? [], children: this.#inlines(children, inner), offset };
      case 'code':
        return { type, value, offset };
      case 'link':
        return this.#link(node, node, inner);
      case 'linkReference':
        return this.#link(node, this.#definitions.get(node.identifier ?? ''), inner);
      case 'definition':
        return null;
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        return this.#element(node, inner);
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
      case 'mdxjsEsm':
      case 'html': {
        const fault = codeFault(type, value, this.#notes);
        return fault && this.#refuse(node, ...fault);
      }
      default: {
        const [what, remedy] = REFUSED[type] ?? [
          `Markdown’s form "${type}" is not supported`,
          'write a paragraph',
        ];
        return this.#refuse(node, what, remedy);
      }
    }
  }

  #link(node: Node, target: Node | undefined, depth: number): BodyNode | null {
    const { url = '', title } = target ?? {};
    const children = this.#inlines(node.children ?? [], depth);
    const fault = linkFault(wordsOf(children), url, title);
    if (fault) return this.#refuse(node, ...fault);
    const isReference = url.startsWith('ref:');
    if (url.startsWith('#') || isReference) {
      return {
        type: 'citation',
        kind: isReference ? 'reference' : 'quote',
        id: url.slice(isReference ? 4 : 1),
        children,
        offset: this.#offset(node),
      };
    }
    return { type: 'link', url, children };
  }

  #medium(node: Node): BodyNode | null {
    const { url: file = '', alt, title } = node;
    const fault = mediumFault(file, title);
    if (fault) return this.#refuse(node, ...fault);
    return { type: 'medium', file, alt: alt ?? '', children: [], offset: this.#offset(node) };
  }

  #element(node: Node, depth: number): BodyNode | null {
    const { name, type, children = [], attributes = [] } = node;
    if (!this.#notes || (name !== 'Note' && name !== 'span')) return this.#refuseElement(node);
    const [literal, others] = literalOf(attributes, name === 'Note' ? 'about' : 'lang');
    if (name === 'span') {
      if (type !== 'mdxJsxTextElement' || others.length > 0 || !isLanguage(literal ?? ''))
        return this.#refuseElement(node);
      return {
        type: 'foreign',
        language: literal ?? '',
        children: this.#inlines(children, depth),
      };
    }
    if (this.#inNote)
      return this.#refuse(
        node,
        'a note may not stand inside another',
        'close the first with </Note>',
      );
    for (const other of others)
      this.#refuse(
        node,
        `a note has no ${other}`,
        'it says about="…" once, in quotation marks, and nothing else',
      );
    this.#inNote = true;
    const inBlock = type === 'mdxJsxTextElement';
    const note: Note = {
      type: 'note',
      about: this.#topicOf(node, literal),
      children: inBlock
        ? [
            {
              type: 'paragraph',
              children: this.#inlines(children, depth),
              offset: this.#offset(node),
            },
          ]
        : this.blocks(children, depth),
      offset: this.#offset(node),
    };
    this.#inNote = false;
    if (!inBlock) return note;
    this.#inside.push(note);
    return null;
  }

  #topicOf(node: Node, about: string | null): Note['about'] {
    const topic = noteTopics.find((name) => name === about);
    if (topic !== undefined) return topic;
    if (about === null)
      this.#refuse(
        node,
        'a note says what it is about',
        `write <Note about="…"> with ${either(noteTopics)}`,
      );
    else
      this.#refuse(
        node,
        `a note about ${shown(about)} is not about ${either(noteTopics)}${didYouMean(about, noteTopics)}`,
      );
    // No rule looks at a refused note, so any topic will do.
    return 'context';
  }

  #refuseElement(node: Node): null {
    const name = node.name ?? '';
    return this.#refuse(
      node,
      `<${name}> is not available to content${this.#notes ? didYouMean(name, ['Note']) : ''}`,
      this.#notes
        ? 'only <Note> and, within a sentence, <span lang="…"> are; write Markdown for all else'
        : 'write Markdown',
    );
  }
}

const isBlank = (node: BodyNode): boolean =>
  node.type === 'break' || (node.type === 'text' && !/\S/.test(node.value));
