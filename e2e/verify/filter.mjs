// @ts-check
/** The form that filters the events. */
import { plain } from './day.mjs';
import { all, at, isOf, textOf, words } from './html.mjs';
import { actors, fault, list, shown, site, trees } from './site.mjs';

const same = (/** @type {string} */ a, /** @type {string} */ b) =>
  words(a).join(' ') === words(b).join(' ');
/** A name as it stands in an address. @param {string} name */
const key = (name) =>
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .join('-');

/** What each group of choices is about: the events of a choice, and what it may be called. */
const GROUPS =
  /** @type {Record<string, { of: (record: any, value: string) => boolean, names: (value: string) => string[] }>} */ ({
    track: {
      of: (record, value) => record.track === value,
      names: (value) =>
        site.tracks.flatMap((/** @type {any} */ { id, label }) => (id === value ? [label] : [])),
    },
    kind: {
      of: (record, value) => record.kind === value,
      names: (value) => [site.kinds?.events?.[value]?.label ?? site.kinds?.events?.[value]],
    },
    actor: {
      of: (record, value) => record.actors.includes(value),
      names: (value) => [actors[value]?.name],
    },
    place: {
      of: (record, value) => record.place && key(record.place.name) === value,
      names: (value) =>
        list
          .map(({ record }) => record.place?.name ?? '')
          .filter((name) => name && key(name) === value),
    },
  });

/** Each choice is called what the archive calls it, and counts its events. */
export function checkFilters() {
  for (const [name, tree] of trees)
    for (const form of all(tree, (one) => one.tagName === 'form' && isOf(one, 'filter')))
      for (const label of all(form, ({ tagName }) => tagName === 'label')) {
        const [input] = all(label, ({ tagName }) => tagName === 'input');
        const group = GROUPS[at(input, 'name')];
        if (!group) {
          fault(name, `its filter has a choice of ${shown(at(input, 'name'))}`);
          continue;
        }
        const value = at(input, 'value');
        const [called = '', count = ''] = all(label, ({ tagName }) => tagName === 'span').map(
          (one) => textOf(one),
        );
        if (!group.names(value).some((one) => one && same(one, called)))
          fault(name, `its filter calls ${value} ${shown(called)}`);
        const due = list.filter(({ record }) => group.of(record, value)).length;
        if (Number(plain(count.replace(/\P{Nd}/gu, ''))) !== due)
          fault(name, `its filter counts ${shown(count)} of ${value}, not ${due}`);
      }
}
