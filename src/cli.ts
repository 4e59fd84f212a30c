/** The commands. One switch, no logic: what a command does stands where its subject is. */
import { parseArgs } from 'node:util';
import { AUTHOR_OPTIONS, AUTHORING } from './author/options.ts';
import { didYouMean } from './check/near/suggest.ts';

const COMMANDS = [...AUTHORING, 'check', 'build', 'pdf'];
const OPTIONS = {
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  coverage: { type: 'boolean' },
  optional: { type: 'boolean' },
  'out-dir': { type: 'string' },
  ...AUTHOR_OPTIONS,
} as const;

const content = process.env['CONTENT_DIR'] ?? 'content';
const { positionals, values } = readArguments();
const [first = '', ...operands] = positionals;
const authoring = AUTHORING.find((name) => name === first);

switch (authoring ?? positionals.join(' ')) {
  case authoring: {
    const { runAuthor } = await import('./author/command.ts');
    const { text, right } = await runAuthor(first, content, operands, values);
    console[right ? 'log' : 'error'](text);
    process.exitCode = right ? 0 : 1;
    break;
  }
  case 'check': {
    const { runCheck } = await import('./check/command.ts');
    const { text, right } = runCheck(content, values);
    console.log(text);
    process.exitCode = right ? 0 : 1;
    break;
  }
  case 'build': {
    const { runBuild } = await import('./build/build.ts');
    const right = await runBuild(String(values['out-dir'] ?? 'dist'), (text) => console.log(text));
    // Astro leaves timers behind.
    process.exit(right ? 0 : 1);
    break;
  }
  case 'pdf': {
    const { runPdf } = await import('./print/pdf.ts');
    const { text, right } = await runPdf(values);
    console.log(text);
    process.exitCode = right ? 0 : 1;
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
  console.error(
    `${what}${didYouMean(given, known)}  usage: new <id> | new --archive <folder> | quote <words> | source <file> | import <file> | check [--strict] [--json] [--fix] [--dry-run] [--coverage] | build [--out-dir <folder>] | pdf [--optional]`,
  );
  process.exit(2);
}
