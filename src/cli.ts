/** The commands. One switch, no logic: what a command does stands where its subject is. */
import { parseArgs } from 'node:util';
import { didYouMean } from './check/suggest.ts';

const COMMANDS = ['check'];
const OPTIONS = { strict: { type: 'boolean' }, json: { type: 'boolean' } } as const;

const content = process.env['CONTENT_DIR'] ?? 'content';
const { positionals, values } = readArguments();

switch (positionals.join(' ')) {
  case 'check': {
    const { checkArchive } = await import('./check/check.ts');
    const { formatReport } = await import('./check/problem.ts');
    const { problems, counts } = checkArchive(content, { strict: values.strict === true });
    console.log(
      values.json ? JSON.stringify({ problems, counts }, null, 2) : formatReport(problems, counts),
    );
    process.exitCode = problems.some(({ severity }) => severity === 'error') ? 1 : 0;
    break;
  }
  default:
    refuse(
      positionals.length > 0 ? `unknown command ${positionals.join(' ')}` : 'no command',
      positionals[0],
      COMMANDS,
    );
}

function readArguments() {
  const { tokens, ...read } = parseArgs({
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens)
    if (token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name))
      refuse(
        `unknown option ${token.rawName}`,
        token.rawName,
        Object.keys(OPTIONS).map((name) => `--${name}`),
      );
  return read;
}

/** Says in one line what is wrong and how it is used, and ends. */
function refuse(what: string, given = '', known: string[] = []): never {
  console.error(`${what}${didYouMean(given, known)}  usage: check [--strict] [--json]`);
  process.exit(2);
}
