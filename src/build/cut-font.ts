/** A worker of `fonts.ts`: cuts one font file after the other. */
import { parentPort } from 'node:worker_threads';
import subsetFont from 'subset-font';
import type { Cut } from './fonts.ts';

parentPort?.on('message', async ({ font, text, options }: Cut) => {
  // A buffer arrives as plain bytes.
  parentPort?.postMessage(await subsetFont(Buffer.from(font), text, options));
});
