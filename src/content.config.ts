/**
 * Astro's content layer, for editors alone: by these schemas they complete and check front matter. The values are those
 * that `check` has read; pages take the checked archive itself, so that nothing is read twice (`build/checked.ts`).
 */
// `astro:content` would bring the code that renders pages, which takes `npm run dev` half a second to load.
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { lastReport } from './build/checked.ts';
import { eventSchema } from './model/event.ts';
import { kindsOf } from './model/kind.ts';
import { pageSchema } from './model/site.ts';

/** Hands on the front matter that `check` has read. */
const readByCheck = (kind: 'events' | 'pages'): Loader => ({
  name: `${kind}-read-by-check`,
  load({ store }) {
    store.clear();
    const { events = [], epilogue, about } = lastReport()?.draft ?? {};
    const pages = { epilogue, about };
    const entries =
      kind === 'events' ? events : Object.entries(pages).map(([id, page]) => ({ id, ...page }));
    for (const { id, file, value } of entries)
      if (value && file) store.set({ id, data: value, filePath: file });
    return Promise.resolve();
  },
});

/** Of an event, with the kinds that the archive declares: editors complete these. */
function schemaOfEvents() {
  const [first, ...rest] = kindsOf(lastReport()?.draft.site?.part.kinds?.events).keys();
  return first === undefined
    ? eventSchema
    : eventSchema.extend({ kind: z.enum([first, ...rest]).optional() });
}

export const collections = {
  events: defineCollection({ loader: readByCheck('events'), schema: schemaOfEvents() }),
  pages: defineCollection({ loader: readByCheck('pages'), schema: pageSchema }),
};
