/** Runs a command of the project and measures it. */
import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export const root = join(import.meta.dirname, '../..');
/**
 * The folder for generated archives and sites; it may be deleted at any time. Not in e2e/bench, where a built page
 * would resolve the peers' packages before the site's.
 */
export const WORK = join(root, '.bench');
const PEAK = join(WORK, 'peak');

/** Seconds by the clock, seconds of processor time, and the peak memory in bytes. */
export interface Cost {
  seconds: number;
  processor: number;
  peak: number;
}

/**
 * Runs a Node program to its end and captures its output.
 * @throws an Error whose message is its first error line, or says that it took too long
 */
export async function run(
  args: readonly string[],
  { env = {}, limit = 1200 }: { env?: Record<string, string>; limit?: number } = {},
): Promise<Cost & { output: string }> {
  rmSync(PEAK, { force: true });
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'peak.ts'), ...args],
    {
      cwd: root,
      env: { ...process.env, ...env, BENCH_PEAK: PEAK, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output: string[] = [];
  const complaints: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
  const [status, signal] = await new Promise<[number | null, string | null]>((done, fail) => {
    child.once('error', fail);
    child.once('close', (...ended) => done(ended));
  });
  clearTimeout(timer);
  const seconds = (performance.now() - began) / 1000;
  if (signal) throw new Error(`not done within ${limit} s`);
  if (status !== 0) {
    throw new Error(
      firstComplaint(`${complaints.join('')}\n${output.join('')}`) ?? `status ${status}`,
    );
  }
  const used = JSON.parse(readFileSync(PEAK, 'utf8')) as Omit<Cost, 'seconds'>;
  return { seconds, ...used, output: output.join('') };
}

/** The first line that is not a warning, without colours and file positions. */
const firstComplaint = (text: string): string | undefined =>
  stripVTControlCharacters(text)
    .split('\n')
    .map((line) => line.replaceAll(root, '').trim())
    .find((line) => line !== '' && !line.includes('[WARN]'));

/** The bytes of all files in a folder. */
export const bytesOf = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
