// @ts-check
/** Pages of actors: what they did, what they said and what they passed on, all of it and nothing else. */
import { checkDay, plain } from './day.mjs';
import { checkTitle } from './event.mjs';
import { all, at, folded, isOf, textOf, words } from './html.mjs';
import { checkReasons } from './reasons.mjs';
import { actors, events, fault, list, nameOf, references, shown, trees } from './site.mjs';

/** @param {any} item */
const eventsLinked = (item) =>
  all(item, (one) => /\/events\/[^/]+\/(?:#.*)?$/.test(at(one, 'href'))).map((link) => ({
    link,
    id: decodeURIComponent(/\/events\/([^/]+)\//.exec(at(link, 'href'))?.[1] ?? ''),
  }));

/** The items of a list right below it. @param {any} tree @param {string} name */
const itemsOf = (tree, name) =>
  all(tree, (one) => isOf(one, name)).flatMap((one) =>
    one.childNodes.filter((/** @type {any} */ node) => node.tagName === 'li'),
  );

export function checkActors() {
  for (const [name, tree] of trees) {
    const [, given = ''] = /^actors\/([^/]+)\//.exec(name) ?? [];
    if (given === '') continue;
    const id = decodeURIComponent(given);
    checkTitle(name, tree, 'h1', nameOf(id));
    checkName(name, tree, actors[id]);
    const has = (/** @type {(quote: any) => boolean} */ wanted) =>
      list.flatMap((event) => {
        const quotes = event.quotes.filter(wanted);
        return quotes.length > 0 ? [{ event, quotes }] : [];
      });
    checkSayings(
      name,
      tree,
      has(({ chain }) => chain[0] === id),
    );
    const passedOn = has(({ chain }) => chain.slice(1).includes(id));
    const did = list.filter((event) => event.actors.includes(id));
    const deeds = itemsOf(tree, 'deeds');
    same(
      name,
      deeds.flatMap((item) => {
        const [first] = eventsLinked(item);
        return `${first?.id} ${countIn(
          item,
          passedOn.find(({ event }) => event.id === first?.id),
        )}`;
      }),
      [
        ...did.map((event) => `${event.id} `),
        ...passedOn.map(({ event, quotes }) => `${event.id} ${quotes.length}`),
      ],
    );
    for (const item of [...deeds, ...itemsOf(tree, 'sayings')])
      for (const { link, id: linked } of eventsLinked(item)) {
        const event = events.get(linked);
        if (!event) fault(name, `leads to the event ${linked}, which is not there`);
        else if (folded(textOf(link)) !== folded(event.title))
          fault(name, `calls ${event.id} ${shown(folded(textOf(link)))}`);
        const [time] = all(item, (one) => one.tagName === 'time');
        if (event && time) checkDay(name, event, [folded(textOf(time))]);
      }
  }
}

/** Every quote that begins with the actor, once, under its event. @param {string} name @param {any} tree @param {{ event: any, quotes: any[] }[]} due */
function checkSayings(name, tree, due) {
  const items = itemsOf(tree, 'sayings');
  same(
    name,
    items.map((item) => eventsLinked(item)[0]?.id ?? ''),
    due.map(({ event }) => event.id),
  );
  for (const item of items) {
    const [{ id = '' } = {}] = eventsLinked(item);
    const { quotes = [] } = due.find(({ event }) => event.id === id) ?? {};
    same(
      name,
      all(item, ({ tagName }) => tagName === 'q').map((one) => folded(textOf(one))),
      quotes.map((/** @type {any} */ { exact }) => folded(exact)),
    );
    checkReasons(name, item, quotes);
  }
}

/** The names are those of the record, and the page that gives the shown one. @param {string} name @param {any} tree @param {any} actor */
function checkName(name, tree, actor) {
  const given = all(tree, (one) => isOf(one, 'named-by')).map((one) => folded(textOf(one)));
  const { title, publisher } = references[actor?.reference] ?? {};
  const due = title === undefined ? '' : words(`${title} ${publisher}`).join(' ');
  if (words(given.join(' ')).join(' ') !== due)
    fault(name, `its name is given by ${shown(given.join(' '))}`);
  const role = all(tree, (one) => isOf(one, 'lead')).map((one) => folded(textOf(one)));
  if (role.join() !== folded(actor?.role ?? '')) fault(name, `its role is ${shown(role.join())}`);
}

/** @param {string} name @param {string[]} found @param {string[]} due */
function same(name, found, due) {
  const [first, second] = [found.toSorted(), due.toSorted()];
  if (first.join('\n') === second.join('\n')) return;
  const more = first.find((one, i) => one !== second[i]) ?? 'less than the archive';
  fault(
    name,
    `lists ${shown(more)}; due is ${shown(second.find((one, i) => one !== first[i]) ?? 'nothing')}`,
  );
}

/**
 * The number of quotes that an item names, in ASCII digits. Languages that name one and two by a word have none there.
 * @param {any} item @param {{ quotes: any[] } | undefined} due
 */
function countIn(item, due) {
  const [text] = all(item, (one) => isOf(one, 'count')).map((one) => textOf(one));
  if (text === undefined) return '';
  const [number] = words(text)
    .map(plain)
    .filter((word) => /^\d+$/.test(word));
  return number ?? (due && due.quotes.length <= 2 ? String(due.quotes.length) : '?');
}
