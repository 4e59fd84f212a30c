import { createHash } from 'node:crypto';
import { findExact } from '../../model/quote.ts';
import type { Draft } from '../draft.ts';
import { error, type Problem, shown } from '../problem.ts';

/** Rule 2: a source's bytes match its SHA-256. */
export function checkDigests(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, text, record }) => {
    const expected = record?.part.sha256;
    if (!text || !record || expected === undefined) return [];
    const actual = createHash('sha256').update(text.bytes).digest('hex');
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
