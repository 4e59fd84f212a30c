/**
 * The styles that decide which words of a page are visible and where lines and paragraphs end, from its `<style>` elements,
 * `style` attributes and the style sheets beside it.
 * @see https://www.w3.org/TR/css-cascade-4/
 */
import * as css from 'css-tree';
import type { Element } from 'domhandler';
import { Matching } from './matching.ts';
import { Unreadable } from './unreadable.ts';

/** Property → value, both in lower case. */
export type Style = ReadonlyMap<string, string>;

const PROPERTIES = new Set([
  'clip',
  'clip-path',
  'color',
  'content',
  'content-visibility',
  'display',
  'float',
  'font',
  'font-size',
  'left',
  'list-style',
  'list-style-type',
  'opacity',
  'position',
  'quotes',
  'right',
  'text-decoration',
  'text-decoration-line',
  'text-indent',
  'text-transform',
  'top',
  'transform',
  'vertical-align',
  'visibility',
  'white-space',
]);

/** The viewport for media queries, in pixels. */
const WINDOW = { width: 1280, height: 800 };
const NOTHING: Style = new Map();

interface Declared {
  value: string;
  /** Compared item by item: important, from an attribute, specificity, order. */
  weight: readonly number[];
}

/**
 * The declared style of each element, without properties that no rule sets.
 * @param sheets the style sheets in files of their own, by their `href`
 * @param wrote is told the words that a rule writes before or after an element
 * @throws {Unreadable} if they are nested too deep, or take too many steps to apply
 */
export function stylesOf(
  elements: readonly Element[],
  sheets: ReadonlyMap<string, string> = new Map(),
  wrote: (words: string) => void = () => {},
): (element: Element) => Style {
  const declared = new Map<Element, Map<string, Declared>>();
  const matching = new Matching(elements);
  let order = 0;
  const declare = (
    chosen: readonly Element[],
    { property, value, important }: css.Declaration,
    specificity: readonly number[],
  ): void => {
    const name = property.toLowerCase();
    const made: Declared = {
      value: css.generate(value).toLowerCase(),
      weight: [important ? 1 : 0, ...specificity, order++],
    };
    for (const element of chosen) {
      const ofElement = declared.get(element) ?? new Map<string, Declared>();
      const earlier = ofElement.get(name);
      if (earlier && compare(earlier.weight, made.weight) > 0) continue;
      ofElement.set(name, made);
      declared.set(element, ofElement);
    }
  };

  for (const element of elements) {
    const sheet = isSheet(element)
      ? textOf(element)
      : isLinked(element) && sheets.get(element.attribs['href'] ?? '');
    if (!sheet) continue;
    const apply = (selector: string, declarations: css.Declaration[]): void => {
      const [drawn, owner] = /^(.*?)::?(?:before|after)$/is.exec(selector) ?? [];
      if (drawn !== undefined) {
        const words = declarations.map(wordsWritten).find(Boolean);
        if (words && matching.elements(owner || '*').length > 0) wrote(words);
        return;
      }
      const chosen = matching.elements(selector);
      if (chosen.length === 0) return;
      // Declaring takes longer than looking.
      matching.spend(4 * chosen.length * declarations.length);
      const weight = specificity(css.parse(selector, { context: 'selector' }));
      for (const declaration of declarations) declare(chosen, declaration, [0, ...weight]);
    };
    for (const rule of rulesOf(sheet)) eachRule(parsed(rule), '', apply);
  }
  for (const element of elements) {
    const inline = element.attribs['style'];
    if (inline === undefined) continue;
    const list = parsed(inline, { context: 'declarationList' });
    for (const declaration of usable(list)) declare([element], declaration, [1, 0, 0, 0]);
  }
  const styles = new Map<Element, Style>();
  for (const [element, ofElement] of declared)
    styles.set(element, new Map([...ofElement].map(([name, { value }]) => [name, value])));
  return (element) => styles.get(element) ?? NOTHING;
}

