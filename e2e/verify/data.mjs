// @ts-check
/** Fields of the data, table, calendar and TimelineJS that stand beside titles and quotes: each as the archive has it. */
import { folded, fragment, textOf, words } from './html.mjs';
import { locatorSaid } from './locators.mjs';
import { placeData } from './places.mjs';
import { reasonsOf } from './reasons.mjs';
import {
  actors,
  anchorsOf,
  days,
  events,
  fault,
  files,
  list,
  nameOf,
  references,
  shown,
  site,
  sources,
  text,
} from './site.mjs';

/** Compares as JSON. @param {string} where @param {any} found @param {Record<string, unknown>} due */
function same(where, found, due) {
  for (const [key, value] of Object.entries(due))
    if (JSON.stringify(found?.[key]) !== JSON.stringify(value))
      fault(
        where,
        `has the ${key} ${shown(JSON.stringify(found?.[key] ?? null))}, not ${shown(JSON.stringify(value))}`,
      );
}

/** @param {string} where @param {string | undefined} address @param {string} path */
function leads(where, address, path) {
  if (!decodeURI(address ?? '').endsWith(path)) fault(where, `leads to ${address}, not to ${path}`);
}

/** One, several or none. */
const listOf = (/** @type {any} */ value) => [value ?? []].flat();
/** A text that is HTML there. @param {string | undefined} html */
const plain = (html) => textOf(fragment(html ?? ''));

/** @param {any} declared @returns {{ id: string, label: string }[] | undefined} */
const kindsOf = (declared) =>
  declared &&
  Object.entries(declared).map(([id, kind]) => ({
    id,
    label: typeof kind === 'string' ? kind : /** @type {any} */ (kind).label,
  }));

/** What the record of a document says, `null` where it says nothing. @param {any} record */
const documentOf = (record) => ({
  title: record.title,
  held: record.held ?? null,
  archived: record.archived ?? null,
  author: listOf(record.author),
  translator: listOf(record.translator),
  edition: record.edition === undefined ? null : String(record.edition),
  publisher: record.publisher,
});

export function checkData() {
  const name = 'data/events.json';
  if (!files.includes(name)) return;
  const data = JSON.parse(text(name));
  const { title, deck, language, author, tracks, kinds } = site;
  same(name, data, {
    title,
    description: deck,
    language,
    author,
    tracks: tracks.map((/** @type {any} */ { id, label, colour }) => ({ id, label, colour })),
  });
  for (const of of ['events', 'actors'])
    if (kinds?.[of]) same(`${name} kinds`, data.kinds, { [of]: kindsOf(kinds[of]) });
  sameKeys(name, data.actors, Object.keys(actors));
  for (const one of data.actors ?? []) {
    const { name: called, kind = null, role = null, reference = null } = actors[one.id] ?? {};
    same(`${name} ${one.id}`, one, { name: called, kind, role, reference });
  }
  sameKeys(name, data.sources, [...sources.keys()]);
  for (const one of data.sources ?? []) {
    const { record } = sources.get(one.id) ?? {};
    if (!record) continue;
    same(`${name} ${one.id}`, one, {
      ...documentOf(record),
      original: record.url ?? null,
      agency: record.agency ?? null,
      published: String(record.published),
      language: record.language,
      rights: record.rights,
      sha256: record.sha256,
    });
    leads(`${name} ${one.id}`, one.url, `/sources/${one.id}/`);
  }
  sameKeys(name, data.references, Object.keys(references));
  for (const one of data.references ?? [])
    if (references[one.id])
      same(`${name} ${one.id}`, one, {
        ...documentOf(references[one.id]),
        url: references[one.id].url ?? null,
      });
  for (const one of data.events ?? []) checkEventData(name, one, events.get(one.id));
}

/** @param {string} name @param {any[] | undefined} given @param {string[]} due */
function sameKeys(name, given, due) {
  const ids = (given ?? []).map(({ id }) => id);
  if (ids.toSorted().join(' ') !== due.toSorted().join(' '))
    fault(name, `lists ${shown(ids.join(' '))}`);
}

