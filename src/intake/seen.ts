/** Whether an element of a loaded page is visible, and how its text is laid out. */
import type { Element } from 'domhandler';
import type { Style } from './style.ts';

/** What an element passes on to its children. */
export interface Inherited {
  language: string;
  visible: boolean;
  /** In type of no size or no colour. */
  blank: boolean;
  whiteSpace: string;
  transform: string;
  /** How many `<q>` are open. */
  quotes: number;
  /** Whether its children are laid out as blocks, whatever they are. */
  blocks: boolean;
}

const NEVER = new Set(
  'area audio base basefont canvas datalist embed head iframe input link meta meter noembed noframes noscript param progress script select source style template textarea title track video'.split(
    ' ',
  ),
);
const BLOCK = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary ul xmp caption table tbody thead tfoot'.split(
    ' ',
  ),
);
const PRE = new Set(['pre', 'listing', 'plaintext', 'xmp']);
/** The elements of SVG that have text. */
const SVG_UNREAD = new Set(['title', 'desc', 'metadata', 'defs', 'symbol', 'clippath', 'mask']);

/** The `display` that the page or the standard's style sheet gives. */
export function displayOf(element: Element, style: Style, { blocks }: Inherited): string {
  const own = style.get('display');
  const display =
    own !== undefined && !/^(?:initial|unset|revert)/.test(own) ? own : usual(element);
  if (display === 'none' || display === 'contents') return display;
  const outOfLine =
    /^(?:left|right)$/.test(style.get('float') ?? '') ||
    /^(?:absolute|fixed)$/.test(style.get('position') ?? '');
  return (blocks || outOfLine) && /^(?:inline|ruby)/.test(display) ? 'block' : display;
}

function usual({ name, attribs }: Element): string {
  if (NEVER.has(name)) return 'none';
  if (attribs['hidden'] !== undefined && attribs['hidden'].toLowerCase() !== 'until-found')
    return 'none';
  if (name === 'dialog' && attribs['open'] === undefined) return 'none';
  if (SVG_UNREAD.has(name.toLowerCase())) return 'none';
  if (name === 'text') return 'block';
  if (name === 'tr') return 'table-row';
  if (name === 'td' || name === 'th') return 'table-cell';
  if (name === 'math') return attribs['display'] === 'block' ? 'block' : 'inline';
  return BLOCK.has(name) ? 'block' : 'inline';
}

/** Why the words of an element that is laid out are struck out or invisible; `null` if they are neither. */
export function unseen(element: Element, style: Style): string | null {
  const value = (name: string): string => style.get(name) ?? '';
  if (/^(?:del|s|strike)$/.test(element.name) && !value('text-decoration').startsWith('none'))
    return 'struck out';
  if (/line-through/.test(`${value('text-decoration')} ${value('text-decoration-line')}`))
    return 'struck out';
  if (value('content-visibility') === 'hidden') return 'hidden';
  if (element.attribs['hidden']?.toLowerCase() === 'until-found' && !value('content-visibility'))
    return 'hidden';
  if (/^(?:0*\.?0+%?)$/.test(value('opacity'))) return 'hidden';
  if (/^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(value('clip'))) return 'hidden';
  if (/^(?:inset\((?:50|100)%|circle\(0)/.test(value('clip-path'))) return 'hidden';
  if (/scale[xy]?\(0[,)]/.test(value('transform'))) return 'hidden';
  const far = /^-\d{3,}(?:\.\d+)?(?:px|em|rem|vw|%)$/;
  if (far.test(value('text-indent'))) return 'hidden';
  if (value('position') !== '' && ['left', 'right', 'top'].some((side) => far.test(value(side))))
    return 'hidden';
  return null;
}

/** What an element passes on. */
export function inheritedBy(
  element: Element,
  style: Style,
  from: Inherited,
  display: string,
): Inherited {
  const { name, attribs } = element;
  const given = (property: string): string | undefined => {
    const value = style.get(property);
    return value === undefined || /^(?:inherit|unset|revert)/.test(value) ? undefined : value;
  };
  const visibility = given('visibility');
  const space = given('white-space');
  return {
    language: attribs['lang'] ?? attribs['xml:lang'] ?? from.language,
    visible: visibility === undefined ? from.visible : !/^(?:hidden|collapse)$/.test(visibility),
    blank: isBlank(given('font-size') ?? given('font'), given('color'), from.blank),
    whiteSpace: space ?? (PRE.has(name) ? 'pre' : from.whiteSpace),
    transform: given('text-transform') ?? from.transform,
    quotes: from.quotes + (name === 'q' ? 1 : 0),
    blocks: /^(?:inline-)?(?:flex|grid)$/.test(display),
  };
}

function isBlank(size: string | undefined, colour: string | undefined, from: boolean): boolean {
  if (size !== undefined && /(?:^|\s)0(?:px|pt|em|rem|%)?(?:\/|\s|$)/.test(size)) return true;
  if (colour === 'transparent' || /^(?:rgba?|hsla?)\(.*[,/]\s*0%?\)$/.test(colour ?? ''))
    return true;
  const relative = size === undefined || /(?:em|%)$/.test(size);
  return from && relative && colour === undefined;
}