/** What `content` writes, if it has a letter or a figure: icons are signs of their own fonts. */
function wordsWritten({ property, value }: css.Declaration): string {
  if (property.toLowerCase() !== 'content') return '';
  const words = css
    .findAll(value, ({ type }) => type === 'String')
    .map((one) => ('value' in one ? String(one.value) : ''))
    .join(' ');
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

/** The rules of a style sheet, each with its block. The parser copies all that it is given for each error in it. */
function rulesOf(sheet: string): string[] {
  const rules: string[] = [];
  let from = 0;
  let open = 0;
  css.tokenize(sheet, (type, _, end) => {
    if (type === css.tokenTypes.LeftCurlyBracket) open++;
    else if (type === css.tokenTypes.RightCurlyBracket) open = Math.max(0, open - 1);
    else if (type !== css.tokenTypes.Semicolon) return;
    if (open > 0 || type === css.tokenTypes.LeftCurlyBracket) return;
    rules.push(sheet.slice(from, end));
    from = end;
  });
  return [...rules, sheet.slice(from)];
}

/** Of brackets in each other. */
const DEEPEST = 50;
/** Of a value whose property matters here, in characters: browsers show no longer one. */
const LONGEST_VALUE = 1000;

/** The tree of a style sheet or a part of it. The parser is recursive, and slow with brackets that are not closed. */
function parsed(sheet: string, options: css.ParseOptions = {}): css.CssNode {
  let open = 0;
  for (const [bracket] of sheet.matchAll(/[([{}\])]/g)) {
    open = Math.max(0, open + ('([{'.includes(bracket) ? 1 : -1));
    if (open > DEEPEST)
      throw new Unreadable(`its style sheets have brackets more than ${DEEPEST} deep`, [
        'save the page without its style sheets, or its text alone; compare what is hidden with the page in a browser',
      ]);
  }
  return css.parse(sheet, {
    parseCustomProperty: false,
    onParseError() {},
    positions: true,
    ...options,
  });
}

const isSheet = ({ name, attribs }: Element): boolean =>
  name === 'style' &&
  /^(?:|text\/css)$/i.test(attribs['type'] ?? '') &&
  applies(attribs['media'] ?? '');

/** Whether an element links to a style sheet that applies as the page is opened. */
export const isLinked = ({ name, attribs }: Element): boolean =>
  name === 'link' &&
  /(?:^|\s)stylesheet(?:\s|$)/i.test(attribs['rel'] ?? '') &&
  !/(?:^|\s)alternate(?:\s|$)/i.test(attribs['rel'] ?? '') &&
  attribs['disabled'] === undefined &&
  /^(?:|text\/css)$/i.test(attribs['type'] ?? '') &&
  applies(attribs['media'] ?? '');

const textOf = ({ children }: Element): string =>
  children.map((child) => ('data' in child ? child.data : '')).join('');

/** Calls back with each selector of a style sheet, nested ones resolved, and its relevant declarations. */
function eachRule(
  node: css.CssNode,
  parent: string,
  found: (selector: string, declarations: css.Declaration[]) => void,
): void {
  const inner =
    node.type === 'StyleSheet' ? node.children : 'block' in node ? node.block?.children : undefined;
  for (const child of inner ?? []) {
    if (child.type === 'Atrule') {
      const query = child.prelude ? css.generate(child.prelude) : '';
      const name = child.name.toLowerCase();
      if (name === 'media' ? applies(query) : name === 'layer' || supported(name, query))
        eachRule(child, parent, found);
    } else if (child.type === 'Raw' && node.type !== 'StyleSheet') {
      // Nested rules, which css-tree does not parse after a declaration.
      eachRule(parsed(child.value), parent, found);
    } else if (child.type === 'Rule' && child.prelude.type === 'SelectorList') {
      const selectors = [...child.prelude.children].map((one) => nested(css.generate(one), parent));
      const declarations = usable(child.block);
      if (declarations.length > 0) for (const selector of selectors) found(selector, declarations);
      eachRule(child, selectors.join(','), found);
    }
  }
}

const supported = (name: string, query: string): boolean =>
  name === 'supports' && !/^\s*not\b/i.test(query);

/** @see https://www.w3.org/TR/css-nesting-1/ */
function nested(selector: string, parent: string): string {
  if (parent === '') return selector;
  return selector.includes('&')
    ? selector.replaceAll('&', `:is(${parent})`)
    : `:is(${parent}) ${selector}`;
}

function usable(list: css.CssNode): css.Declaration[] {
  if (!('children' in list) || !list.children) return [];
  return [...(list.children as Iterable<css.CssNode>)].filter(
    (one): one is css.Declaration =>
      one.type === 'Declaration' &&
      PROPERTIES.has(one.property.toLowerCase()) &&
      (one.value.loc?.end.offset ?? 0) - (one.value.loc?.start.offset ?? 0) <= LONGEST_VALUE &&
      css.lexer.matchDeclaration(one).error === null,
  );
}

/**
 * A selector's specificity: its ids, its classes and the like, its types.
 * @see https://www.w3.org/TR/selectors-4/#specificity-rules
 */
function specificity(node: css.CssNode): readonly number[] {
  switch (node.type) {
    case 'IdSelector':
      return [1, 0, 0];
    case 'ClassSelector':
    case 'AttributeSelector':
      return [0, 1, 0];
    case 'TypeSelector':
      return node.name === '*' ? [0, 0, 0] : [0, 0, 1];
    case 'PseudoClassSelector': {
      if (node.name === 'where') return [0, 0, 0];
      if (!/^(?:is|not|has|matches)$/.test(node.name)) return [0, 1, 0];
      return node.children?.toArray().map(specificity).sort(compare).at(-1) ?? [0, 0, 0];
    }
    case 'SelectorList':
      return node.children.toArray().map(specificity).sort(compare).at(-1) ?? [0, 0, 0];
    case 'Selector':
      return node.children
        .toArray()
        .map(specificity)
        .reduce((sum, one) => sum.map((amount, i) => amount + (one[i] ?? 0)), [0, 0, 0]);
    default:
      return [0, 0, 0];
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((one, i) => one !== b[i]);
  return (a[differs] ?? 0) - (b[differs] ?? 0);
}

/**
 * Whether a media query matches a desktop screen in light mode.
 * @see https://www.w3.org/TR/mediaqueries-4/
 */
export function applies(query: string): boolean {
  if (query.trim() === '') return true;
  return query.split(',').some((one) => {
    const words = one.toLowerCase().trim();
    const turned = /^not\b/.test(words);
    const holds = words
      .replace(/^(?:not|only)\s+/, '')
      .split(/\band\b/)
      .every((part) => featureHolds(part.trim()));
    return turned !== holds;
  });
}

function featureHolds(part: string): boolean {
  if (/^(?:all|screen)$/.test(part)) return true;
  const size = /^\(\s*(min|max)-(width|height)\s*:\s*([\d.]+)(px|em|rem)\s*\)$/.exec(part);
  if (size) return within(size[2], size[1] === 'min' ? '>=' : '<=', size[3], size[4]);
  const range = /^\(\s*(width|height)\s*([<>]=?)\s*([\d.]+)(px|em|rem)\s*\)$/.exec(part);
  if (range) return within(range[1], range[2], range[3], range[4]);
  return /^\(\s*(?:hover\s*:\s*hover|pointer\s*:\s*fine|orientation\s*:\s*landscape|prefers-color-scheme\s*:\s*light|scripting\s*:\s*enabled)\s*\)$/.test(
    part,
  );
}

function within(side = '', sign = '', amount = '', unit = ''): boolean {
  const limit = Number(amount) * (unit === 'px' ? 1 : 16);
  const size = side === 'width' ? WINDOW.width : WINDOW.height;
  if (size === limit) return sign.endsWith('=');
  return sign.startsWith('<') ? size < limit : size > limit;
}
