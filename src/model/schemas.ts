/** The schemas that `check` uses, as JSON Schema, for editors to complete keys and mark mistakes while typing. */
import { z } from 'zod';
import { actorSchema } from './actor.ts';
import { eventSchema } from './event.ts';
import { recordOf } from './id.ts';
import { referenceSchema } from './reference.ts';
import { pageSchema, siteSchema } from './site.ts';
import { sourceSchema } from './source.ts';

const SCHEMAS = {
  site: siteSchema,
  actors: recordOf(actorSchema),
  references: recordOf(referenceSchema),
  source: sourceSchema,
  event: eventSchema,
  page: pageSchema,
};

/** File name in `docs/schemas/` → its text. */
export function schemaFiles(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, {
        io: 'input',
        target: 'draft-7',
        unrepresentable: 'any',
      });
      return [`${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
