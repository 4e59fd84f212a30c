// @ts-check
/** Quotes as they are shown: a sentence of the source with their words marked, and who said them. */
import { all, at, folded, isOf, sought, textOf } from './html.mjs';
import { checkLocator } from './locators.mjs';
import { checkReasonTexts } from './reasons.mjs';
import { byAnchor, fault, nameOf, shown, sources } from './site.mjs';

const spaceless = (/** @type {string} */ text) => folded(text).replace(/ /g, '');

/** The anchors of the quotes that a figure shows. @param {any} figure @returns {string[]} */
export const shownIn = (figure) =>
  [figure, ...all(figure)]
    .map((one) => at(one, 'id'))
    .filter((id, i, ids) => byAnchor.has(id) && ids.indexOf(id) === i);

/** A sentence with its quotes, and who said each. @param {string} where @param {any} figure */
export function checkFigure(where, figure) {
  const lead = at(figure, 'id');
  const quote = byAnchor.get(lead)?.quote;
  if (!quote) return fault(where, `no quote has the id ${lead}`);
  const others = all(figure, (one) => one.tagName === 'li' && at(one, 'data-quotes') !== '');
  const isOther = (/** @type {any} */ node) => {
    for (let up = node; up && up !== figure; up = up.parentNode)
      if (others.includes(up)) return true;
    return false;
  };
  const inLead = (/** @type {any} */ node, /** @type {(one: any) => boolean} */ wanted) =>
    all(node, (one) => wanted(one) && !isOther(one));
  const [block, ...translations] = inLead(figure, ({ tagName }) => tagName === 'blockquote');
  if (!block) return fault(where, `${lead} has no words`);
  const source = sources.get(quote.source);
  const says = folded(textOf(block));
  if (
    says !== folded(quote.exact) &&
    !sought(source?.text ?? '', source?.record).includes(sought(says, source?.record))
  )
    fault(where, `${lead} says ${shown(says)}`);
  for (const anchor of shownIn(figure)) {
    const own = byAnchor.get(anchor)?.quote ?? quote;
    const marks = all(block, (one) => marked(one).includes(anchor));
    const words = marks.length > 0 ? marks.map((one) => textOf(one)).join('') : says;
    const due = marks.length > 0 ? own.passages.map(exactOf).join('') : own.exact;
    if (spaceless(words) !== spaceless(due) || own.source !== quote.source)
      fault(where, `${anchor} says ${shown(folded(words))}`);
    const other = others.find((one) => at(one, 'data-quotes') === anchor);
    if (anchor !== lead && !other && own.translation) fault(where, `${anchor} has no translation`);
    // What an entry of its own leaves out is the lead's.
    const has = (/** @type {string} */ name) =>
      other && all(other, (one) => isOf(one, name)).length > 0 ? other : null;
    checkChain(where, anchor, has('chain') ?? figure, inLead);
    checkLocator(where, has('locator') ?? { childNodes: inLead(figure, isLocator) }, own);
    const reasons = other
      ? all(other, (one) => isOf(one, 'reason'))
      : anchor === lead
        ? inLead(figure, (one) => isOf(one, 'reason'))
        : [];
    checkReasonTexts(
      where,
      reasons.map((one) => textOf(one)),
      [own],
    );
    const translated = other
      ? all(other, ({ tagName }) => tagName === 'blockquote')
      : anchor === lead
        ? translations
        : [];
    if (
      translated.map((one) => folded(textOf(one))).join('\n') !==
      folded(own.translation?.text ?? '')
    )
      fault(
        where,
        `${anchor} is translated as ${shown(translated.map((one) => textOf(one)).join(' | '))}`,
      );
  }
  for (const one of others)
    if (!shownIn(figure).includes(at(one, 'data-quotes')))
      fault(where, `no quote has the id ${at(one, 'data-quotes')}`);
  for (const one of all(figure, ({ tagName }) => tagName === 'mark'))
    if (marked(one).length === 0 || !marked(one).every((anchor) => byAnchor.has(anchor)))
      fault(where, `marks ${shown(textOf(one))} for no quote`);
}

const isLocator = (/** @type {any} */ one) => isOf(one, 'locator');
const exactOf = (/** @type {{ exact: string }} */ { exact }) => exact;
/** The quotes that a mark is of. @param {any} node @returns {string[]} */
const marked = (node) =>
  node.tagName === 'mark' ? at(node, 'data-quotes').split(' ').filter(Boolean) : [];

/**
 * @param {string} where @param {string} anchor @param {any} node
 * @param {(node: any, wanted: (one: any) => boolean) => any[]} inLead
 */
function checkChain(where, anchor, node, inLead) {
  const isActor = (/** @type {any} */ one) => isOf(one, 'actor');
  const links = (node.tagName === 'figure' ? inLead(node, isActor) : all(node, isActor)).map(
    (inner) =>
      `${folded(textOf(inner))} ${/\/actors\/([^/]+)\//.exec(at(inner, 'href'))?.[1] ?? ''}`,
  );
  const chain =
    byAnchor.get(anchor)?.quote.chain.map((/** @type {string} */ id) => `${nameOf(id)} ${id}`) ??
    [];
  if (links.join(', ') !== chain.join(', '))
    fault(
      where,
      `${anchor} came through ${shown(links.join(', '))}, not ${shown(chain.join(', '))}`,
    );
}
