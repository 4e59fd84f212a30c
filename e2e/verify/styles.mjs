// @ts-check
/** Style sheets neither hide what is verified nor add words to it. */
import { generatedText, rulesOf, shownAttributes } from './css.mjs';
import { all, at, folded, has, isOf, textOf, words } from './html.mjs';
import { fault, files, shown, text, trees } from './site.mjs';
import { wordsOfInterface } from './wording.mjs';

/** Whether it is compared with the archive, so that a reader must see it as it is. @param {any} node */
const isVerified = (node) =>
  /^(?:blockquote|q|mark|h1|h2|h3|time|del|ins)$/.test(node.tagName) ||
  ['body', 'quote', 'cite', 'chain', 'way', 'event', 'told', 'sayings', 'deeds', 'reason'].some(
    (name) => node.tagName !== 'body' && isOf(node, name),
  );

/** One event at a time is on the screen, and a list on paper. */
const ONE_AT_A_TIME = /\.(?:slide|present|handout)\b/;

/** @type {Map<string, import('./css.mjs').StyleRule[]>} */
const sheets = new Map();
/** @param {string} sheet */
function rules(sheet) {
  const known = sheets.get(sheet) ?? rulesOf(sheet);
  sheets.set(sheet, known);
  return known;
}

export function checkStyles() {
  const known = wordsOfInterface();
  for (const [name, tree] of trees) {
    const own = all(tree, ({ tagName }) => tagName === 'style').map((one) => textIn(one));
    const linked = all(
      tree,
      (one) => one.tagName === 'link' && /\bstylesheet\b/i.test(at(one, 'rel')),
    ).map((one) => linkedSheet(name, at(one, 'href')));
    const nodes = shownNodes(tree);
    checkAttributes(name, nodes);
    for (const rule of [...own, ...linked].flatMap(rules)) {
      if (rule.generates) checkGenerated(name, rule, tree, nodes, known);
      if (!hides(rule.declarations) || rule.generates) continue;
      if (name.startsWith('present/') && ONE_AT_A_TIME.test(rule.selector)) continue;
      const hidden = [...nodes].find(rule.matches);
      if (hidden)
        fault(
          name,
          `a style hides <${hidden.tagName}> ${shown(folded(textOf(hidden)))}: ${rule.selector}`,
        );
    }
  }
}

const textIn = (/** @type {any} */ node) => node.childNodes[0]?.value ?? '';

/** @param {string} name @param {string} href */
function linkedSheet(name, href) {
  const file = decodeURI(href.slice(href.indexOf('_astro/')));
  if (/^\/(?!\/)[^:]*$/.test(href) && href.includes('_astro/') && files.includes(file))
    return text(file);
  fault(name, `a style sheet from elsewhere: ${href}`);
  return '';
}

/** What is verified, and all that it lies in or that lies in it. @param {any} tree @returns {Set<any>} */
function shownNodes(tree) {
  const nodes = new Set();
  for (const node of all(tree, isVerified)) {
    for (let up = node; up?.tagName && !nodes.has(up); up = up.parentNode) nodes.add(up);
    for (const inner of all(node)) nodes.add(inner);
  }
  // What is for paper or for pointers beside the words.
  for (const node of nodes)
    if (!isVerified(node) && isAside(node) && !isWithinWords(node))
      for (const inner of all(node)) nodes.delete(inner);
  return nodes;
}

/** Nothing hides by itself, and no words stand where they are not compared. @param {string} name @param {Set<any>} nodes */
function checkAttributes(name, nodes) {
  for (const node of nodes) {
    const says = () => shown(folded(textOf(node)));
    if (
      ['hidden', 'inert', 'style'].some((key) => has(node, key)) ||
      at(node, 'aria-hidden') === 'true'
    )
      fault(name, `<${node.tagName}> is hidden by itself: ${says()}`);
    if (
      /^(?:template|noscript|dialog|svg|canvas|object)$/.test(node.tagName) &&
      isWithinWords(node)
    )
      fault(name, `<${node.tagName}> stands within words`);
    if (isOf(node, 'sr-only') && isWithinWords(node))
      fault(name, `words for screen readers stand within others: ${shown(allText(node))}`);
    // The number of a citation, which is no part of the words.
    if (node.tagName === 'sup' && isWithinWords(node) && !LABEL.test(squashed(allText(node))))
      fault(name, `words are raised: ${shown(allText(node))}`);
  }
}

