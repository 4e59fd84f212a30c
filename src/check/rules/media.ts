/** Rule 10: pictures, sound and film are there as on record, and say what they show and whose they are. */
import { nodesOf } from '../../model/body.ts';
import {
  COMPANION_KEYS,
  COMPANIONS,
  MEDIUM_GAPS,
  type MediaKind,
  type MediumRecord,
  typeOfFile,
} from '../../model/media.ts';
import { GAP } from '../../model/quote.ts';
import { didYouMean } from '../near/suggest.ts';
import { error, type Problem, shown } from '../problem.ts';
import type { Draft, EventDraft } from '../read/draft.ts';
import { BROKEN, type MediaFile, MOST_MEDIA_BYTES } from '../read/media.ts';
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
    ['file', ...COMPANION_KEYS]
      .map((key) => valueAt(entry, [key]))
      .filter((name) => typeof name === 'string'),
  );
}

function checkFile(name: string, { path, sha256, mime, broken }: MediaFile): Problem[] {
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
  if (broken)
    return refuse(
      `cannot be shown: it is ${BROKEN}`,
      'take it again from where it is from, or open it in a program for pictures and save it anew',
    );
  if (mime === type.mime) return [];
  // One container holds both, and some programs do not tell them apart.
  if (type.mime === 'audio/mp4' && mime === 'video/mp4') return [];
  return refuse(`is ${mime} by its bytes and ${type.mime} by its name`, 'give it the right ending');
}

function checkMedium(
  event: EventDraft,
  medium: MediumRecord,
  i: number,
  media: Files['media'],
): Problem[] {
  const { position, part } = event;
  const at = (key: keyof MediumRecord) => position(['media', i, key]);
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
  return [
    ...missing,
    ...checkDigests(event, medium, i, media),
    ...MEDIUM_GAPS.filter((key) => medium[key] === GAP).map(
      (key): Problem => ({
        ...error(10, at(key), `${key} of ${medium.file} is left open`, [OPEN[key]]),
        gap: true,
      }),
    ),
    ...(kind === 'captions' || kind === 'transcript'
      ? [
          error(10, at('file'), `${shown(medium.file)} is no picture, sound or film`, [
            `name it as ${kind} of a sound or a film`,
          ]),
        ]
      : []),
    ...(kind === 'picture'
      ? COMPANION_KEYS.filter((key) => key in medium).map((key) =>
          error(10, at(key), `a picture has no ${key}`, ['remove it']),
        )
      : []),
    ...checkAlt(medium, kind).map(([message, remedy]) =>
      error(10, position(['media', i, 'file']), message, [remedy]),
    ),
    ...(medium.source !== undefined || medium.reference !== undefined || part.unsourced
      ? []
      : [
          error(10, at('file'), `nothing says where ${medium.file} is from`, [
            'give its source, an id of sources/, or its reference, an id of references.yaml',
          ]),
        ]),
  ];
}

/** What is to be written in place of a gap. */
const OPEN = {
  alt: 'say what it shows to a reader who cannot see or hear it; in place of alt, decorative: true says that it shows nothing',
  credit: 'say whose it is, as the page or the book that it is from has it',
  rights: 'say by what right it is shown, in words: its licence, or who allows it',
} as const satisfies Record<(typeof MEDIUM_GAPS)[number], string>;

/** The bytes of a medium, and of what plays or shows with it, are those on record. */
function checkDigests(
  { position }: EventDraft,
  medium: MediumRecord,
  i: number,
  media: Files['media'],
): Problem[] {
  const changed = (file: string, recorded: string, key: string, path: string[]): Problem[] => {
    const sha256 = media.get(file)?.sha256;
    const message = `${file} has changed: its SHA-256 is ${sha256?.slice(0, 12)}…, on record is ${recorded.slice(0, 12)}…`;
    const remedy = `restore the file; if another is meant, record ${key}: ${sha256}`;
    return sha256 && sha256 !== recorded
      ? [error(10, position(['media', i, ...path]), message, [remedy])]
      : [];
  };
  return [
    ...changed(medium.file, medium.sha256, 'sha256', ['sha256']),
    ...COMPANION_KEYS.flatMap((key): Problem[] => {
      const [file, recorded] = [medium[key], medium.digests?.[key]];
      if (file !== undefined && recorded !== undefined)
        return changed(file, recorded, `under digests: ${key}`, ['digests', key]);
      if (recorded !== undefined)
        return [
          error(10, position(['media', i, 'digests', key]), `${medium.file} has no ${key}`, [
            `name its file under ${key}, or remove the digest`,
          ]),
        ];
      // A file of another kind is refused as that.
      const isOne = file !== undefined && typeOfFile(file)?.kind === COMPANIONS[key];
      const sha256 = isOne ? media.get(file)?.sha256 : undefined;
      return sha256
        ? [
            error(10, position(['media', i, key]), `${file} has no SHA-256 on record`, [
              `write under digests: ${key}: ${sha256}`,
            ]),
          ]
        : [];
    }),
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
