// @ts-check
/** Pages as trees, by parse5. */
import { parse, parseFragment } from 'parse5';

/** @typedef {any} Node */

export const page = (/** @type {string} */ html) => parse(html);
export const fragment = (/** @type {string} */ html) => parseFragment(html);

/** @param {Node} node @param {string} name @returns {string} */
export const at = (node, name) =>
  node.attrs?.find((/** @type {any} */ one) => one.name === name)?.value ?? '';
/** @param {Node} node @param {string} name */
export const has = (node, name) =>
  Boolean(node.attrs?.some((/** @type {any} */ one) => one.name === name));
/** @param {Node} node @param {string} name */
export const isOf = (node, name) => at(node, 'class').split(/\s+/).includes(name);

/** All elements, in order. @param {Node} root @returns {Node[]} */
export function all(root, /** @type {(node: Node) => boolean} */ wanted = () => true) {
  /** @type {Node[]} */
  const found = [];
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node.tagName && wanted(node)) found.push(node);
    open.push(...(node.childNodes ?? []).toReversed(), ...(node.content ? [node.content] : []));
  }
  return found;
}

/** The text of a node, without the marks of citations and what is for screen readers alone. @param {Node} node @returns {string} */
export function textOf(node, /** @type {(node: Node) => boolean} */ leave = () => false) {
  if (node.nodeName === '#text') return node.value;
  if (node.tagName === 'sup' && all(node, ({ tagName }) => tagName === 'a').length > 0) return '';
  if (isOf(node, 'sr-only') || /^(?:script|style|svg)$/.test(node.tagName ?? '') || leave(node))
    return '';
  const inner = (node.childNodes ?? [])
    .map((/** @type {Node} */ one) => textOf(one, leave))
    .join('');
  return /^(?:p|li|h\d|dd|dt|aside|blockquote|figure|figcaption|div|td|th|br|small|time|section|header)$/.test(
    node.tagName ?? '',
  )
    ? ` ${inner} `
    : inner;
}

/** Words and numbers alone: what typography changes is left out. */
export const words = (/** @type {string} */ text) =>
  text
    .normalize('NFC')
    .replace(/[\u00AD\u200B\u2060]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\u3001-\\u303F\\uFF01-\\uFF60]';
const NO_SPACE = new RegExp(`(?<=${UNSPACED}\\p{M}*) (?=${UNSPACED})`, 'gu');

/** A text with white space folded, and none between characters of scripts without spaces. */
export const folded = (/** @type {string} */ text) =>
  text
    .normalize('NFC')
    .replace(/\u00AD[ \t]*\r?\n[ \t]*(?=[\p{L}\p{N}])/gu, '')
    .replace(/[\u00AD\u200B\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .replace(NO_SPACE, '')
    .trim();

/** A text without its footnote marks, if its record says that it has them. @param {string} text @param {any} record */
export const unmarked = (text, record) =>
  record?.marks
    ? text.replace(
        /(?<=\S)(?:\[(?:(?:note|nb|fn|n|c|Anm\.) ?)?(?:\d{1,3}|[a-z]{1,2})\])+(?::\d+(?:[-–]\d+)?)?|[⁰¹²³⁴-⁹]+(?:[,–][⁰¹²³⁴-⁹]+)*/gu,
        '',
      )
    : text;

/**
 * A source's text, or a quote of it, as one is sought in the other: hyphens within words, which a line end may have cut,
 * and footnote marks do not count.
 * @param {string} text @param {any} record
 */
export const sought = (text, record) => {
  const plain = folded(unmarked(text, record));
  return record?.lines ? plain : plain.replace(/(?<=[\p{L}\p{M}])[-‐¬⸗] ?(?=\p{L})/gu, '');
};
