/** Runs `new`, `quote`, `source`, `picture`, `import` and `export` on the archive in a folder. */
import { lockFolder } from '../files/lock.mjs';
import type { Arguments } from './arguments.ts';
import { askTerminal, isTerminal } from './ask.ts';
import { beginArchive } from './begin.ts';
import { exportSheet } from './import/export.ts';
import { importFile } from './import/import.ts';
import { newEvent } from './new.ts';
import { addPicture } from './picture.ts';
import { quote } from './quote.ts';
import { answer, type Outcome } from './refusal.ts';
import { replaceSource } from './replace.ts';
import { addSource } from './source.ts';

export function runAuthor(
  command: 'new' | 'quote' | 'source' | 'picture' | 'import' | 'export',
  folder: string,
  { operand, flags, switches }: Pick<Arguments, 'operand' | 'flags' | 'switches'>,
): Promise<Outcome> {
  const ask = isTerminal() ? askTerminal : null;
  // Commands that may ask something lock the archive when they write it.
  const begun = flags['archive'];
  if (begun === undefined && command !== 'import' && command !== 'export') return answer(run);
  return answer(() => {
    const release = lockFolder(begun ?? folder, `npm run ${command}`);
    try {
      return run();
    } finally {
      release();
    }
  });

  function run(): string | Promise<string> {
    switch (command) {
      case 'new':
        return flags['archive'] === undefined
          ? newEvent(folder, operand, flags, ask)
          : beginArchive(flags['archive']);
      case 'quote':
        return quote(folder, operand, flags, ask);
      case 'source':
        // Standard input carries the document, so it cannot carry answers.
        return flags['replace'] === undefined
          ? addSource(folder, operand, flags, operand === '-' ? null : ask, undefined, {
              furniture: switches['furniture'] ?? false,
            })
          : replaceSource(folder, flags['replace'], operand, flags, operand === '-' ? null : ask, {
              yes: switches['yes'] ?? false,
            });
      case 'picture':
        return addPicture(folder, operand, flags, ask, {
          decorative: switches['decorative'] ?? false,
        });
      case 'import':
        return importFile(folder, operand, flags, {
          verbose: switches['verbose'] ?? false,
          json: switches['json'] ?? false,
          dryRun: switches['dry-run'] ?? false,
        });
      case 'export':
        return exportSheet(folder, operand);
    }
  }
}
