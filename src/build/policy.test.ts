import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caddyExample, headersFile, nginxExample, PAGES } from './policy.ts';

const root = join(import.meta.dirname, '..', '..');

describe('docs/hosting.md', () => {
  it.each([
    ['nginx', nginxExample()],
    ['caddy', caddyExample()],
  ])('has the example for %s that is made here; UPDATE=1 writes it', (language, example) => {
    const path = join(root, 'docs/hosting.md');
    const text = readFileSync(path, 'utf8');
    const block = new RegExp(`(?<=\`\`\`${language}\\n).*?(?=\`\`\`)`, 's');
    if (process.env['UPDATE'])
      writeFileSync(
        path,
        text.replace(block, () => example),
      );
    else expect(block.exec(text)?.[0]).toBe(example);
  });
});

it('headersFile() has every folder of pages', () => {
  const kinds = globSync('src/pages/**/*.astro', { cwd: root })
    .map((name) => name.replaceAll('\\', '/').slice('src/pages/'.length))
    .filter((name) => !name.startsWith('_'))
    .map((name) => /^[^/]+(?=\/)/.exec(name)?.[0] ?? name.replace('.astro', ''))
    .filter((name) => name !== 'index');
  expect(new Set(kinds).size).toBeGreaterThan(6);
  const paths = kinds.map((kind) => (kind === '404' ? '/404.html' : `/${kind}/*`));
  for (const path of paths.filter((one) => one !== '/embed/*')) expect(PAGES).toContain(path);
  for (const path of ['/', '/index.html', ...paths])
    expect(headersFile()).toMatch(
      new RegExp(`^${RegExp.escape(path)}\n  Content-Security-Policy: `, 'm'),
    );
});
