/** Astro's command line (`dev`, `check`) with telemetry and the notice about it switched off. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
