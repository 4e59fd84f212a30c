// @ts-check
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders, logHandlers } from 'astro/config';
import { liveCheck } from './src/author/live.ts';
import { edition } from './src/edition.mjs';
import { language, siteFile, words } from './src/language.mjs';
import { citationHref } from './src/model/address.ts';
import { scriptOf } from './src/model/language.ts';

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

/** The scripts the fonts ship, with the characters each file is fetched for. */
const SCRIPTS = /** @type {const} */ ({
  latin: ['U+0-24F', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2190-2199', 'U+2212'],
  arabic: ['U+600-6FF', 'U+750-77F', 'U+8A0-8FF', 'U+200C-200F', 'U+FB50-FDFF', 'U+FE70-FEFC'],
  cyrillic: ['U+301', 'U+400-45F', 'U+490-491', 'U+4B0-4B1', 'U+2116'],
});

/**
 * One script of a family from Fontsource: static files, which a PDF embeds as they are. A family each, so that a page
 * can preload the one it surely needs; `styles/tokens.css` joins them.
 * @param {string} name
 * @param {keyof typeof SCRIPTS} script
 * @param {string[]} fallbacks
 * @param {[weight: number, style: 'normal' | 'italic'][]} styles
 */
const family = (name, script, fallbacks, styles) => {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const [first, ...rest] = SCRIPTS[script];
  const [one, ...others] = styles.map(([weight, style]) => ({
    weight,
    style,
    unicodeRange: /** @type {[string, ...string[]]} */ ([first, ...rest]),
    src: /** @type {[string]} */ ([
      `@fontsource/${slug}/files/${slug}-${script}-${weight}-${style}.woff2`,
    ]),
  }));
  if (!one) throw new Error(`no styles for ${name}`);
  return {
    provider: fontProviders.local(),
    name: `${name} ${script}`,
    cssVariable: /** @type {`--${string}`} */ (`--${slug}-${script}`),
    fallbacks,
    optimizedFallbacks: fallbacks.length > 0,
    options: { variants: /** @type {[typeof one, ...typeof others]} */ ([one, ...others]) },
  };
};

/** @type {[number, 'normal' | 'italic'][]} */
const SERIF = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
];
/** @type {[number, 'normal' | 'italic'][]} */
const SANS = [
  [400, 'normal'],
  [600, 'normal'],
];

/** @type {[weight: number, style: 'normal' | 'italic'][]} */
const UPRIGHT = [
  [400, 'normal'],
  [600, 'normal'],
];

const content = process.env.CONTENT_DIR ?? 'content';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // Astro remembers the entries of one archive as if they were another's.
  ...(process.env.CONTENT_DIR && {
    cacheDir: `node_modules/.cache/astro/${encodeURIComponent(process.env.CONTENT_DIR)}`,
  }),
  // A build says what is wrong, and nothing else.
  ...(process.argv.includes('build') && { logger: logHandlers.node({ level: 'warn' }) }),
  // What stands in other people's pages is for no search engine.
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !page.includes('/embed/') }),
    // Another language is another build: `npm run dev` begins anew when site.yaml changes.
    {
      name: 'language',
      hooks: {
        'astro:config:setup': ({ addWatchFile }) => addWatchFile(siteFile(content)),
      },
    },
  ],
  fonts: [
    family('Source Serif 4', 'latin', ['Georgia', 'serif'], SERIF),
    family('Source Serif 4', 'cyrillic', [], SERIF),
    family('Source Sans 3', 'latin', ['Arial', 'sans-serif'], SANS),
    family('Source Sans 3', 'cyrillic', [], SANS),
    // In other archives Arabic words take the reader's own fonts.
    ...(scriptOf(language(content)) === 'Arab'
      ? [
          family('Noto Naskh Arabic', 'arabic', [], UPRIGHT),
          family('Noto Sans Arabic', 'arabic', [], UPRIGHT),
        ]
      : []),
  ],
  // Editors complete and check front matter by the collections' schemas.
  experimental: { contentIntellisense: true },
  markdown: {
    // Quotes stay as they are written, and nothing here is code.
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [citations, noHtml] }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [liveCheck(content)],
    resolve: {
      alias: {
        // One language alone reaches the site, the archive's own.
        '#words': words(content),
        'd3-transition': fileURLToPath(new URL('./src/client/interrupt.ts', import.meta.url)),
      },
    },
    define: {
      SITE_LANGUAGE: JSON.stringify(language(content)),
      'import.meta.env.EDITION': JSON.stringify(edition(content)),
    },
    build: {
      rolldownOptions: {
        // Astro marks every MDX module with a directive the bundler does not know (withastro/astro#18087).
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