/** @param {string} name @param {any} data @param {import('./content.mjs').Event | undefined} event */
function checkEventData(name, data, event) {
  if (!event) return;
  const where = `${name} ${event.id}`;
  const { track, kind = null, place, refined } = event.record;
  same(where, data, {
    track,
    kind,
    place: placeData(place),
    actors: event.actors,
    unsourced: event.unsourced,
  });
  leads(where, data.url, `/events/${event.id}/`);
  same(where, data.refined?.date ?? { edtf: null }, {
    edtf: refined ? String(refined.date) : null,
  });
  same(where, data.refined ?? { references: [] }, { references: listOf(refined?.reference) });
  const best = data.refined?.date ?? data.date;
  if (words(best?.text ?? '').join(' ') !== words(days.get(event.id) ?? '').join(' '))
    fault(where, `has the date ${shown(best?.text ?? '')}`);
  for (const [date, edtf] of [
    [data.date, event.date],
    [best, event.refined],
  ]) {
    const [earliest, latest] = extentOf(edtf) ?? [date?.earliest, date?.latest];
    same(where, date, { edtf, earliest, latest });
  }
  for (const [i, quote] of event.quotes.entries())
    checkQuoteData(where, data.quotes?.[i], event, quote);
}

/** @param {string} name @param {any} data @param {any} event @param {any} quote */
function checkQuoteData(name, data, event, quote) {
  const where = `${name} ${quote.id}`;
  const { record = {}, text: whole = '' } = sources.get(quote.source) ?? {};
  const anchors = anchorsOf(event, quote);
  same(where, data, {
    id: quote.id,
    source: quote.source,
    at: quote.at ?? null,
    speaker: quote.speaker,
    mode: quote.mode,
    reasons: reasonsOf(quote).map(([kind, why]) => ({ kind, why })),
  });
  same(
    where,
    { chain: data?.chain?.map((/** @type {any} */ { actor }) => actor) },
    { chain: quote.chain },
  );
  const given = [null, quote.inferred, record.inferred?.publisher, record.inferred?.agency];
  for (const { inferred } of data?.chain ?? [])
    if (!given.includes(inferred)) fault(where, `infers by ${shown(String(inferred))}`);
  const said = locatorSaid(event.id, anchors[0] ?? '');
  if (folded(data?.locator ?? '') !== said)
    fault(where, `has the locator ${shown(String(data?.locator))}, not ${shown(said)}`);
  leads(where, data?.url, `/sources/${quote.source}/#${anchors[0]}`);
  if (data?.passages?.length !== quote.passages.length) fault(where, 'has other passages');
  for (const [i, { url, text: says, start, end }] of (data?.passages ?? []).entries()) {
    leads(where, url, `/sources/${quote.source}/#${anchors[i]}`);
    if (folded(says) !== folded(quote.passages[i]?.exact ?? ''))
      fault(where, `says ${shown(says)}`);
    // A hyphen at a line's end and footnote marks are not shown.
    if (letters(whole.slice(start, end)) !== letters(says) && !record.marks)
      fault(where, `is not at ${start} to ${end} of ${quote.source}`);
  }
}

const letters = (/** @type {string} */ text) => words(text).join('');

/** The first and the last day of a date of the usual forms. @param {string} edtf @returns {[string, string] | null} */
function extentOf(edtf) {
  const [, year = '', month, day] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d)(?:T.*)?)?)?$/.exec(edtf) ?? [];
  if (year === '') return null;
  if (day) return [`${year}-${month}-${day}`, `${year}-${month}-${day}`];
  const last = new Date(Date.UTC(2000, Number(month ?? 12), 0));
  last.setUTCFullYear(Number(year), Number(month ?? 12), 0);
  return [
    `${year}-${month ?? '01'}-01`,
    `${year}-${month ?? '12'}-${String(last.getUTCDate()).padStart(2, '0')}`,
  ];
}

/** The numbers of the first date of an event, from its year on. @param {string} edtf */
const numbersOf = (edtf) =>
  /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/
    .exec(edtf)
    ?.slice(1)
    .map((one) => one && Number(one));

