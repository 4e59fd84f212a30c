// @ts-check
/** Exports and annotations against the archive. */

import { LEFT_OUT, read } from './content.mjs';
import { checkRow, checkStart, labelOf } from './data.mjs';
import { citedTitle, READERS } from './exports.mjs';
import { folded, sought, words } from './html.mjs';
import { locatorSaid } from './locators.mjs';
import { standing } from './retracted.mjs';
import {
  anchorOf,
  byAnchor,
  days,
  events,
  fault,
  files,
  list,
  nameOf,
  shown,
  sources,
  text,
} from './site.mjs';

/** Each export has each event once, with its title, date and quotes, and no words besides. */
export function checkExports() {
  for (const [name, read] of Object.entries(READERS)) {
    if (!files.includes(name)) {
      if (name !== 'data/timeline.json') fault(name, 'the export is missing');
      continue;
    }
    try {
      compare(name, read(text(name)));
    } catch (cause) {
      fault(name, `cannot be read: ${/** @type {Error} */ (cause).message}`);
    }
  }
  for (const { id, title } of list) {
    for (const name of ['bib', 'ris', 'csl.json'].map((kind) => `events/${id}.${kind}`))
      if (!files.includes(name)) fault(name, 'the citation is missing');
      else if (
        words(citedTitle(name, text(name)).replace(/\\\w*/g, '')).join('') !== words(title).join('')
      )
        fault(name, `cites ${shown(citedTitle(name, text(name)))}`);
    const oembed = `oembed/${id}.json`;
    if (!files.includes(oembed)) fault(oembed, 'is missing');
    else {
      const { title: given, html, thumbnail_url: picture } = JSON.parse(text(oembed));
      const due = words(`${title} ${days.get(id)}`).join(' ');
      if (
        words(given).join(' ') !== due ||
        !html.includes(`/embed/${encodeURI(id)}/`) ||
        !picture.endsWith(`/og/${encodeURI(id)}.png`)
      )
        fault(oembed, `says ${shown(given)}`);
    }
  }
}

/** @param {string} name @param {import('./exports.mjs').Entry[]} given */
export function compare(name, given) {
  const entries = standing(name, given);
  sameIds(
    name,
    entries.map(({ id }) => id),
  );
  for (const entry of entries) {
    const event = events.get(entry.id);
    if (!event) continue;
    const where = `${name} ${entry.id}`;
    if (entry.title !== event.title) fault(where, `has the title ${shown(entry.title)}`);
    if (entry.date !== undefined && entry.date !== event.date)
      fault(where, `has the date ${entry.date}`);
    if (
      entry.day !== undefined &&
      words(entry.day).join(' ') !== words(days.get(event.id) ?? '').join(' ')
    )
      fault(where, `has the date ${shown(entry.day)}`);
    if (entry.row) checkRow(where, entry.row, event);
    if (entry.start) checkStart(where, entry.start, event);
    if (entry.group !== undefined && words(entry.group).join() !== words(labelOf(event)).join())
      fault(where, `is on the track ${shown(entry.group)}`);
    if (entry.url !== undefined && !decodeURI(entry.url).endsWith(`/events/${event.id}/`))
      fault(where, `leads to ${entry.url}`);
    const due = event.quotes.map(({ exact }) => folded(exact));
    if (entry.quotes && entry.quotes.map(folded).join('\n') !== due.join('\n'))
      fault(
        where,
        `quotes ${shown(entry.quotes.find((one, i) => folded(one) !== due[i]) ?? 'less than the archive')}`,
      );
    if (
      entry.words !== undefined &&
      event.corrections.length === 0 &&
      event.quotes.every(({ translation }) => !translation)
    ) {
      const said = event.quotes
        .map((quote) => {
          const { exact, chain } = quote;
          return `${exact} ${chain.map(nameOf).join(' ')} ${locatorSaid(event.id, anchorOf(event, quote))}`;
        })
        .join(' ');
      const ways = [
        said,
        `${days.get(event.id)} ${said}`,
        `${said} ${event.title}`,
        `${days.get(event.id)} ${said} ${event.title}`,
      ];
      if (!ways.some((one) => words(one).join(' ') === words(entry.words ?? '').join(' ')))
        fault(where, `says ${shown(folded(entry.words))}`);
      if (signs(entry.words) < signs(said))
        fault(where, `leaves words out without a sign: ${shown(folded(entry.words))}`);
    }
  }
}

