/** Contents that say what the source does not, by kind: `check` refuses each, and lets what is like it and right pass. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkArchive } from './check.ts';
import { digestOf } from './read/digest.ts';

const temp = mkdtempSync(join(tmpdir(), 'attacks-'));
afterAll(() => rmSync(temp, { recursive: true }));
let count = 0;

type Changes = Record<string, string | ((text: string) => string)>;

/** What `check` says of the golden archive with other files in it; sources get the digests of their texts. */
function said(changes: Changes): string[] {
  const folder = join(temp, String(count++));
  cpSync(join(import.meta.dirname, 'golden/_base'), folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(folder, name);
    writeFileSync(path, typeof change === 'string' ? change : change(readFileSync(path, 'utf8')));
  }
  for (const id of ['log-1897', 'gazette-1897']) {
    const record = join(folder, 'sources', `${id}.yaml`);
    const digest = digestOf({ bytes: readFileSync(join(folder, 'sources', `${id}.txt`)) });
    writeFileSync(
      record,
      readFileSync(record, 'utf8').replace(/^sha256: .*$/m, `sha256: ${digest}`),
    );
  }
  return checkArchive(folder)
    .problems.filter(
      ({ message }) => !/no quote of this event gives|sentences, |^"\d+" in /.test(message),
    )
    .map(({ message }) => message);
}

const CALM = 'events/calm.mdx';
const body = (text: string): Changes => ({
  [CALM]: (file) => `${file.slice(0, file.lastIndexOf('---\n') + 4)}${text}\n`,
});
/** The one quote of an event, by its fields. */
const quote = (fields: Record<string, string>): Changes => ({
  [CALM]: (file) =>
    file.replace(
      /quotes:\n[\s\S]*/,
      `quotes:\n  q:\n${Object.entries({
        source: 'log-1897',
        speaker: 'ines-orr',
        mode: 'narration',
        via: '[]',
        ...fields,
      })
        .map(([key, value]) => `    ${key}: ${value}\n`)
        .join('')}---\nThe sea [was calm](#q).\n`,
    ),
});
const more = (text: string): Changes => ({ 'sources/log-1897.txt': (old) => `${old}${text}\n` });
const running: Changes = {
  'sources/log-1897.yaml': (record) => record.replace('lines: paragraphs\n', ''),
};

describe('a quote that leaves out who, or that it was asked', () => {
  const asked = (text: string, exact: string, fields: Record<string, string> = {}) =>
    said({ ...more(text), ...quote({ exact, ...fields }) });

  const PUBLISHER = { speaker: 'lights-board' };
  it.each<[text: string, exact: string, message: string, fields?: Record<string, string>]>([
    ['And then Keeper Orr came.', 'And then Keeper', 'inside the name "Keeper Orr"'],
    ['Was the boat lost? Nobody knew.', 'the boat lost', 'it states what was asked'],
    ['Was the boat lost in May?', 'the boat lost', 'it is not said to be so'],
    ['The boat sails, if the sea is calm.', 'The boat sails', 'it is not said to be so'],
    ['The mate claimed that the boat sank.', 'the boat sank', 'has it from somebody', PUBLISHER],
  ])('from %j, %j: %s', (text, exact, message, fields) => {
    expect(asked(text, exact, fields).join('\n')).toContain(message);
  });

  it('is let pass where it says so itself', () => {
    expect(asked('And then Keeper Orr came.', 'And then Keeper Orr')).toEqual([]);
    const part = { within: 'word', why: 'the office is meant' };
    expect(asked('And then Keeper Orr came.', 'And then Keeper', part)).toEqual([]);
    expect(asked('Was the boat lost? Nobody knew.', 'Was the boat lost?')).toEqual([]);
    expect(asked('The mate claimed that the boat sank.', 'the boat sank')).toEqual([]);
  });
});

