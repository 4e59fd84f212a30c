import type { Bibliographic } from '../../model/bibliography.ts';
import { areParagraphs } from '../../model/lines.ts';
import { findExact } from '../../model/quote.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import { digestOf } from '../read/digest.ts';
import { type Draft, readText } from '../read/draft.ts';
import { valueAt } from '../read/path.ts';

/** Rule 1: every document has a URL, or says where it is held. */
export function checkWhereabouts({ sources, references }: Draft): Problem[] {
  const lost = (
    { url, held }: Partial<Bibliographic>,
    raw: unknown,
    position: () => Position,
    owner: string,
  ): Problem[] => {
    // The schema reports wrong values.
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return [];
    if (url !== undefined || held !== undefined || 'url' in raw || 'held' in raw) return [];
    return [
      error(1, position(), `${owner} has neither "url" nor "held"`, [
        'give its address as url:, or say under held: where it can be seen, as a library or an archive',
      ]),
    ];
  };
  return [
    ...[...sources.values()].flatMap(({ record }) =>
      record ? lost(record.part, record.raw, () => record.position([]), 'the source') : [],
    ),
    ...Object.entries(references?.part ?? {}).flatMap(([id, reference]) =>
      references && reference
        ? lost(
            reference,
            valueAt(references.raw, [id]),
            () => references.position([id], 'key'),
            `the reference ${id}`,
          )
        : [],
    ),
  ];
}

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
        record.position(['sha256']),
        `${id}.txt has changed: its SHA-256 is ${actual.slice(0, 12)}…, on record is ${expected.slice(0, 12)}…`,
        [
          'restore the file; a source is never edited',
          `if the document was replaced on purpose, record sha256: ${actual}`,
        ],
      ),
    ];
  });
}

/** Warns of a text that is read as hard-wrapped but seems to have one paragraph a line. */
export function checkLines(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, text, record }): Problem[] => {
    if (!text || !record?.value || record.value.lines !== undefined || !areParagraphs(text.text))
      return [];
    return [
      {
        ...error(
          1,
          record.position([]),
          `each line of ${id}.txt ends as a paragraph does, and all are read as one paragraph`,
          ['record lines: paragraphs, so that a line is a paragraph; or lines: kept, for a poem'],
        ),
        severity: 'warning',
      },
    ];
  });
}

/** Rule 3, for furniture: its words occur exactly once in the source. */
export function checkFurniture(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap((source) => {
    const { id, record } = source;
    const text = readText(source);
    if (!text || !record) return [];
    return (record.part.furniture ?? []).flatMap(({ exact }, i) => {
      const hits = findExact(text, { exact }).length;
      if (hits === 1) return [];
      const count = hits === 0 ? 'is not' : `stands ${hits} times`;
      return [
        error(
          3,
          record.position(['furniture', i, 'exact']),
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
