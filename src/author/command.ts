/** `npm run new`, `quote`, `source` and `import`: which is meant, and what it lacks. */
import { askTerminal, isTerminal } from './ask.ts';
import { beginArchive } from './begin.ts';
import { importFile } from './import/import.ts';
import { newEvent } from './new.ts';
import { AUTHOR_OPTIONS } from './options.ts';
import { quote } from './quote.ts';
import { answer, type Outcome, Refusal } from './refusal.ts';
import { addSource } from './source.ts';

/** Runs one of them on the archive in a folder. */
export function runAuthor(
  command: string,
  folder: string,
  operands: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  return answer(() => {
    const flags = flagsOf(values);
    const ask = isTerminal() ? askTerminal : null;
    const [operand] = operands;
    if (command === 'quote') return quote(folder, operands.join(' '));
    if (command === 'new' && flags['archive'] !== undefined && operands.length === 0)
      return beginArchive(flags['archive']);
    if (operand === undefined || operands.length > 1)
      throw new Refusal(operand === undefined ? `${command} of what?` : 'one at a time', [
        USAGE[command] ?? '',
      ]);
    switch (command) {
      case 'new':
        return newEvent(folder, operand, flags, ask);
      case 'source':
        // What is piped in leaves no terminal to answer from.
        return addSource(folder, operand, flags, operand === '-' ? null : ask);
      default:
        return importFile(folder, operand, flags);
    }
  });
}

const USAGE: Record<string, string> = {
  new: 'npm run new -- <id> [--title … --date … --track … --quote "<phrase>"], or npm run new -- --archive <folder>',
  source: 'npm run source -- <file, or - for what is piped in>',
  import: 'npm run import -- <file>',
};

function flagsOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const flags: Record<string, string> = {};
  for (const name of Object.keys(AUTHOR_OPTIONS)) {
    const value = values[name];
    if (value === true || value === '') throw new Refusal(`--${name} needs a value`);
    if (typeof value === 'string') flags[name] = value;
  }
  return flags;
}
