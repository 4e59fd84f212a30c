// @ts-check
/** Retracted events: their pages say so and why, feeds and lists too, and nothing else shows them. */
import { all, folded, isOf, textOf, words } from './html.mjs';
import { fault, files, pages, retracted, shown, text, trees } from './site.mjs';

/** Exports that say of an event that it is retracted; no other has it. */
const SAYING = new Set(['feed.json', 'feed.xml', 'data/events.ics', 'data/events.csv']);

/** @param {any} event */
export function checkRetracted({ id, title, why }) {
  for (const name of [`events/${id}/index.html`, `embed/${id}/index.html`]) {
    const tree = trees.get(name);
    if (!tree) continue;
    const [heading] = all(tree, ({ tagName }) => tagName === 'h1').map((one) =>
      folded(textOf(one)),
    );
    if (heading !== folded(title)) fault(name, `is headed ${shown(heading ?? '')}`);
    saysWhy(name, tree, why);
  }
  const story = pages.filter((name) => name === 'index.html' || name.startsWith('story/'));
  const lists = story.filter((name) =>
    all(trees.get(name), (one) => isOf(one, 'retractions')).some((one) =>
      folded(textOf(one)).includes(folded(title)),
    ),
  );
  if (lists.length !== 1) fault(story[0] ?? '', `lists the retracted ${id} ${lists.length} times`);
  for (const name of [...lists, 'explainer/index.html', 'about/index.html'])
    saysWhy(name, trees.get(name), why);
  const { retracted: listed = [] } = JSON.parse(text('data/events.json'));
  const entry = listed.find((/** @type {any} */ one) => one.id === id);
  if (entry?.title !== title || entry?.why !== why)
    fault('data/events.json', `does not say why ${id} is retracted`);
  for (const name of ['bib', 'ris', 'csl.json'].map((kind) => `events/${id}.${kind}`))
    if (!files.includes(name)) fault(name, 'the citation is missing');
}

/** @param {string} name @param {any} tree @param {string} why */
function saysWhy(name, tree, why) {
  const said = all(tree, (one) => isOf(one, 'retraction')).map((one) => folded(textOf(one)));
  if (!said.some((one) => one.endsWith(folded(why)))) fault(name, `does not say ${shown(why)}`);
}

/**
 * The entries of an export without those that say of an event that it is retracted.
 * @param {string} name @param {import('./exports.mjs').Entry[]} entries
 */
export function standing(name, entries) {
  return entries.filter((entry) => {
    const event = retracted.get(entry.id);
    if (!event || !SAYING.has(name)) return true;
    const said = words(`${entry.title} ${entry.words ?? ''}`).join(' ');
    const due = [event.title, ...(name.endsWith('.csv') ? [] : [event.why])];
    if (due.some((one) => !said.includes(words(one).join(' '))) || entry.quotes?.length)
      fault(`${name} ${entry.id}`, `says ${shown(said)} of a retracted event`);
    return false;
  });
}
