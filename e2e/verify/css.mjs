// @ts-check
/** Selectors of style sheets, matched against pages by css-select. */
import { compile } from 'css-select';
import { generate, parse, walk } from 'css-tree';
import { at } from './html.mjs';

/** parse5's trees, as css-select asks for them. @type {any} */
const adapter = {
  isTag: (/** @type {any} */ node) => node.tagName !== undefined,
  getAttributeValue: (/** @type {any} */ node, /** @type {string} */ name) =>
    node.attrs.find((/** @type {any} */ one) => one.name === name)?.value,
  hasAttrib: (/** @type {any} */ node, /** @type {string} */ name) =>
    node.attrs.some((/** @type {any} */ one) => one.name === name),
  getChildren: (/** @type {any} */ node) => node.childNodes ?? [],
  getName: (/** @type {any} */ node) => node.tagName,
  getParent: (/** @type {any} */ node) => node.parentNode ?? null,
  getSiblings: (/** @type {any} */ node) => node.parentNode?.childNodes ?? [node],
  getText: (/** @type {any} */ node) => node.value ?? '',
  removeSubsets: (/** @type {any[]} */ nodes) => nodes,
  existsOne: (/** @type {(node: any) => boolean} */ test, /** @type {any[]} */ nodes) =>
    nodes.some(
      (/** @type {any} */ node) =>
        node.tagName && (test(node) || adapter.existsOne(test, node.childNodes)),
    ),
  findAll: (/** @type {(node: any) => boolean} */ test, /** @type {any[]} */ nodes) =>
    /** @type {any[]} */ (
      nodes.flatMap((/** @type {any} */ node) =>
        node.tagName
          ? [...(test(node) ? [node] : []), ...adapter.findAll(test, node.childNodes)]
          : [],
      )
    ),
  findOne: (/** @type {(node: any) => boolean} */ test, /** @type {any[]} */ nodes) =>
    adapter.findAll(test, nodes)[0] ?? null,
};

/**
 * @typedef {{ media: string, selector: string, generates: boolean, declarations: Map<string, string>, matches: (node: any) => boolean }} StyleRule
 */

/** What a reader's acts or a browser's state bring about: a rule may hold then, so it is taken to hold. */
const STATES =
  /:(?:hover|focus|focus-visible|focus-within|active|target|visited|link|any-link|checked|disabled|enabled|open|popover-open|modal|fullscreen|autofill|invalid|valid|placeholder-shown|user-invalid|user-valid|host|host-context\([^)]*\)|state\([^)]*\)|first-line|first-letter)(?![\w-])/g;
/** Not in a state: a rule for that holds most of the time. */
const NOT_STATES = new RegExp(`:not\\((?:${STATES.source}\\s*,?\\s*)+\\)`, 'g');
const ELEMENTS =
  /::?(?:before|after|marker|first-line|first-letter|placeholder|selection|backdrop|details-content|file-selector-button|scroll-marker|[a-z]+-[a-z-]+)(?:\([^)]*\))?$/;

/** The rules of a style sheet: one for each selector of a list. @param {string} sheet @returns {StyleRule[]} */
export function rulesOf(sheet) {
  /** @type {StyleRule[]} */
  const rules = [];
  const tree = parse(sheet, { parseCustomProperty: false });
  walk(tree, {
    visit: 'Rule',
    enter(rule) {
      if (rule.prelude.type !== 'SelectorList') return;
      /** @type {Map<string, string>} */
      const declarations = new Map();
      for (const one of rule.block.children)
        if (one.type === 'Declaration')
          declarations.set(one.property.toLowerCase(), generate(one.value));
      const media = this.atrule?.prelude ? generate(this.atrule.prelude) : '';
      for (const one of rule.prelude.children) {
        const selector = generate(one);
        const plain = selector.replace(ELEMENTS, '').replace(NOT_STATES, '').replace(STATES, '');
        rules.push({
          media,
          selector,
          generates: /::?(?:before|after|marker)$/.test(selector),
          declarations,
          matches: compiled(/[\s>+~(]$/.test(plain) ? `${plain}*` : plain || '*'),
        });
      }
    },
  });
  return rules;
}

/** @param {string} selector @returns {(node: any) => boolean} */
function compiled(selector) {
  try {
    return compile(selector, { adapter, cacheResults: false });
  } catch {
    // A selector that css-select does not know may match anything.
    return () => true;
  }
}

/** The attributes whose values a rule shows. @param {string} content */
export const shownAttributes = (content) =>
  [...content.matchAll(/attr\(\s*([\w-]+)/g)].map(([, name = '']) => name);

/** The texts that a rule shows. @param {string} content @param {any} node */
export const generatedText = (content, node) =>
  [
    ...[...content.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map(
      ([, first, second]) => first ?? second ?? '',
    ),
    ...shownAttributes(content).map((name) => at(node, name)),
  ].join(' ');
