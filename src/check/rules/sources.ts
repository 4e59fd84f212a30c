import { readHtml } from '../../intake/html.ts';
import { Unreadable } from '../../intake/unreadable.ts';
import type { Bibliographic } from '../../model/bibliography.ts';
import { findExact } from '../../model/quote.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import { digestOf } from '../read/digest.ts';
import { type Draft, readText } from '../read/draft.ts';
import { valueAt } from '../read/path.ts';

/** Rule 1: a reader can get at every document: on the web, or where it is held. */
export function checkWhereabouts({ sources, references }: Draft): Problem[] {
  const lost = (
    { url, held }: Partial<Bibliographic>,
    raw: unknown,
    position: () => Position,
    owner: string,
  ): Problem[] => {
    // What is there and wrong, and a record of another kind, is reported by the schema.
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

/** Rule 2, for the page that a text was taken from: it is there, and is the one on record. */
export function checkOriginals(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, original, record }): Problem[] => {
    if (!record) return [];
    const expected = record.part.original?.sha256;
    if (expected === undefined)
      return original && record.value
        ? [
            error(2, record.position([]), `${id}.html is on no record`, [
              'remove it, or record original: { sha256: … }',
            ]),
          ]
        : [];
    const at = record.position(['original', 'sha256']);
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

/** Rule 2, for a text that was taken from a page: it is what the page shows to a reader, neither more nor less. */
export function checkExtracts(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, original, text, record }): Problem[] => {
    // A page that is not the one on record is reported as such.
    if (!original || !text || record?.part.original?.sha256 !== digestOf({ bytes: original }))
      return [];
    const shownBy = extractOf(original, record.part.original.charset);
    if (typeof shownBy !== 'string')
      return [
        error(2, record.position(['original']), `${id}.html: ${shownBy.message}`, [
          ...shownBy.details,
          'or record its character set under original: charset',
        ]),
      ];
    if (shownBy === text.text) return [];
    const at = firstDifference(text.text, shownBy);
    return [
      error(
        2,
        text.at(at),
        `${id}.txt is not the text of ${id}.html: it has ${lineAt(text.text, at)} where the page shows ${lineAt(shownBy, at)}`,
        [
          'restore both files; a source is never edited',
          `if an earlier version took the text, move ${id}.txt, .yaml and .html away and take the page in again: npm run source -- ${id}.html --id ${id}`,
        ],
      ),
    ];
  });
}

const extracts = new Map<string, string | Unreadable>();

/** The text of a page, taken once however often the same page is checked. */
function extractOf(original: Uint8Array, charset: string | undefined): string | Unreadable {
  const key = `${digestOf({ bytes: original })} ${charset ?? ''}`;
  const cached = extracts.get(key);
  if (cached !== undefined) return cached;
  let made: string | Unreadable;
  try {
    made = readHtml(original, charset).text;
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    made = cause;
  }
  extracts.set(key, made);
  return made;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** The line around an offset, for a message. */
function lineAt(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end < 0 ? undefined : end);
  return line === '' ? 'an empty line' : shown(line);
}

/** Rule 3, for what is not journalism: furniture is found exactly once too. */
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
