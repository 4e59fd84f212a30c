/**
 * Serves the built site with the headers of its `_headers`: `node src/serve/serve.ts [folder]`, with PORT and
 * BASE_PATH from the environment.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, relative, resolve } from 'node:path';
import sirv from 'sirv';
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

/** Text formats that browsers would otherwise read in a legacy encoding. */
const utf8: Record<string, string> = {
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.ics': 'text/calendar',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.xml': 'application/xml',
};

/**
 * Starts a server for the files in `dir`.
 * @throws the error of `listen`: EADDRINUSE if the port is taken
 */
export async function serve({ dir, port, base = '/' }: ServeOptions): Promise<Served> {
  const root = `/${base}/`.replaceAll(/\/+/g, '/');
  // `dev` reads from disk at each request, so a rebuild shows without a restart; `etag` makes the browser revalidate
  // each time.
  const files = sirv(dir, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      const type = utf8[extname(path)];
      if (type) response.setHeader('Content-Type', `${type};charset=utf-8`);
    },
  });

  const said = join(dir, '_headers');
  const headersOf = existsSync(said) ? readHeaders(readFileSync(said, 'utf8')) : () => ({});

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const within = pathname.startsWith(root) ? pathname.slice(root.length - 1) : '/404.html';
    response.setHeaders(new Map(Object.entries(headersOf(within))));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (pathname === '/' && root !== '/') redirect(response, root);
    else if (`${pathname}/` === root || lacksSlash(dir, root, pathname)) {
      redirect(response, `${pathname}/${search}`);
    } else if (!pathname.startsWith(root) || extname(pathname) === '.mdx') notFound(response, dir);
    else {
      request.url = within + search;
      files(request, response, () => notFound(response, dir));
    }
  };
  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch {
      // A malformed URL, or a file that a running build has just removed.
      if (!response.headersSent) notFound(response, dir);
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

/** Whether the URL is a page's without its final slash, where relative links would break. */
function lacksSlash(dir: string, root: string, pathname: string): boolean {
  if (pathname.endsWith('/') || !pathname.startsWith(root)) return false;
  const folder = resolve(dir, decodeURIComponent(pathname.slice(root.length)));
  return !relative(dir, folder).startsWith('..') && existsSync(join(folder, 'index.html'));
}

function notFound(response: ServerResponse, dir: string): void {
  const page = join(dir, '404.html');
  response.writeHead(404, {
    'Content-Type': 'text/html;charset=utf-8',
    'Cache-Control': 'no-cache',
  });
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}

/** @throws an Error whose message is one line to print */
async function main(dir: string, portText: string, base: string | undefined): Promise<void> {
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535)
    throw new Error(`PORT=${portText} is not a port; use 1 to 65535`);
  if (!existsSync(dir)) throw new Error(`there is no ${dir}/ to serve: run "npm run build" first`);
  const site = await serve({ dir, port, base }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    const why = error.code === 'EACCES' ? 'not yours to use' : 'taken';
    const other = error.code === 'EACCES' || port === 65_535 ? 4321 : port + 1;
    throw new Error(`port ${port} is ${why}; choose another: PORT=${other} npm start`);
  });
  console.log(`Serving ${dir}/ at ${site.url} (Ctrl-C stops it)`);
  const stop = () => void site.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // The shell in which npm runs scripts ends at SIGTERM without passing it on.
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => process.ppid !== parent && stop(), 500).unref();
  }
}

if (import.meta.main) {
  const { PORT, BASE_PATH } = process.env;
  await main(process.argv[2] ?? 'dist', PORT || '4321', BASE_PATH).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}