const signs = (/** @type {string} */ text) => text.split(LEFT_OUT).length - 1;

/** @param {string} name @param {string[]} found */
export function sameIds(name, found) {
  // A calendar has only what is known to the day.
  const due = name.endsWith('.ics')
    ? list.filter((one) => /^\d{4}-\d\d-\d\d(?![~?%])/.test(one.refined))
    : list;
  for (const { id } of due)
    if (found.filter((one) => one === id).length !== 1)
      fault(name, `the event ${id} stands there ${found.filter((one) => one === id).length} times`);
  for (const id of found) if (!events.has(id)) fault(name, `there is no event ${id}`);
}

/** Each quote has its annotation, whose words stand at their place in the source: in one document, and by line. */
export function checkAnnotations() {
  checkAnnotationsIn('data/annotations.jsonld', (whole) => JSON.parse(whole).items);
  checkAnnotationsIn('data/annotations.jsonl', (whole) =>
    (whole.match(/.+/g) ?? []).map((line) => JSON.parse(line)),
  );
}

/** @param {string} name @param {(text: string) => any[]} itemsIn */
function checkAnnotationsIn(name, itemsIn) {
  if (!files.includes(name)) return fault(name, 'the export is missing');
  const seen = new Map();
  for (const { id, body, target } of itemsIn(text(name))) {
    const anchor = decodeURIComponent(new URL(id).hash.slice(1));
    const one = byAnchor.get(anchor);
    seen.set(anchor, (seen.get(anchor) ?? 0) + 1);
    if (!one) {
      fault(name, `there is no quote ${anchor}`);
      continue;
    }
    const source = sources.get(one.quote.source);
    checkBodies(`${name} ${anchor}`, [body].flat(), one);
    const targets = [target].flat();
    if (targets.length !== one.quote.passages.length)
      fault(name, `${anchor} has ${targets.length} targets`);
    for (const [i, each] of targets.entries())
      checkTarget(name, anchor, each, one.quote.passages[i], source);
  }
  for (const anchor of byAnchor.keys())
    if (seen.get(anchor) !== 1) fault(name, `${anchor} has ${seen.get(anchor) ?? 0} annotations`);
}

/**
 * The media of an annotation: those whose captions cite the quote.
 * @param {string} where @param {any[]} bodies @param {any} one
 */
function checkBodies(where, bodies, { event, quote }) {
  const given = bodies
    .filter(({ type }) => /^(?:Image|Sound|Video)$/.test(type))
    .map((one) => decodeURI(/\/media\/([^/]+)$/.exec(one.id)?.[1] ?? ''));
  const due = (event.record.media ?? [])
    .filter((/** @type {any} */ medium) =>
      read(medium.caption ?? '').cites.some(
        (/** @type {any} */ { target, reference }) => !reference && target === quote.id,
      ),
    )
    .map((/** @type {any} */ medium) => medium.file);
  if (given.join() !== due.join())
    fault(where, `has the media ${shown(given.join())}, not ${shown(due.join())}`);
}

/**
 * @param {string} name @param {string} anchor @param {any} target
 * @param {import('./content.mjs').Passage | undefined} passage @param {import('./content.mjs').Source | undefined} source
 */
function checkTarget(name, anchor, target, passage, source) {
  const [position, quote, first] = target.selector.toReversed();
  const page = source?.record.original?.pages ? first : null;
  const letters = [...(source?.text ?? '')];
  const feeds = letters.slice(0, position.start).filter((letter) => letter === '\f').length;
  if (page && page.value !== `page=${feeds + 1}`) fault(name, `${anchor} is not on ${page.value}`);
  const cut = (/** @type {number} */ from, /** @type {number} */ to) =>
    letters.slice(Math.max(0, from), to).join('');
  const plain = (/** @type {string} */ words) => sought(words, source?.record);
  if (plain(quote.exact) !== plain(passage?.exact ?? ''))
    fault(name, `${anchor} says ${shown(quote.exact)}`);
  if (cut(position.start, position.end) !== quote.exact)
    fault(name, `at the place of ${anchor} stands ${shown(cut(position.start, position.end))}`);
  if (
    !cut(0, position.start).endsWith(quote.prefix ?? '') ||
    !cut(position.end, letters.length).startsWith(quote.suffix ?? '')
  )
    fault(name, `other words stand around ${anchor}`);
  if (target.source['schema:sha256'] !== source?.record.sha256)
    fault(name, `${anchor} has another digest`);
}
