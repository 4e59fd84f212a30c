/** The sections of the benchmark: their subjects and sizes, measured in turns. */
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { browserArgs } from '../../src/print/browser.ts';
import { run, WORK } from './command.ts';
import { measureDev } from './dev.ts';
import { buildFloor } from './floor.ts';
import { audit, pagesOf } from './lighthouse.ts';
import { measureLoading } from './loading.ts';
import { measureMoving, measureSweep } from './moving.ts';
import { type Row, rowOf, type SectionName } from './results.ts';
import { serveCompressed } from './server.ts';
import { build, contentOf, distOf, ownSite, siteOf } from './sites.ts';
import { folderOf, SITE, SUBJECTS, type Subject, writePages } from './subjects.ts';
import { SWEEP, WITH_PICTURES } from './targets.ts';
import { within } from './visit.ts';

export interface Asked {
  /** Numbers of events; `null` for the section's default. */
  sizes: number[] | null;
  repeat: number;
  /** The path of the browser. */
  chrome: string;
}

type Measured = Record<string, number>;
interface Turn {
  subject: string;
  measure(): Promise<Measured>;
}

/**
 * Measures the subjects in turns, so that a disturbance affects all alike. Each turn begins with another one: after a
 * heavy page, the next is drawn up to a fifth later. A subject that fails gets no more turns.
 */
async function inTurns(size: Row['size'], runs: number, turns: readonly Turn[]): Promise<Row[]> {
  const taken = turns.map((): (Measured | Error)[] => []);
  for (let turn = 0; turn < runs; turn++)
    for (const i of [...turns.keys()].map((place) => (place + turn) % turns.length)) {
      const { subject, measure } = turns[i] as Turn;
      const before = taken[i] as (Measured | Error)[];
      if (before.some((run) => run instanceof Error)) continue;
      const began = performance.now();
      const result = await measure().catch(
        (error: Error) => new Error(error.message.split('\n')[0]),
      );
      before.push(result);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const how = result instanceof Error ? `failed: ${result.message}` : `${seconds} s`;
      console.log(`  ${size} · ${turn + 1}/${runs} · ${subject}: ${how}`);
    }
  return turns.map(({ subject }, i) => rowOf(subject, size, taken[i] ?? []));
}

/** A browser that is restarted after a failure, because the failed page can still be busy in it. */
function browserOf(chrome: string) {
  let browser: Browser | null = null;
  const end = async (): Promise<void> => {
    const old = browser;
    browser = null;
    if (old) await within(old.close(), 20_000).catch(() => {});
  };
  return {
    end,
    async use<T>(run: (open: Browser) => Promise<T>): Promise<T> {
      browser ??= await chromium.launch({ executablePath: chrome, args: browserArgs });
      try {
        return await run(browser);
      } catch (error) {
        await end();
        throw error;
      }
    },
  };
}

/** Serves each subject's page of some size while `run` runs; if a site cannot be built, gives its error instead. */
async function withPages<T>(
  size: number,
  subjects: readonly Subject[],
  run: (addressOf: (subject: Subject) => string) => Promise<T>,
): Promise<T> {
  const folder = join(WORK, `pages-${size}`);
  writePages(folder, size);
  const served = new Map<Subject, Awaited<ReturnType<typeof serveCompressed>> | Error>();
  for (const subject of subjects)
    served.set(
      subject,
      await (subject === SITE ? siteOf(size) : Promise.resolve(join(folder, folderOf(subject))))
        .then(serveCompressed)
        .catch((error: Error) => error),
    );
  try {
    return await run((subject) => {
      const server = served.get(subject);
      if (server instanceof Error) throw server;
      return server?.url ?? '';
    });
  } finally {
    for (const server of served.values()) if (!(server instanceof Error)) await server.close();
  }
}

async function loading({ sizes, repeat, chrome }: Asked): Promise<Row[]> {
  const browser = browserOf(chrome);
  const rows: Row[] = [];
  for (const size of sizes ?? [14, 100, 1000, 10_000])
    await withPages(size, SUBJECTS, async (addressOf) => {
      const turns = SUBJECTS.map((subject) => ({
        subject: subject.name,
        measure: () => browser.use((open) => measureLoading(open, subject, addressOf(subject))),
      }));
      // The first visit does not count: the server compresses during it.
      for (const { measure } of turns) await measure().catch(() => {});
      rows.push(...(await inTurns(size, repeat, turns)));
    });
  await browser.end();
  return rows;
}

async function moving({ sizes, repeat, chrome }: Asked): Promise<Row[]> {
  const browser = browserOf(chrome);
  const rows: Row[] = [];
  const subjects = SUBJECTS.filter(({ moved }) => moved);
  for (const size of sizes ?? [100, 10_000])
    await withPages(size, subjects, async (addressOf) => {
      const turns = subjects.map((subject) => ({
        subject: subject.name,
        measure: () => browser.use((open) => measureMoving(open, subject, addressOf(subject))),
      }));
      const sweep = {
        subject: SWEEP,
        measure: () => browser.use((open) => measureSweep(open, SITE, addressOf(SITE))),
      };
      rows.push(...(await inTurns(size, repeat, [sweep, ...turns])));
    });
  await browser.end();
  return rows;
}

async function lighthouse({ repeat, chrome }: Asked): Promise<Row[]> {
  const dist = await ownSite();
  const server = await serveCompressed(dist);
  const turns = Object.entries(pagesOf(dist)).map(([subject, path]) => ({
    subject,
    measure: () => audit(server.url + path, chrome),
  }));
  const rows = await inTurns('mobile', repeat, turns);
  await server.close();
  return rows;
}

async function building({ sizes, repeat }: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes ?? [14, 1000, 10_000]) {
    const turns = [true, false].flatMap((mdx) => {
      const content = contentOf(size, mdx);
      const kind = mdx ? '.mdx' : '.md';
      // The other sections use the pages of the .md archive.
      const dist = mdx ? join(WORK, 'site-mdx') : distOf(size);
      return [
        {
          subject: `bare Astro, ${kind}`,
          measure: async () => ({ ...(await buildFloor(content)) }),
        },
        // Before the builds that use them.
        ...(mdx
          ? [
              {
                subject: `this site, ${kind}, ${WITH_PICTURES}`,
                measure: async () => ({ ...(await build(content, dist, 'made')) }),
              },
            ]
          : []),
        {
          subject: `this site, ${kind}`,
          measure: async () => ({ ...(await build(content, dist)) }),
        },
      ];
    });
    rows.push(...(await inTurns(size, repeat, turns)));
  }
  return rows;
}

async function writing({ sizes, repeat }: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes ?? [14, 1000, 10_000]) {
    const check = {
      subject: 'check',
      measure: async () => {
        const env = { CONTENT_DIR: contentOf(size, false) };
        const { output: _, ...cost } = await run(['src/cli.ts', 'check'], { env });
        return { ...cost };
      },
    };
    const dev = {
      subject: 'dev',
      measure: async () => ({ ...(await measureDev(contentOf(size, false))) }),
    };
    rows.push(...(await inTurns(size, repeat, [check, dev])));
  }
  return rows;
}

export const SECTION_RUNS: Record<SectionName, (asked: Asked) => Promise<Row[]>> = {
  building,
  loading,
  moving,
  lighthouse,
  writing,
};
