// @ts-check
/** Loaded before a command (`node --import`): notes at its end how much memory it has had, in bytes. */
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_PEAK'];
process.on('exit', () => {
  // Kilobytes on every system.
  if (file) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
});
