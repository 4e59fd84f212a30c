import { z } from 'zod';

/** A person or organisation that acts, speaks or reports: an entry of `actors.yaml`. */
export const actorSchema = z.strictObject({
  name: z.string().min(1),
  /** As sources spell it; rule 7 looks for these. */
  names: z.array(z.string().min(1)).min(1),
  kind: z.enum(['person', 'state', 'agency', 'publisher', 'institution']),
  /** The office held, and when. */
  role: z.string().optional(),
  /** The state whose medium it is: every state's media are labelled alike. */
  stateMedia: z.string().optional(),
  /** The name in its own languages, by BCP 47 tag. */
  native: z.record(z.string(), z.string()).optional(),
});

export type ActorRecord = z.infer<typeof actorSchema>;
export type Actor = ActorRecord & { id: string };
