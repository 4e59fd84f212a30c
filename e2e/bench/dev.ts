/** Writing: how long an author waits for an edited event in `npm run dev`. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../port.ts';
import { root } from './command.ts';
import { median } from './statistics.ts';

const EDITS = 5;

/**
 * Starts `dev`, opens an event's page, and then edits the event's title several times.
 * @returns seconds until the first page is there, and until an edit shows (the median)
 * @throws an Error of one line if a page does not come
 */
export async function measureDev(content: string): Promise<{ first: number; edit: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['src/build/astro.ts', 'dev', '--port', String(port), '--ignore-lock'],
    {
      cwd: root,
      env: { ...process.env, CONTENT_DIR: content, BASE_PATH: '/' },
      stdio: 'ignore',
    },
  );
  try {
    const events = readdirSync(join(content, 'events'));
    const file = events[Math.floor(events.length / 2)] ?? '';
    const url = `http://localhost:${port}/events/${file.replace(/\.mdx?$/, '')}/`;
    await shows(url, '<h1', 300);
    const first = (performance.now() - began) / 1000;
    const path = join(content, 'events', file);
    const edits: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const title = `Edited for the ${edit + 1}. time`;
      const since = performance.now();
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: "${title}"`));
      await shows(url, title, 120);
      edits.push((performance.now() - since) / 1000);
    }
    return { first, edit: median(edits) };
  } finally {
    child.kill();
  }
}

/** Requests a page until it has the words. @throws an Error of one line after so many seconds */
async function shows(url: string, words: string, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const signal = AbortSignal.timeout(Math.ceil(until - performance.now()) || 1);
    const text = await fetch(url, { signal }).then(
      (answer) => answer.text(),
      () => '',
    );
    if (text.includes(words)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`the page did not show within ${seconds} s`);
}
