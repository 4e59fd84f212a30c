// @ts-check
/** The pages of a source's whole text, in order: together they say what the source says, and no more. */
import { all, isOf, textOf, unmarked, words } from './html.mjs';
import { fault, pages, shown, sources, trees } from './site.mjs';

/** Whether a page is a part of the text of a source that may be shown. @param {string} name */
export function isTextPart(name) {
  const [, id = ''] = /^sources\/([^/]+)\/text\/(?:\d+\/)?index\.html$/.exec(name) ?? [];
  return sources.get(id)?.record.display === 'full';
}

export function checkTextParts() {
  const ofSource = Map.groupBy(pages.filter(isTextPart), (name) => name.split('/')[1] ?? '');
  for (const [id, names] of ofSource) {
    const source = sources.get(id);
    const said = names
      .toSorted((a, b) => numberOf(a) - numberOf(b))
      .flatMap((name) => all(trees.get(name), (one) => isOf(one, 'paragraph')))
      .map((paragraph) => {
        const [first] = all(paragraph, (one) => one.tagName === 'p');
        return textOf(first, (inner) => isOf(inner, 'back'));
      });
    // Passages may be parted by elements, and words by line ends.
    const given = words(said.join(' ')).join('');
    const due = words(unmarked(source?.text ?? '', source?.record)).join('');
    if (given === due) continue;
    let at = 0;
    while (given[at] === due[at]) at += 1;
    fault(`sources/${id}/text/`, `says ${shown(given.slice(at))}, not ${shown(due.slice(at))}`);
  }
}

const numberOf = (/** @type {string} */ name) => Number(/\/(\d+)\/index/.exec(name)?.[1] ?? 1);
