/**
 * Stands in for d3-transition, of which d3-zoom needs this one function. Nothing on this site starts a D3 transition
 * (views glide by drawing frames), so there is none to interrupt; with it stay away d3-color, d3-ease and most of
 * d3-interpolate, a quarter of the page's script. `astro.config.mjs` puts it in place.
 */
export const interrupt = (): void => {};
