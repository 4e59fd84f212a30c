/**
 * Replaces d3-transition and d3-interpolate, of which d3-zoom needs these two functions for transitions. The site
 * starts no transition (views glide by drawing frames), so they are never needed; without those packages d3-color,
 * d3-ease and d3-timer, the page's script is a fifth smaller. `astro.config.mjs` sets the aliases; a test checks that
 * the packages are not in the script.
 */
export const interrupt = (): void => {};

/** @throws an Error always: a transition needs the real packages */
export const interpolateZoom = (): never => {
  throw new Error('no transitions here: see src/build/no-transitions.ts');
};
