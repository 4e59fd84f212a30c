/** The kinds of events and of actors that an archive declares in `site.yaml`, each with its label. */
import { z } from 'zod';
import { recordOf } from './id.ts';
import { titleSchema } from './title.ts';

/** What the site does by an actor's kind, whatever it is called. */
const roles = ['person', 'medium'] as const;

const actorKindSchema = z
  .union([
    titleSchema,
    z.strictObject({
      label: titleSchema,
      /** `person`: somebody, no organisation. `medium`: it passes on what others say, as a news agency. */
      is: z.enum(roles).optional(),
    }),
  ])
  .transform((given) => (typeof given === 'string' ? { label: given } : given));

export const kindsSchema = z.strictObject({
  events: recordOf(titleSchema).optional(),
  actors: recordOf(actorKindSchema).optional(),
});

export type Kinds = z.infer<typeof kindsSchema>;

export interface Kind {
  id: string;
  /** In the language of the archive. */
  label: string;
}

export interface ActorKind extends Kind {
  is?: (typeof roles)[number] | undefined;
}

/** The kinds of events, in the order of `site.yaml`. */
export const eventKindsOf = (kinds: Kinds | undefined): Kind[] =>
  Object.entries(kinds?.events ?? {}).map(([id, label]) => ({ id, label }));

/** The kinds of actors, in the order of `site.yaml`. */
export const actorKindsOf = (kinds: Kinds | undefined): ActorKind[] =>
  Object.entries(kinds?.actors ?? {}).map(([id, kind]) => ({ id, ...kind }));
