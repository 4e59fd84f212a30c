/** `npm run dev` checks the archive at every save and shows problems in the terminal and over the open page. */
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin } from 'vite';
import { formatProblems, formatReport, type Problem } from '../check/problem.ts';
import { escapeMarkup } from '../model/markup.ts';
import { contentFolder } from './checked.ts';
import { readAgain, reading } from './reading.ts';

/** Milliseconds. Editors save in several steps; long enough for all of them, short enough to seem immediate. */
const SETTLED_MS = 60;
/**
 * Milliseconds. If a page cannot be rendered, Astro shows its own error right after the page has connected; this
 * replaces it by the problems of the content, which say more.
 */
const AFTER_ASTRO_MS = 300;

/** A Vite plugin that reads the archive at every change and reloads the pages. */
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
      // Pages that are opened or reloaded later show the problems too.
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

/** The folders of the project that pages are made from; Astro writes its own files in `.astro`. */
const WATCHED = ['src', 'public', '.astro'];
/** Folders of `src/` that only tests read; they hold more than half of its files. */
const OF_TESTS = /^[\\/]src[\\/].*[\\/](?:golden|fixtures)(?:[\\/]|$)/;

/**
 * Whether a change of a file or folder can change a page. Built sites and other folders of the project hold many
 * thousands of files, and watching them takes seconds; those of tests in `src/` take half a second.
 */
export function isWatched(path: string, project: string, content: string): boolean {
  const at = resolve(path);
  const root = resolve(project);
  const isOutside = !at.startsWith(root + sep);
  // Files of the project's own folder, among them the configuration, are few.
  const isFile = dirname(at) === root && extname(at) !== '' && !basename(at).startsWith('.');
  const isOn = (folder: string): boolean =>
    `${at}${sep}`.startsWith(folder + sep) || folder.startsWith(at + sep);
  return (
    isOutside ||
    isFile ||
    isOn(resolve(project, content)) ||
    (WATCHED.some((name) => isOn(join(root, name))) && !OF_TESTS.test(at.slice(root.length)))
  );
}

/** Hidden files do not count: editors and the commands write temporary ones. */
const isWithin = (root: string, path: string): boolean =>
  path.startsWith(root + sep) &&
  !relative(root, path)
    .split(sep)
    .some((name) => name.startsWith('.'));

/** The payload of Vite's error overlay: the place of the first problem, and the text of all. */
export function payloadOf(errors: readonly Problem[]): ErrorPayload | null {
  const [first] = errors;
  if (!first) return null;
  const text = formatProblems(errors);
  const { file, line, column } = first;
  return {
    type: 'error',
    err: {
      name: 'check',
      // Astro's overlay inserts the message as HTML.
      message: `<pre style="white-space: pre-wrap">${escapeMarkup(text)}</pre>`,
      stack: text,
      id: file,
      loc: { file, line, column },
      plugin: 'check-on-change',
    },
  };
}
