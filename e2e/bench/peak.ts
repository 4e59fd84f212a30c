/**
 * Loaded before a command (`node --import`): writes its peak memory, in bytes, and its processor time, in seconds,
 * when it ends.
 */
import { writeFileSync } from 'node:fs';

const file = process.env['BENCH_PEAK'];
process.on('exit', () => {
  if (!file) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // Kilobytes on every system, and microseconds of all threads together.
  const used = { peak: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
  writeFileSync(file, JSON.stringify(used));
});
