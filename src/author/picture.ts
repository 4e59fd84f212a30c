/** `npm run picture -- <file> --event <id>`: takes a picture, a sound or a film into `media/` and names it in its event. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument } from 'yaml';
import { didYouMean } from '../check/near/suggest.ts';
import { brokenOf } from '../check/read/decode.ts';
import { BROKEN, MOST_MEDIA_BYTES, mediaFile } from '../check/read/media.ts';
import { lockFolder } from '../files/lock.mjs';
import { writeNew } from '../files/write.ts';
import { COMPANIONS, MEDIA_EXTENSIONS, typeOfFile } from '../model/media.ts';
import { type Ask, answers } from './ask.ts';
import { asFile, mustPass, openArchive } from './open.ts';
import type { Flags } from './options.ts';
import { pictureQuestions } from './questions.ts';
import { Refusal } from './refusal.ts';
import { slugOf } from './slug.ts';
import { yamlOf } from './yaml.ts';

/** A file that goes to `media/`. */
export interface Taken {
  name: string;
  bytes: Uint8Array;
  sha256: string;
}

/**
 * Takes a file in; asks for what the options lack if somebody can be asked. Nothing is ever overwritten.
 * @param given the path of the file
 * @returns what is printed: the files, and what is published of them
 */
export async function addPicture(
  folder: string,
  given: string,
  flags: Flags,
  ask: Ask | null,
  { decorative = false, cwd = process.cwd() }: { readonly decorative?: boolean; cwd?: string } = {},
): Promise<string> {
  const opened = openArchive(folder, cwd);
  const { files } = opened;
  const ids = files.events.map(({ id }) => id);
  const event = files.events.find(({ id }) => id === flags['event']);
  if (!event)
    throw new Refusal(
      flags['event'] === undefined
        ? '--event is missing: the id of the event that shows it'
        : `there is no event ${flags['event']}${didYouMean(flags['event'], ids)}`,
    );
  const taken = takeIn(given, flags['name']);
  const kind = typeOfFile(taken.name)?.kind ?? 'picture';
  if (kind === 'captions' || kind === 'transcript')
    throw new Refusal(`${given} is no picture, sound or film`, [
      `take it in with the film or sound that it belongs to: --${kind} ${given}`,
    ]);
  const companions: [key: string, taken: Taken][] = [];
  for (const key of Object.keys(COMPANIONS))
    if (flags[key] !== undefined) companions.push([key, takeIn(flags[key])]);

  const said = await answers(pictureQuestions(decorative), flags, ask);
  const { focus } = flags;
  const entry = {
    file: taken.name,
    ...(decorative && { decorative }),
    ...Object.fromEntries(Object.entries(said).filter(([, answer]) => answer !== '')),
    ...(flags['date'] !== undefined && { date: flags['date'] }),
    ...(focus !== undefined && { focus: focus.split(',').map(Number) }),
    sha256: taken.sha256,
    ...Object.fromEntries(companions.map(([key, { name }]) => [key, name])),
    ...(companions.length > 0 && {
      digests: Object.fromEntries(companions.map(([key, { sha256 }]) => [key, sha256])),
    }),
  };
  const text = withMedium(event.file.text, entry);
  const added = [taken, ...companions.map(([, one]) => one)];
  const media = added.map(({ name, bytes }) => ({
    name,
    bytes,
    path: join(folder, 'media', name),
  }));
  const shownAs = (path: string): string => relative(cwd, path) || path;
  for (const { path, name, bytes } of media) {
    if (existsSync(path) && !Buffer.from(bytes).equals(readFileSync(path)))
      throw new Refusal(`${shownAs(path)} exists already; nothing is overwritten`, [
        name === taken.name ? 'give it another --name' : 'rename the file that is to be taken in',
      ]);
    files.media.set(name, mediaFile(shownAs(path), bytes));
  }
  const before = event.file;
  event.file = asFile(before.file, text);
  mustPass(files, [before.file, ...media.map(({ path }) => shownAs(path))]);

  const release = lockFolder(folder, 'npm run picture');
  const eventPath = join(cwd, before.file);
  try {
    if (readFileSync(eventPath, 'utf8') !== before.text)
      throw new Refusal(`${before.file} has changed in the meantime, so nothing is written`, [
        'run the command again',
      ]);
    const fresh = media.filter(({ path }) => !existsSync(path));
    writeNew(
      fresh.map(({ path, bytes }) => [path, bytes] as const),
      [[eventPath, text]],
    );
  } finally {
    release();
  }
  return [
    `${media.map(({ path }) => shownAs(path)).join(', ')}: in media/, and named in ${before.file}`,
    `![](${taken.name}) in its text places it; without that, it follows the text`,
    kind === 'picture'
      ? 'The site publishes it without the place, the time and the camera that it may tell of. The file in media/ keeps them.'
      : 'The site publishes it as it is, with all that it may tell of its place and device.',
  ].join('\n');
}

