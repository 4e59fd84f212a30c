import { z } from 'zod';
import { correctionSchema } from './correction.ts';
import { edtfSchema } from './date.ts';
import { idSchema, recordOf } from './id.ts';
import { MEDIUM_GAPS, mediumDraftSchema, mediumSchema } from './media.ts';
import { placeSchema, referencesSchema } from './place.ts';
import { GAP, quoteDraftSchema, quoteSchema } from './quote.ts';
import { retractionSchema } from './retraction.ts';
import { titleSchema } from './title.ts';

/** The front matter of `events/<id>.mdx`. */
export const eventSchema = z.strictObject({
  title: titleSchema,
  track: idSchema,
  /** One of those that `site.yaml` declares. */
  kind: idSchema.optional(),
  /** EDTF, no more precise than the source. */
  date: edtfSchema,
  /** A narrower date, and the outside references that give it. */
  refined: z.strictObject({ date: edtfSchema, reference: referencesSchema }).optional(),
  /** Position among events of the same date, set by the editors; without it, the order in the source. */
  order: z.int().optional(),
  place: placeSchema.optional(),
  actors: z.array(idSchema),
  quotes: recordOf(quoteSchema),
  /** Pictures, sound and film, in the order in which they are shown where the text does not place them. */
  media: z.array(mediumSchema).min(1).optional(),
  /** Imported without quotes: the site says that it is not yet sourced, and `check` warns. */
  unsourced: z.literal(true).optional(),
  corrections: z.array(correctionSchema).optional(),
  /** Published, and taken back: its page stays, with the reason. */
  retracted: retractionSchema.optional(),
  /** Former ids; their URLs lead here. */
  aliases: z.array(idSchema).optional(),
});

export type EventRecord = z.infer<typeof eventSchema>;

/** An event that is still being written: what quotes and media have to say may be `?`. */
export const eventDraftSchema = eventSchema.extend({
  quotes: recordOf(quoteDraftSchema),
  media: z.array(mediumDraftSchema).min(1).optional(),
});

export type EventDraftRecord = z.infer<typeof eventDraftSchema>;

/** Whether every quote has a speaker and a mode, and every medium its words. */
export const hasNoGaps = (event: EventDraftRecord): event is EventRecord =>
  Object.values(event.quotes).every(({ speaker, mode }) => speaker !== GAP && mode !== GAP) &&
  (event.media ?? []).every((medium) => MEDIUM_GAPS.every((key) => medium[key] !== GAP));
