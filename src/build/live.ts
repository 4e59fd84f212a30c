/** Live authoring: while the site is served, every save is checked; the terminal and the open page say what is wrong. */
import { basename, relative, resolve, sep } from 'node:path';
import type { ErrorPayload, Plugin, RunnableDevEnvironment, ViteDevServer } from 'vite';
import type { EvaluatedModuleNode } from 'vite/module-runner';
import { checkArchive } from '../check/check.ts';
import { formatProblems, formatReport, type Problem } from '../check/problem.ts';

/** Where Astro keeps what it has read of the content. */
const STORE = 'data-store.json';
/** What hands it to the pages, and remembers it. */
const STORE_MODULE = 'astro/dist/content/data-store.js';
/** Editors save in several steps; long enough for one to end, short enough to seem at once. */
const SETTLED_MS = 60;
const AFTER_ASTRO_MS = 300;

/** A Vite plugin that checks the archive in a folder at the start and at every change. */
export function liveCheck(folder: string): Plugin {
  return {
    name: 'check-on-change',
    apply: 'serve',
    configureServer(server) {
      const root = resolve(folder);
      const run = checker(root, server);
      let timer: NodeJS.Timeout | undefined;
      let took = 0;
      const check = (): void => {
        const began = performance.now();
        run.check();
        took = performance.now() - began;
      };
      server.watcher.add(root);
      server.watcher.on('all', (_, path) => {
        if (basename(path) === STORE) run.renew();
        if (!isWithin(root, path)) return;
        clearTimeout(timer);
        // Nothing is answered meanwhile: of many events the page comes first, and then what is wrong.
        timer = setTimeout(check, SETTLED_MS + 2 * took);
      });
      server.middlewares.use(({ headers }, _, next) => {
        if (headers.accept?.includes('text/html')) run.ask();
        next();
      });
      // A page that is opened or reloaded later shows it too.
      server.ws.on('connection', run.greet);
      server.httpServer?.once('close', () => clearTimeout(timer));
      check();
    },
  };
}

/**
 * Clears the module that hands Astro's store to the pages, and all that import it. A page that was being made while Astro
 * stored something leaves the former content in it, and every later page would tell it until the next change.
 */
function clearStore(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments))
    if ('runner' in environment) {
      const { evaluatedModules } = (environment as RunnableDevEnvironment).runner;
      const forget = (module: EvaluatedModuleNode | undefined): void => {
        if (!module?.evaluated) return;
        const importers = [...module.importers];
        evaluatedModules.invalidateModule(module);
        for (const id of importers) forget(evaluatedModules.getModuleById(id));
      };
      for (const [id, module] of evaluatedModules.idToModuleMap)
        if (id.endsWith(STORE_MODULE)) forget(module);
    }
}

/** Not the hidden files that editors and the commands write beside theirs. */
const isWithin = (root: string, path: string): boolean =>
  path.startsWith(root + sep) &&
  !relative(root, path)
    .split(sep)
    .some((name) => name.startsWith('.'));

function checker(root: string, server: ViteDevServer) {
  const { logger } = server.config;
  let shown: ErrorPayload | null = null;
  let said = '';
  let [askedAt, renewedAt] = [0, 0];
  const reload = (): void => server.ws.send({ type: 'full-reload', path: '*' });
  return {
    check(): void {
      const { problems, counts } = checkArchive(root);
      const errors = problems.filter(({ severity }) => severity === 'error');
      const report = formatReport(problems, counts);
      if (report !== said)
        logger[errors.length > 0 ? 'error' : 'info'](report, { timestamp: true });
      said = report;
      const cleared = shown !== null && errors.length === 0;
      shown = payloadOf(errors);
      if (shown) server.ws.send(shown);
      else if (cleared) reload();
    },
    /** Has pages made from what Astro has just stored. */
    renew(): void {
      clearStore(server);
      renewedAt = performance.now();
      reload();
    },
    /** Notes that a page is asked for. */
    ask(): void {
      askedAt = performance.now();
    },
    /** Says what is wrong to a page that has just loaded; one made of former content is told of nothing before, and loads again. */
    greet(): void {
      if (askedAt < renewedAt) reload();
      const repeat = (): void => {
        if (shown) server.ws.send(shown);
      };
      repeat();
      // The page that could not be rendered says so on connecting; what is wrong in the content says more.
      setTimeout(repeat, AFTER_ASTRO_MS).unref();
    },
  };
}

/** What the page's overlay shows: the first problem's place, and all of them. */
export function payloadOf(errors: readonly Problem[]): ErrorPayload | null {
  const [first] = errors;
  if (!first) return null;
  const text = formatProblems(errors);
  const { file, line, column } = first;
  const err = {
    name: 'check',
    title:
      errors.length === 1 ? 'A problem in the content' : `${errors.length} problems in the content`,
    // The overlay takes its message for HTML.
    message: `<pre style="white-space: pre-wrap">${escaped(text)}</pre>`,
    stack: text,
    id: file,
    loc: { file, line, column },
    plugin: 'check-on-change',
  };
  // Astro would otherwise look for a stack and a place in the code first, and escape what is escaped.
  return Object.assign({ type: 'error' as const, err }, { __isEnhancedAstroErrorPayload: true });
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