describe('a link that cites', () => {
  it.each(
    [
      '',
      '.',
      ' ',
      '&nbsp;',
      '**.**',
      '–',
      '`.`',
      '☀',
      '[]',
      '$',
      '†',
      'ʼ',
      'ـ',
      'ª',
      '²',
      '㉛',
      '\u2800',
    ].map((words) => [words]),
  )('needs words, and %j are none', (words) => {
    expect(said(body(`Kim fell [${words}](#lit-again).`))).toContain(
      'a link without words cites nothing',
    );
  });

  it.each([['24'], ['calm'], ['静か'], ['고요'], ['I'], ['x²y'], ['*was* calm']])(
    'may have the words %j',
    (words) => {
      expect(said(body(`The sea was [${words}](#lit-again).`))).toEqual([]);
    },
  );

  it.each(['https:evil.org', '//evil.org', '/\\evil.org', '.', '?q', '%6Aavascript:alert'])(
    'may not lead to %s, which is within some site',
    (url) => {
      expect(said(body(`The sea [was calm](#lit-again) [there](${url}).`))[0]).toMatch(
        /^a link may not lead to/,
      );
    },
  );
});

describe('a footnote', () => {
  it.each(['[^1]', '^[inline]', '[^1]\n\n[^1]: Kim lied.', '[^note^]'])(
    'in the form %j is refused',
    (note) => {
      expect(said(body(`The sea [was calm](#lit-again)${note}`))).toContain(
        'a footnote is not supported',
      );
    },
  );
});

it('signs of a footnote that are escaped are text', () => {
  expect(said(body('The sea [was calm](#lit-again) \\[\\^1\\] \\^\\[so\\].'))).toEqual([]);
});

describe('a comment of Markdown', () => {
  const again = (text: string): Changes => ({
    'events/again.md': `---\ntitle: Lit\ntrack: sea\nkind: report\ndate: 1897-03-12\nactors: []\nquotes:\n  q:\n    source: log-1897\n    exact: 12 March 1897. The lamp was lit at dusk.\n    speaker: ines-orr\n    mode: narration\n    via: []\n---\n${text}\n`,
  });

  it.each([
    '<!--> Kim lied <!-- -->\n\n[It was lit](#q).',
    '<!---> Kim lied -->\n\n[It was lit](#q).',
    '<!-- a --!> Kim lied -->\n\n[It was lit](#q).',
    '<!-- a --> Kim lied <!-- b -->\n\n[It was lit](#q).',
    '<!-- a ---> Kim lied -->\n\n[It was lit](#q).',
  ])('that HTML ends earlier is no comment: %j', (text) => {
    expect(said(again(text))[0]).toMatch(/is HTML; content is Markdown$/);
  });

  it('may have hyphens, and stand in a sentence', () => {
    expect(said(again('<!-- a - b -- c -->\n\n[It <!-- d --> was lit](#q).'))).toEqual([]);
  });
});

describe('a title', () => {
  const title = (text: string): Changes => ({
    [CALM]: (file) => file.replace(/^title: .*$/m, `title: ${JSON.stringify(text)}`),
  });

  it.each([
    ['The sea\uFE0F is calm', 'U+FE0F cannot be seen'],
    ['The sea\u{E0100} is calm', 'U+E0100 cannot be seen'],
    ['The\u2800sea', 'U+2800 cannot be seen'],
    ['The \u061Csea', 'U+061C cannot be seen'],
    ['The\u2028sea', 'U+2028 cannot be seen'],
    ['The\u2029sea', 'U+2029 cannot be seen'],
    ['The \u0085sea', 'U+0085 cannot be seen'],
    ['The s\u0336e\u0336a\u0336', 'U+0336 strikes out the letter before it'],
    ['The sea\u20E0', 'U+20E0 strikes out the letter before it'],
    ['The \u202Esea', 'U+202E shows the text around it in another order'],
    ['Ｔhe sea', '"Ｔhe" has U+FF34, which looks like a Latin letter'],
    ['𝐓he sea', '"𝐓he" has U+1D413, which looks like a Latin letter'],
    ['Ꭲhe sea', '"Ꭲhe" has U+13A2, which looks like a Latin letter'],
    ['Ⓣhe sea', '"Ⓣhe" has U+24C9, which looks like a Latin letter'],
    ['ᴛhe sea', '"ᴛhe" has U+1D1B, which looks like a Latin letter'],
    ['The sеa', '"sеa" has U+0435, which looks like a Latin letter'],
  ])('%j: %s', (text, message) => {
    expect(said(title(text))).toEqual([message]);
  });

  it.each([
    'The sea ☀\uFE0F',
    'Tシャツ and K팝',
    '1\uFE0F\u20E3 sea',
    'Café naïve Łódź',
    '葛\u{E0100}城',
    'ἁλς and море',
  ])('%j is right', (text) => {
    expect(said(title(text))).toEqual([]);
  });
});

