// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { defineConfig, logHandlers } from 'astro/config';
import { liveCheck } from './src/build/dev.ts';
import { edition } from './src/build/edition.ts';
import { families } from './src/build/fonts.ts';
import { languageOf, wordsFile } from './src/build/language.ts';
import { PAGE_POLICY } from './src/build/policy.ts';
import { contentFolder, readAgain, reading } from './src/build/reading.ts';

/** Astro hashes what it bundles; this one script is in the page as written. Browsers hash it with Unix line ends. */
const [, arrival = ''] =
  /<script is:inline>(.*?)<\/script>/s.exec(
    readFileSync(new URL('./src/components/frame/Arrival.astro', import.meta.url), 'utf8'),
  ) ?? [];
/** @type {`sha256-${string}`} */
const arrivalHash = `sha256-${createHash('sha256').update(arrival.replaceAll('\r\n', '\n')).digest('base64')}`;

const content = contentFolder();
// The dev server begins anew, with this file, when site.yaml changes.
const { draft, archive } = process.argv.includes('build') ? reading() : readAgain();
const language = languageOf(draft.site?.part.language);
const noTransitions = fileURLToPath(new URL('./src/build/no-transitions.ts', import.meta.url));

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // One page is set while another's picture is packed.
  build: { concurrency: 4 },
  // Astro remembers the entries of one archive as if they were another's.
  ...(process.env.CONTENT_DIR && {
    cacheDir: `node_modules/.cache/astro/${encodeURIComponent(process.env.CONTENT_DIR)}`,
  }),
  // A build says what is wrong, and nothing else.
  ...(process.argv.includes('build') && { logger: logHandlers.node({ level: 'warn' }) }),
  integrations: [
    // What stands in other people's pages is for no search engine, and what a part of the story holds shifts.
    sitemap({ filter: (page) => !/\/(embed|story)\//.test(page) }),
    // Another language is another build: `npm run dev` begins anew when site.yaml changes.
    {
      name: 'language',
      hooks: {
        'astro:config:setup': ({ addWatchFile }) => addWatchFile(resolve(content, 'site.yaml')),
      },
    },
  ],
  fonts: await families(language, process.argv.includes('build') ? archive : null),
  security: {
    csp: { scriptDirective: { hashes: [arrivalHash] }, directives: [...PAGE_POLICY] },
  },
  // Editors complete and check front matter by the collections' schemas.
  experimental: { contentIntellisense: true },
  // Text of the archive is not rendered by Astro, and this policy has no room for its highlighter’s styles.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [liveCheck()],
    // Most editors empty a file before they fill it: whoever read it in between would not be told of the rest.
    server: { watch: { awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 } } },
    resolve: {
      alias: {
        // One language alone reaches the site, the archive's own.
        '#words': wordsFile(language),
        'd3-transition': noTransitions,
        'd3-interpolate': noTransitions,
      },
    },
    define: {
      SITE_LANGUAGE: JSON.stringify(language),
      'import.meta.env.EDITION': JSON.stringify(edition(content)),
    },
    build: {
      rolldownOptions: {
        // d3-time makes every interval there is as it loads, and the bundler cannot know that nothing else happens.
        treeshake: {
          manualPureFunctions: ['timeInterval', 'timeWeekday', 'utcWeekday', 'ticker'],
          propertyReadSideEffects: false,
        },
      },
    },
  },
});
