/** `npm run new -- --archive <folder>`: a small archive that passes check, to be replaced file by file. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchive } from '../check/check.ts';
import { formatProblems } from '../check/problem.ts';
import { digestOf } from '../check/read/digest.ts';
import { writeNew } from '../files/write.ts';
import { Refusal } from './refusal.ts';
import { pageOf, yamlOf } from './yaml.ts';

/**
 * Writes site, actors, references, one source and one event, which pass `check --strict`.
 * @throws {Refusal} if the folder holds anything
 */
export function beginArchive(folder: string, now = new Date(), cwd = process.cwd()): string {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal(`${folder} is not empty; nothing is overwritten`, [
      'name an empty folder, or one that does not exist',
    ]);
  writeNew(Object.entries(filesOf(now)).map(([name, text]) => [join(folder, name), text] as const));
  const { archive, problems } = checkArchive(folder, { strict: true, cwd });
  if (!archive) throw new Error(formatProblems(problems));
  return [
    `${folder} holds a site, one source and one event, and passes check`,
    `  next: edit ${join(folder, 'site.yaml')}, then`,
    `  CONTENT_DIR=${folder} npm run source -- <file>`,
    `  CONTENT_DIR=${folder} npm run new -- <id>`,
    `  CONTENT_DIR=${folder} npm run dev`,
  ].join('\n');
}

/** The records of an archive that has no sources, no events and no tracks yet. */
export const emptyArchive = (
  now: Date,
  site: { title: string; deck: string; language: string },
): Record<string, string> => {
  const files = filesOf(now);
  return {
    'site.yaml': `# The site as a whole. Tracks are the lanes of the timeline; colour: red, blue, ochre, green, violet or slate.\n${yamlOf(
      { ...site, author: 'The editors', tracks: [], view: { spacing: 0.5 } },
    )}`,
    'actors.yaml':
      '# Whoever acts, speaks, reports or publishes. names: as sources spell them.\n{}\n',
    'references.yaml': files['references.yaml'] ?? '',
  };
};

function filesOf(now: Date): Record<string, string> {
  const day = now.toISOString().slice(0, 10);
  const spelled = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    now,
  );
  const sentence = `The editors began this archive on ${spelled}.`;
  const text = `${sentence}\n`;
  return {
    'site.yaml': `# The site as a whole. Tracks are the lanes of the timeline; colour: red, blue, ochre, green, violet or slate.\n${yamlOf(
      {
        title: 'A new archive',
        deck: 'What this timeline is about, in a sentence.',
        language: 'en-GB',
        author: 'The editors',
        tracks: [{ id: 'main', label: 'Main', colour: 'blue' }],
        view: { spacing: 0.5 },
      },
    )}`,
    'actors.yaml': `# Everyone who acts, speaks, reports or publishes. names: as sources spell them.\n${yamlOf(
      {
        editors: { name: 'The editors', names: ['The editors', 'editors'] },
      },
    )}`,
    'references.yaml':
      '# Outside pages that lend a fact, never a quote: title, publisher, url, language, seen.\n{}\n',
    'sources/first-note.txt': text,
    'sources/first-note.yaml': yamlOf({
      title: 'The first note',
      publisher: 'editors',
      url: 'https://example.org/',
      published: day,
      language: 'en-GB',
      rights: 'Free to use.',
      display: 'full',
      sha256: digestOf({ bytes: new TextEncoder().encode(text) }),
    }),
    'events/archive-begun.mdx': pageOf(
      {
        title: 'This archive is begun',
        track: 'main',
        date: day,
        actors: ['editors'],
        quotes: {
          begun: {
            source: 'first-note',
            exact: sentence,
            speaker: 'editors',
            mode: 'narration',
            via: [],
          },
        },
      },
      'The editors [began this archive](#begun).',
    ),
  };
}
