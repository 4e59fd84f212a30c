/** The process that cuts pictures: spans as JSON on one line, then a PDF, from standard input; to JSON. */
import { readFileSync } from 'node:fs';
import type { Span } from '../model/text.ts';

try {
  // Imported here, for the package that draws is not there on every machine.
  const { cut } = await import('./cut.ts');
  const given = readFileSync(0);
  const end = given.indexOf('\n');
  const spans = JSON.parse(given.subarray(0, end).toString()) as Span[];
  process.stdout.write(JSON.stringify({ pictures: await cut(given.subarray(end + 1), spans) }));
} catch (cause) {
  process.stdout.write(JSON.stringify({ error: (cause as Error).message }));
}
