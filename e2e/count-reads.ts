/**
 * Preloaded into a build: writes to the file READS how often each file below CONTENT_DIR was opened.
 * `readFileSync` opens by `openSync`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative, resolve } from 'node:path';

const folder = resolve(process.env['CONTENT_DIR'] ?? '');
const reads: Record<string, number> = {};
const note = (path: unknown): void => {
  const name = relative(folder, resolve(String(path instanceof URL ? path.pathname : path)));
  if (!name.startsWith('..')) reads[name] = (reads[name] ?? 0) + 1;
};
type Reader = (path: unknown, ...rest: unknown[]) => unknown;
for (const [owner, names] of [
  [fs, ['openSync', 'open', 'readFile', 'createReadStream']],
  [fs.promises, ['readFile', 'open']],
] as unknown as [Record<string, Reader>, string[]][])
  for (const name of names) {
    const own = owner[name] as Reader;
    owner[name] = (path, ...rest) => {
      if (typeof path !== 'number') note(path);
      return own.call(owner, path, ...rest);
    };
  }
syncBuiltinESMExports();
process.once('exit', () => fs.writeFileSync(process.env['READS'] ?? '', JSON.stringify(reads)));
