import { z } from 'zod';
import { clockOffset } from './date.ts';
import { idSchema } from './id.ts';
import { kindsSchema } from './kind.ts';
import { languageSchema } from './language.ts';
import { titleSchema } from './title.ts';

/** The track colours; `styles/tokens.css` has a value for each in both themes. */
export const trackColours = ['red', 'blue', 'ochre', 'green', 'violet', 'slate'] as const;

/** `site.yaml`. */
export const siteSchema = z.strictObject({
  title: titleSchema,
  deck: z.string().min(1),
  language: languageSchema,
  author: z.string().min(1),
  /** The clock of days and of the timeline's axis, as an offset from UTC: `Z`, `+09:00`. */
  clock: z
    .string()
    .check((context) => {
      try {
        clockOffset(context.value);
      } catch {
        context.issues.push({
          code: 'custom',
          message: 'must be an offset from UTC, as Z or +09:00',
          input: context.value,
        });
      }
    })
    .optional(),
  /** The kinds of events and actors; an archive may have none. */
  kinds: kindsSchema.optional(),
  tracks: z
    .array(
      z.strictObject({
        id: idSchema,
        label: titleSchema,
        short: z.string().min(1).optional(),
        colour: z.enum(trackColours),
      }),
    )
    .min(1),
  /** The timeline's first view: `spacing` 0 is to scale, 1 evenly spaced. */
  view: z.strictObject({ spacing: z.number().min(0).max(1) }),
});

export type Site = z.infer<typeof siteSchema>;
export type Track = Site['tracks'][number];

/** Front matter of the optional pages `epilogue.md` and `about.md`. */
export const pageSchema = z.strictObject({ title: titleSchema });

export type PageRecord = z.infer<typeof pageSchema>;
