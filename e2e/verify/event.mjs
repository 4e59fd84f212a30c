// @ts-check
/** An event as it is shown: its title, its day, its words, what they cite, its quotes and who said them. */

import { checkDay } from './day.mjs';
import { checkFigure, shownIn } from './figure.mjs';
import { all, at, folded, isOf, textOf, words } from './html.mjs';
import { checkMedia, isMedium } from './media.mjs';
import { checkReasons } from './reasons.mjs';
import { anchorOf, events, fault, nameOf, shown, trees } from './site.mjs';

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
      textOf(caption, (inner) =>
        ['locator', 'reason', 'passages'].some((name) => isOf(inner, name)),
      ),
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
      ((named.at(-1) ?? folded(other.title)) !== folded(other.title) ||
        (label !== '' && !label.includes(folded(other.title))) ||
        named.length + label.length === 0)
    )
      fault(name, `calls ${other.id} ${shown(named.at(-1) ?? label)}`);
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
    if (/description$/i.test(key) && event.quotes.length > 0 && !saysQuote(value, event))
      fault(name, `${key} is ${shown(value)}`);
    if (/:image:alt$/.test(key) && !folded(value).includes(folded(event.title)))
      fault(name, `${key} is ${shown(value)}`);
  }
}

/** Whether a description says a date, the first words of a quote and who said it. @param {string} text @param {any} event */
function saysQuote(text, event) {
  return event.quotes.some((/** @type {any} */ quote) => {
    const [said, chain] = [words(text), words(quote.chain.map(nameOf).join(' '))];
    const own = ` ${words(quote.exact).join(' ')} `;
    const first = said.slice(0, -chain.length);
    const start = first.findIndex((_, i) => own.startsWith(` ${first.slice(i).join(' ')} `));
    return (
      said.slice(-chain.length).join(' ') === chain.join(' ') &&
      start >= 0 &&
      start <= DATE &&
      first.length - start >= Math.min(5, words(quote.exact).length)
    );
  });
}

/** A date is of so many words, at most. */
const DATE = 12;

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
          (one) =>
            ['quotes', 'opens', 'medium'].some((name) => isOf(one, name)) ||
            isChange(one) ||
            isUnsourced(one) ||
            isLabel(one),
        ),
      ),
    );
    const notes = all(body, (one) => isOf(one, 'note') && !isOf(one, 'note-correction')).length;
    for (const count of all(body, (one) => isOf(one, 'opens')))
      checkCount(where, count, event.quotes.length, notes);
    const inMedium = new Set(all(body, isMedium).flatMap((one) => all(one)));
    const cites = all(body, (one) => isOf(one, 'cite') && !inMedium.has(one)).map(
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
  checkMedia(where, article, event);
  const figures = all(
    article,
    (one) => one.tagName === 'figure' && !isOf(one, 'position-in-time') && !isMedium(one),
  );
  const ids = figures.flatMap(shownIn);
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

/**
 * A button with how many quotes and notes there are. Its words are the same for every event with these numbers.
 * @param {string} where @param {any} button @param {number} quotes @param {number} notes
 */
function checkCount(where, button, quotes, notes) {
  const says = folded(textOf(button));
  const numbers = says.match(/\p{N}+/gu) ?? [];
  // Not the figures that it shows: some languages have words for one and two.
  const key = `${quotes} ${notes}`;
  const due = counts.get(key) ?? says;
  counts.set(key, due);
  if (button.tagName !== 'button' || says !== due || says.length > 60)
    fault(where, `counts ${shown(says)}, not ${shown(due)}`);
  if (/^[\d ]+$/.test(numbers.join(' ')) && quotes > 2 && Number(numbers[0]) !== quotes)
    fault(where, `counts ${shown(says)}, not ${quotes} quotes`);
}

/** What the buttons say, by their numbers. @type {Map<string, string>} */
const counts = new Map();

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
