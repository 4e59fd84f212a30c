/** Pictures, sound and film of an event: files under `media/`, and what their record says of them. */
import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { idSchema } from './id.ts';
import { GAP } from './quote.ts';

/** What a medium is, and its MIME type, by the extension of its file. Browsers show or play all of them. */
const TYPES = {
  jpg: ['picture', 'image/jpeg'],
  jpeg: ['picture', 'image/jpeg'],
  png: ['picture', 'image/png'],
  webp: ['picture', 'image/webp'],
  avif: ['picture', 'image/avif'],
  gif: ['picture', 'image/gif'],
  mp3: ['sound', 'audio/mpeg'],
  m4a: ['sound', 'audio/mp4'],
  wav: ['sound', 'audio/wav'],
  ogg: ['sound', 'audio/ogg'],
  flac: ['sound', 'audio/flac'],
  mp4: ['film', 'video/mp4'],
  webm: ['film', 'video/webm'],
  vtt: ['captions', 'text/vtt'],
  txt: ['transcript', 'text/plain'],
} as const;

export type MediaKind = (typeof TYPES)[keyof typeof TYPES][0];
export const MEDIA_EXTENSIONS = Object.keys(TYPES);

/** @returns `null` for an extension that no medium has */
export function typeOfFile(file: string): { kind: MediaKind; mime: string } | null {
  const [, extension = ''] = /\.(\w+)$/.exec(file) ?? [];
  const [kind, mime] = Object.hasOwn(TYPES, extension)
    ? TYPES[extension as keyof typeof TYPES]
    : [];
  return kind && mime ? { kind, mime } : null;
}

/** The name of a file in `media/`: it is part of a URL, and no disk or server changes it. */
const fileSchema = z
  .string()
  .regex(
    /^(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}._-]+\.\w+$/u,
    'a file in media/ is called by letters, digits, dots, hyphens and low lines',
  )
  .refine(
    (file) => typeOfFile(file) !== null,
    `a medium ends in ${MEDIA_EXTENSIONS.map((one) => `.${one}`).join(', ')}`,
  );

/** Words for a reader, not a sign that stands for them. */
const wordsSchema = z.string().regex(/\p{L}/u, 'it is at least one word');

const digestSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 lower-case hexadecimal digits');

/** An entry of an event's `media`. */
export const mediumSchema = z.strictObject({
  file: fileSchema,
  /** What a reader who cannot see or hear it is told. */
  alt: wordsSchema.optional(),
  /** It says nothing that the text does not say. */
  decorative: z.literal(true).optional(),
  /** Markdown of one paragraph, which cites as the body does. */
  caption: wordsSchema.optional(),
  credit: wordsSchema,
  rights: wordsSchema,
  /** The source, or the outside page or book, that it is taken from. */
  source: idSchema.optional(),
  reference: idSchema.optional(),
  date: edtfSchema.optional(),
  /** What stays in view if it is cropped: from the left and from the top, as parts of its size. */
  focus: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).optional(),
  sha256: digestSchema,
  /** Of sound and film: what is shown before it plays, and its words. */
  poster: fileSchema.optional(),
  captions: fileSchema.optional(),
  transcript: fileSchema.optional(),
  /** The SHA-256 of each of these. */
  digests: z
    .strictObject({ poster: digestSchema, captions: digestSchema, transcript: digestSchema })
    .partial()
    .optional(),
});

export type MediumRecord = z.infer<typeof mediumSchema>;

/** What only its author can say of a medium: in an event that is still being written, each may be a gap. */
export const MEDIUM_GAPS = ['alt', 'credit', 'rights'] as const satisfies (keyof MediumRecord)[];

const orGap = z.union([wordsSchema, z.literal(GAP)]);
export const mediumDraftSchema = mediumSchema.extend({
  alt: orGap.optional(),
  credit: orGap,
  rights: orGap,
});

/** The files that play or show with a medium, by the key of its record, and what each has to be. */
export const COMPANIONS = {
  poster: 'picture',
  captions: 'captions',
  transcript: 'transcript',
} as const satisfies Partial<Record<keyof MediumRecord, MediaKind>>;

export const COMPANION_KEYS = Object.keys(COMPANIONS) as (keyof typeof COMPANIONS)[];

/** The files that play or show with a medium, each with its SHA-256 on record. */
export const companionsOf = (medium: MediumRecord) =>
  COMPANION_KEYS.flatMap((key) => {
    const [file, sha256] = [medium[key], medium.digests?.[key]];
    return file === undefined || sha256 === undefined ? [] : [{ key, file, sha256 }];
  });
