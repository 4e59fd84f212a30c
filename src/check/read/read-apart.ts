/** The process that reads one document: `read-apart.ts <format> <charset>`, from standard input, to JSON. */
import { readFileSync } from 'node:fs';
import { extract, type OriginalFormat } from '../../intake/readers.ts';
import { Unreadable } from '../../intake/unreadable.ts';

const [format, charset] = process.argv.slice(2);
try {
  const bytes = readFileSync(0);
  const read = await extract(format as OriginalFormat, bytes, charset || undefined);
  process.stdout.write(JSON.stringify({ extract: read }));
} catch (cause) {
  // Any error of a parser is the document's fault.
  const { message, details } =
    cause instanceof Unreadable
      ? cause
      : {
          message: `it is broken: ${(cause as Error).message.split('\n', 1)[0]}`,
          details: ['open it in the program that made it, save it again, and take that in'],
        };
  process.stdout.write(JSON.stringify({ error: { message, details } }));
}
