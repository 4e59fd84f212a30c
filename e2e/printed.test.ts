/** What commands print of an archive without errors fits on a screen, whatever the archive. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archive, event, root, work } from './small-archive.ts';

const MOST_LINES = 60;

function run(content: string, ...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content },
  });
  return { status, lines: (stdout + stderr).trimEnd().split('\n') };
}

const SENTENCES = 'The lamp was lit. The wind rose. Nobody came. '.repeat(3);
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An archive with warnings of many kinds, hundreds of some. */
function crowded(name: string): string {
  const folder = archive(name, {});
  for (let i = 0; i < 120; i++) {
    fs.writeFileSync(join(folder, `sources/log-${i}.txt`), SENTENCES);
    fs.writeFileSync(
      join(folder, `sources/log-${i}.yaml`),
      `title: Log ${i}\npublisher: harbour-gazette\nheld: The mole\npublished: 1897\nlanguage: en\nrights: Free\ndisplay: full\nsha256: ${digest(SENTENCES)}\n`,
    );
    fs.writeFileSync(
      join(folder, `events/bare-${i}.mdx`),
      `---\ntitle: Bare ${i}\ntrack: sea\nkind: report\ndate: 1800-01-01T10:00${i % 2 ? 'Z' : '+01:00'}\nactors: []\nquotes: {}\nunsourced: true\n---\n\nNobody knows.\n`,
    );
  }
  return folder;
}

it('check prints warnings of every kind, and how many more there are', () => {
  const { status, lines } = run(crowded('crowded'), 'check');
  expect([status, lines.at(-1)]).toEqual([
    0,
    expect.stringMatching(/ warnings; 124 events, \d+ quotes, 122 sources: all quotes verified$/),
  ]);
  expect(lines.length).toBeLessThan(MOST_LINES);
  for (const kind of [/ sentences, /, /unsourced/, /another clock/])
    expect(
      lines.some((line) => kind.test(line)),
      String(kind),
    ).toBe(true);
  expect(lines.at(-2)).toMatch(
    /^and \d+ more warnings \(.* of rule 8, .*\); npm run check -- --json lists all$/,
  );
});

it('check prints errors last, where many warnings do not hide them', () => {
  const folder = crowded('wrong');
  fs.writeFileSync(
    join(folder, 'events/aaa.mdx'),
    event('title: Wrong\ndate: 1897', 'It [was so](#nine), and [so](#ten).'),
  );
  const { status, lines } = run(folder, 'check');
  expect(status).toBe(1);
  const first = lines.findIndex((line) => line.includes('events/aaa.mdx'));
  expect(first).toBeGreaterThan(lines.findLastIndex((line) => line.includes('warning: ')));
  expect(lines.at(-1)).toMatch(/^1 error, \d+ warnings$/);
});

it('source prints little of a page with much that is hidden, boilerplate and text', () => {
  const many = (make: (i: number) => string): string =>
    Array.from({ length: 300 }, (_, i) => make(i)).join('');
  const page = join(work, 'page.html');
  fs.writeFileSync(
    page,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Marl</title>
${many((i) => `<link rel="stylesheet" href="sheet-${i}.css">`)}
${many((i) => `<nav><p>Menu ${i} of the page</p></nav>`)}
${many((i) => `<p>The lamp was lit in the night ${i}.</p>`)}
${many((i) => `<p hidden>Nobody sees this in the night ${i}.</p>`)}</html>`,
  );
  const { status, lines } = run(
    archive('paged', {}),
    ...['source', page, '--id', 'page', '--title', 'Marl', '--publisher', 'harbour-gazette'],
    ...['--url', 'https://example.org/', '--published', '1897', '--language', 'en'],
    ...['--rights', 'Free', '--display', 'full'],
  );
  expect([status, lines]).toEqual([0, expect.anything()]);
  expect(lines.length).toBeLessThan(MOST_LINES);
  expect(lines.join('\n')).toMatch(/and 290 more passages not in the text/);
});
