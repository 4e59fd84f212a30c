/** Rule 10: pictures, sound and film are there as on record, and say what they show and whose they are. */
import { nodesOf } from '../../model/body.ts';
import { COMPANIONS, type MediaKind, type MediumRecord, typeOfFile } from '../../model/media.ts';
import { didYouMean } from '../near/suggest.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft, EventDraft } from '../read/draft.ts';
import { type MediaFile, MOST_MEDIA_BYTES } from '../read/media.ts';
import { valueAt } from '../read/path.ts';
import type { Files } from '../read/read.ts';

const TAKE_IN = 'npm run picture -- <file> --event <id> takes one in';

export function checkMedia({ media }: Pick<Files, 'media'>, draft: Draft): Problem[] {
  const used = new Set(draft.events.flatMap(filesOf));
  return [
    ...[...media].flatMap(([name, file]) => checkFile(name, file)),
    ...draft.events.flatMap((event) => [
      ...(event.part.media ?? []).flatMap((medium, i) => checkMedium(event, medium, i, media)),
      ...checkPlaced(event),
    ]),
    ...[...media]
      // If an event cannot be read, it may use any of them.
      .filter(([name]) => draft.complete && !used.has(name))
      .map(
        ([name, { path }]): Problem => ({
          ...error(10, start(path), `no event shows ${name}`, [
            'name it under media: of an event, or remove it',
          ]),
          severity: 'warning',
        }),
      ),
  ];
}

const start = (file: string) => ({ file, line: 1, column: 1 });

/** Every file that an event names, in an entry with mistakes too. */
function filesOf({ raw }: Pick<EventDraft, 'raw'>): string[] {
  const entries = valueAt(raw, ['media']);
  return (Array.isArray(entries) ? entries : []).flatMap((entry) =>
    ['file', ...Object.keys(COMPANIONS)]
      .map((key) => valueAt(entry, [key]))
      .filter((name) => typeof name === 'string'),
  );
}

function checkFile(name: string, { path, sha256, mime }: MediaFile): Problem[] {
  const type = typeOfFile(name);
  const refuse = (message: string, remedy: string): Problem[] => [
    error(10, start(path), message, [remedy]),
  ];
  if (sha256 === null)
    return refuse(
      `is larger than ${MOST_MEDIA_BYTES / 1_000_000} MB`,
      'make it smaller, or name the page that has it as a reference',
    );
  if (type === null || mime === null)
    return refuse(
      'is in no format that browsers show or play',
      'convert it, as to JPEG, PNG, WebP, MP3 or MP4',
    );
  if (mime === type.mime) return [];
  // One container holds both, and some programs do not tell them apart.
  if (type.mime === 'audio/mp4' && mime === 'video/mp4') return [];
  return refuse(`is ${mime} by its bytes and ${type.mime} by its name`, 'give it the right ending');
}

function checkMedium(
  { position, part: { unsourced } }: EventDraft,
  medium: MediumRecord,
  i: number,
  media: Files['media'],
): Problem[] {
  const at = (key: keyof MediumRecord, of?: 'key') => position(['media', i, key], of);
  const kind = typeOfFile(medium.file)?.kind;
  const missing = (
    [['file', kind], ...Object.entries(COMPANIONS)] as [keyof typeof COMPANIONS, MediaKind][]
  ).flatMap(([key, wanted]) => {
    const name = medium[key];
    if (name === undefined) return [];
    if (typeOfFile(name)?.kind !== wanted)
      return [error(10, at(key), `${key} ${shown(name)} is no ${wanted}`)];
    return media.has(name) ? [] : [error(10, at(key), ...missingFile(name, media))];
  });
  const sha256 = media.get(medium.file)?.sha256;
  return [
    ...missing,
    ...(kind === 'captions' || kind === 'transcript'
      ? [
          error(10, at('file'), `${shown(medium.file)} is no picture, sound or film`, [
            `name it as ${kind} of a sound or a film`,
          ]),
        ]
      : []),
    ...(kind === 'picture'
      ? Object.keys(COMPANIONS)
          .filter((key) => key in medium)
          .map((key) =>
            error(10, at(key as keyof typeof COMPANIONS), `a picture has no ${key}`, ['remove it']),
          )
      : []),
    ...(sha256 && sha256 !== medium.sha256
      ? [
          error(
            10,
            at('sha256'),
            `${medium.file} has changed: its SHA-256 is ${sha256.slice(0, 12)}…, on record is ${medium.sha256.slice(0, 12)}…`,
            [`restore the file; if another is meant, record sha256: ${sha256}`],
          ),
        ]
      : []),
    ...checkAlt(medium, kind).map(([message, remedy]) =>
      error(10, position(['media', i, 'file']), message, [remedy]),
    ),
    ...(medium.source !== undefined || medium.reference !== undefined || unsourced
      ? []
      : [
          error(10, at('file'), `nothing says where ${medium.file} is from`, [
            'give its source, an id of sources/, or its reference, an id of references.yaml',
          ]),
        ]),
  ];
}

function checkAlt(
  { file, alt, decorative }: MediumRecord,
  kind: MediaKind | undefined,
): [message: string, remedy: string][] {
  if (alt !== undefined && decorative)
    return [[`${file} has an alt and is decorative`, 'remove one of the two']];
  if (decorative && kind !== 'picture')
    return [[`${file} is no picture, so it is not decorative`, 'say under alt what it is']];
  if (alt !== undefined || decorative) return [];
  return [
    [
      `${file} has no alt`,
      'say under alt what it shows to a reader who cannot see it; decorative: true for nothing',
    ],
  ];
}

function missingFile(
  name: string,
  media: Files['media'],
): [message: string, details: readonly string[] & string[]] {
  const other = [...media.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  return other === undefined
    ? [`media/ has no ${name}${didYouMean(name, [...media.keys()])}`, [TAKE_IN]]
    : [
        `media/ has ${other}, which is not ${name}: capitals count`,
        [`write ${other}, or rename the file`],
      ];
}

/** Media that the text places, and the statements of their captions. */
function checkPlaced(event: EventDraft): Problem[] {
  const names = filesOf(event);
  const placed = new Set<string>();
  return [...nodesOf(event.body ?? [])].flatMap((node): Problem[] => {
    if (node.type !== 'medium') return [];
    const { file, alt, offset } = node;
    const medium = (event.part.media ?? []).find((one) => one.file === file);
    const refuse = (message: string, ...details: string[]): Problem[] => [
      error(10, event.at(offset), message, details),
    ];
    if (event.raw !== undefined && !names.includes(file))
      return refuse(
        `${shown(file)} is none of this event’s media${didYouMean(file, names)}`,
        `only files under its media: are shown; ${TAKE_IN}`,
      );
    if (placed.has(file)) return refuse(`${file} is placed twice`, 'remove one of the two');
    placed.add(file);
    if (medium && alt !== '' && alt !== (medium.alt ?? ''))
      return refuse(
        `![${alt}] is not the alt of ${file}`,
        `write ![](${file}), or the words that stand under alt`,
      );
    return [];
  });
}
