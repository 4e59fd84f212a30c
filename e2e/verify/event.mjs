// @ts-check
/** An event as it is shown: its title, its day, its words, what they cite, its quotes and who said them. */

import { checkDay } from './day.mjs';
import { all, at, folded, isOf, textOf, words } from './html.mjs';
import { checkLocator } from './locators.mjs';
import { checkReasons } from './reasons.mjs';
import { anchorOf, byAnchor, events, fault, nameOf, shown, trees } from './site.mjs';

/** An event on its own page and as an embed. @param {any} event */
export function checkEvent(event) {
  const own = `events/${event.id}/index.html`;
  const tree = trees.get(own);
  if (tree) {
    checkTitle(own, tree, 'h1', event.title);
    checkMeta(own, tree, event);
    const articles = all(tree, (one) => isOf(one, 'event') && at(one, 'id') === event.id);
    if (articles.length !== 1) fault(own, `${articles.length} articles of the event`);
    for (const article of articles) checkArticle(own, article, event);
  }
  for (const id of [event.id, ...event.aliases]) checkEmbed(`embed/${id}/index.html`, event);
}

/** An embed, under the event's id or a former one. @param {string} embedded @param {any} event */
function checkEmbed(embedded, event) {
  const small = trees.get(embedded);
  if (!small) return;
  checkTitle(embedded, small, 'h1', event.title);
  checkMeta(embedded, small, event);
  checkDay(
    embedded,
    event,
    all(small, (one) => isOf(one, 'when')).map((one) =>
      folded(textOf(one, (inner) => isOf(inner, 'track'))),
    ),
  );
  const said = all(small, ({ tagName }) => tagName === 'blockquote').map((one) =>
    folded(textOf(one)),
  );
  const known = event.quotes.map((/** @type {any} */ { exact }) => folded(exact));
  const first = event.quotes[0];
  for (const one of said)
    if (
      !known.includes(one) &&
      !event.quotes.some(
        (/** @type {any} */ { translation }) => folded(translation?.text ?? '') === one,
      )
    )
      fault(embedded, `the event has no quote ${shown(one)}`);
  if (first && said.length === 0) fault(embedded, 'no quote is shown');
  for (const caption of all(small, ({ tagName }) => tagName === 'figcaption')) {
    const way = words(
      textOf(caption, (inner) => isOf(inner, 'locator') || isOf(inner, 'reason')),
    ).join(' ');
    const quote = event.quotes.find(
      (/** @type {any} */ { exact, chain }) =>
        said.includes(folded(exact)) && words(chain.map(nameOf).join(' ')).join(' ') === way,
    );
    if (quote) checkReasons(embedded, caption, [quote]);
    else fault(embedded, `says who spoke: ${shown(folded(textOf(caption)))}`);
  }
}

/** @param {string} name @param {any} root @param {string} tag @param {string} title */
export function checkTitle(name, root, tag, title) {
  const shownAs = all(root, (one) => one.tagName === tag).map((one) =>
    folded(textOf(one, (inner) => isOf(inner, 'ordinal'))),
  );
  if (shownAs.length !== 1 || words(shownAs[0] ?? '').join(' ') !== words(title).join(' '))
    fault(name, `its title is ${shown(shownAs.join(' | '))}, not ${shown(title)}`);
}

/** The title in the head, and the share picture. @param {string} name @param {any} tree @param {any} event */
export function checkMeta(name, tree, event) {
  for (const link of all(tree, (one) => /^(?:prev|next)$/.test(at(one, 'rel')))) {
    const other = events.get(/\/events\/([^/]+)\/$/.exec(at(link, 'href'))?.[1] ?? '');
    const named = all(link, ({ tagName }) => tagName === 'span')
      .map((one) => folded(textOf(one)))
      .filter((text) => /[\p{L}\p{N}]/u.test(text));
    const label = folded(at(link, 'aria-label'));
    if (
      other &&
      link.tagName === 'a' &&
      ((named[0] ?? folded(other.title)) !== folded(other.title) ||
        (label !== '' && !label.includes(folded(other.title))) ||
        named.length + label.length === 0)
    )
      fault(name, `calls ${other.id} ${shown(named[0] ?? label)}`);
  }
  const head = all(tree, ({ tagName }) => tagName === 'title').map(
    (one) => one.childNodes[0]?.value ?? '',
  );
  if (!folded(head[0] ?? '').startsWith(folded(event.title)))
    fault(name, `<title> is ${shown(head[0] ?? '')}`);
  for (const meta of all(tree, ({ tagName }) => tagName === 'meta')) {
    const [key, value] = [at(meta, 'property') || at(meta, 'name'), at(meta, 'content')];
    if (/^(?:og|twitter):title$/.test(key) && !folded(value).includes(folded(event.title)))
      fault(name, `${key} is ${shown(value)}`);
    if (
      /^(?:og|twitter):image$/.test(key) &&
      ![event.id, ...event.aliases].some((id) => value.endsWith(`/og/${encodeURI(id)}.png`))
    )
      fault(name, `${key} is ${value}`);
    if (/:image:alt$/.test(key) && !folded(value).includes(folded(event.title)))
      fault(name, `${key} is ${shown(value)}`);
  }
}

