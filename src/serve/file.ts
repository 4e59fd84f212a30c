/** One file as a response: its type, its validators, conditional requests and ranges. */
import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, rangesOf } from './range.ts';

/** Media types of what a site is made of. Texts say their encoding; browsers would otherwise guess an old one. */
const TYPES: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.csv': 'text/csv;charset=utf-8',
  '.ics': 'text/calendar;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.jsonl': 'application/jsonl;charset=utf-8',
  '.jsonld': 'application/ld+json',
  '.webmanifest': 'application/manifest+json',
  '.bib': 'application/x-bibtex',
  '.ris': 'application/x-research-info-systems',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** How many bytes are read at once. */
const PIECE = 65_536;

/**
 * Sends a file, or what a conditional or range request asks of it.
 * @returns whether there is such a file; if not, nothing has been sent
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): boolean {
  let file: number;
  try {
    // Not blocking: a pipe would wait for somebody to write into it.
    file = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
  } catch {
    return false;
  }
  const close = (): void => fs.closeSync(file);
  const stat = fs.fstatSync(file, { bigint: true });
  if (!stat.isFile()) {
    close();
    return false;
  }
  const size = Number(stat.size);
  // Strong: every write of a file changes it.
  const etag = `"${[stat.ino, stat.size, stat.mtimeNs].map((n) => n.toString(36)).join('-')}"`;
  const modified = new Date(Math.floor(Number(stat.mtimeMs) / 1000) * 1000);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', modified.toUTCString());

  const end = (status: number): true => {
    close();
    response.writeHead(status).end();
    return true;
  };
  const { headers } = request;
  const failed = headers['if-match']
    ? !names(headers['if-match'], etag, false)
    : modified.getTime() > Date.parse(headers['if-unmodified-since'] ?? '');
  if (failed) return end(412);
  const unchanged = headers['if-none-match']
    ? names(headers['if-none-match'], etag, true)
    : modified.getTime() <= Date.parse(headers['if-modified-since'] ?? '');
  if (unchanged) return end(304);

  response.setHeader('Accept-Ranges', 'bytes');
  const ifRange = headers['if-range']?.toString();
  const mayBePart =
    request.method === 'GET' &&
    (ifRange === undefined || ifRange === etag || Date.parse(ifRange) === modified.getTime());
  const ranges = mayBePart ? rangesOf(headers.range, size) : null;
  if (ranges?.length === 0) {
    response.setHeader('Content-Range', `bytes */${size}`);
    return end(416);
  }

  const place = ({ start, end }: ByteRange): string => `bytes ${start}-${end}/${size}`;
  const [only, second] = ranges ?? [{ start: 0, end: size - 1 }];
  const whole = { start: 0, end: -1, ...only };
  const boundary = randomUUID();
  const parts = second ? (ranges ?? []) : [whole];
  const heads = parts.map((range) =>
    second
      ? `\r\n--${boundary}\r\nContent-Type: ${type}\r\nContent-Range: ${place(range)}\r\n\r\n`
      : '',
  );
  const tail = second ? `\r\n--${boundary}--\r\n` : '';
  response.setHeader('Content-Type', second ? `multipart/byteranges; boundary=${boundary}` : type);
  response.setHeader(
    'Content-Length',
    parts.reduce((sum, range) => sum + range.end - range.start + 1, 0) +
      [...heads, tail].join('').length,
  );
  if (ranges && !second) response.setHeader('Content-Range', place(whole));
  response.statusCode = ranges ? 206 : 200;
  if (request.method === 'HEAD') return end(response.statusCode);

  // Read at once, not by a stream: a reader who goes away would close the file while a read is under way.
  function* bytes(): Generator<string | Buffer> {
    for (const [i, { start, end }] of parts.entries()) {
      yield heads[i] ?? '';
      for (let at = start; at <= end; ) {
        const piece = Buffer.allocUnsafe(Math.min(PIECE, end + 1 - at));
        const read = fs.readSync(file, piece, { position: at });
        if (read === 0) throw new Error(`${path} has become shorter`);
        yield piece.subarray(0, read);
        at += read;
      }
    }
    yield tail;
  }
  // Rejects if the reader goes away.
  void pipeline(Readable.from(bytes()), response)
    .catch(() => response.destroy())
    .finally(close);
  return true;
}

/** Whether a list of entity tags names one. @param weak whether a weak tag may stand for it */
const names = (list: string, etag: string, weak: boolean): boolean =>
  list.trim() === '*' ||
  list
    .split(',')
    .map((tag) => tag.trim())
    .some((tag) => tag === etag || (weak && tag === `W/${etag}`));
