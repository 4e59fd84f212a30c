/** `@napi-rs/canvas` is optional: without it, PDFs are read and sites built as before, but for pictures of passages. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, work } from './small-archive.ts';

/** What Node says of a package that is not installed. */
const preload = join(work, 'without-canvas.mjs');
fs.writeFileSync(
  preload,
  `import { registerHooks } from 'node:module';
registerHooks({
  resolve(name, context, next) {
    if (!name.startsWith('@napi-rs/canvas')) return next(name, context);
    throw Object.assign(new Error("Cannot find package '@napi-rs/canvas'"), { code: 'ERR_MODULE_NOT_FOUND' });
  },
});
`,
);
const NODE_OPTIONS = `--import=${preload}`;
const documents = join(root, 'e2e/archives/documents');

it('takes the same text from a PDF', () => {
  const read = (env: NodeJS.ProcessEnv): string => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'src/check/read/read-apart.ts'), 'pdf', ''],
      {
        cwd: root,
        env: { ...process.env, ...env },
        input: fs.readFileSync(join(documents, 'sources/report.pdf')),
        encoding: 'utf8',
      },
    );
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout).extract.text;
  };
  expect(read({ NODE_OPTIONS })).toBe(
    fs.readFileSync(join(documents, 'sources/report.txt'), 'utf8'),
  );
});

it('builds the site, says in one line what is missing, and shows no picture', () => {
  const folder = join(work, 'documents');
  fs.cpSync(documents, folder, { recursive: true });
  const event = join(folder, 'events/lamp-dark.mdx');
  // Words that no other test quotes: their pictures are in no cache.
  const text = fs.readFileSync(event, 'utf8');
  fs.writeFileSync(event, text.replace('and it burned when I went below', 'and it burned when I'));
  const dist = join(work, 'documents-dist');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli.ts', 'build', '--out-dir', dist],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS, CONTENT_DIR: folder } },
  );
  expect(status, stdout + stderr).toBe(0);
  const said = (stdout + stderr).split('\n').filter((line) => /canvas|picture/.test(line));
  expect(said).toEqual([
    'sources are shown without pictures of their passages: the package @napi-rs/canvas is not installed for this machine',
  ]);
  const page = fs.readFileSync(join(dist, 'sources/report/index.html'), 'utf8');
  expect(page).toContain('id="q-lamp-dark-lit"');
  expect(page).not.toContain(`q-lamp-dark-lit.1`);
});
