/** Leaves out of d3-selection what the site never calls: bundlers cannot, as its methods are one object. */
import type { Plugin } from 'vite';

/** Methods of a selection that no file of `src/` calls. A test says so. */
export const UNUSED = [
  'classed',
  'clone',
  'datum',
  'dispatch',
  'empty',
  'html',
  'lower',
  'nodes',
  'on',
  'property',
  'raise',
  'size',
  'sort',
  'style',
  'text',
];

/** The module without these methods; it fails where the module is not as it was. */
export function withoutUnused(module: string): string {
  return UNUSED.reduce((text, name) => {
    const entry = `  ${name}: selection_${name},\n`;
    if (!text.includes(entry)) throw new Error(`d3-selection has no entry for ${name}`);
    return text.replace(entry, '');
  }, module);
}

/** The plugin for Vite. */
export const leanSelection = (): Plugin => ({
  name: 'lean-selection',
  apply: 'build',
  transform: (code, id) =>
    /d3-selection[\\/]dist[\\/]d3-selection\.mjs$/.test(id) ? withoutUnused(code) : null,
});
