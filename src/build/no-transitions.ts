/**
 * Stands in for d3-transition and d3-interpolate, of which d3-zoom needs these two for transitions. Nothing on this
 * site starts one (views glide by drawing frames), so none is interrupted and no zoom is interpolated; with them stay
 * away d3-color, d3-ease and d3-timer, a fifth of the page's script. `astro.config.mjs` puts it in place; a test looks
 * for what should be away.
 */
export const interrupt = (): void => {};

/** @throws an Error: whoever calls it has started a transition, which needs the libraries themselves */
export const interpolateZoom = (): never => {
  throw new Error('no transitions here: see src/build/no-transitions.ts');
};
