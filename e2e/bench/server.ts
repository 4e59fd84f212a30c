/** Serves static files on loopback like a good host: compressed with Brotli, once. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Served } from '../../src/serve/serve.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
/** These are compressed already. */
const PACKED = new Set(['.png', '.ico', '.woff2']);
/**
 * Brotli's best quality compresses half a megabyte per second; larger files get a lower quality, as on a busy server.
 */
const LARGE = 4_000_000;

/** Serves the files of a folder, which must not change, on a free port. */
export async function serveCompressed(folder: string): Promise<Served> {
  const sent = new Map<string, Buffer>();
  const read = (file: string): Buffer => {
    const known = sent.get(file);
    if (known) return known;
    const bytes = readFileSync(file);
    const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = {
      [BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 11,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const body = PACKED.has(extname(file)) ? bytes : brotliCompressSync(bytes, { params });
    sent.set(file, body);
    return body;
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://localhost${request.url}`);
    const asked = join(
      folder,
      decodeURIComponent(pathname),
      pathname.endsWith('/') ? 'index.html' : '',
    );
    const isFile = existsSync(asked) && statSync(asked).isFile();
    const file = isFile ? asked : join(folder, '404.html');
    const type = TYPES[extname(file)];
    response.statusCode = isFile ? 200 : 404;
    if (!existsSync(file)) {
      response.end();
      return;
    }
    if (type) response.setHeader('Content-Type', type);
    if (!PACKED.has(extname(file))) response.setHeader('Content-Encoding', 'br');
    const body = read(file);
    response.setHeader('Content-Length', body.length);
    response.end(body);
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen({ port: 0, host: 'localhost' }, done);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
