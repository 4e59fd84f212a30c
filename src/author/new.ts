/** `npm run new -- <id>`: an event whose first statement already leads to its quote. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { formatPosition, formatProblems } from '../check/problem.ts';
import { gives } from '../check/rules/given-dates.ts';
import { namedDates, parseDate } from '../model/date.ts';
import { fold } from '../model/text.ts';
import { notAnId, withActors } from './actors.ts';
import { type Ask, answers } from './ask.ts';
import { attribute } from './attribution.ts';
import { chooseMatch, type Match, sourcesFor } from './find.ts';
import { cleanLine, escapeMarkdown } from './markdown.ts';
import { asFile, eventFile, mustPass, type Opened, openArchive, writeAdded } from './open.ts';
import type { Flags } from './options.ts';
import { eventQuestions } from './questions.ts';
import { entryOf, quoteId } from './quote.ts';
import { Refusal } from './refusal.ts';
import { pageOf } from './yaml.ts';

/**
 * Writes an event, and the actors that are new with it; asks for what the options lack if somebody can be asked.
 * @returns what is printed: the file, and what is left open in it
 */
export async function newEvent(
  folder: string,
  id: string,
  flags: Flags,
  ask: Ask | null,
  cwd = process.cwd(),
): Promise<string> {
  const fault = notAnId(id);
  if (fault)
    throw new Refusal(`"${id}" cannot be an id: ${fault}`, [
      'it is the permanent URL of the event; choose another',
    ]);
  const opened = openArchive(folder, cwd);
  const path = eventFile(folder, id, 'mdx');
  const shown = relative(cwd, path) || path;
  if (existsSync(path) || existsSync(eventFile(folder, id, 'md')))
    throw new Refusal(`${shown} exists already; nothing is overwritten`);
  sourcesFor(opened, flags);

  const {
    title = '',
    date = '',
    track = '',
    kind = flags['kind'],
  } = await answers(eventQuestions(opened), flags, ask);
  const match = await chooseMatch(opened, flags, ask);
  const { quote: attribution, added } = await attribute(opened, match, flags, ask);
  const derived = await derivation(opened, match, date, flags, ask);

  const quote = quoteId(match.exact);
  const text = pageOf(
    {
      title: cleanLine(title),
      track,
      ...(kind && { kind }),
      date,
      actors: [],
      quotes: { [quote]: entryOf(match, attribution) },
    },
    [
      `[${escapeMarkdown(title)}](#${quote}).`,
      ...(derived ? [`<Note about="date">\n\n${escapeMarkdown(derived)}\n\n</Note>`] : []),
    ].join('\n\n'),
  );
  const actors = withActors(opened, added);
  opened.files.events.push({ id, file: asFile(shown, text) });
  const gaps = mustPass(opened.files, [shown, ...(actors ? [actors.file] : [])]);
  writeAdded(opened, 'npm run new', [[path, text]], actors?.text);
  return [
    ...(match.likeness < 1
      ? [`the source has, at ${formatPosition(match.position)}: ${match.exact}`]
      : []),
    ...(actors ? [`${actors.file} now has ${Object.keys(added).join(', ')}`] : []),
    ...(gaps.length > 0
      ? [`${shown} is written; check refuses it until these are answered:`, formatProblems(gaps)]
      : [`${shown} is written and passes check; now put its statement in your own words`]),
  ].join('\n');
}

/** How the date is known; `null` if the quote gives it. */
async function derivation(
  { draft }: Opened,
  match: Match,
  date: string,
  flags: Flags,
  ask: Ask | null,
): Promise<string | null> {
  const language = draft.sources.get(match.source)?.record?.part.language ?? 'en';
  const texts = match.passages.map(({ exact }) => fold(exact));
  const when = parseDate(date);
  const isGiven = namedDates(when).every((part) =>
    texts.some((text) => gives(text, part, language, when.kind !== 'date')),
  );
  if (flags['derived'] === undefined && isGiven) return null;
  const { derived = '' } = await answers(
    [
      {
        flag: 'derived',
        asks: `The quote does not give the date ${date}. How is it known?`,
      },
    ],
    flags,
    ask,
  );
  return derived;
}
