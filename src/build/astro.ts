/** Astro's command line (`dev`, `check`) with its usage reports off, and so without its notice about them. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
