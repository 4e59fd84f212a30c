// @ts-check
/** The story, in one page or several, the print edition, and the pages of actors and sources. */

import { sameIds } from './compare.mjs';
import { checkDay } from './day.mjs';
import { checkArticle, checkTitle, isChange, isLabel, isUnsourced, sameWords } from './event.mjs';
import { checkFigure } from './figure.mjs';
import { all, at, folded, isOf, sought, textOf, words } from './html.mjs';
import { checkMedia, isMedium } from './media.mjs';
import {
  anchorsOf,
  byAnchor,
  days,
  events,
  everyQuote,
  fault,
  nameOf,
  pages,
  shown,
  sources,
  trees,
} from './site.mjs';

/** The presentation: each event once, with its title, its day and a quote of its own; and on paper, as a line. */
export function checkPresentation() {
  const names = pages.filter((name) => name.startsWith('present/'));
  const found = (/** @type {string} */ tag, /** @type {string} */ within) =>
    names.flatMap((name) =>
      all(trees.get(name), (one) => isOf(one, within)).flatMap((part) =>
        all(part, (one) => one.tagName === tag).map((node) => ({ name, node })),
      ),
    );
  const slides = found('section', 'slides');
  sameIds(
    'present/index.html',
    slides.map(({ node }) => at(node, 'id')),
  );
  for (const { name, node } of slides) {
    const event = events.get(at(node, 'id'));
    if (!event) continue;
    const where = `${name} #${event.id}`;
    checkTitle(where, node, 'h2', event.title);
    checkDay(
      where,
      event,
      all(node, (one) => isOf(one, 'date')).map((one) => folded(textOf(one))),
    );
    const figures = all(node, ({ tagName }) => tagName === 'figure');
    if (figures.length !== Math.min(1, event.quotes.length))
      fault(where, `${figures.length} quotes`);
    for (const figure of figures) {
      checkFigure(where, figure);
      if (byAnchor.get(at(figure, 'id'))?.event.id !== event.id)
        fault(where, `shows ${at(figure, 'id')}, which is another event's`);
    }
  }
  const lines = found('li', 'handout').map(({ node }) => words(textOf(node)).join(' '));
  const due = slides.map(({ node }) => {
    const event = events.get(at(node, 'id'));
    return words(event ? `${days.get(event.id)} ${event.title}` : '').join(' ');
  });
  sameWords('present/index.html', due, lines);
}

/** The story, in one page or several, and the print edition: each event once, in the same words. */
export function checkStory() {
  const story = pages.filter((name) => name === 'index.html' || name.startsWith('story/'));
  const told = story.flatMap((name) =>
    all(trees.get(name), (one) => isOf(one, 'event')).map((article) => ({ name, article })),
  );
  sameIds(
    'index.html',
    told.map(({ article }) => at(article, 'id')),
  );
  for (const { name, article } of told) {
    const event = events.get(at(article, 'id'));
    if (!event) continue;
    checkTitle(`${name} #${event.id}`, article, 'h2', event.title);
    checkArticle(name, article, event);
  }
  const name = 'explainer/index.html';
  const tree = trees.get(name);
  if (!tree) return;
  const printed = all(tree, (one) => isOf(one, 'told'));
  sameIds(
    name,
    printed.map((one) => at(one, 'id')),
  );
  for (const article of printed) {
    const event = events.get(at(article, 'id'));
    if (!event) continue;
    checkTitle(`${name} #${event.id}`, article, 'h3', event.title);
    checkDay(
      `${name} #${event.id}`,
      event,
      all(article, (one) => one.tagName === 'time' || isOf(one, 'date'))
        .slice(0, 1)
        .map((one) => folded(textOf(one))),
    );
    if (all(article, isUnsourced).length !== Number(event.unsourced))
      fault(`${name} #${event.id}`, 'does not say whether it is unsourced');
    sameWords(
      `${name} #${event.id}`,
      event.body,
      words(
        textOf(
          article,
          (one) =>
            one.tagName === 'header' ||
            isChange(one) ||
            isUnsourced(one) ||
            isLabel(one) ||
            isMedium(one),
        ),
      ),
    );
  }
  for (const article of printed) {
    const event = events.get(at(article, 'id'));
    if (event) checkMedia(`${name} #${event.id}`, article, event);
  }
  const entries = all(tree, (one) => one.tagName === 'li' && at(one, 'id').startsWith('q-'));
  const ids = entries.map((one) => at(one, 'id'));
  if (ids.toSorted().join(' ') !== [...byAnchor.keys()].toSorted().join(' '))
    fault(name, `lists ${ids.length} quotes, not ${byAnchor.size}, or others`);
  for (const entry of entries) {
    const one = byAnchor.get(at(entry, 'id'));
    const [says] = all(entry, ({ tagName }) => tagName === 'blockquote').map((block) =>
      folded(textOf(block)),
    );
    if (!one || says === folded(one.quote.exact)) {
      const ways = all(entry, (inner) => isOf(inner, 'way')).map((way) => folded(textOf(way)));
      const due = words(one?.quote.chain.map(nameOf).join(' ') ?? '').join(' ');
      if (
        one &&
        !ways.some((way) =>
          words(way.replace(/\([^)]*\)/g, ''))
            .join(' ')
            .startsWith(due),
        )
      )
        fault(name, `${at(entry, 'id')} came through ${shown(ways.join(' | '))}`);
    } else fault(name, `${at(entry, 'id')} says ${shown(says ?? '')}`);
  }
}

/** Pages of sources mark each quote, in the source's own words. */
export function checkSourcePages() {
  for (const [id, { text: whole, record }] of sources) {
    const name = `sources/${id}/index.html`;
    const tree = trees.get(name);
    if (!tree) continue;
    const marks = new Map(
      all(tree, (one) => at(one, 'id').startsWith('q-')).map((one) => [
        at(one, 'id'),
        folded(textOf(one, (inner) => isOf(inner, 'back') || inner.tagName === 'sup')),
      ]),
    );
    for (const { event, quote } of everyQuote.filter((one) => one.quote.source === id)) {
      anchorsOf(event, quote).forEach((anchor, i) => {
        const says = marks.get(anchor);
        if (says !== folded(quote.passages[i]?.exact ?? ''))
          fault(name, `${anchor} marks ${shown(says ?? 'nothing')}`);
      });
    }
    for (const mark of all(tree, ({ tagName }) => tagName === 'mark'))
      if (
        !sought(whole, record).includes(
          sought(
            textOf(mark, (inner) => isOf(inner, 'back') || inner.tagName === 'sup'),
            record,
          ),
        )
      )
        fault(name, `the source does not say ${shown(folded(textOf(mark)))}`);
  }
}
