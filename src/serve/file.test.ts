import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './serve.ts';

const dir = fs.mkdtempSync(join(tmpdir(), 'file-'));
const text = 'abcdefghijklmnopqrstuvwxyz';
fs.writeFileSync(join(dir, 'a.txt'), text);
fs.writeFileSync(join(dir, 'empty.txt'), '');
fs.mkdirSync(join(dir, 'folder.txt'));
let site: Served;
beforeAll(async () => {
  site = await serve({ dir, port: 0 });
});
afterAll(async () => {
  await site.close();
  fs.rmSync(dir, { recursive: true });
});
const get = (headers: Record<string, string>, path = 'a.txt', method = 'GET') =>
  fetch(new URL(path, site.url), { headers, method });
const validators = async () => {
  const { headers } = await get({});
  return { etag: headers.get('etag') ?? '', date: headers.get('last-modified') ?? '' };
};

describe('a range request', () => {
  it.each([
    ['bytes=0-0', 'a', '0-0'],
    ['bytes=0-4', 'abcde', '0-4'],
    ['bytes=20-', 'uvwxyz', '20-25'],
    ['bytes=-3', 'xyz', '23-25'],
    ['bytes=-300', text, '0-25'],
    ['bytes=24-99', 'yz', '24-25'],
    ['bytes=25-,99-', 'z', '25-25'],
  ])('for %s gets its part', async (range, part, place) => {
    const response = await get({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${place}/26`);
    expect(response.headers.get('content-length')).toBe(String(part.length));
    expect(response.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect(await response.text()).toBe(part);
  });

  it('for several gets each with its place', async () => {
    const response = await get({ range: 'bytes=0-1,-2,5-5' });
    expect(response.status).toBe(206);
    expect(response.headers.has('content-range')).toBe(false);
    const [, boundary = ''] =
      /^multipart\/byteranges; boundary=(\S+)$/.exec(response.headers.get('content-type') ?? '') ??
      [];
    const body = await response.text();
    expect(response.headers.get('content-length')).toBe(String(body.length));
    const parts = body.split(`\r\n--${boundary}`);
    expect(parts.at(-1)).toBe('--\r\n');
    expect(parts.slice(1, -1)).toEqual(
      [
        ['0-1', 'ab'],
        ['24-25', 'yz'],
        ['5-5', 'f'],
      ].map(
        ([place, bytes]) =>
          `\r\nContent-Type: text/plain;charset=utf-8\r\nContent-Range: bytes ${place}/26\r\n\r\n${bytes}`,
      ),
    );
  });

  it('for what is not there gets the size', async () => {
    for (const range of ['bytes=26-', 'bytes=99-100', 'bytes=-0']) {
      const response = await get({ range });
      expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */26']);
      expect(await response.text()).toBe('');
    }
  });

  it('that is malformed, or no GET, gets the whole', async () => {
    for (const range of ['bytes=x', 'bytes=3-1', 'lines=1-2']) {
      const response = await get({ range });
      expect([response.status, await response.text()]).toEqual([200, text]);
    }
    const head = await get({ range: 'bytes=0-0' }, 'a.txt', 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '26']);
    const empty = await get({ range: 'bytes=0-' }, 'empty.txt');
    expect([empty.status, await empty.text()]).toEqual([200, '']);
  });

  it('that holds for one version gets the whole of another', async () => {
    const { etag, date } = await validators();
    const statusOf = async (ifRange: string): Promise<number> =>
      (await get({ range: 'bytes=0-0', 'if-range': ifRange })).status;
    expect(await statusOf(etag)).toBe(206);
    expect(await statusOf(date)).toBe(206);
    expect(await statusOf('"other"')).toBe(200);
    expect(await statusOf(`W/${etag}`)).toBe(200);
    expect(await statusOf(new Date(Date.parse(date) + 1000).toUTCString())).toBe(200);
    expect(await statusOf('x')).toBe(200);
  });
});

describe('a conditional request', () => {
  it('is answered by the first condition that applies', async () => {
    const { etag, date } = await validators();
    const [before, after] = [-1, 1].map((s) => new Date(Date.parse(date) + s * 1000).toUTCString());
    const cases: [headers: Record<string, string>, status: number][] = [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `"x", W/${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': '"x"' }, 200],
      [{ 'if-none-match': '"x"', 'if-modified-since': date }, 200],
      [{ 'if-modified-since': date }, 304],
      [{ 'if-modified-since': before ?? '' }, 200],
      [{ 'if-modified-since': 'x' }, 200],
      [{ 'if-match': etag }, 200],
      [{ 'if-match': '*' }, 200],
      [{ 'if-match': `W/${etag}` }, 412],
      [{ 'if-match': '"x"' }, 412],
      [{ 'if-unmodified-since': after ?? '' }, 200],
      [{ 'if-unmodified-since': before ?? '' }, 412],
      [{ 'if-none-match': etag, range: 'bytes=0-0' }, 304],
      [{ 'if-none-match': '"x"', range: 'bytes=0-0' }, 206],
    ];
    for (const [headers, status] of cases)
      expect((await get(headers)).status, JSON.stringify(headers)).toBe(status);
  });

  it('for a file that was rewritten gets it, whatever its size and day', async () => {
    const path = join(dir, 'a.txt');
    const { etag } = await validators();
    fs.writeFileSync(`${path}.new`, text.toUpperCase());
    const { mtime } = fs.statSync(path);
    fs.utimesSync(`${path}.new`, mtime, mtime);
    fs.renameSync(`${path}.new`, path);
    expect(await (await get({ 'if-none-match': etag })).text()).toBe(text.toUpperCase());
    fs.writeFileSync(path, text);
  });
});

describe('a file', () => {
  it('that is none is not found', async () => {
    expect((await get({}, 'folder.txt')).status).toBe(404);
    if (process.platform === 'win32') return;
    spawnSync('mkfifo', [join(dir, 'pipe.txt')]);
    expect((await get({}, 'pipe.txt')).status).toBe(404);
  });

  // Many at once: a read that is under way when its file is closed would fail, and end the server.
  it('that readers stop reading is closed', async () => {
    fs.writeFileSync(join(dir, 'long.txt'), 'x'.repeat(5_000_000));
    const before = openFiles();
    const stopped = () =>
      new Promise<void>((done) => {
        const asked = request(new URL('long.txt', site.url), (response) => {
          response.once('data', () => asked.destroy());
          response.once('close', done);
        });
        asked.once('error', () => done());
        asked.end();
      });
    await Promise.all(Array.from({ length: 100 }, stopped));
    await expect.poll(openFiles).toBeLessThanOrEqual(before);
  });

  it('that is long arrives whole', async () => {
    const long = Buffer.from(Array.from({ length: 200_003 }, (_, i) => i % 251));
    fs.writeFileSync(join(dir, 'long.bin'), long);
    const bytes = async (range?: string): Promise<Buffer> =>
      Buffer.from(await (await get(range ? { range } : {}, 'long.bin')).arrayBuffer());
    expect(long.equals(await bytes())).toBe(true);
    expect(long.subarray(70_001, 199_999).equals(await bytes('bytes=70001-199998'))).toBe(true);
  });
});

const openFiles = (): number =>
  fs.existsSync('/proc/self/fd')
    ? fs.readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return fs.readlinkSync(`/proc/self/fd/${fd}`).endsWith('long.txt');
        } catch {
          return false;
        }
      }).length
    : 0;
