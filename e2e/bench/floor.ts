/** The floor of building: a bare Astro project with the same events, one page each and a list of them. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bytesOf, type Cost, run, WORK } from './command.ts';

const FILES = {
  // Inside the project, so that it uses the same Astro and MDX.
  'astro.config.mjs': `import mdx from '@astrojs/mdx';
import { defineConfig, logHandlers } from 'astro/config';
export default defineConfig({
  integrations: [mdx()],
  logger: logHandlers.node({ level: 'warn' }),
  markdown: { syntaxHighlight: false },
  vite: { build: { rolldownOptions: { onLog(level, log, handler) {
    if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
  } } } },
});
`,
  'src/content.config.ts': `import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
export const collections = { events: defineCollection({ loader: glob({ base: './events', pattern: '*.{md,mdx}' }) }) };
`,
  'src/Note.astro': '<aside><slot /></aside>\n',
  'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
const events = await getCollection('events');
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Events</title></head><body><ol>
{events.map(({ id, data }) => <li><a href={\`/events/\${id}/\`}>{data.title}</a></li>)}
</ol></body></html>
`,
  'src/pages/events/[event].astro': `---
import { getCollection, render } from 'astro:content';
import Note from '../../Note.astro';
export const getStaticPaths = async () =>
  (await getCollection('events')).map((entry) => ({ params: { event: entry.id }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{entry.data.title}</title></head>
<body><h1>{entry.data.title}</h1><Content components={{ Note }} /></body></html>
`,
};

/** Builds the events of a content folder and nothing else. @throws an Error of one line if that fails */
export async function buildFloor(content: string): Promise<Cost & { bytes: number }> {
  const project = join(WORK, 'floor');
  rmSync(project, { recursive: true, force: true });
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  cpSync(join(content, 'events'), join(project, 'events'), { recursive: true });
  const { output: _, ...cost } = await run([
    'node_modules/astro/bin/astro.mjs',
    'build',
    '--root',
    project,
  ]);
  return { ...cost, bytes: bytesOf(join(project, 'dist')) };
}
