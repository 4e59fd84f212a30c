import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Served } from '../../src/serve/serve.ts';
import { serveCompressed } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'served-'));
let server: Served;
beforeAll(async () => {
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), 'same words '.repeat(1000));
  writeFileSync(join(folder, 'font.woff2'), 'packed already');
  server = await serveCompressed(folder);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

it('sends text with Brotli, and what is packed as it is', async () => {
  const page = await fetch(`${server.url}page/`);
  expect(page.headers.get('content-encoding')).toBe('br');
  expect(Number(page.headers.get('content-length'))).toBeLessThan(100);
  expect(await page.text()).toBe('same words '.repeat(1000));
  const font = await fetch(`${server.url}font.woff2`);
  expect(font.headers.get('content-encoding')).toBe(null);
  expect(await font.text()).toBe('packed already');
});

it('has nothing at other addresses', async () => {
  expect((await fetch(`${server.url}absent/`)).status).toBe(404);
  expect((await fetch(`${server.url}page`)).status).toBe(404);
  // Which without a host before it would be the beginning of one.
  expect((await fetch(`${server.url}/`)).status).toBe(404);
});
