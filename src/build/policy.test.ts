import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  caddyExample,
  digestOf,
  headersFile,
  nginxExample,
  PAGES,
  withOwnStyles,
} from './policy.ts';

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

describe('withOwnStyles(html)', () => {
  const page = (scripts: string[], styles: string[], body: string): string => {
    const of = (digests: string[]): string => digests.map((digest) => ` '${digest}'`).join('');
    return `<meta http-equiv="content-security-policy" content="script-src 'self'${of(scripts)}; style-src 'self'${of(styles)};">${body}`;
  };
  const body = '<style>a{}</style><p>style-src</p><style>\r\nb{}</style><script>1</script>';

  it('keeps the digests of the styles of the page, and those of all scripts', () => {
    const own = ['a{}', '\nb{}'].map(digestOf);
    const scripts = ['1', '2'].map(digestOf);
    expect(withOwnStyles(page(scripts, [digestOf('c{}'), ...own, digestOf('1')], body))).toBe(
      page(scripts, own, body),
    );
  });

  it('adds none', () =>
    expect(withOwnStyles(page([], [digestOf('c{}')], body))).toBe(page([], [], body)));
});
