import { z } from 'zod';
import { correctionSchema } from './correction.ts';
import { edtfSchema } from './date.ts';
import { idSchema } from './id.ts';
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

/** What a note is about; it stands beside the statements and never corrects inside a quote. */
export const noteTopics = ['date', 'translation', 'discrepancy', 'context', 'correction'] as const;

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
  quotes: z.record(idSchema, quoteSchema),
  /** Taken over without quotes: the site says of it that it is not yet sourced, and `check` asks for them. */
  unsourced: z.literal(true).optional(),
  corrections: z.array(correctionSchema).optional(),
  /** Ids it had before; their addresses lead here. */
  aliases: z.array(idSchema).optional(),
});

export type EventRecord = z.infer<typeof eventSchema>;

/** An event in a file that is still being written: its quotes may have gaps. */
export const eventDraftSchema = eventSchema.extend({
  quotes: z.record(idSchema, quoteDraftSchema),
});

export type EventDraftRecord = z.infer<typeof eventDraftSchema>;

/** Whether nothing about who spoke, and how, is left open. */
export const hasNoGaps = (event: EventDraftRecord): event is EventRecord =>
  Object.values(event.quotes).every(({ speaker, mode }) => speaker !== GAP && mode !== GAP);

/** The ids of the references a Markdown body cites, each once, in order. */
export const citedReferences = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\]\(ref:([a-z0-9-]+)\)/g)].map(([, id]) => id ?? '')),
];
