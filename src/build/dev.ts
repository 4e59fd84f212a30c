/** Live authoring: while the site is served, every save is checked; the terminal and the open page say what is wrong. */
import { relative, resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin } from 'vite';
import { formatProblems, formatReport, type Problem } from '../check/problem.ts';
import { escapeMarkup } from '../model/markup.ts';
import { contentFolder, readAgain, reading } from './reading.ts';

/** Editors save in several steps; long enough for one to end, short enough to seem at once. */
const SETTLED_MS = 60;
/** A page that could not be rendered says so right after it has connected; what is wrong in the content says more. */
const AFTER_ASTRO_MS = 300;

/** A Vite plugin that reads the archive at every change, and has the pages made anew of what is right. */
export function liveCheck(): Plugin {
  return {
    name: 'check-on-change',
    apply: 'serve',
    configureServer(server) {
      const root = resolve(contentFolder());
      const { logger } = server.config;
      let shown: ErrorPayload | null = null;
      let said = '';
      let timer: NodeJS.Timeout | undefined;

      const report = ({ problems, counts } = readAgain()): void => {
        const errors = problems.filter(({ severity }) => severity === 'error');
        const text = formatReport(problems, counts);
        if (text !== said) logger[errors.length > 0 ? 'error' : 'info'](text, { timestamp: true });
        said = text;
        shown = payloadOf(errors);
        server.ws.send(shown ?? { type: 'full-reload', path: '*' });
      };

      server.watcher.add(root);
      server.watcher.on('all', (_, path) => {
        if (!isWithin(root, path)) return;
        clearTimeout(timer);
        timer = setTimeout(report, SETTLED_MS);
      });
      // A page that is opened or reloaded later shows it too.
      server.ws.on('connection', () => {
        const repeat = (): void => {
          if (shown) server.ws.send(shown);
        };
        repeat();
        setTimeout(repeat, AFTER_ASTRO_MS).unref();
      });
      server.httpServer?.once('close', () => clearTimeout(timer));
      report(reading());
    },
  };
}

/** Not the hidden files that editors and the commands write beside theirs. */
const isWithin = (root: string, path: string): boolean =>
  path.startsWith(root + sep) &&
  !relative(root, path)
    .split(sep)
    .some((name) => name.startsWith('.'));

/** What the page's overlay shows: the first problem's place, and all of them. */
export function payloadOf(errors: readonly Problem[]): ErrorPayload | null {
  const [first] = errors;
  if (!first) return null;
  const text = formatProblems(errors);
  const { file, line, column } = first;
  return {
    type: 'error',
    err: {
      name: 'check',
      // Astro's overlay takes its message for HTML.
      message: `<pre style="white-space: pre-wrap">${escapeMarkup(text)}</pre>`,
      stack: text,
      id: file,
      loc: { file, line, column },
      plugin: 'check-on-change',
    },
  };
}
