/** `npm start`: serves the built site with the headers of its `_headers`. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { sendFile } from './file.ts';
import { readHeaders } from './headers.ts';

export interface ServeOptions {
  dir: string;
  /** 0 takes any free port. */
  port: number;
  /** The base path that the site was built with, Astro's `base`. */
  base?: string | undefined;
}

export interface Served {
  /** The site's front page. */
  url: string;
  /** Stops the server and closes open connections. */
  close(): Promise<void>;
}

/**
 * Starts a server for the files in `dir`.
 * @throws the error of `listen`: EADDRINUSE if the port is taken
 */
export async function serve({ dir, port, base = '/' }: ServeOptions): Promise<Served> {
  const root = `/${base}/`.replaceAll(/\/+/g, '/');
  const said = join(dir, '_headers');
  const headersOf = existsSync(said) ? readHeaders(readFileSync(said, 'utf8')) : () => ({});

  const setHeaders = (response: ServerResponse, path: string): void =>
    void response.setHeaders(new Map(Object.entries(headersOf(path))));
  const notFound = (response: ServerResponse): void => {
    setHeaders(response, '/404.html');
    const page = join(dir, '404.html');
    response.writeHead(404, {
      'Content-Type': 'text/html;charset=utf-8',
      'Cache-Control': 'no-cache',
    });
    response.end(existsSync(page) ? readFileSync(page) : 'Not found');
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(root)
      ? pathWithin(dir, decodeURIComponent(pathname.slice(root.length - 1)))
      : null;
    setHeaders(response, path ?? '/404.html');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (pathname === '/' && root !== '/') redirect(response, root);
    else if (`${pathname}/` === root) redirect(response, root + search);
    else if (path === null) notFound(response);
    else if (!path.endsWith('/') && existsSync(join(dir, path, 'index.html')))
      // Where relative links would break.
      redirect(response, `${pathname}/${search}`);
    else {
      const file = join(dir, path.endsWith('/') ? `${path}index.html` : path);
      if (!sendFile(request, response, file)) notFound(response);
    }
  };
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // A malformed URL, or a file that a running build has just removed.
      if (!response.headersSent) notFound(response);
    }
  });

  // `localhost`, whichever of ::1 and 127.0.0.1 it is on this machine: the printed URL reaches the server, and other
  // machines do not.
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen({ port, host: 'localhost' }, done);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${actual}${root}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

// Not a permanent redirect: browsers cache those, and the next site on this port has other folders.
const redirect = (response: ServerResponse, location: string): void => {
  response.writeHead(302, { Location: location }).end();
};

/**
 * A decoded path as it is in the site, without `..` and doubled slashes, so that headers are found by it.
 * @returns `null` if it leads out of the folder, to a hidden file, or to a text of the archive
 */
function pathWithin(dir: string, decoded: string): string | null {
  const path = relative(dir, resolve(dir, `.${decoded}`));
  const steps = path.split(sep);
  if (isAbsolute(path) || steps.some((step) => step.startsWith('.')) || /\0|\.mdx$/.test(decoded))
    return null;
  return `/${steps.filter(Boolean).join('/')}${path !== '' && decoded.endsWith('/') ? '/' : ''}`;
}

/**
 * Serves a built site until it is stopped.
 * @param portText as in PORT
 * @param base as in BASE_PATH
 * @returns what is printed, in one line
 */
export async function runServe(
  dir: string,
  portText: string,
  base: string | undefined,
): Promise<{ text: string; right: boolean }> {
  const wrong = (text: string) => ({ text, right: false });
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535)
    return wrong(`PORT=${portText} is not a port; use 1 to 65535`);
  if (!existsSync(dir)) return wrong(`there is no ${dir}/ to serve: run "npm run build" first`);
  let site: Served;
  try {
    site = await serve({ dir, port, base });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    const why = code === 'EACCES' ? 'not yours to use' : 'taken';
    const other = code === 'EACCES' || port === 65_535 ? 4321 : port + 1;
    return wrong(`port ${port} is ${why}; choose another: PORT=${other} npm start`);
  }
  const stop = () => void site.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The shell in which npm runs scripts ends at SIGTERM without passing it on.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  }
  return { text: `Serving ${dir}/ at ${site.url} (Ctrl-C stops it)`, right: true };
}
