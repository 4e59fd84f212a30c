import { findExact } from '../../model/quote.ts';
import { error, type Problem, shown } from '../problem.ts';
import { digestOf } from '../read/digest.ts';
import type { Draft } from '../read/draft.ts';

/** Rule 2: a source's bytes match its SHA-256. */
export function checkDigests(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, text, record }) => {
    const expected = record?.part.sha256;
    if (!text || !record || expected === undefined) return [];
    const actual = digestOf(text);
    if (actual === expected) return [];
    return [
      error(
        2,
        record.place(['sha256']),
        `${id}.txt has changed: its SHA-256 is ${actual.slice(0, 12)}…, on record is ${expected.slice(0, 12)}…`,
        [
          'restore the file; a source is never edited',
          `if the document was replaced on purpose, record sha256: ${actual}`,
        ],
      ),
    ];
  });
}

/** Rule 2, for the page that a text was taken from: it is there, and is the one on record. */
export function checkOriginals(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, original, record }): Problem[] => {
    if (!record) return [];
    const expected = record.part.original?.sha256;
    if (expected === undefined)
      return original && record.value
        ? [
            error(2, record.place([]), `${id}.html is on no record`, [
              'remove it, or record original: { sha256: … }',
            ]),
          ]
        : [];
    const at = record.place(['original', 'sha256']);
    if (!original) return [error(2, at, `${id}.html is missing`, ['restore the file'])];
    const actual = digestOf({ bytes: original });
    if (actual === expected) return [];
    return [
      error(
        2,
        at,
        `${id}.html has changed: its SHA-256 is ${actual.slice(0, 12)}…, on record is ${expected.slice(0, 12)}…`,
        ['restore the file; a source is never edited'],
      ),
    ];
  });
}

/** Rule 3, for what is not journalism: furniture is found exactly once too. */
export function checkFurniture(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, text, record }) => {
    if (!text || !record) return [];
    return (record.part.furniture ?? []).flatMap(({ exact }, i) => {
      const hits = findExact(text.text, { exact }).length;
      if (hits === 1) return [];
      const count = hits === 0 ? 'is not' : `stands ${hits} times`;
      return [
        error(
          3,
          record.place(['furniture', i, 'exact']),
          `furniture ${count} in ${id}.txt: ${shown(exact)}`,
          [
            hits === 0
              ? 'copy the characters of the source'
              : 'take in more of the words around it',
          ],
        ),
      ];
    });
  });
}
