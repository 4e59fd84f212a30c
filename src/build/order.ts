/** The order in which a build makes its files. */
import type { AstroIntegration, AstroPrerenderer } from 'astro';

/**
 * Has Astro make the files of all routes in turns: threads of their own render the share pictures, while this one
 * renders pages. In Astro's order, route by route, it would wait for the pictures.
 */
export function inTurns(): AstroIntegration {
  let hand: ((change: (own: AstroPrerenderer) => AstroPrerenderer) => void) | undefined;
  return {
    name: 'in-turns',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        hand = setPrerenderer;
      },
      // Not earlier: Astro configures no entry for its own prerenderer if there is another.
      'astro:build:setup': () =>
        hand?.((own) => ({
          ...own,
          getStaticPaths: async () => spread(await own.getStaticPaths()),
        })),
    },
  };
}

/** Sorts paths so that those of each route keep their order and are evenly spread over the whole. */
export function spread<T extends { route: unknown }>(paths: readonly T[]): T[] {
  return [...Map.groupBy(paths, ({ route }) => route).values()]
    .flatMap((of) => of.map((path, i) => ({ path, at: i / of.length })))
    .sort((a, b) => a.at - b.at)
    .map(({ path }) => path);
}
