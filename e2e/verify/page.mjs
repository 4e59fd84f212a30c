// @ts-check
/** What holds for any page: nothing runs, shows or quotes that is not due, and nothing is hidden. */

import { isAlias, MOVE } from './aliases.mjs';
import { compare } from './compare.mjs';
import { items } from './exports.mjs';
import { all, at, folded, has, isOf, sought, textOf } from './html.mjs';
import { isDueMedium } from './media.mjs';
import { events, fault, files, list, sayings, sha256, shown, sources, trees } from './site.mjs';

/** What holds for any page. @param {string} name @param {any} tree */
export function checkPage(name, tree) {
  const policy = all(
    tree,
    (one) => one.tagName === 'meta' && /content-security-policy/i.test(at(one, 'http-equiv')),
  )
    .map((one) => at(one, 'content'))
    .join(' ');
  const ids = new Set();
  for (const node of all(tree)) {
    const { tagName } = node;
    const id = at(node, 'id');
    if (id && ids.has(id)) fault(name, `the id ${id} stands there twice`);
    ids.add(id);
    for (const { name: key, value } of node.attrs) {
      if (key.startsWith('on')) fault(name, `<${tagName}> runs a script: ${key}`);
      if (
        /^\s*(?:javascript|data):/i.test(value) &&
        /^(?:href|src|action)$/.test(key) &&
        tagName !== 'link'
      )
        fault(name, `<${tagName}> leads to ${shown(value)}`);
    }
    if (/^refresh$/i.test(at(node, 'http-equiv')) && !isAlias(name))
      fault(name, `leads on to ${shown(at(node, 'content'))}`);
    if (tagName === 'script') checkScript(name, node, policy);
    if (
      /^(?:iframe|object|embed|base|audio|video|picture|img|canvas|form)$/.test(tagName) &&
      !isOf(node, 'filter') &&
      !isSearch(node) &&
      !isFacsimile(name, node) &&
      !isDueMedium(node) &&
      (tagName !== 'base' || !/^\/(?!\/)/.test(at(node, 'href')) || !name.startsWith('embed/'))
    )
      fault(name, `<${tagName}> is not due: ${shown(at(node, 'src'))}`);
    if (/^(?:blockquote|q)$/.test(tagName)) {
      const says = folded(textOf(node));
      const sentence = name === 'about/index.html' || isOf(node.parentNode, 'quote');
      if (!sayings.has(says) && !inBody(node) && !(sentence && isInSource(says)))
        fault(name, `no quote says ${shown(says)}`);
    }
    if (
      /^(?:blockquote|q|mark|h1|article)$/.test(tagName) ||
      isOf(node, 'body') ||
      isOf(node, 'quote')
    ) {
      const by = hiddenBy(node);
      if (by) fault(name, `<${tagName}> is hidden: ${shown(folded(textOf(node)))}`);
    }
  }
  for (const link of all(tree, ({ tagName }) => tagName === 'a'))
    if (/^#q-/.test(at(link, 'href')) && !ids.has(decodeURIComponent(at(link, 'href').slice(1))))
      fault(name, `${at(link, 'href')} leads nowhere`);
}

/** A picture of a passage, which says what stands in the source and is a file of the site. @param {string} name @param {any} node */
function isFacsimile(name, node) {
  const [, folder = '', id = ''] = /^(sources\/([^/]+)\/)index\.html$/.exec(name) ?? [];
  const source = sources.get(id);
  const [, file = ''] =
    new RegExp(`/(${RegExp.escape(folder)}[^/]+\\.webp)$`).exec(at(node, 'src')) ?? [];
  return (
    node.tagName === 'img' &&
    source?.record.display === 'full' &&
    files.includes(decodeURIComponent(file)) &&
    sought(source.text, source.record).includes(sought(at(node, 'alt'), source.record))
  );
}

/** The page on the method lists sentences that nobody quotes. @param {string} says */
export function isInSource(says) {
  return (
    says !== '' &&
    [...sources.values()].some(({ text: whole, record }) =>
      sought(whole, record).includes(sought(says, record)),
    )
  );
}

/** Block quotations of an event's own body are among its words. @param {any} node */
export function inBody(node) {
  for (let up = node.parentNode; up; up = up.parentNode) {
    if (isOf(up, 'quotes') || up.tagName === 'figure') return false;
    if (isOf(up, 'body')) return true;
  }
  return false;
}

/** @param {any} node */
export function hiddenBy(node) {
  for (let up = node; up; up = up.parentNode)
    if (up.attrs && up.tagName !== 'svg')
      if (
        has(up, 'hidden') ||
        has(up, 'inert') ||
        at(up, 'aria-hidden') === 'true' ||
        has(up, 'style') ||
        isOf(up, 'sr-only') ||
        /^(?:template|noscript|dialog)$/.test(up.tagName)
      )
        return true;
  return false;
}

/** @param {string} name @param {any} node @param {string} policy */
export function checkScript(name, node, policy) {
  const [type, src, body] = [at(node, 'type'), at(node, 'src'), node.childNodes[0]?.value ?? ''];
  if (src) {
    if (
      !/^(?:\/[^/]|\.)[^:]*_astro\/[^/]+\.js$|^\/_astro\/[^/]+\.js$/.test(src) ||
      !files.includes(src.slice(src.indexOf('_astro/')))
    )
      fault(name, `a script from elsewhere: ${src}`);
    return;
  }
  if (/json/.test(type)) {
    try {
      const data = JSON.parse(body);
      if (type !== 'application/json') checkLinked(name, data);
      else if (data.items) compare(name, items(data));
    } catch {
      fault(name, `its ${type} is no JSON`);
    }
    return;
  }
  if (policy && !policy.includes(sha256(body).toString('base64')))
    fault(name, 'a script that its policy does not allow');
  if (body === MOVE) return;
  const kinds = [...(scripts().get(body) ?? [])];
  const single =
    kinds.length === 1 && /^(?:events|embed|actors|sources)\/./.test(name) && list.length > 1;
  if (single && !/^embed\/index/.test(name)) fault(name, 'a script that no other page has');
}

/** JSON-LD names pages and quotes. @param {string} name @param {any} data */
export function checkLinked(name, data) {
  const [, id = ''] = /^events\/([^/]+)\//.exec(name) ?? [];
  const event = events.get(id);
  const visit = (/** @type {any} */ value) => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if (value['@type'] === 'Quotation' && value.text && !sayings.has(folded(value.text)))
      fault(name, `its JSON-LD quotes ${shown(value.text)}`);
    if (
      event &&
      /\/events\/[^/]+\/$/.test(value['@id'] ?? '') &&
      value.name !== undefined &&
      value.name !== event.title
    )
      fault(name, `its JSON-LD has the title ${shown(value.name)}`);
    Object.values(value).forEach(visit);
  };
  visit(data);
}

/** @type {Map<string, Set<string>> | null} */
let known = null;

/** Scripts within pages, each with the pages that have it. */
function scripts() {
  if (known) return known;
  known = new Map();
  for (const [name, tree] of trees)
    for (const script of all(tree, ({ tagName }) => tagName === 'script')) {
      const body = script.childNodes[0]?.value ?? '';
      known.set(body, (known.get(body) ?? new Set()).add(name));
    }
  return known;
}

/** A field to search in, which asks no server. @param {any} node */
const isSearch = (node) =>
  at(node, 'role') === 'search' && at(node, 'action') === '' && textOf(node).trim() === '';
