// @ts-check
/** The pages that quotes are said to stand on, against form feeds and labels of their sources. */
import { all, at, folded, isOf, sought, textOf } from './html.mjs';
import { fault, shown, sources, trees } from './site.mjs';

/** A passage runs over so many pages, at most. */
const MOST = 4;

/**
 * The locator of a quote names the first and the last page of each passage, as they are called.
 * @param {string} name @param {any} figure @param {{ id: string, source: string, passages: { exact: string }[] }} quote
 */
export function checkLocator(name, figure, quote) {
  const source = sources.get(quote.source);
  const said = all(figure, (one) => isOf(one, 'locator')).map((one) => folded(textOf(one)));
  if (source?.record.original && !source.record.original.pages)
    checkSections(
      name,
      source,
      said.map((one) => one.replace(/, [^,]*\([^()]*\)$/, '')),
      quote.passages.map(({ exact }) => exact),
    );
  if (!source?.record.original?.pages) return;
  if (said.length !== 1) return fault(name, `${quote.id} has ${said.length} locators`);
  for (const { exact } of quote.passages) {
    const places = pagesOf(source, exact);
    const isSaid = places.some((/** @type {number[]} */ pages) =>
      pages.every((/** @type {number} */ page) => {
        const label = source.record.original.labels?.[page] ?? String(page + 1);
        return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(label)}(?![\\p{L}\\p{N}])`, 'u').test(
          said[0] ?? '',
        );
      }),
    );
    if (!isSaid) fault(name, `${shown(exact)} is not on ${shown(said[0] ?? '')}`);
  }
}

/**
 * Where a quote stands, as its event's page says it; `checkLocator` has compared that with the source.
 * @param {string} event @param {string} anchor
 */
export function locatorSaid(event, anchor) {
  // A page that is missing is reported as such.
  const tree = trees.get(`events/${event}/index.html`);
  const [figure] = tree
    ? all(tree, (one) => one.tagName === 'figure' && at(one, 'id') === anchor)
    : [];
  return figure
    ? all(figure, (one) => isOf(one, 'locator'))
        .map((one) => folded(textOf(one)))
        .join(' ')
    : '';
}

/**
 * Each heading that is named is a line of the source, above the passage.
 * @param {string} name @param {any} source @param {string[]} said @param {string[]} passages
 */
function checkSections(name, source, said, passages) {
  const lines = source.text.split(/\n\s*\n/).map(folded);
  const last = lines.findLastIndex((/** @type {string} */ line) =>
    passages.some((exact) => sought(line, source.record).includes(sought(exact, source.record))),
  );
  const above = last < 0 ? lines : lines.slice(0, last + 1);
  for (const heading of said.flatMap((one) => one.match(/(?<=[§›] )[^›;]+(?= ›|;|$)/g) ?? []))
    if (
      !above.some((/** @type {string} */ line) => line.startsWith(heading.replace(/…$/, '').trim()))
    )
      fault(name, `no heading above ${shown(passages[0] ?? '')} is ${shown(heading)}`);
}

/** The first and the last page of each place of a passage, from 0. @param {any} source @param {string} exact @returns {number[][]} */
function pagesOf({ text, record }, exact) {
  const pages = text.split('\f');
  const words = sought(exact, record);
  for (let count = 1; count <= MOST; count++) {
    const on = pages.flatMap((/** @type {string} */ _, /** @type {number} */ i) =>
      sought(pages.slice(i, i + count).join('\f'), record).includes(words)
        ? [[i, i + count - 1]]
        : [],
    );
    if (on.length > 0) return on;
  }
  return [];
}
