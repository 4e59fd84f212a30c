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

/** What actors of these kinds are in an archive that declares no kinds of actors. */
const USUAL: Readonly<Record<string, ActorKind['is']>> = {
  person: 'person',
  agency: 'medium',
  publisher: 'medium',
};

/** A kind of an archive that declares none: its label is its id in words. */
const undeclared = (id: string): ActorKind => ({
  id,
  label: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
  is: Object.hasOwn(USUAL, id) ? USUAL[id] : undefined,
});

/**
 * The kinds of an archive, by id: those that `site.yaml` declares, in its order; those that are used, if it declares
 * none.
 */
export const kindsOf = (
  declared: Kinds['actors'] | Kinds['events'],
  used: readonly (string | undefined)[] = [],
): Map<string, ActorKind> => {
  const kinds = Object.entries(declared ?? {}).map(([id, kind]) => ({
    id,
    ...(typeof kind === 'string' ? { label: kind } : kind),
  }));
  const all =
    kinds.length > 0
      ? kinds
      : [...new Set(used)].filter((id) => id !== undefined).map((id) => undeclared(id));
  return new Map(all.map((kind) => [kind.id, kind]));
};
