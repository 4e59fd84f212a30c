/** The small archive of the tests of `check` with further events, and its build. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';

export const root = join(import.meta.dirname, '..');
export const base = join(root, 'src/check/golden/_base');
export const work = fs.mkdtempSync(join(tmpdir(), 'one-reading-'));

/** The small archive with further events. @param events id and extension → the file's text */
export function archive(name: string, events: Readonly<Record<string, string>>): string {
  const folder = join(work, name);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(base, folder, { recursive: true });
  for (const [file, text] of Object.entries(events))
    fs.writeFileSync(join(folder, 'events', file), text);
  return folder;
}

/** Builds an archive in a process of its own. @param args of Node, before the command */
export function build(content: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): string {
  const dist = `${content}-dist`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...args, 'src/cli.ts', 'build', '--out-dir', dist],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...env,
        CONTENT_DIR: content,
        BASE_PATH: '/',
        SITE_URL: 'https://example.org',
      },
    },
  );
  expect(status, stdout + stderr).toBe(0);
  return dist;
}

export const event = (front: string, body: string): string => `---
track: sea
kind: report
actors: [ines-orr]
quotes:
  nine:
    source: gazette-1897
    exact: Keeper Orr and her boat brought nine men ashore on Saturday.
    speaker: harbour-gazette
    mode: narration
    via: []
${front}
---
${body}

<Note about="date">An invention of the tests.</Note>
`;
