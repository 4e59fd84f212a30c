// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { defineConfig, logHandlers } from 'astro/config';
import { contentFolder } from './src/build/checked.ts';
import { isWatched, liveCheck } from './src/build/dev.ts';
import { edition } from './src/build/edition.ts';
import { families } from './src/build/fonts.ts';
import { languageOf, wordsFile } from './src/build/language.ts';
import { digestOf, pagePolicy } from './src/build/policy.ts';
import { readAgain, reading } from './src/build/reading.ts';
import { typeOfFile } from './src/model/media.ts';

/**
 * Astro adds the digests of bundled scripts; those of inline ones are made here.
 * @param {string} name a component of `src/components/frame/` that holds one
 * @returns {`sha256-${string}`}
 */
function inlineDigest(name) {
  const component = new URL(`./src/components/frame/${name}.astro`, import.meta.url);
  const [, script = ''] =
    /<script is:inline>(.*?)<\/script>/s.exec(readFileSync(component, 'utf8')) ?? [];
  return digestOf(script);
}

/** Vite's code around `import()` fetches style sheets and other files first. Here there are none, and it weighs 0.6 kB. */
const plainImports = {
  name: 'plain-imports',
  enforce: /** @type {const} */ ('pre'),
  load: (/** @type {string} */ id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
};

/**
 * Leaves components and style sheets empty that no page of the archive needs: Astro would write their files, and the
 * hashes of their scripts into the policy of every page.
 * @param {readonly string[]} unneeded
 */
const without = (unneeded) => ({
  name: 'without',
  enforce: /** @type {const} */ ('pre'),
  load: (/** @type {string} */ id) =>
    !unneeded.some((file) => id.includes(file))
      ? null
      : id.includes('.css')
        ? 'export default "";'
        : '',
});

const content = contentFolder();
const isBuild = process.argv.includes('build');
// The dev server restarts and runs this file again when site.yaml changes.
const { draft, archive } = isBuild ? reading() : readAgain();
const language = languageOf(draft.site?.part.language);
const plays = draft.events.some(({ part: { media } }) =>
  media?.some(({ file }) => typeOfFile(file)?.kind !== 'picture'),
);

/** What a build leaves out. The dev server has it all: a change of the content may need it. */
const hasMap = !isBuild || draft.events.some(({ part: { place } }) => place?.at);
const hasMedia = !isBuild || draft.events.some(({ part: { media } }) => media?.length);

const fonts = await families(language, isBuild ? archive : null);

export default defineConfig({
  // Empty is none: a workflow passes on a variable that it may not have.
  site: process.env.SITE_URL || 'http://localhost:4321',
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  // Pages and share pictures are made in parallel; more than four at a time gain nothing.
  build: { concurrency: 4 },
  // A cache per archive: Astro would take the entries of one archive for another's.
  ...(process.env.CONTENT_DIR && {
    cacheDir: `node_modules/.cache/astro/${createHash('sha256').update(resolve(content)).digest('hex').slice(0, 16)}`,
  }),
  // A build prints warnings and errors only.
  ...(isBuild && { logger: logHandlers.node({ level: 'warn' }) }),
  integrations: [
    // Not for search engines: embeds, and pages whose content shifts as events are added.
    sitemap({ filter: (page) => !/\/(embed|present|story)\//.test(page) }),
    // `npm run dev` restarts when site.yaml changes, because the language is fixed at start.
    {
      name: 'language',
      hooks: {
        'astro:config:setup': ({ addWatchFile }) => addWatchFile(resolve(content, 'site.yaml')),
      },
    },
  ],
  fonts,
  security: {
    csp: {
      scriptDirective: { hashes: ['Arrival', 'Brief', 'Theme'].map(inlineDigest) },
      directives: pagePolicy(plays),
    },
  },
  // Editors complete and check front matter by the schemas of the collections.
  experimental: { contentIntellisense: true },
  // Astro does not render the archive's text, and the policy forbids the inline styles of its highlighter.
  markdown: { syntaxHighlight: false },
  vite: {
    plugins: [
      liveCheck(),
      plainImports,
      without([
        ...(hasMap ? [] : ['/components/place/PlaceMap.astro']),
        ...(hasMedia ? [] : ['/components/event/Figure.astro', '/styles/media.css']),
      ]),
    ],
    server: {
      // Vite prepares what a page's modules import while it waits for other files, not one module after the other.
      preTransformRequests: true,
      // Until someone has opened the printed address, half of the work for the first page is done.
      warmup: { ssrFiles: ['src/pages/index.astro'] },
      // Most editors truncate a file before they write it; this waits until the file is complete.
      watch: {
        awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
        ignored: (path) => !isWatched(path, process.cwd(), content),
      },
    },
    resolve: {
      alias: {
        // Only the file of the archive's language is bundled.
        '#words': wordsFile(language),
      },
    },
    define: {
      SITE_LANGUAGE: JSON.stringify(language),
      'import.meta.env.FONTS': JSON.stringify(fonts.map(({ cssVariable }) => cssVariable)),
      'import.meta.env.MAP': JSON.stringify(Boolean(hasMap)),
      'import.meta.env.EDITION': JSON.stringify(edition(content)),
    },
    build: {
      rolldownOptions: {
        // What the scripts of several pages share, in one file instead of one for each module.
        output: {
          codeSplitting: {
            groups: [{ name: 'shared', test: /src[\\/]client[\\/](copy|hash)\.ts$/ }],
          },
        },
      },
    },
  },
});
