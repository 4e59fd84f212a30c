/** Lighthouse, on its mobile setting, on the pages of the archive in `content/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { browserArgs } from '../../src/print/browser.ts';
import { run } from './command.ts';

/** Scores out of 100; times in milliseconds. */
export type Scores = Record<
  'performance' | 'accessibility' | 'practices' | 'seo' | 'largest' | 'blocked' | 'shift',
  number
>;

/** The four kinds of page: name → path on the built site. */
export function pagesOf(dist: string): Record<string, string> {
  const first = (folder: string): string =>
    readdirSync(join(dist, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()[0] ?? '';
  return {
    home: '',
    event: `events/${first('events')}/`,
    source: `sources/${first('sources')}/`,
    explainer: 'explainer/',
  };
}

/** @throws an Error of one line if Lighthouse has no result */
export async function audit(url: string, chrome: string): Promise<Scores> {
  const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
  const { output } = await run(
    [
      'e2e/bench/node_modules/lighthouse/cli/index.js',
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=--headless=new ${browserArgs.join(' ')}`,
    ],
    { env: { CHROME_PATH: chrome }, limit: 120 },
  );
  const report = JSON.parse(output) as {
    categories: Record<string, { score: number | null; auditRefs: { id: string }[] }>;
    audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
  };
  const [performance = 0, accessibility = 0, practices = 0, seo = 0] = categories.map((name) =>
    Math.round((report.categories[name]?.score ?? 0) * 100),
  );
  // Lost points that are not a matter of speed have a cause, which is printed.
  for (const { id } of categories
    .slice(1)
    .flatMap((name) => report.categories[name]?.auditRefs ?? [])) {
    const { title, score = null } = report.audits[id] ?? {};
    if (score !== null && score < 1) console.log(`    ${id}: ${title}`);
  }
  const value = (name: string): number => report.audits[name]?.numericValue ?? Number.NaN;
  return {
    performance,
    accessibility,
    practices,
    seo,
    largest: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
  };
}
