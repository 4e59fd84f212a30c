/** Astro's command line (`dev`, `check`) with telemetry and the notice about it switched off. */
import { unbuildable } from './path.ts';

const why = unbuildable(process.cwd());
if (why) {
  console.error(why);
  process.exit(1);
}
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
