/** Runs `new`, `quote`, `source`, `import` and `export` on the archive in a folder. */
import type { Arguments } from './arguments.ts';
import { askTerminal, isTerminal } from './ask.ts';
import { beginArchive } from './begin.ts';
import { exportSheet } from './import/export.ts';
import { importFile } from './import/import.ts';
import { newEvent } from './new.ts';
import { quote } from './quote.ts';
import { answer, type Outcome } from './refusal.ts';
import { addSource } from './source.ts';

export function runAuthor(
  command: 'new' | 'quote' | 'source' | 'import' | 'export',
  folder: string,
  { operand, flags, switches }: Pick<Arguments, 'operand' | 'flags' | 'switches'>,
): Promise<Outcome> {
  const ask = isTerminal() ? askTerminal : null;
  return answer(() => {
    switch (command) {
      case 'new':
        return flags['archive'] === undefined
          ? newEvent(folder, operand, flags, ask)
          : beginArchive(flags['archive']);
      case 'quote':
        return quote(folder, operand, flags, ask);
      case 'source':
        // Standard input carries the document, so it cannot carry answers.
        return addSource(folder, operand, flags, operand === '-' ? null : ask);
      case 'import':
        return importFile(folder, operand, flags, {
          verbose: switches['verbose'] ?? false,
          json: switches['json'] ?? false,
          dryRun: switches['dry-run'] ?? false,
        });
      case 'export':
        return exportSheet(folder, operand);
    }
  });
}
