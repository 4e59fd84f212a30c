/**
 * Preloaded into a build: writes to the file READS how often each file below CONTENT_DIR was opened.
 * `readFileSync` opens by `openSync`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative, resolve } from 'node:path';

const folder = resolve(process.env.CONTENT_DIR);
const reads = {};
const note = (path) => {
  const name = relative(folder, resolve(String(path instanceof URL ? path.pathname : path)));
  if (!name.startsWith('..')) reads[name] = (reads[name] ?? 0) + 1;
};
for (const [owner, names] of [
  [fs, ['openSync', 'open', 'readFile', 'createReadStream']],
  [fs.promises, ['readFile', 'open']],
])
  for (const name of names) {
    const own = owner[name];
    owner[name] = (path, ...rest) => {
      if (typeof path !== 'number') note(path);
      return own.call(owner, path, ...rest);
    };
  }
syncBuiltinESMExports();
process.once('exit', () => fs.writeFileSync(process.env.READS, JSON.stringify(reads)));
