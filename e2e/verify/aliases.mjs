// @ts-check
/** Pages at addresses that events had before: they lead to the event, at once, and say nothing else. */
import { all, at, folded, textOf, words } from './html.mjs';
import { fault, list, retracted, shown, trees } from './site.mjs';

/** The one thing that such a page does: it keeps the part of the address behind the #. */
export const MOVE = 'location.replace(document.links[0].href + location.hash)';

/** Whether a page is at a former address of an event. @param {string} name */
export const isAlias = (name) =>
  [...list, ...retracted.values()].some(({ aliases }) =>
    aliases.some((alias) => name === `events/${alias}/index.html`),
  );

export function checkAliases() {
  for (const event of [...list, ...retracted.values()])
    for (const alias of event.aliases) {
      const name = `events/${alias}/index.html`;
      const tree = trees.get(name);
      if (tree) checkAlias(name, tree, event);
    }
}

/** @param {string} name @param {any} tree @param {any} event */
function checkAlias(name, tree, event) {
  const found = (/** @type {string} */ tag) => all(tree, ({ tagName }) => tagName === tag);
  const leads = [
    ...found('a').map((one) => at(one, 'href')),
    ...found('link').map((one) => at(one, 'href')),
    ...found('meta').flatMap((one) =>
      at(one, 'http-equiv') === 'refresh' ? [at(one, 'content')] : [],
    ),
  ];
  if (leads.length !== 3 || leads.some((one) => !one.endsWith(`/events/${encodeURI(event.id)}/`)))
    fault(name, `leads to ${shown(leads.join(' '))}, not to ${event.id}`);
  for (const one of [...found('a'), ...found('title')])
    if (folded(textOf(one) || (one.childNodes[0]?.value ?? '')) !== folded(event.title))
      fault(name, `calls ${event.id} ${shown(folded(textOf(one)))}`);
  const scripts = found('script').map((one) => one.childNodes[0]?.value ?? '');
  if (scripts.join('\n') !== MOVE) fault(name, `runs ${shown(scripts.join(' '))}`);
  // What surrounds the title is the interface's, in a sentence of its own and a heading.
  const said = found('body').map((one) => words(textOf(one)).length - words(event.title).length);
  if (said.join() === '' || (said[0] ?? 0) > MOST) fault(name, 'says more than where it leads');
}

/** Words of the interface on such a page, at most. */
const MOST = 12;
