// @ts-check
/** Words outside the parts that are compared one by one: they are the archive's, the interface's, or stand twice. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, isOf, words } from './html.mjs';
import { days, fault, inWhole, list, shown, site, trees } from './site.mjs';

const BLOCK =
  /^(?:p|li|h[1-6]|dt|dd|figcaption|td|th|blockquote|summary|caption|div|aside|section|nav|main|article|header|footer|body|figure|form|details|ul|ol|dl|tr|table|address|pre)$/;
/** A block is wrong from so many words on that nothing else has: a language may join words to others. */
const UNKNOWN = 2;

const ADDRESS = /https?:\/\/\S+/g;

/**
 * A block whose words are neither texts of the archive as a whole nor of the interface is an addition, unless the same
 * stands elsewhere with other texts of the archive in it.
 */
export function checkWording() {
  // The longest first, so that none is cut by one within it.
  const known = [...new Set([...inWhole, ...list.map(({ title }) => title), ...days.values()])]
    .map((one) => words(one.replace(ADDRESS, ' ')).join(' '))
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length);
  const interfaceWords = wordsOfInterface();
  /** @type {Map<string, number>} */
  const times = new Map();
  const blocks = [...trees].flatMap(([name, tree]) =>
    all(tree, ({ tagName }) => BLOCK.test(tagName)).flatMap((node) => {
      const says = ownText(node);
      let rest = ` ${words(says).join(' ')} `;
      for (const one of known) rest = rest.replaceAll(` ${one} `, ' ∎ ');
      rest = rest.replace(/[\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*/gu, '#').trim();
      times.set(rest, (times.get(rest) ?? 0) + 1);
      return [{ name, rest, says }];
    }),
  );
  const archive = new Set(inWhole.flatMap(words));
  for (const { name, rest, says } of blocks) {
    if ((times.get(rest) ?? 0) > 1) continue;
    // Pages of which there is one put the archive's words together in sentences of their own.
    const single =
      /^(?:index|404|(?:about|explainer|embed|story\/\d+|sources\/[^/]+)\/index)\.html$/.test(name);
    const unknown = words(rest).filter(
      (one) => one.length > 1 && !interfaceWords.has(one) && !(single && archive.has(one)),
    );
    if (unknown.length >= UNKNOWN)
      fault(
        name,
        `says what neither the archive nor the interface does (${unknown.slice(0, 3).join(', ')}): ${shown(says.trim())}`,
      );
  }
}

/** The text of a block without the blocks within it; parts of it stand apart. @param {any} node @returns {string} */
function ownText(node) {
  return (node.childNodes ?? [])
    .map((/** @type {any} */ one) => {
      if (one.nodeName === '#text') return one.value;
      if (BLOCK.test(one.tagName ?? '') || /^(?:script|style|svg|code)$/.test(one.tagName ?? ''))
        return ' ';
      // An address is checked where it leads.
      if (isOf(one, 'address') || isOf(one, 'printed')) return ' ';
      return /^(?:wbr|b|i|em|strong)$/.test(one.tagName) || isOf(one, 'last-words')
        ? ownText(one)
        : ` ${ownText(one)} `;
    })
    .join('')
    .replace(ADDRESS, ' ');
}

/** The words of the interface, where its files are at hand: they are read as text, nothing in them runs. */
export function wordsOfInterface() {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'words');
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.ts'))
    : [];
  const texts = files.map((name) =>
    readFileSync(join(folder, name), 'utf8').replace(/\\[a-z]/g, ' '),
  );
  const languages = new Intl.DisplayNames(site.language, { type: 'language' });
  return new Set(
    [...texts, ...FORMATS, ...LANGUAGES.map((tag) => languages.of(tag) ?? '')].flatMap(words),
  );
}

/** Names of formats, the same in every language. */
const FORMATS = ['BibTeX', 'RIS', 'CSL-JSON'];

const LANGUAGES =
  'am ar bg bn cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko ku lt lv mn ms nb nl no pl ps pt ro ru sk sl sq sr sv sw th tr uk ur vi yue zh'.split(
    ' ',
  );
