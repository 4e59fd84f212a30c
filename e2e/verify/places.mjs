// @ts-check
/** Where events happened. */
import { all, at, folded, isOf, textOf, words } from './html.mjs';
import { events, fault, list, references, shown, trees } from './site.mjs';

/** One, several or none. */
const listOf = (/** @type {any} */ value) => [value ?? []].flat();

/** What events.json says of a place. @param {any} place the event's own record of it */
export const placeData = (place) =>
  place
    ? {
        name: place.name,
        references: listOf(place.reference),
        ...(place.at && {
          at: place.at,
          near: place.near ?? null,
          located: listOf(place.located),
          inferred: place.inferred ?? null,
        }),
      }
    : null;

/** Every map names each place and links to what happened there, once, and to nothing else. */
export function checkMaps() {
  const placed = list.filter(({ record }) => record.place?.at);
  const due = new Set(
    placed.length > 1
      ? ['index.html', 'explainer/index.html', ...placed.map(({ id }) => `events/${id}/index.html`)]
      : [],
  );
  for (const [name, tree] of trees) {
    const figures = all(tree, (one) => isOf(one, 'place-map'));
    if (figures.length !== Number(due.has(name))) fault(name, `has ${figures.length} maps`);
    for (const figure of figures) {
      checkPlaces(name, figure, placed);
      checkDrawing(name, figure, placed);
    }
  }
}

/** @param {string} name @param {any} figure @param {import('./content.mjs').Event[]} placed */
function checkPlaces(name, figure, placed) {
  const seen = [];
  for (const item of all(figure, ({ tagName }) => tagName === 'li')) {
    const [place] = all(item, (one) => isOf(one, 'place-name')).map((one) => folded(textOf(one)));
    if (place === undefined) continue;
    const grounds = all(item, ({ tagName }) => tagName === 'small').map((one) => textOf(one));
    for (const link of all(item, ({ tagName }) => tagName === 'a')) {
      const id = /([^/#]+)\/?$/.exec(decodeURI(at(link, 'href')))?.[1] ?? '';
      const event = events.get(id);
      seen.push(id);
      const [title = ''] = all(link, ({ tagName }) => tagName === 'span').map((one) => textOf(one));
      if (folded(title) !== folded(event?.title ?? '')) fault(name, `calls ${id} ${shown(title)}`);
      const { name: due = '', inferred, located } = event?.record.place ?? {};
      if (place !== folded(due)) fault(name, `puts ${id} at ${shown(place)}`);
      for (const ground of inferred
        ? [inferred]
        : listOf(located).map((one) => references[one].publisher))
        if (!folded(grounds.join(' ')).includes(folded(ground)))
          fault(name, `does not say that ${shown(place)} is known by ${shown(ground)}`);
    }
  }
  if (
    seen.toSorted().join(' ') !==
    placed
      .map(({ id }) => id)
      .toSorted()
      .join(' ')
  )
    fault(name, `maps ${shown(seen.join(' '))}`);
}

/** The number of each event of the list below a map, and its place. @param {any} figure */
const numbersOf = (figure) =>
  new Map(
    all(figure, ({ tagName }) => tagName === 'li').flatMap((item) => {
      const [place] = all(item, (one) => isOf(one, 'place-name')).map((one) => textOf(one));
      return place === undefined
        ? []
        : all(item, ({ tagName }) => tagName === 'b').map(
            (one) => /** @type {const} */ ([words(textOf(one)).join(' '), words(place).join(' ')]),
          );
    }),
  );

/** The drawing names its places and no others; where a name has no room, its numbers are those of the list. @param {string} name @param {any} figure @param {import('./content.mjs').Event[]} placed */
function checkDrawing(name, figure, placed) {
  const names = [...new Set(placed.map(({ record }) => words(record.place.name).join(' ')))];
  const said = words(
    all(figure, ({ tagName }) => tagName === 'svg')
      .map((one) => at(one, 'aria-label'))
      .join(' '),
  ).join(' ');
  for (const due of [...names, ...placed.map(({ title }) => words(title).join(' '))])
    if (!said.includes(due)) fault(name, `the map does not say ${shown(due)}`);
  const numbers = numbersOf(figure);
  for (const group of ['wide', 'narrow']) {
    const marks = all(figure, (one) => isOf(one, group)).flatMap((one) =>
      all(one, (inner) => isOf(inner, 'place')),
    );
    const called = marks.flatMap((mark) =>
      all(mark, ({ tagName }) => tagName === 'title').map((one) => words(inner(one)).join(' ')),
    );
    // All names and nothing besides, in any order.
    const letters = (/** @type {string[]} */ texts) =>
      texts.join(' ').split(' ').toSorted().join(' ');
    // On paper marks have no titles.
    if (called.length > 0 && letters(called) !== letters(names))
      fault(name, `its marks are called ${shown(called.join(' '))}`);
    for (const [i, mark] of marks.entries())
      for (const label of all(mark, ({ tagName }) => tagName === 'text')) {
        const says = words(inner(label)).join(' ');
        if (/^[\p{N} ]+$/u.test(says)) {
          for (const number of says.split(' ')) {
            const place = numbers.get(number);
            if (place === undefined || !(called[i] ?? place).includes(place))
              fault(name, `a mark of ${shown(called[i] ?? '')} has the number ${number}`);
          }
          continue;
        }
        const own = names.filter((one) => (called[i] ?? says).includes(one));
        if (own.length === 0 || (own.length <= 3 && !own.every((one) => says.includes(one))))
          fault(name, `a mark of ${shown(called[i] ?? '')} says ${shown(says)}`);
      }
  }
}

/** The text of a node within a drawing. @param {any} node @returns {string} */
const inner = (node) =>
  node.nodeName === '#text' ? node.value : node.childNodes.map(inner).join(' ');
