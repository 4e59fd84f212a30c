/**
 * Astro's command line with its usage reports off, and so without its notice about them. A build is made beside the
 * folder it is for and takes its place when it is whole: one that fails or is stopped leaves the last site as it was.
 */
import { parseArgs } from 'node:util';
import { beginSwap } from '../files/swap.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
if (process.argv[2] === 'build') {
  const { values, tokens } = parseArgs({
    options: { outDir: { type: 'string', default: 'dist' } },
    strict: false,
    tokens: true,
    args: process.argv.slice(3),
  });
  const { fresh, finish } = beginSwap(String(values.outDir));
  // Astro heeds no option that is given twice.
  for (const token of tokens.toReversed())
    if (token.kind === 'option' && token.name === 'outDir')
      process.argv.splice(3 + token.index, token.inlineValue ? 1 : 2);
  process.argv.push(`--outDir=${fresh}`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(1));
  // Astro ends the process itself.
  process.once('exit', (status) => finish(status === 0));
}
await import(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url).href);
