// @ts-check
/** What stands beside the words of a page: where its links lead, dates for machines, modes, tracks, and its head. */
import { all, at, folded, has, isOf, textOf, words } from './html.mjs';
import {
  anchorsOf,
  byAnchor,
  days,
  events,
  fault,
  files,
  list,
  nameOf,
  shown,
  site,
  trees,
} from './site.mjs';

/** Texts that are the same wherever they stand for the same: the first is held against the others. */
const first = new Map();
/** @param {string} name @param {string} key @param {string} text @param {string} what */
function always(name, key, text, what) {
  if (!first.has(key)) first.set(key, text);
  if (first.get(key) !== text)
    fault(name, `${what} is ${shown(text)}, elsewhere ${shown(first.get(key))}`);
}

export function checkDetails() {
  for (const [name, tree] of trees) {
    for (const node of all(tree)) {
      if (node.tagName === 'a') checkLink(name, tree, node);
      if (node.tagName === 'time' && has(node, 'datetime'))
        always(
          name,
          `time ${words(textOf(node)).join(' ')}`,
          at(node, 'datetime'),
          'a date for machines',
        );
      if (isOf(node, 'date') && node.tagName === 'span') checkDate(name, node);
      if (node.tagName === 'figure' && byAnchor.has(at(node, 'id'))) checkFigure(name, node);
      if (isOf(node, 'printed')) checkNeighbours(name, textOf(node));
      if (isOf(node, 'neighbours'))
        for (const link of all(node, ({ tagName }) => tagName === 'a'))
          checkNeighbours(name, textOf(link));
    }
    const event = events.get(/^events\/([^/]+)\/index\.html$/.exec(name)?.[1] ?? '');
    if (event) checkHead(name, tree, event);
  }
}

/** A date beside a title is that of an event. @param {string} name @param {any} node */
function checkDate(name, node) {
  const said = words(textOf(node)).join(' ');
  if (/\p{N}/u.test(said) && ![...days.values()].some((day) => words(day).join(' ') === said))
    fault(name, `no event has the date ${shown(folded(textOf(node)))}`);
}

/** How the words were said, and links to its passages. @param {string} name @param {any} figure */
function checkFigure(name, figure) {
  /** @type {Map<any, string[]>} */
  const lead = new Map();
  for (const node of all(figure, (one) => isOf(one, 'mode') || isOf(one, 'passage'))) {
    const owner = byAnchor.get(ownerOf(node));
    if (!owner) continue;
    if (isOf(node, 'mode'))
      always(
        name,
        `mode ${/** @type {any} */ (owner.quote).mode}`,
        folded(textOf(node)),
        'how it was said',
      );
    else if (node.tagName === 'a')
      lead.set(owner, [...(lead.get(owner) ?? []), decodeURI(at(node, 'href'))]);
  }
  for (const [{ event, quote }, links] of lead) {
    const due = anchorsOf(event, quote).map((anchor) => `/sources/${quote.source}/#${anchor}`);
    if (links.length !== due.length || links.some((to, i) => !to.endsWith(due[i] ?? '')))
      fault(name, `${quote.id} leads to ${shown(links.join(' '))}`);
  }
}

/** The anchor of the quote that a node is about: a figure may have several. @param {any} node @returns {string} */
function ownerOf(node) {
  for (let up = node; up; up = up.parentNode) {
    if (up.tagName === 'li' && has(up, 'data-quotes')) return at(up, 'data-quotes');
    if (up.tagName === 'figure') return at(up, 'id');
  }
  return '';
}

/** A title in a line on paper, or in a link to a neighbour, has its event's date beside it. @param {string} name @param {string} text */
function checkNeighbours(name, text) {
  const said = ` ${words(text).join(' ')} `;
  for (const event of list) {
    const [title, day] = [event.title, days.get(event.id) ?? ''].map((one) => words(one).join(' '));
    const isAlone = list.every(
      (other) =>
        other === event ||
        !words(other.title)
          .join(' ')
          .includes(title ?? ''),
    );
    if (isAlone && said.includes(` ${title} `) && /\p{Nd}/u.test(said.replace(` ${title} `, ' ')))
      if (!said.includes(` ${day} `))
        fault(name, `${event.id} has another date: ${shown(folded(text))}`);
  }
}

/** Every anchor of a page. @type {Map<string, Set<string>>} */
const anchors = new Map();
/** @param {string} file */
function anchorsIn(file) {
  const known = anchors.get(file) ?? new Set(all(trees.get(file)).map((one) => at(one, 'id')));
  anchors.set(file, known);
  return known;
}

