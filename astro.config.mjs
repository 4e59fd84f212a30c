// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, logHandlers } from 'astro/config';
import { edition } from './src/build/edition.ts';
import { families } from './src/build/fonts.ts';
import { language, siteFile, words } from './src/build/language.ts';
import { liveCheck } from './src/build/live.ts';
import { citationHref } from './src/model/address.ts';

/**
 * Links to quotes and references lead to their anchors on the page the text is shown on.
 * @type {import('satteri').HastPluginEntry}
 */
const citations = ({ fileURL }) => ({
  name: 'citations',
  element: {
    filter: ['a'],
    visit(node, context) {
      const event =
        fileURL?.pathname
          .split('/')
          .pop()
          ?.replace(/\.mdx?$/, '') ?? '';
      const href = citationHref(event, String(node.properties?.href ?? ''));
      if (!href) return;
      context.setProperty(node, 'href', href);
      context.setProperty(node, 'className', ['cite']);
    },
  },
});

/**
 * HTML in Markdown is shown as the text it is, also where nobody ran `check`.
 * @type {import('satteri').HastPluginEntry}
 */
const noHtml = {
  name: 'no-html',
  raw(node, context) {
    if (node.value.startsWith('<!--')) context.removeNode(node);
    else context.replaceNode(node, { type: 'text', value: node.value });
  },
};

/** Astro hashes what it bundles; this one script is in the page as it is written. */
const [, arrival = ''] =
  /<script is:inline>(.*?)<\/script>/s.exec(
    readFileSync(new URL('./src/components/frame/Arrival.astro', import.meta.url), 'utf8'),
  ) ?? [];
/** @type {`sha256-${string}`} */
const arrivalHash = `sha256-${createHash('sha256').update(arrival).digest('base64')}`;

const content = process.env.CONTENT_DIR ?? 'content';
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
    mdx(),
    // What stands in other people's pages is for no search engine, and what a part of the story holds shifts.
    sitemap({ filter: (page) => !/\/(embed|story)\//.test(page) }),
    // Another language is another build: `npm run dev` begins anew when site.yaml changes.
    {
      name: 'language',
      hooks: {
        'astro:config:setup': ({ addWatchFile }) => addWatchFile(siteFile(content)),
      },
    },
  ],
  fonts: await families(content, !process.argv.includes('build')),
  // Each page says by hash what may run and style it. What needs no hash stands in public/_headers too; a test compares.
  security: {
    csp: {
      scriptDirective: { hashes: [arrivalHash] },
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        // A story in parts fetches its timeline.
        "connect-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ],
    },
  },
  // Editors complete and check front matter by the collections' schemas.
  experimental: { contentIntellisense: true },
  markdown: {
    // Quotes stay as they are written, and nothing here is code.
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [citations, noHtml] }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [liveCheck(content)],
    // Most editors empty a file before they fill it: whoever read it in between would not be told of the rest.
    server: { watch: { awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 } } },
    resolve: {
      alias: {
        // One language alone reaches the site, the archive's own.
        '#words': words(content),
        'd3-transition': noTransitions,
        'd3-interpolate': noTransitions,
      },
    },
    define: {
      SITE_LANGUAGE: JSON.stringify(language(content)),
      'import.meta.env.EDITION': JSON.stringify(edition(content)),
    },
    build: {
      rolldownOptions: {
        // d3-time makes every interval there is as it loads, and the bundler cannot know that nothing else happens.
        treeshake: {
          manualPureFunctions: ['timeInterval', 'timeWeekday', 'utcWeekday', 'ticker'],
          propertyReadSideEffects: false,
        },
        // Astro marks every MDX module with a directive the bundler does not know (withastro/astro#18087).
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
