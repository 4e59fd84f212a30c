/** Rule 2, for sources whose text was taken from a document that is kept beside it. */
import type { Extract, Paged } from '../../intake/extract.ts';
import { Unreadable } from '../../intake/unreadable.ts';
import type { SourceRecord } from '../../model/source.ts';
import { error, type Position, type Problem, shown } from '../problem.ts';
import { digestOf } from '../read/digest.ts';
import type { Document, Draft, SourceDraft } from '../read/draft.ts';
import { readOriginal } from '../read/original.ts';
import type { OriginalFile } from '../read/read.ts';

/** Rule 2: the original of a text exists and matches its record. */
export function checkOriginals(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, original, record }): Problem[] => {
    if (!record) return [];
    const expected = record.part.original?.sha256;
    if (expected === undefined)
      return original && record.value
        ? [
            error(2, record.position([]), `${id}.${original.format} is on no record`, [
              'remove it, or record original: { sha256: … }',
            ]),
          ]
        : [];
    const at = record.position(['original', 'sha256']);
    if (!original)
      return [
        error(2, at, `the original of ${id}.txt is missing`, [
          `restore the file: ${id}.html or the like`,
        ]),
      ];
    return [
      ...changed(at, `${id}.${original.format}`, original.bytes, expected),
      ...checkStyles(id, original, record),
    ];
  });
}

/** The page's style sheets, because they decide what of it is visible. */
function checkStyles(
  id: string,
  { styles }: OriginalFile,
  { part, position }: NonNullable<SourceDraft['record']>,
): Problem[] {
  const expected = part.original?.styles;
  if (expected === undefined)
    return styles
      ? [
          error(2, position(['original']), `${id}.css is on no record`, [
            'remove it, or record its SHA-256 under original: styles',
          ]),
        ]
      : [];
  const at = position(['original', 'styles']);
  if (!styles) return [error(2, at, `${id}.css is missing`, ['restore the file'])];
  return changed(at, `${id}.css`, styles, expected);
}

function changed(at: Position, name: string, bytes: Uint8Array, expected: string): Problem[] {
  const actual = digestOf({ bytes });
  if (actual === expected) return [];
  return [
    error(
      2,
      at,
      `${name} has changed: its SHA-256 is ${actual.slice(0, 12)}…, on record is ${expected.slice(0, 12)}…`,
      ['restore the file; a source is never edited'],
    ),
  ];
}

/** Rule 2: a text that was taken from an original has exactly the words that the original shows. */
export function checkExtracts(draft: Draft): Problem[] {
  return [...draft.sources.values()].flatMap(({ id, original, text, record }): Problem[] => {
    // An original that is not the one on record is reported as such.
    const recorded = record?.part.original;
    if (!recorded || !original || !text || recorded.sha256 !== digestOf(original)) return [];
    const { styles, charset } = recorded;
    if (styles !== (original.styles ? digestOf({ bytes: original.styles }) : undefined)) return [];
    const name = `${id}.${original.format}`;
    const shownBy = extractOf(original, charset);
    if (shownBy instanceof Unreadable)
      return [
        error(2, record.position(['original']), `${name}: ${shownBy.message}`, [
          ...shownBy.details,
          ...(original.format === 'html'
            ? ['or record its character set under original: charset']
            : []),
        ]),
      ];
    if (shownBy.text === text.text) return checkPages(recorded, shownBy, name, record);
    const at = firstDifference(text.text, shownBy.text);
    const version = shownBy.paged?.extraction;
    const again = `take ${name} in again: npm run source -- --replace ${id} ${name}`;
    return [
      error(
        2,
        text.at(at),
        `${id}.txt is not the text of ${name}: it has ${lineAt(text.text, at)} where ${name} shows ${lineAt(shownBy.text, at)}`,
        recorded.extraction === version
          ? [
              'restore both files; a source is never edited',
              `if an earlier version took the text, ${again}`,
            ]
          : [
              `version ${recorded.extraction} of the reader took the text, and this is version ${version}: ${again}`,
            ],
      ),
    ];
  });
}

/** What a record says of the pages of a document is what the document says. */
function checkPages(
  recorded: { [key in keyof Paged]?: Paged[key] | undefined },
  { paged }: Extract,
  name: string,
  record: Document<SourceRecord>,
): Problem[] {
  return (['pages', 'labels'] as const).flatMap((key) =>
    JSON.stringify(recorded[key]) === JSON.stringify(paged?.[key])
      ? []
      : [
          error(2, record.position(['original', key]), `${key} is not what ${name} says`, [
            paged?.[key] === undefined
              ? 'remove it'
              : `record ${key}: ${JSON.stringify(paged[key])}`,
          ]),
        ],
  );
}

function extractOf(
  { format, bytes, styles }: OriginalFile,
  charset: string | undefined,
): Extract | Unreadable {
  try {
    return readOriginal(format, bytes, charset, styles);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return cause;
  }
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