describe('a translation', () => {
  const translated = (translation: string, language = 'en'): Changes => ({
    ...quote({
      source: 'gazette-1897',
      exact: 'Keeper Orr and her boat brought nine men ashore on Saturday.',
      speaker: 'harbour-gazette',
      translation,
    }),
    'sources/gazette-1897.yaml': (record) =>
      record.replace('language: en', `language: ${language}`),
  });

  it.each([
    ['{ text: No men., language: eng, by: Me }', 'quote q is in en already'],
    ['{ text: No men., language: und, by: Me }', 'translation: "und" is no language'],
    ['{ text: No men., language: mul, by: Me }', 'translation: "mul" is no language'],
    ['{ text: No men., language: zxx, by: Me }', 'translation: "zxx" is no language'],
    ['{ text: Keeper Orr brought no men., language: ru, by: Me }', 'no letter of ru'],
    ['{ text: Keeper Orr brought no men., language: ja, by: Me }', 'no letter of ja'],
    [
      '{ text: Keeper Orr and her boat brought no men ashore on Saturday., language: fr, by: Me }',
      'has the words of the quote',
    ],
    ['{ text: Personne, language: fr, by: "." }', 'a translator has a name'],
  ])('%s is none', (translation, message) => {
    expect(said(translated(translation)).join('\n')).toContain(message);
  });

  it.each([
    '{ text: La gardienne Orr a ramené neuf hommes., language: fr, by: Me }',
    '{ text: Смотрительница Орр спасла девять человек., language: ru, by: Me }',
    '{ text: Čuvarka Orr je spasila devet ljudi., language: sr-Latn, by: Me }',
    '{ text: 看守人奥尔救了九个人。, language: zh, by: Me }',
  ])('%s is one', (translation) => {
    expect(said(translated(translation))).toEqual([]);
  });
});

describe('a quote', () => {
  it.each<[string, Changes, string]>([
    [
      'in inches',
      {
        ...quote({ exact: 'long and wet', mode: 'direct' }),
        ...more('A 5" rope long and wet 6" thick.'),
      },
      'stands in no quotation marks',
    ],
    [
      'between two quotations',
      { ...quote({ exact: 'and then', mode: 'direct' }), ...more('Orr said "yes" and then "no".') },
      'stands in no quotation marks',
    ],
    [
      'of furniture and text',
      { ...quote({ exact: 'Log of the light on Skerry Rock 12 March 1897.' }), ...running },
      'quote runs over furniture',
    ],
    ['of a part of furniture', quote({ exact: 'Skerry Rock' }), 'quote is furniture'],
    [
      'over a paragraph separator',
      { ...quote({ exact: 'alpha beta' }), ...more('alpha\u2029beta') },
      'runs over the end of a paragraph',
    ],
    [
      'over an empty line of spaces',
      { ...quote({ exact: 'alpha beta' }), ...more('alpha\n \t\nbeta'), ...running },
      'runs over the end of a paragraph',
    ],
  ])('%s is refused', (_, changes, message) => {
    expect(said(changes).join('\n')).toContain(message);
  });
});

it.each(['1.', '---', '# Heading', '> # Heading', '# [tides](ref:tide-table)'])(
  'an epilogue of %j has no text',
  (text) => {
    expect(said({ 'epilogue.md': `---\ntitle: Afterwards\n---\n${text}\n` })[0]).toMatch(
      /^this page has (?:headings and )?no text$/,
    );
  },
);
