import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runServe, type Served, serve } from './serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'serve-'));
mkdirSync(join(dir, 'events/a'), { recursive: true });
writeFileSync(join(dir, 'index.html'), 'front');
writeFileSync(join(dir, '404.html'), 'not here');
writeFileSync(join(dir, 'events/a/index.html'), 'event');
writeFileSync(join(dir, 'plain.txt'), 'naïve');
writeFileSync(join(dir, 'a.mdx'), 'private');
mkdirSync(join(dir, '.new'));
writeFileSync(join(dir, '.new/index.html'), 'not yet');
writeFileSync(
  join(dir, '_headers'),
  '/*\n  X-All: all\n/\n  X-Page: page\n/events/*\n  X-Page: page\n/404.html\n  X-Page: page\n/data/*\n  Cache-Control: immutable\n',
);
afterAll(() => rmSync(dir, { recursive: true }));

describe.each(['/', '/repo/'])('serve({ base: %j })', (base) => {
  let site: Served;
  const get = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' });
  beforeAll(async () => {
    site = await serve({ dir, port: 0, base });
  });
  afterAll(() => site.close());

  test.each([
    ['./', 200, 'front', 'text/html;charset=utf-8'],
    ['events/a/', 200, 'event', 'text/html;charset=utf-8'],
    ['plain.txt', 200, 'naïve', 'text/plain;charset=utf-8'],
    ['no/such/', 404, 'not here', 'text/html;charset=utf-8'],
    ['a.mdx', 404, 'not here', 'text/html;charset=utf-8'],
    ['%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404, 'not here', 'text/html;charset=utf-8'],
    ['%ff', 404, 'not here', 'text/html;charset=utf-8'],
    ['%00', 404, 'not here', 'text/html;charset=utf-8'],
    ['.new/', 404, 'not here', 'text/html;charset=utf-8'],
    ['events/%2e%2e/.new/index.html', 404, 'not here', 'text/html;charset=utf-8'],
    ['events%2f..%5c..%2fx', 404, 'not here', 'text/html;charset=utf-8'],
    ['%65vents/a/', 200, 'event', 'text/html;charset=utf-8'],
    ['events//a/', 200, 'event', 'text/html;charset=utf-8'],
  ])('%s answers %i', async (path, status, text, type) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([status, text]);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('a page’s address without its last slash leads to the one with it', async () => {
    const response = await get('events/a?view=1');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${base}events/a/?view=1`);
  });

  test.each([
    ['./', 'page'],
    ['events/a/', 'page'],
    ['%65vents/a/', 'page'],
    ['events//a/', 'page'],
    ['no/such/', 'page'],
    ['data/none', 'page'],
    ['%ff', 'page'],
    ['.new/', 'page'],
    ['plain.txt', null],
  ])('%s has the headers of its path, an error page those of one', async (path, value) => {
    const { headers, status } = await get(path);
    expect(headers.get('x-all')).toBe('all');
    expect(headers.get('x-page')).toBe(value);
    if (status === 404) expect(headers.get('cache-control')).toBe('no-cache');
  });

  test('only reading is allowed', async () => {
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405);
    expect((await fetch(site.url, { method: 'HEAD' })).status).toBe(200);
  });

  test('a rebuilt file shows at once', async () => {
    const file = join(dir, 'new.txt');
    expect((await get('new.txt')).status).toBe(404);
    writeFileSync(file, 'new');
    expect(await (await get('new.txt')).text()).toBe('new');
    rmSync(file);
  });
});

test('outside its base, serve() leads from the host’s root to the site and knows nothing else', async () => {
  const site = await serve({ dir, port: 0, base: '/repo' });
  const get = (path: string) => fetch(new URL(path, site.url), { redirect: 'manual' });
  expect(site.url).toMatch(/\/repo\/$/);
  for (const path of ['/', '/repo']) {
    expect((await get(path)).headers.get('location')).toBe('/repo/');
  }
  expect((await get('/plain.txt')).status).toBe(404);
  expect((await get('/repository/plain.txt')).status).toBe(404);
  await site.close();
});

test('serve() rejects a port that is taken', async () => {
  const site = await serve({ dir, port: 0 });
  const port = Number(new URL(site.url).port);
  await expect(serve({ dir, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await site.close();
});

test('close() does not wait for connections that are kept open', async () => {
  const site = await serve({ dir, port: 0 });
  const socket = connect(Number(new URL(site.url).port), 'localhost');
  await new Promise((done) => socket.once('connect', done));
  const ended = new Promise((done) => socket.once('close', done));
  await site.close();
  await ended;
});

describe('runServe(dir, PORT, BASE_PATH)', () => {
  test.each(['x', '-1', '65536', '80.5'])('refuses PORT=%s', async (port) => {
    expect(await runServe('dist', port, undefined)).toEqual({
      text: `PORT=${port} is not a port; use 1 to 65535`,
      right: false,
    });
  });

  test('says what to do where nothing was built, or the port is taken', async () => {
    expect(await runServe('no/such/folder', '0', undefined)).toEqual({
      text: 'there is no no/such/folder/ to serve: run "npm run build" first',
      right: false,
    });
    const other = await serve({ dir: import.meta.dirname, port: 0 });
    const { port } = new URL(other.url);
    expect(await runServe(import.meta.dirname, port, undefined)).toEqual({
      text: `port ${port} is taken; choose another: PORT=${Number(port) + 1} npm start`,
      right: false,
    });
    await other.close();
  });
});
