/**
 * The schemas that `check` uses, as JSON Schema: editors complete keys and mark mistakes by them. Front matter has none
 * here: Astro gives editors its schema, from `content.config.ts`.
 */
import { z } from 'zod';
import { actorSchema } from './actor.ts';
import { recordOf } from './id.ts';
import { referenceSchema } from './reference.ts';
import { siteSchema } from './site.ts';
import { sourceSchema } from './source.ts';

const SCHEMAS = {
  site: siteSchema,
  actors: recordOf(actorSchema),
  references: recordOf(referenceSchema),
  source: sourceSchema,
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
