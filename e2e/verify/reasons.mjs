// @ts-check
/** Why quotes are as they are: the words of their authors, behind a label of the interface. */
import { all, folded, isOf, textOf } from './html.mjs';
import { fault, shown } from './site.mjs';

/** The reasons of a quote, by what they are for, in the order in which they are shown. @param {any} quote @returns {[string, string][]} */
export const reasonsOf = ({ within, why, unmarked, paragraphs, furniture }) =>
  /** @type {[string, string | undefined][]} */ ([
    [within, why],
    ['unmarked', unmarked],
    ['paragraphs', paragraphs],
    ['furniture', furniture],
  ]).flatMap(([kind, text]) => (text ? [[kind, text]] : []));

/** The label of each kind, as the first reason of the site has it. @type {Map<string, string>} */
const labels = new Map();

/** Texts are the reasons of quotes, each behind its label. @param {string} where @param {string[]} texts @param {any[]} quotes */
export function checkReasonTexts(where, texts, quotes) {
  const due = quotes.flatMap(reasonsOf);
  if (texts.length !== due.length)
    return fault(where, `${texts.length} reasons, not ${due.length}: ${shown(texts.join(' | '))}`);
  for (const [i, [kind, why]] of due.entries()) {
    const text = folded(texts[i] ?? '');
    const label = text.slice(0, text.length - folded(why).length);
    if (!labels.has(kind)) labels.set(kind, label);
    if (text !== labels.get(kind) + folded(why)) fault(where, `gives the reason ${shown(text)}`);
  }
}

/** The reasons in a part of a page are those of these quotes. @param {string} where @param {any} node @param {any[]} quotes */
export const checkReasons = (where, node, quotes) =>
  checkReasonTexts(
    where,
    all(node, (one) => isOf(one, 'reason')).map((one) =>
      textOf(one, (inner) => isOf(inner, 'keys')),
    ),
    quotes,
  );
