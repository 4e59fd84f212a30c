/**
 * Counts the steps that reading takes, for texts of a length and of four times it: how often each block of code ran, and
 * how many characters natives of texts went through. A program of its own, because V8 counts blocks for one reader only,
 * and coverage is another. Writes `{ kind, input, steps: [short, long] }[]` as JSON.
 *
 *     node e2e/steps.ts <kind> <texts> <seed>
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { findMatches } from '../src/author/find.ts';
import { readForeign } from '../src/author/import/read-foreign.ts';
import { Refusal } from '../src/author/refusal.ts';
import { checkArchive } from '../src/check/check.ts';
import { parseBody } from '../src/check/read/body.ts';
import { parseArchive } from '../src/check/read/draft.ts';
import { textFile } from '../src/check/read/file.ts';
import { readArchive } from '../src/check/read/read.ts';
import { parseYaml } from '../src/check/read/yaml.ts';
import { readHtml } from '../src/intake/html.ts';
import { readMarkdown } from '../src/intake/markdown.ts';
import { Unreadable } from '../src/intake/unreadable.ts';
import { EVENTS, MARKDOWN, PAGES, QUOTES, SHEETS, TABLES, YAML } from './steps-fragments.ts';

const [, , kind = '', texts = '20', seed = '23'] = process.argv;
const base = join(import.meta.dirname, '../src/check/golden/_base');
const work = fs.mkdtempSync(join(tmpdir(), 'steps-'));
process.once('exit', () => fs.rmSync(work, { recursive: true, force: true }));

const file = (name: string, text: string) => textFile(name, text, new TextEncoder().encode(text));

/** The base archive with files changed. */
function archive(changes: Readonly<Record<string, (text: string) => string>>): string {
  const folder = fs.mkdtempSync(join(work, 'a-'));
  fs.cpSync(base, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(folder, name);
    fs.writeFileSync(path, change(fs.readFileSync(path, 'utf8')));
  }
  return folder;
}

const withSource = (more: string) => {
  const text = `${fs.readFileSync(join(base, 'sources/log-1897.txt'), 'utf8')}${more}\n`;
  const digest = createHash('sha256').update(text).digest('hex');
  return {
    'sources/log-1897.txt': () => text,
    'sources/log-1897.yaml': (record: string) =>
      record.replace(/^sha256: .*$/m, `sha256: ${digest}`),
  };
};

const quoting = (words: string) => (event: string) =>
  event.replace(/exact: 14 March.*/, () => `exact: ${JSON.stringify(words)}`);

/** What is counted for a text that repeats a fragment, by kind; and the fragments. */
const KINDS: Record<
  string,
  [fragments: readonly string[], read: (text: string, fragment: string) => () => unknown]
> = {
  yaml: [YAML, (text) => () => parseYaml(file('a.yaml', text))],
  'yaml value': [YAML, (text) => () => parseYaml(file('a.yaml', `a: ${text}\nb: 1\n`))],
  mdx: [MARKDOWN, (text) => () => parseBody(file('a.mdx', `---\n---\n${text}`), 7, true)],
  md: [MARKDOWN, (text) => () => parseBody(file('a.md', `---\n---\n${text}`), 7, false)],
  'a page': [PAGES, (text) => () => readHtml(Buffer.from(`<!doctype html><body>a${text}`))],
  'a style sheet': [
    SHEETS,
    (text) => () =>
      readHtml(
        Buffer.from(`<!doctype html><style>${text}</style><p class=a>${'<b>a</b>'.repeat(40)}`),
      ),
  ],
  markdown: [MARKDOWN, (text) => () => readMarkdown(Buffer.from(`a\n\n${text}`))],
  table: [TABLES, (text) => () => readForeign(`title,date,text\nA,1900,b\n${text}`)],
  'a cell': [
    PAGES,
    (text) => () => readForeign(`title,date,text\nA,1900,"${text.replaceAll('"', '""')}"\n`),
  ],
  markwhen: [EVENTS, (text) => () => readForeign(`1900: A\n${text}`)],
  calendar: [
    EVENTS,
    (text) => () =>
      readForeign(
        `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:20010101\n${text}\nEND:VEVENT\nEND:VCALENDAR`,
      ),
  ],
  SIMILE: [
    PAGES,
    (text) => () => readForeign(`<data><event start="1900" title="A"/>${text}</data>`),
  ],
  TimelineJS: [
    PAGES,
    (text) => () =>
      readForeign(JSON.stringify({ events: [{ start_date: { year: 1900 }, text: { text } }] })),
  ],
  'a source': [
    QUOTES,
    (text, fragment) => {
      const folder = archive({ ...withSource(text), 'events/calm.mdx': quoting(fragment) });
      return () => checkArchive(folder, { cwd: folder });
    },
  ],
  'a quote': [
    QUOTES,
    (text) => {
      const folder = archive({
        ...withSource(text),
        'events/calm.mdx': quoting(text.slice(0, text.length / 2)),
      });
      return () => checkArchive(folder, { cwd: folder });
    },
  ],
  'a body': [
    QUOTES,
    (text) => {
      const folder = archive({ 'events/calm.mdx': (event) => `${event}\n${text}\n` });
      return () => checkArchive(folder, { cwd: folder });
    },
  ],
  words: [
    QUOTES,
    (text, fragment) => {
      const folder = archive(withSource(text));
      const { draft } = parseArchive(readArchive(folder, folder));
      return () => findMatches(draft.sources.values(), fragment.trim());
    },
  ],
};

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