/** The article of an event: its day, its words, what they cite, its quotes. @param {string} name @param {any} article @param {any} event */
export function checkArticle(name, article, event) {
  const where = `${name} #${event.id}`;
  checkDay(
    where,
    event,
    all(article, (one) => (one.tagName === 'time' || isOf(one, 'date')) && !inNote(one))
      .slice(0, 1)
      .map((one) => folded(textOf(one))),
  );
  if (all(article, isUnsourced).length !== Number(event.unsourced))
    fault(where, event.unsourced ? 'does not say that it is unsourced' : 'is called unsourced');
  const bodies = all(article, (one) => isOf(one, 'body'));
  if (bodies.length !== 1) fault(where, `${bodies.length} bodies`);
  for (const body of bodies) {
    sameWords(
      where,
      event.body,
      words(
        textOf(
          body,
          (one) => isOf(one, 'quotes') || isChange(one) || isUnsourced(one) || isLabel(one),
        ),
      ),
    );
    const cites = all(body, (one) => isOf(one, 'cite')).map(
      (one) => `${words(textOf(one)).join(' ')} → ${at(one, 'href')}`,
    );
    const due = event.cites.map(
      (/** @type {any} */ one) =>
        `${one.words} → #${one.reference ? 'ref' : `q-${event.id}`}-${one.target}`,
    );
    if (cites.join('\n') !== due.join('\n'))
      fault(
        where,
        `cites ${shown(cites.find((one, i) => one !== due[i]) ?? 'less than the archive')}`,
      );
  }
  const figures = all(article, (one) => one.tagName === 'figure' && !isOf(one, 'position-in-time'));
  const ids = figures.map((one) => at(one, 'id'));
  const due = event.quotes.map((/** @type {any} */ quote) => anchorOf(event, quote));
  if (ids.toSorted().join(' ') !== due.toSorted().join(' '))
    fault(where, `has the quotes ${shown(ids.join(', '))}, not ${shown(due.join(', '))}`);
  for (const figure of figures) checkFigure(where, figure);
  const corrected = all(article, (one) => isChange(one)).map((one) =>
    all(one, ({ tagName }) => /^(?:del|ins)$/.test(tagName))
      .map((inner) => folded(textOf(inner)))
      .join(' → '),
  );
  const changes = event.corrections.map(
    (/** @type {any} */ { was, now }) => `${folded(String(was))} → ${folded(String(now))}`,
  );
  if (corrected.toSorted().join('\n') !== changes.toSorted().join('\n'))
    fault(where, `has the corrections ${shown(corrected.join(', '))}`);
}

/** @param {any} node */
export function inNote(node) {
  for (let up = node; up; up = up.parentNode) if (isOf(up, 'note')) return true;
  return false;
}

/** A recorded correction: what was said, and what is said now. Editors' notes on corrections have no such parts. @param {any} node */
export const isChange = (node) =>
  isOf(node, 'note-correction') && all(node, ({ tagName }) => tagName === 'del').length > 0;

/** Says that no quote supports the event. @param {any} node */
export const isUnsourced = (node) => isOf(node, 'note-unsourced');

/** The topic at the head of a note. @param {any} node */
export function isLabel(node) {
  return (
    node.tagName === 'strong' &&
    isOf(node.parentNode, 'note') &&
    node.parentNode.childNodes[0] === node
  );
}

/** A quote with who said it. @param {string} where @param {any} figure */
export function checkFigure(where, figure) {
  const one = byAnchor.get(at(figure, 'id'));
  if (!one) return fault(where, `no quote has the id ${at(figure, 'id')}`);
  const says = all(figure, ({ tagName }) => tagName === 'blockquote').map((block) =>
    folded(textOf(block)),
  );
  const due = [
    folded(one.quote.exact),
    ...(one.quote.translation ? [folded(one.quote.translation.text)] : []),
  ];
  if (says[0] !== due[0] || says.length !== due.length)
    fault(where, `${at(figure, 'id')} says ${shown(says.join(' | '))}`);
  const links = all(figure, (inner) => isOf(inner, 'actor')).map(
    (inner) =>
      `${folded(textOf(inner))} ${/\/actors\/([^/]+)\//.exec(at(inner, 'href'))?.[1] ?? ''}`,
  );
  const chain = one.quote.chain.map((/** @type {string} */ id) => `${nameOf(id)} ${id}`);
  checkLocator(where, figure, one.quote);
  checkReasons(where, figure, [one.quote]);
  if (links.join(', ') !== chain.join(', '))
    fault(
      where,
      `${at(figure, 'id')} came through ${shown(links.join(', '))}, not ${shown(chain.join(', '))}`,
    );
}

/** @param {string} where @param {string[]} due @param {string[]} found */
export function sameWords(where, due, found) {
  if (due.join(' ') === found.join(' ')) return;
  let i = 0;
  while (due[i] === found[i]) i += 1;
  fault(
    where,
    `says ${shown(found.slice(Math.max(0, i - 2), i + 6).join(' '))}, not ${shown(due.slice(Math.max(0, i - 2), i + 6).join(' '))}`,
  );
}
