/** The site on nginx, where that is installed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { headersFile } from '../src/build/policy.ts';
import { readHeaders } from '../src/serve/headers.ts';
import { serve } from '../src/serve/serve.ts';
import { crawl } from './crawl.ts';
import { hasNginx } from './nginx.ts';
import { root, SITES } from './sites.ts';

/** The headers that every host is to send alike. */
const NAMES = [
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'Referrer-Policy',
  'Permissions-Policy',
  'Cross-Origin-Opener-Policy',
  'Access-Control-Allow-Origin',
];

test('nginx serves the site under a base path, set up as docs/hosting.md says', async ({
  request,
}) => {
  test.skip(!hasNginx(), 'nginx is not installed');
  const { dir, base } = SITES.base;
  const [, block = ''] =
    /```nginx\n(.*?)```/s.exec(readFileSync(join(root, 'docs/hosting.md'), 'utf8')) ?? [];
  const location = block.replaceAll('/srv/timeline/', `${dir}/`).replaceAll('/timeline/', base);
  const work = mkdtempSync(join(tmpdir(), 'nginx-'));
  const spare = await serve({ dir: work, port: 0 });
  await spare.close();
  const { port } = new URL(spare.url);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${work}/${name};`)
    .join(' ');
  writeFileSync(
    join(work, 'nginx.conf'),
    `daemon off; pid ${work}/pid; error_log ${work}/error.log; ${process.getuid?.() === 0 ? 'user root;' : ''}
    events {}
    http { include /etc/nginx/mime.types; access_log off; ${temporary}
      server { listen 127.0.0.1:${port}; ${location} } }`,
  );
  const nginx = spawn('nginx', ['-p', work, '-c', join(work, 'nginx.conf')], { stdio: 'ignore' });
  const home = `http://127.0.0.1:${port}${base}`;
  try {
    await expect(async () => expect((await request.get(home)).status()).toBe(200)).toPass();
    const { pages, files, faults } = await crawl(request, home);
    expect(pages.size).toBeGreaterThan(40);
    expect(faults).toEqual([]);
    const hashed = files.filter((url) => url.includes('/_astro/'));
    expect(hashed.length).toBeGreaterThan(0);
    for (const url of hashed)
      expect((await request.get(url)).headers()['cache-control']).toContain('immutable');
    // The same headers as where `_headers` is read.
    const headersOf = readHeaders(headersFile());
    for (const path of ['events/nothing/', 'nothing', 'embed/nothing', 'data/nothing.json']) {
      const lost = await request.get(home + path);
      expect(lost.status(), path).toBe(404);
      expect(await lost.text()).toContain('There is nothing at this address');
      const name = 'Content-Security-Policy';
      expect(lost.headers()[name.toLowerCase()], path).toBe(headersOf('/404.html')[name]);
    }
    for (const path of [
      '',
      'embed/',
      `events/dale-invites-ruud/`,
      'data/events.json',
      'feed.xml',
    ]) {
      const sent = (await request.get(home + path)).headers();
      for (const name of NAMES)
        expect(sent[name.toLowerCase()], `${path} ${name}`).toBe(headersOf(`/${path}`)[name]);
    }
    expect((await request.get(`${home}events/dale-invites-ruud`)).url()).toBe(
      `${home}events/dale-invites-ruud/`,
    );
  } finally {
    nginx.kill();
    rmSync(work, { recursive: true, force: true });
  }
});
