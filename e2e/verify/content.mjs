// @ts-check
/** What the files of an archive say, read without any code of the site's. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { folded, fragment, textOf, unmarked, words } from './html.mjs';

/**
 * @typedef {{ exact: string, prefix?: string, suffix?: string }} Passage
 * @typedef {{ id: string, exact: string, passages: Passage[], source: string, speaker: string, chain: string[], translation?: { text: string } }} Quote
 * @typedef {{ id: string, record: any, title: string, date: string, refined: string, quotes: Quote[], body: string[], cites: { words: string, target: string, reference: boolean }[], aliases: string[], actors: string[], unsourced: boolean, corrections: { was: unknown, now: unknown }[] }} Event
 * @typedef {{ record: any, bytes: Buffer, text: string }} Source
 */

/** Between passages of a quote. */
export const LEFT_OUT = '[…]';

/** @param {string} folder */
export function readContent(folder) {
  const yaml = (/** @type {string} */ name) => parseYaml(readFileSync(join(folder, name), 'utf8'));
  const names = (/** @type {string} */ sub) => readdirSync(join(folder, sub)).sort();
  const actors = yaml('actors.yaml');
  /** @type {Map<string, Source>} */
  const sources = new Map();
  for (const name of names('sources').filter((one) => one.endsWith('.yaml'))) {
    const id = name.replace(/\.yaml$/, '').normalize('NFC');
    const bytes = readFileSync(join(folder, 'sources', name.replace(/\.yaml$/, '.txt')));
    sources.set(id, { record: yaml(`sources/${name}`), bytes, text: bytes.toString('utf8') });
  }
  /** The passages of a quote as they are shown, with what stands around them. @param {any} given @returns {Passage[]} */
  const passagesOf = ({ exact, prefix, suffix, source }) => {
    const all = [exact].flat();
    return all.map((one, i) => ({
      ...(i === 0 && { prefix }),
      ...(i === all.length - 1 && { suffix }),
      ...(typeof one === 'object' && one),
      exact: unmarked(one.exact ?? one, sources.get(source)?.record),
    }));
  };
  /** @type {Map<string, Event>} */
  const events = new Map();
  /** Published and taken back. @type {Map<string, Event & { why: string }>} */
  const retracted = new Map();
  for (const name of names('events').filter((one) => /\.mdx?$/.test(one))) {
    const id = name.replace(/\.mdx?$/, '').normalize('NFC');
    const [, front = '', body = ''] =
      /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n?([\s\S]*)$/.exec(
        readFileSync(join(folder, 'events', name), 'utf8'),
      ) ?? [];
    const data = parseYaml(front);
    const event = {
      id,
      /** The front matter. */
      record: data,
      title: data.title,
      date: String(data.date),
      refined: String(data.refined?.date ?? data.date),
      aliases: data.aliases ?? [],
      actors: data.actors ?? [],
      unsourced: data.unsourced === true,
      corrections: data.corrections ?? [],
      quotes: Object.entries(data.quotes ?? {}).map(([quote, given]) => {
        const passages = passagesOf(given);
        return {
          ...given,
          passages,
          // As it is shown: no words are left out without a sign.
          exact: passages.map(({ exact }) => exact).join(` ${LEFT_OUT} `),
          id: quote,
          chain: chainOf(given, passages, sources.get(given.source)?.record),
        };
      }),
      ...read(body),
    };
    if (data.retracted) retracted.set(id, { ...event, why: data.retracted.why });
    else events.set(id, event);
  }
  /** Every text of the archive. @type {string[]} */
  const inWhole = [];
  const gather = (/** @type {any} */ value) => {
    if (typeof value === 'string') inWhole.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(?:yaml|mdx?)$/.test(name)) {
      const file = readFileSync(join(folder, name), 'utf8');
      const [, front, body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\s*([\s\S]*)$/.exec(file) ?? [];
      gather(parseYaml(name.endsWith('.yaml') ? file : (front ?? '')));
      for (const block of body.split(/\n\s*\n/)) inWhole.push(read(block).body.join(' '));
    }
  for (const { text } of sources.values()) inWhole.push(...text.split('\n'));
  const ledger = join(folder, 'permalinks.txt');
  return {
    site: yaml('site.yaml'),
    actors,
    references: yaml('references.yaml') ?? {},
    sources,
    events,
    retracted,
    inWhole,
    permalinks: existsSync(ledger) ? (readFileSync(ledger, 'utf8').match(/^\/\S*/gm) ?? []) : [],
  };
}

/**
 * Through whom a quote came: the speaker, who passed it on, the agency, the publisher, each once. What the source
 * says in its own voice comes from the agency whose report it is, unless it is no journalism.
 * @param {any} quote @param {Passage[]} passages @param {any} record
 */
function chainOf({ speaker, via = [] }, passages, record) {
  const { agency, publisher, furniture = [] } = record ?? {};
  const isFurniture = passages.every(({ exact }) =>
    furniture.some((/** @type {any} */ one) => folded(one.exact).includes(folded(exact))),
  );
  const tail = [...(agency && !isFurniture ? [agency] : []), publisher];
  const ownVoice = speaker === publisher || speaker === agency;
  const chain = [...(ownVoice ? [] : [speaker]), ...via, ...tail];
  return chain.filter((one, i) => chain.indexOf(one) === i);
}

/** The words of a body, and what it cites, in order. @param {string} markdown */
export function read(markdown) {
  /** @type {{ words: string, target: string, reference: boolean }[]} */
  const cites = [];
  const definitions = new Map(
    [...markdown.matchAll(/^ {0,3}\[([^\]\n]+)\]:\s*<?(\S+?)>?(?:\s.*)?$/gm)].map(
      ([, name, to]) => [name?.toLowerCase(), to],
    ),
  );
  const plain = markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\{\/\*[\s\S]*?\*\/\}|<!--[\s\S]*?-->/g, '')
    .replace(/^ {0,3}\[[^\]\n]+\]:.*$/gm, '')
    // Media stand apart from the words.
    .replace(/^!\[[^\]]*\]\([^)]*\)\s*$/gm, '')
    .replace(
      /\[((?:[^[\]\\]|\\.|\[[^\]]*\])*)\](?:\(\s*<?([^\s)>]*)>?(?:\s[^)]*)?\)|\[([^\]]*)\])/g,
      (_, text, to, name) => {
        const target = to ?? definitions.get((name || text).toLowerCase()) ?? '';
        if (target.startsWith('#'))
          cites.push({ words: inWords(text), target: target.slice(1), reference: false });
        else if (target.startsWith('ref:'))
          cites.push({ words: inWords(text), target: target.slice(4), reference: true });
        return text;
      },
    );
  return { body: words(textOf(fragment(plain))), cites };
}

const inWords = (/** @type {string} */ markdown) => words(textOf(fragment(markdown))).join(' ');
