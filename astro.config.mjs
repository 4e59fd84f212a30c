// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig, fontProviders, logHandlers } from 'astro/config';
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

/** The scripts the fonts ship, with the characters each file is fetched for. */
const SCRIPTS = /** @type {const} */ ({
  latin: ['U+0-24F', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2190-2199', 'U+2212'],
  cyrillic: ['U+301', 'U+400-45F', 'U+490-491', 'U+4B0-4B1', 'U+2116'],
});

/**
 * A family from Fontsource: static files, which a PDF embeds as they are.
 * @param {string} name
 * @param {string} cssVariable
 * @param {string[]} fallbacks
 * @param {[weight: number, style: 'normal' | 'italic'][]} styles
 */
const family = (name, cssVariable, fallbacks, styles) => {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const variants = styles.flatMap(([weight, style]) =>
    Object.entries(SCRIPTS).map(([script, [first, ...rest]]) => ({
      weight,
      style,
      unicodeRange: /** @type {[string, ...string[]]} */ ([first, ...rest]),
      src: /** @type {[string]} */ ([
        `@fontsource/${slug}/files/${slug}-${script}-${weight}-${style}.woff2`,
      ]),
    })),
  );
  const [first, ...rest] = variants;
  if (!first) throw new Error(`no styles for ${name}`);
  return {
    provider: fontProviders.local(),
    name,
    cssVariable: /** @type {`--${string}`} */ (cssVariable),
    fallbacks,
    options: { variants: /** @type {[typeof first, ...typeof rest]} */ ([first, ...rest]) },
  };
};

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // A build says what is wrong, and nothing else.
  ...(process.argv.includes('build') && { logger: logHandlers.node({ level: 'warn' }) }),
  integrations: [mdx()],
  fonts: [
    family(
      'Source Serif 4',
      '--font-serif',
      ['Georgia', 'serif'],
      [
        [400, 'normal'],
        [400, 'italic'],
        [600, 'normal'],
      ],
    ),
    family(
      'Source Sans 3',
      '--font-sans',
      ['Arial', 'sans-serif'],
      [
        [400, 'normal'],
        [600, 'normal'],
      ],
    ),
  ],
  markdown: {
    // Quotes stay as they are written, and nothing here is code.
    processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [citations] }),
    syntaxHighlight: false,
  },
  vite: {
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