/** A link within the site leads to something, and to what it says. @param {string} name @param {any} tree @param {any} node */
function checkLink(name, tree, node) {
  const href = at(node, 'href');
  const [path = '', hash = ''] = href.split('#');
  if (!/^(?:\/(?!\/)|#|$)/.test(href)) return;
  const file = path === '' ? name : fileAt(decodeURI(path.split('?')[0] ?? ''));
  if (file === null) return fault(name, `a link leads to ${shown(href)}, which is not there`);
  if (hash !== '' && trees.has(file) && /^q-|^ref-/.test(decodeURIComponent(hash)))
    if (!anchorsIn(file).has(decodeURIComponent(hash)))
      fault(name, `a link leads to ${shown(href)}, which is not there`);
  const [, kind, id = ''] = /^(actors|events)\/([^/]+)\/index\.html$/.exec(file) ?? [];
  const text = folded(textOf(node));
  if (kind === 'actors' && isOf(node, 'actor') && text !== folded(nameOf(id)))
    fault(name, `${shown(text)} leads to ${id}`);
  if (kind === 'events' && hash === '' && list.some(({ title }) => folded(title) === text))
    if (folded(events.get(id)?.title ?? '') !== text) fault(name, `${shown(text)} leads to ${id}`);
  const spoken = folded(at(node, 'aria-label'));
  const named = list.filter(({ title }) => spoken.includes(folded(title)));
  if (kind === 'events' && named.length > 0 && !named.some((one) => one.id === id) && tree)
    fault(name, `${shown(spoken)} leads to ${id}`);
}

const known = new Set(files);
/** Where the head of each page leads. */
const home = at(all(trees.get('404.html') ?? {}, (one) => isOf(one, 'name'))[0] ?? {}, 'href');
/** The file at a path, whatever the base of the site is; `null` if there is none. @param {string} path */
function fileAt(path) {
  const parts = path.replace(/^\//, '').split('/');
  for (let from = 0; from < parts.length; from++) {
    const rest = parts.slice(from).join('/');
    if (rest === '' && path !== home) continue;
    const file = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
    if (known.has(file)) return file;
    // The PDFs are made after the pages.
    if (/^explainer-(?:a4|letter)\.pdf$/.test(file)) return file;
  }
  return null;
}

/** What the head of an event's page says of it. @param {string} name @param {any} tree @param {import('./content.mjs').Event} event */
function checkHead(name, tree, event) {
  const here = `/events/${encodeURI(event.id)}/`;
  for (const node of all(tree, ({ tagName }) => /^(?:meta|link)$/.test(tagName))) {
    const key = at(node, 'property') || at(node, 'name') || at(node, 'rel');
    const value = at(node, 'content') || at(node, 'href');
    if (/^(?:DC\.title|citation_title)$/.test(key) && folded(value) !== folded(event.title))
      fault(name, `${key} is ${shown(value)}`);
    if (
      /^(?:canonical|og:url|DC\.identifier|citation_public_url)$/.test(key) &&
      !value.endsWith(here)
    )
      fault(name, `${key} is ${shown(value)}`);
    if (/^(?:author|DC\.creator|DC\.publisher|citation_author|citation_publisher)$/.test(key))
      if (folded(value) !== folded(site.author)) fault(name, `${key} is ${shown(value)}`);
    if (key === 'og:site_name' && folded(value) !== folded(site.title))
      fault(name, `${key} is ${shown(value)}`);
    if (key === 'DCTERMS.temporal' && value !== event.refined)
      fault(name, `${key} is ${shown(value)}`);
  }
  const [time] = all(tree, (one) => isOf(one, 'event')).flatMap((one) =>
    all(one, (node) => node.tagName === 'time' && has(node, 'datetime')),
  );
  if (time && /^\d{4}-\d\d-\d\d/.test(event.refined) && !/[~?%/]/.test(event.refined))
    if (at(time, 'datetime').slice(0, 10) !== event.refined.slice(0, 10))
      fault(name, `its date for machines is ${at(time, 'datetime')}`);
  for (const node of all(tree, (one) => has(one, 'data-title')))
    if (folded(at(node, 'data-title')) !== folded(event.title))
      fault(name, `a button hands on the title ${shown(at(node, 'data-title'))}`);
  const track = site.tracks.find((/** @type {any} */ { id }) => id === event.record.track)?.label;
  for (const node of all(tree, (one) => one.tagName === 'dd' && isOf(one, 'track')))
    if (folded(textOf(node)) !== folded(track)) fault(name, `its track is ${shown(textOf(node))}`);
}