/**
 * A file, by the name that it will have.
 * @throws {Refusal} if no page can show or play it
 */
export function takeIn(given: string, wanted?: string): Taken {
  if (!statSync(given).isFile()) throw new Refusal(`${given} is no file`);
  if (statSync(given).size > MOST_MEDIA_BYTES)
    throw new Refusal(`${given} is larger than ${MOST_MEDIA_BYTES / 1_000_000} MB`, [
      'make it smaller, or name the page that has it as a reference',
    ]);
  const bytes = new Uint8Array(readFileSync(given));
  const { mime, sha256 } = mediaFile(given, bytes);
  const extension = MEDIA_EXTENSIONS.find((one) => typeOfFile(`x.${one}`)?.mime === mime);
  if (extension === undefined || sha256 === null)
    throw new Refusal(`${given} is in no format that browsers show or play`, [
      'convert it, as to JPEG, PNG, WebP, MP3 or MP4',
    ]);
  if (mime?.startsWith('image/') && brokenOf(new Map([[sha256, given]])).size > 0)
    throw new Refusal(`${given} cannot be shown: it is ${BROKEN}`);
  const stem = slugOf(wanted ?? basename(given, extname(given)));
  if (stem === '')
    throw new Refusal(`${given} has no name for a file`, ['give it one with --name']);
  return { name: `${stem}.${extension}`, bytes, sha256 };
}

/** An event's text with one more medium in its front matter; the other lines are unchanged if they can be. */
function withMedium(text: string, entry: object): string {
  const [, opening = '', front = '', rest = ''] =
    /^(---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\r?$[\s\S]*)$/m.exec(text) ?? [];
  const document = parseDocument(front, { schema: 'core' });
  const media = document.get('media');
  const newline = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const [key = '', ...lines] = yamlOf({ media: [entry] }).split('\n');
  if (media === undefined) return opening + front + [key, ...lines].join(newline) + rest;
  document.addIn(['media'], document.createNode(entry));
  const expected: unknown = document.toJS();
  if (isSeq(media) && media.range) {
    // As far in as the first entry, whose hyphen stands before its first key.
    const first = front.slice(media.range[0]);
    const indent = /[ \t]*$/.exec(front.slice(0, media.range[0]))?.[0] ?? '';
    const whole =
      front.slice(0, media.range[1]).trimEnd() +
      lines.map((line) => newline + (line === '' ? '' : indent + line.slice(2))).join('') +
      front.slice(media.range[1]).replace(/^\s*\n/, '');
    if (first.startsWith('-') && isDeepStrictEqual(read(whole), expected))
      return opening + whole + rest;
  }
  return opening + document.toString({ lineWidth: 0 }) + rest;
}

const read = (yaml: string): unknown => {
  const document = parseDocument(yaml, { schema: 'core' });
  return document.errors.length > 0 ? undefined : document.toJS();
};
