/** `npm run new -- <id>`: an event whose first statement already leads to its quote. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { formatPlace } from '../check/problem.ts';
import { gives } from '../check/rules/dates.ts';
import { writeNew } from '../files/write.ts';
import { holdsName } from '../model/actor.ts';
import { parseDate } from '../model/date.ts';
import { idSchema } from '../model/id.ts';
import { fold } from '../model/text.ts';
import { type Ask, answers, say } from './ask.ts';
import { findPassages, type Passage } from './find.ts';
import { escapeMarkdown, oneLine } from './markdown.ts';
import { asFile, eventFile, mustPass, type Opened, openArchive } from './open.ts';
import { eventQuestions } from './questions.ts';
import { entryOf, quoteId } from './quote.ts';
import { Refusal } from './refusal.ts';
import { pageOf } from './yaml.ts';

/** Nearer than this, the words that were typed are surely the source's with a slip. */
const SURELY = 0.85;

export type Flags = Readonly<Record<string, string | undefined>>;

/** Writes an event; asks for what the flags lack where somebody can be asked. */
export async function newEvent(
  folder: string,
  id: string,
  flags: Flags,
  ask: Ask | null,
  cwd = process.cwd(),
): Promise<string> {
  if (!idSchema.safeParse(id).success)
    throw new Refusal(`"${id}" is no id`, [
      'lower-case letters, digits and single hyphens make one; it is the address of the event for good',
    ]);
  const opened = openArchive(folder, cwd);
  const path = eventFile(folder, id, 'mdx');
  if (existsSync(path) || existsSync(eventFile(folder, id, 'md')))
    throw new Refusal(`${path} is there already; nothing is overwritten`);
  if (opened.draft.sources.size === 0)
    throw new Refusal(`${folder} has no sources to quote`, [
      'add one with npm run source -- <file>',
    ]);

  const {
    title = '',
    date = '',
    track = '',
    kind = '',
  } = await answers(eventQuestions(opened), flags, ask);
  const passage = await phrase(opened, flags, ask);
  const speaker = flags['speaker'] ?? passage.publisher;
  const inferred = inference(opened, passage, speaker, flags['inferred']);
  const derived = await derivation(opened, passage, date, flags, ask);

  const quote = quoteId(passage.exact);
  const text = pageOf(
    {
      title: oneLine(title),
      track,
      kind,
      date,
      actors: [],
      quotes: {
        [quote]: { ...entryOf(passage, { speaker, mode: flags['mode'] ?? 'narration' }), inferred },
      },
    },
    [
      `[${escapeMarkdown(title)}](#${quote}).`,
      ...(derived ? [`<Note about="date">\n\n${escapeMarkdown(derived)}\n\n</Note>`] : []),
    ].join('\n\n'),
  );
  const shown = relative(cwd, path) || path;
  opened.files.events.push({ id, file: asFile(shown, text) });
  mustPass(opened.files, [shown]);
  writeNew([[path, text]]);
  return [
    ...(passage.likeness < 1
      ? [`the source has, at ${formatPlace(passage.place)}: ${passage.exact}`]
      : []),
    `${shown} is written and passes check; put its statement in your own words`,
  ].join('\n');
}

/** The passage that is meant: exactly one, or nothing is written. */
async function phrase({ draft }: Opened, flags: Flags, ask: Ask | null): Promise<Passage> {
  const only = flags['source'];
  if (only !== undefined && !draft.sources.has(only))
    throw new Refusal(`--source: there is no source ${only}`, [
      `known: ${[...draft.sources.keys()].join(', ')}`,
    ]);
  const sources = [...draft.sources.values()].filter(({ id }) => only === undefined || id === only);
  for (;;) {
    const { quote: words = '' } = await answers(
      [{ flag: 'quote', asks: 'A phrase of the source, as you remember it' }],
      flags,
      ask,
    );
    const found = findPassages(sources, words);
    const fitting = found.filter(
      ({ context: { prefix, suffix } }) =>
        (flags['prefix'] === undefined || flags['prefix'] === prefix) &&
        (flags['suffix'] === undefined || flags['suffix'] === suffix),
    );
    const [only] = fitting;
    if (only && fitting.length === 1 && only.likeness >= (ask ? 1 : SURELY)) return only;
    if (ask && flags['quote'] === undefined) {
      if (found.length === 0) {
        say('Nothing in the sources resembles it; try other words of the same sentence.');
        continue;
      }
      const chosen = await ask({
        flag: 'quote',
        asks: 'Which passage?',
        choices: [
          ...found.map((passage, i) => ({ value: String(i), label: described(passage) })),
          { value: 'again', label: 'none of them; other words' },
        ],
      });
      const passage = found[Number(chosen)];
      if (passage) return passage;
      continue;
    }
    const sureOf = fitting.filter(({ likeness }) => likeness >= SURELY);
    if (sureOf.length > 0 && sureOf[0] && sureOf[0].likeness < 1 && sureOf.length === 1)
      return sureOf[0];
    throw new Refusal(
      fitting.length === 0
        ? `--quote: nothing in the sources resembles "${words}"`
        : fitting.some(({ likeness }) => likeness === 1)
          ? '--quote: these words stand more than once; say which with --source, --prefix or --suffix'
          : `--quote: "${words}" is in no source; near it`,
      fitting.map(described),
    );
  }
}

const described = ({ place, exact, context, likeness }: Passage): string =>
  [
    `${formatPlace(place)}${likeness < 1 ? ` (${Math.round(likeness * 100)} %)` : ''}: "${exact}"`,
    ...Object.entries(context).map(([side, words]) => `--${side} ${JSON.stringify(words)}`),
  ].join('  ');

/** Why the speaker is taken to be who is named, where the source's text does not name them. */
function inference(
  { draft }: Opened,
  passage: Passage,
  speaker: string,
  given: string | undefined,
): string | undefined {
  if (given !== undefined) return given;
  const text = fold(draft.sources.get(passage.source)?.text?.text ?? '');
  const names = draft.actors?.part[speaker]?.names ?? [];
  if (names.length === 0 || names.some((name) => holdsName(text, name))) return undefined;
  return speaker === passage.publisher
    ? 'The words are the publisher’s own narration; the text does not name the publisher.'
    : undefined;
}

/** How the date is known, where the quote does not give it. */
async function derivation(
  { draft }: Opened,
  passage: Passage,
  date: string,
  flags: Flags,
  ask: Ask | null,
): Promise<string | null> {
  const language = draft.sources.get(passage.source)?.record?.part.language ?? 'en';
  const { start, end } = parseDate(date);
  const text = fold(passage.exact);
  const parts = [...new Set([start, end].filter((part) => part !== null))];
  if (flags['derived'] === undefined && parts.every((part) => gives(text, part, language)))
    return null;
  const { derived = '' } = await answers(
    [
      {
        flag: 'derived',
        asks: `The quote does not give the date ${date}. What is it derived from?`,
      },
    ],
    flags,
    ask,
  );
  return derived;
}