/** A number, or one or two letters. */
const LABEL = /^(?:\p{L}{0,2}|\p{N}{0,4})$/u;
const squashed = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** @param {any} node @returns {string} */
const allText = (node) => node.value ?? node.childNodes.map(allText).join('');

/** @param {any} node */
function isWithinWords(node) {
  for (let up = node.parentNode; up; up = up.parentNode)
    if (
      /^(?:blockquote|q|mark|h1|h2|h3|time)$/.test(up.tagName ?? '') ||
      isOf(up, 'cite') ||
      // Statements and notes; other paragraphs have a class.
      (up.tagName === 'p' && !has(up, 'class'))
    )
      return true;
  return false;
}

/** Beside the words: links, the way to a page, what is for screen readers. @param {any} node */
const isAside = (node) =>
  ['sr-only', 'pass', 'passage', 'passages', 'live', 'printed', 'position-in-time'].some((name) =>
    isOf(node, name),
  ) || /^(?:dt|svg|button|input|time-line|nav)$/.test(node.tagName);

/** Whether a value is a length or number so small that nobody can read it. @param {string | undefined} value */
const isTiny = (value) =>
  (value !== undefined &&
    /^(?:0*\.?0+|0*\.[0-2]\d*|[01](?:\.\d+)?px|[0-4]%)(?:[a-z%]+)?$/.test(value) &&
    !/^[01]$/.test(value)) ||
  value === '0';
/** Whether a value leads out of the page. @param {string | undefined} value */
const isAway = (value) =>
  value !== undefined && /-\d{3,}|-\d{2,}(?:em|rem|vw|vh|%)|(?<!\d)\d{4,}px/.test(value);

/** @param {Map<string, string>} declarations */
export function hides(declarations) {
  const value = (/** @type {string} */ name) =>
    declarations.get(name)?.replace(/\s*!important$/, '');
  return (
    value('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(value('visibility') ?? '') ||
    value('content-visibility') === 'hidden' ||
    isTiny(value('opacity')) ||
    isTiny(value('font-size')) ||
    isTiny(value('zoom')) ||
    isTiny(value('scale')) ||
    /^0/.test(value('font') ?? '') ||
    !/^(?:none|auto|initial|inherit|)$/.test(value('clip-path') ?? value('clip') ?? '') ||
    /scale[XY3d]*\(\s*0|opacity\(\s*0|matrix\(0/.test(
      `${value('transform') ?? ''} ${value('filter') ?? ''}`,
    ) ||
    [
      'text-indent',
      'left',
      'right',
      'top',
      'bottom',
      'inset',
      'inset-inline-start',
      'inset-block-start',
      'margin',
      'margin-left',
      'margin-top',
      'margin-inline-start',
      'margin-block-start',
      'transform',
      'translate',
    ].some((name) => isAway(value(name))) ||
    [
      'width',
      'height',
      'max-width',
      'max-height',
      'inline-size',
      'block-size',
      'max-block-size',
      'max-inline-size',
    ].some((name) => isTiny(value(name))) ||
    ['color', '-webkit-text-fill-color'].some((name) =>
      /^(?:transparent|#(?:[\da-f]{3}0|[\da-f]{6}00)|(?:rgba?|hsla?)\([^)]*[,/]\s*0(?:\.0+)?%?\))$/i.test(
        value(name) ?? '',
      ),
    ) ||
    value('-webkit-text-security') !== undefined
  );
}

/**
 * What a style adds has no words of its own beside the interface's, and none at all within what is verified.
 * @param {string} name @param {import('./css.mjs').StyleRule} rule @param {any} tree @param {Set<any>} nodes
 * @param {Set<string>} known
 */
function checkGenerated(name, rule, tree, nodes, known) {
  const content = rule.declarations.get('content') ?? '';
  const literal = /["'][^"']*[\p{L}\p{N}]/u.test(content.replace(/\\[\da-f]{1,6} ?/gi, 'x'));
  if (!literal && shownAttributes(content).length === 0) return;
  for (const node of all(tree, rule.matches)) {
    const added = words(generatedText(content, node));
    if (added.length === 0) continue;
    const isAddress = shownAttributes(content).join() === 'href';
    // The letter of a passage, which stands beside it.
    const isKey = isOf(node, 'back') && added.join('').length <= 2;
    const isShown = nodes.has(node) && !isKey && !isAddress;
    if (isShown || (!isAddress && added.some((one) => one.length > 2 && !known.has(one))))
      fault(name, `a style adds ${shown(added.join(' '))}: ${rule.selector}`);
  }
}
