/** Astro's door to the archive's files. `check` has read them first and speaks better of what is wrong. */

import { defineCollection } from 'astro:content';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { file, glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { actorSchema } from './model/actor.ts';
import { eventSchema } from './model/event.ts';
import { referenceSchema } from './model/reference.ts';
import { proseSchema, siteSchema } from './model/site.ts';
import { sourceSchema } from './model/source.ts';

const folder = resolve(process.env['CONTENT_DIR'] ?? 'content');
const base = pathToFileURL(`${folder}/`);

/** The sources' texts, character for character; Astro has no loader for plain text. */
const texts: Loader = {
  name: 'source-texts',
  async load({ store, watcher, generateDigest }) {
    const sources = join(folder, 'sources');
    const read = async (): Promise<void> => {
      store.clear();
      for (const name of (await readdir(sources)).filter((name) => name.endsWith('.txt')).sort()) {
        const text = await readFile(join(sources, name), 'utf8');
        store.set({ id: name.slice(0, -4), data: { text }, digest: generateDigest(text) });
      }
    };
    await read();
    watcher?.add(sources);
    watcher?.on('all', (_, path) => {
      if (path.startsWith(sources) && path.endsWith('.txt')) void read();
    });
  },
};

export const collections = {
  site: defineCollection({
    loader: file(join(folder, 'site.yaml'), { parser: (text) => ({ site: parse(text) }) }),
    schema: siteSchema,
  }),
  actors: defineCollection({ loader: file(join(folder, 'actors.yaml')), schema: actorSchema }),
  references: defineCollection({
    loader: file(join(folder, 'references.yaml')),
    schema: referenceSchema,
  }),
  sources: defineCollection({
    loader: glob({ base: new URL('sources/', base), pattern: '*.yaml' }),
    schema: sourceSchema,
  }),
  texts: defineCollection({ loader: texts, schema: z.object({ text: z.string() }) }),
  events: defineCollection({
    loader: glob({ base: new URL('events/', base), pattern: '**/*.{md,mdx}' }),
    schema: eventSchema,
  }),
  prose: defineCollection({
    loader: glob({ base, pattern: '{epilogue,about}.{md,mdx}' }),
    schema: proseSchema,
  }),
};
