/** The commands: one switch, no logic. Each command's work is done in the folder of its subject. */
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readArguments } from './author/arguments.ts';
import type { Flags } from './author/options.ts';
import { inWords } from './author/refusal.ts';

// Node keeps the code that it has compiled: a quarter of a second of every command.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/node'));

const content = process.env['CONTENT_DIR'] || 'content';
const given = readArguments(process.argv.slice(2));

try {
  await run();
} catch (cause) {
  const text = inWords(cause);
  if (text === null) throw cause;
  end({ text, right: false });
}
// Astro leaves timers behind when a build fails.
if (given.command === 'build') process.exit();

async function run(): Promise<void> {
  switch (given.command) {
    case 'usage':
      (given.status === 0 ? console.log : console.error)(given.text);
      process.exitCode = given.status;
      break;
    case 'check': {
      const { runCheck } = await import('./check/command.ts');
      end(runCheck(content, given.switches), console.log);
      break;
    }
    case 'build': {
      const { runBuild } = await import('./build/build.ts');
      const folder = given.flags['out-dir'] ?? 'dist';
      end({ text: '', right: await runBuild(folder, console.log) });
      break;
    }
    case 'pdf': {
      const { runPdf } = await import('./print/pdf.ts');
      end(await runPdf(given.switches));
      break;
    }
    case 'dev':
      process.argv.splice(2, Number.POSITIVE_INFINITY, 'dev', ...argumentsOf(given.flags));
      await import('./build/astro.ts');
      break;
    case 'start': {
      const { runServe } = await import('./serve/serve.ts');
      const { dir } = given.flags;
      const { PORT, BASE_PATH } = process.env;
      if (dir === undefined && !(runs('build') && runs('pdf', '--optional'))) process.exitCode = 1;
      else end(await runServe(dir ?? 'dist', PORT || '4321', BASE_PATH));
      break;
    }
    default: {
      const { runAuthor } = await import('./author/command.ts');
      end(await runAuthor(given.command, content, given));
    }
  }
}

function argumentsOf(flags: Flags): string[] {
  return Object.entries(flags).flatMap(([name, value = '']) => [`--${name}`, value]);
}

/** Runs a command in a process of its own, which takes the memory of a build with it. */
function runs(...args: string[]): boolean {
  const { status } = spawnSync(process.execPath, [import.meta.filename, ...args], {
    stdio: 'inherit',
  });
  return status === 0;
}

/** Prints what a command has to say. Exit status 1 says that there are problems, or that nothing was done. */
function end(
  { text, right }: { text: string; right: boolean },
  print = right ? console.log : console.error,
): void {
  if (text !== '') print(text);
  process.exitCode = right ? 0 : 1;
}