/** What slides of TimelineJS say beside their words. */
export function checkSlides() {
  const name = 'data/timelinejs.json';
  if (!files.includes(name)) return;
  const { title, events: slides = [] } = JSON.parse(text(name));
  const head = letters(plain(title?.text?.headline) + plain(title?.text?.text));
  for (const one of [site.title, site.deck, site.author])
    if (!head.includes(letters(one))) fault(name, `does not say ${shown(one)}`);
  for (const slide of slides) {
    const event = events.get(slide.unique_id);
    if (!event) continue;
    const [year, month, day, hour, minute] = numbersOf(event.refined) ?? [];
    const date = /^[[{.]|[XS~?%]|^Y|^\.\./.test(event.refined)
      ? {}
      : { year, month, day, hour, minute };
    const due = Object.fromEntries(
      Object.entries(date).filter(([, value]) => value !== undefined && value !== ''),
    );
    const where = `${name} ${event.id}`;
    if (Number(year) > 0 && !event.refined.startsWith('/')) same(where, slide.start_date, due);
    same(where, { group: plain(slide.group) }, { group: labelOf(event) });
  }
}

/** The label of an event's track. @param {import('./content.mjs').Event} event */
export const labelOf = ({ record }) =>
  site.tracks.find((/** @type {any} */ { id }) => id === record.track)?.label;

/** A row of the table beside its title, date and quotes. @param {string} where @param {Record<string, string>} row @param {import('./content.mjs').Event} event */
export function checkRow(where, row, event) {
  const { place, refined } = event.record;
  const kinds = Object.fromEntries(
    (kindsOf(site.kinds?.events) ?? []).map(({ id, label }) => [id, label]),
  );
  const [earliest, latest] = extentOf(event.refined) ?? [row['earliest'], row['latest']];
  const due = {
    date_refined: refined ? String(refined.date) : '',
    earliest,
    latest,
    track: labelOf(event),
    ...(site.kinds?.events && { kind: kinds[event.record.kind] ?? '' }),
    place: place?.name ?? '',
    actors: event.actors.map(nameOf).join('; '),
    retracted: '',
  };
  // Line ends and signs of formulas aside.
  for (const [key, value] of Object.entries(due))
    if (letters(row[key] ?? 'missing') !== letters(value ?? ''))
      fault(where, `has the ${key} ${shown(row[key] ?? '')}`);
  leads(where, row['url'], `/events/${event.id}/`);
  const reasons = event.quotes.map((quote) => reasonsOf(quote).map(([, why]) => why));
  const lines = (row['reasons'] ?? '').split('\n');
  if (
    reasons.every((one) => one.length === 0)
      ? row['reasons'] !== ''
      : lines.length !== reasons.length
  )
    fault(where, `has the reasons ${shown(row['reasons'] ?? '')}`);
  for (const [i, whys] of reasons.entries())
    for (const why of whys)
      if (!folded(lines[i] ?? '').includes(folded(why)))
        fault(where, `lacks the reason ${shown(why)}`);
}

/** Every event of the calendar begins when it does. @param {string} where @param {string} start @param {import('./content.mjs').Event} event */
export function checkStart(where, start, { refined }) {
  const [, year, month, day, hour, minute, zone] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(Z|[+-]\d\d(?::\d\d)?)?)?$/.exec(refined) ?? [];
  if (!year) return;
  const local = `${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}`;
  const due = zone
    ? `${new Date(local + (zone.length === 3 ? `${zone}:00` : zone)).toISOString().replace(/[-:]|\.\d+/g, '')}`
    : hour
      ? `${local.replace(/[-:]/g, '')}00`
      : `${year}${month}${day}`;
  if (start !== due) fault(where, `begins at ${start}, not at ${due}`);
}

/** Citations of sources and their texts. */
export function checkSourceFiles() {
  for (const [id, { record, bytes }] of sources) {
    for (const kind of ['bib', 'ris', 'csl.json']) {
      const name = `sources/${id}.${kind}`;
      if (!files.includes(name)) fault(name, 'the citation is missing');
      else if (!letters(text(name).replace(/\\\w*/g, '')).includes(letters(record.title)))
        fault(name, `does not cite ${shown(record.title)}`);
    }
    const name = `sources/${id}.txt`;
    if (files.includes(name) && text(name) !== bytes.toString('utf8'))
      fault(name, 'is not the text of the source');
  }
  if (list.length === 0) fault('events', 'there is none');
}
