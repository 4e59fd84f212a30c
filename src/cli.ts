/** The commands: one switch, no logic. Each command's work is done in the folder of its subject. */
import { readArguments } from './author/arguments.ts';
import { inWords } from './author/refusal.ts';

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
    default: {
      const { runAuthor } = await import('./author/command.ts');
      end(await runAuthor(given.command, content, given));
    }
  }
}

/** Prints what a command has to say. Exit status 1 says that there are problems, or that nothing was done. */
function end(
  { text, right }: { text: string; right: boolean },
  print = right ? console.log : console.error,
): void {
  if (text !== '') print(text);
  process.exitCode = right ? 0 : 1;
}
