import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  caddyExample,
  digestOf,
  headersFile,
  nginxExample,
  PAGES,
  withOwnDigests,
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

describe('withOwnDigests(html)', () => {
  const page = (digests: string[], body: string): string =>
    `<meta http-equiv="content-security-policy" content="script-src 'self'${digests.map((digest) => ` '${digest}'`).join('')};">${body}`;

  it('keeps the digests of what is on the page', () => {
    const kinds = ['<style>a{}</style>', '<script>1</script>', '<script type="module">2</script>'];
    const own = ['a{}', '1', '2'].map(digestOf);
    const html = page([digestOf('3'), ...own, digestOf('4')], kinds.join('<p>'));
    expect(withOwnDigests(html)).toBe(page(own, kinds.join('<p>')));
  });

  it('adds none, and leaves data and files out', () => {
    const body =
      '<script>5</script><script src="a.js"></script><script type="application/json">6</script>';
    expect(withOwnDigests(page([digestOf('6')], body))).toBe(page([], body));
  });

  it('reads line ends as browsers do', () =>
    expect(digestOf('1;\r\n2;\r\n')).toBe(digestOf('1;\n2;\n')));
});
