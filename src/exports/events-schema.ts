/** The shape of `/data/events.json`, published beside it as JSON Schema. */
import { z } from 'zod';
import { idSchema } from '../model/id.ts';
import { COMPANION_KEYS } from '../model/media.ts';
import { quoteModes } from '../model/quote.ts';
import { reasonKinds } from '../model/reason.ts';
import { trackColours } from '../model/site.ts';

const day = z
  .string()
  .regex(/^([+-]\d{6,}|\d{4})-\d\d-\d\d$/)
  .describe('ISO 8601, proleptic Gregorian calendar');

const date = z
  .strictObject({
    edtf: z.string().describe('Extended Date/Time Format, ISO 8601-2'),
    text: z.string().describe('In words, in the language of the site'),
    precision: z.string().describe('In words, by the coarser end'),
    earliest: day.nullable().describe('The first day it allows; null where that end is open'),
    latest: day.nullable().describe('The last day it allows; null where that end is open'),
  })
  .describe('No more precise than what it rests on');

const passage = z.strictObject({
  url: z.url().describe('The passage, marked in the source'),
  text: z.string().describe('The source’s own characters'),
  start: z.int().min(0).describe('Offset in the source’s text, in UTF-16 units'),
  end: z.int().min(0),
  pages: z
    .array(z.strictObject({ number: z.int().min(1), label: z.string() }))
    .optional()
    .describe('Of a source with pages: by place in the file, and as they are called'),
  section: z
    .array(z.string())
    .optional()
    .describe('Of a source with headings: those that it stands under, from the outermost'),
});

const quote = z.strictObject({
  id: idSchema,
  url: z.url().describe('Its first passage, marked in the source'),
  text: z.string().describe('Its passages, with […] where words are left out between them'),
  source: idSchema,
  locator: z
    .string()
    .nullable()
    .describe('Its pages and sections in words, and what its author adds'),
  at: z.string().nullable().describe('Where it stands, as its author says'),
  passages: z.array(passage).min(1).describe('In the order of the source'),
  speaker: idSchema,
  mode: z.enum(quoteModes),
  reasons: z
    .array(z.strictObject({ kind: z.enum(reasonKinds), why: z.string() }))
    .describe(
      'Why its author quotes a part of a word or phrase, words as direct that stand in no quotation marks, several paragraphs, or furniture',
    ),
  chain: z
    .array(z.strictObject({ actor: idSchema, inferred: z.string().nullable() }))
    .describe(
      'Speaker, whoever passed the words on, agency, publisher; and why a link is inferred',
    ),
});

const kind = z.strictObject({ id: idSchema, label: z.string() });

const names = z.array(z.string());
/** What the record of a document says of it, null where it says nothing. */
const bibliographic = {
  held: z.string().nullable().describe('Where it can be seen, if it is not on the web'),
  archived: z.url().nullable().describe('An archive’s copy of the page'),
  author: names,
  translator: names,
  edition: z.string().nullable(),
  identifier: z
    .strictObject({
      doi: z.string().nullable(),
      isbn: z.string().nullable(),
      callNumber: z.string().nullable(),
    })
    .nullable(),
};

const medium = z.strictObject({
  file: z.string(),
  url: z
    .url()
    .describe('As it is published: a picture upright, and without what a camera wrote into it'),
  type: z.string().describe('MIME type'),
  alt: z.string().describe('What it shows; empty if it is decorative'),
  caption: z.string(),
  credit: z.string(),
  rights: z.string(),
  source: idSchema.nullable(),
  reference: idSchema.nullable(),
  date: z.string().nullable().describe('EDTF'),
  focus: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe('What stays in view if it is cropped: from the left and from the top, 0 to 1'),
  sha256: z.string().describe('Of the file as the archive keeps it'),
  companions: z
    .array(
      z.strictObject({
        as: z.enum(COMPANION_KEYS),
        file: z.string(),
        url: z.url(),
        sha256: z.string(),
      }),
    )
    .optional()
    .describe('Files that a sound or a film is shown or played with, if it has any'),
});

const event = z.strictObject({
  id: idSchema.describe('Permanent; never changes with the title'),
  url: z.url(),
  title: z.string(),
  track: idSchema,
  kind: idSchema.nullable().describe('One of kinds.events'),
  date: date.describe('As the source gives it'),
  refined: z
    .strictObject({ date, references: z.array(idSchema) })
    .nullable()
    .describe('Narrower, and which outside pages say so'),
  place: z
    .strictObject({
      name: z.string(),
      references: z.array(idSchema),
      at: z
        .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
        .optional()
        .describe('Latitude and longitude in degrees, WGS 84, where they are given'),
      near: z.number().nullable().optional().describe('Kilometres around it; null if it is exact'),
      located: z.array(idSchema).optional().describe('Which outside pages give the point'),
      inferred: z.string().nullable().optional().describe('Why the editors put it there'),
    })
    .nullable(),
  actors: z.array(idSchema),
  unsourced: z.boolean().describe('Whether its author says that no quote supports it yet'),
  quotes: z.array(quote),
  media: z.array(medium).optional().describe('Pictures, sound and film, if it has any'),
  corrections: z.array(z.strictObject({ date: z.string(), was: z.string(), now: z.string() })),
});

const eventsSchema = z.strictObject({
  $schema: z.url(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  author: z.string(),
  url: z.url(),
  updated: day,
  tracks: z.array(
    z.strictObject({ id: idSchema, label: z.string(), colour: z.enum(trackColours) }),
  ),
  kinds: z.strictObject({ events: z.array(kind), actors: z.array(kind) }),
  actors: z.array(
    z.strictObject({
      id: idSchema,
      name: z.string(),
      kind: idSchema.nullable().describe('One of kinds.actors'),
      role: z.string().nullable(),
      reference: idSchema
        .nullable()
        .describe('The outside page that gives a name which no source has'),
    }),
  ),
  sources: z.array(
    z.strictObject({
      id: idSchema,
      url: z.url(),
      original: z.url().nullable(),
      ...bibliographic,
      title: z.string(),
      publisher: idSchema,
      agency: idSchema.nullable(),
      published: z.string(),
      language: z.string(),
      rights: z.string(),
      sha256: z.string(),
    }),
  ),
  references: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      publisher: z.string(),
      url: z.url().nullable(),
      ...bibliographic,
    }),
  ),
  events: z.array(event).describe('In time order'),
  retracted: z
    .array(
      z.strictObject({
        id: idSchema,
        url: z.url(),
        title: z.string(),
        date: z.string().describe('When it was retracted, in EDTF'),
        why: z.string(),
      }),
    )
    .describe('Events that were published and taken back'),
});

export type EventsData = z.infer<typeof eventsSchema>;

/** @param id the schema's own URL */
export const eventsJsonSchema = (id: string): string => {
  const schema = z.toJSONSchema(eventsSchema, { target: 'draft-2020-12' });
  return `${JSON.stringify({ $id: id, title: 'Events, their dates and their quotes', ...schema }, null, 2)}\n`;
};