let characters = 0;
countNatives();

/** How many blocks ran and characters were gone through in a call, whatever it answers. */
function stepsOf(call: () => unknown): number {
  session.post('Profiler.takePreciseCoverage');
  characters = 0;
  try {
    call();
  } catch (cause) {
    if (!(cause instanceof Refusal || cause instanceof Unreadable)) throw cause;
  }
  let steps = characters;
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  });
  return steps;
}

/** Whether a pattern can match at the beginning alone: no choice outside of groups. It uses no pattern itself. */
function isAnchored(source: string): boolean {
  if (source[0] !== '^') return false;
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '\\') at++;
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === '|' && depth === 0) return false;
  }
  return true;
}

/** Has natives that search texts add how far they went. */
function countNatives(): void {
  type Native = (this: unknown, ...args: unknown[]) => unknown;
  const text = String.prototype as unknown as Record<string, Native>;
  for (const name of ['indexOf', 'lastIndexOf']) {
    const own = text[name] as Native;
    text[name] = function (...args) {
      const found = own.apply(this, args);
      const { length } = this as string;
      const from = Number(args[1] ?? 0);
      characters +=
        typeof found === 'number' && found >= 0 ? Math.abs(found - from) : length - from;
      return found;
    };
  }
  for (const name of ['slice', 'toLowerCase', 'normalize', 'split', 'trim', 'repeat']) {
    const own = text[name] as Native;
    text[name] = function (...args) {
      const made = own.apply(this, args);
      // A slice is a view of its text.
      characters += name === 'slice' ? 1 : (this as string).length;
      return made;
    };
  }
  const pattern = RegExp.prototype as unknown as Record<string, Native>;
  const exec = pattern['exec'] as Native;
  pattern['exec'] = function (...args) {
    const { lastIndex, sticky, global, source, multiline } = this as unknown as RegExp;
    const anchored = sticky || (!multiline && isAnchored(source));
    const from = sticky || global ? lastIndex : 0;
    const found = exec.apply(this, args) as RegExpExecArray | null;
    const end = found
      ? found.index + found[0].length
      : anchored
        ? from + 1
        : String(args[0]).length;
    characters += Math.max(1, end - from);
    return found;
  };
}

const [fragments, read] = KINDS[kind] ?? [];
if (!fragments || !read) throw new Error(`kinds: ${Object.keys(KINDS).join(', ')}`);
// A check of a whole archive takes long: a third of the fragments, another third for another seed.
const tried = fragments.filter((_, i) => fragments !== QUOTES || (i + Number(seed)) % 3 === 0);
// Each fragment alone, then several in turn.
const inputs = [
  ...tried,
  ...fc
    .sample(fc.array(fc.constantFrom(...fragments), { minLength: 2, maxLength: 4 }), {
      numRuns: Number(texts),
      seed: Number(seed),
    })
    .map((parts) => parts.join('')),
];
const SHORT = 3000;
stepsOf(read('a', 'a'));
const counted = inputs.map((input) => {
  const [short = 0, long = 0] = [SHORT, 4 * SHORT].map((length) =>
    stepsOf(read(input.repeat(Math.ceil(length / input.length)), input)),
  );
  return { kind, input, steps: [short, long] };
});
console.log(JSON.stringify(counted));
