import { z } from 'zod';
import { correctionSchema } from './correction.ts';
import { edtfSchema } from './date.ts';
import { idSchema, recordOf } from './id.ts';
import { GAP, quoteDraftSchema, quoteSchema } from './quote.ts';
import { titleSchema } from './title.ts';

export const eventKinds = [
  'talks',
  'summit',
  'statement',
  'invitation',
  'report',
  'background',
] as const;

const references = z.union([idSchema, z.array(idSchema).min(1)]).transform((ids) => [ids].flat());

/** The front matter of `events/<id>.mdx`. */
export const eventSchema = z.strictObject({
  title: titleSchema,
  track: idSchema,
  kind: z.enum(eventKinds),
  /** EDTF: no more than the source supports. */
  date: edtfSchema,
  /** Narrower, and which outside pages say so. */
  refined: z.strictObject({ date: edtfSchema, reference: references }).optional(),
  /** The editors' place among events of the same date; without it, the order in which the source tells them. */
  order: z.int().optional(),
  place: z.strictObject({ name: z.string().min(1), reference: references.optional() }).optional(),
  actors: z.array(idSchema),
  quotes: recordOf(quoteSchema),
  /** Taken over without quotes: the site says of it that it is not yet sourced, and `check` asks for them. */
  unsourced: z.literal(true).optional(),
  corrections: z.array(correctionSchema).optional(),
  /** Ids it had before; their addresses lead here. */
  aliases: z.array(idSchema).optional(),
});

export type EventRecord = z.infer<typeof eventSchema>;

/** An event in a file that is still being written: its quotes may have gaps. */
export const eventDraftSchema = eventSchema.extend({
  quotes: recordOf(quoteDraftSchema),
});

export type EventDraftRecord = z.infer<typeof eventDraftSchema>;

/** Whether nothing about who spoke, and how, is left open. */
export const hasNoGaps = (event: EventDraftRecord): event is EventRecord =>
  Object.values(event.quotes).every(({ speaker, mode }) => speaker !== GAP && mode !== GAP);
