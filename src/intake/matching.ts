/** Finds the elements of a page that selectors match, in a bounded number of steps. */
import { compile, type Options } from 'css-select';
import * as css from 'css-tree';
import type { AnyNode, Element } from 'domhandler';
import { Unreadable } from './unreadable.ts';

/** Of looking at an element: a page of a newspaper with all its style sheets takes some hundred thousand. */
const MOST_STEPS = 20_000_000;
/** Of a selector, in characters, with those that it is nested in. */
const LONGEST = 2000;

/**
 * Gives the elements that a selector matches; none for states such as `:hover`, and for pseudo-elements.
 * @throws {Unreadable} if a selector is too long, or all of them take too many steps
 */
export class Matching {
  readonly #all: readonly Element[];
  readonly #by = new Map<string, Element[]>();
  readonly #options: Options<AnyNode, Element>;
  #left = MOST_STEPS;

  constructor(elements: readonly Element[]) {
    this.#all = elements;
    for (const element of elements)
      for (const key of keysOf(element)) {
        const alike = this.#by.get(key);
        if (alike) alike.push(element);
        else this.#by.set(key, [element]);
      }
    this.#options = { adapter: this.#adapter() };
  }

  /** How many steps were taken. */
  get steps(): number {
    return MOST_STEPS - this.#left;
  }

  elements(selector: string): Element[] {
    if (selector.length > LONGEST)
      throw tooMuch(`a selector of its style sheets has more than ${LONGEST} characters`);
    const key = keyOf(css.parse(selector, { context: 'selector', onParseError() {} }));
    const candidates = key === null ? this.#all : (this.#by.get(key) ?? []);
    if (candidates.length === 0) return [];
    this.spend(candidates.length);
    try {
      return candidates.filter(compile<AnyNode, Element>(selector, this.#options));
    } catch (cause) {
      if (cause instanceof Unreadable) throw cause;
      return [];
    }
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0)
      throw tooMuch(`its style sheets take more than ${MOST_STEPS / 1e6} million steps to apply`);
  }

  /** What css-select asks of a node, each question counted. */
  #adapter(): NonNullable<Options<AnyNode, Element>['adapter']> {
    const isTag = (node: AnyNode): node is Element => {
      this.spend(1);
      return 'attribs' in node;
    };
    const children = (node: AnyNode): AnyNode[] => {
      this.spend(1);
      return 'children' in node ? node.children : [];
    };
    return {
      isTag,
      getChildren: children,
      getParent: ({ parent }) => {
        this.spend(1);
        return parent;
      },
      getSiblings: (node) => (node.parent ? children(node.parent) : [node]),
      getName: ({ name }) => name,
      getAttributeValue: ({ attribs }, name) => attribs[name],
      hasAttrib: ({ attribs }, name) => Object.hasOwn(attribs, name),
      getText: (node) => ('data' in node ? node.data : ''),
      // Nodes are never given as a list, whose parts could hold each other.
      removeSubsets: (nodes) => nodes,
    };
  }
}

const tooMuch = (what: string): Unreadable =>
  new Unreadable(what, [
    'save the page without its style sheets, or its text alone; compare what is hidden with the page in a browser',
  ]);

function keysOf({ name, attribs }: Element): string[] {
  const classes = new Set((attribs['class'] ?? '').split(/\s+/).filter(Boolean));
  return [name, `#${attribs['id'] ?? ''}`, ...[...classes].map((one) => `.${one}`)];
}

/** The id, the class or the type that the last part of a selector asks for; `null` if it asks for none of these. */
function keyOf(selector: css.CssNode): string | null {
  if (selector.type !== 'Selector') return null;
  const parts = selector.children.toArray();
  const last = parts.slice(parts.findLastIndex(({ type }) => type === 'Combinator') + 1);
  const keys = last.flatMap((part) => {
    // An escape or a namespace is not the name itself.
    if (!('name' in part) || !/^[\w-]+$/.test(String(part.name))) return [];
    if (part.type === 'IdSelector') return [`#${part.name}`];
    if (part.type === 'ClassSelector') return [`.${part.name}`];
    return part.type === 'TypeSelector' ? [part.name.toLowerCase()] : [];
  });
  return keys.find((key) => /^[#.]/.test(key)) ?? keys[0] ?? null;
}
