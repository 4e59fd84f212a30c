import { expect, test } from 'vitest';
import { citedAt, numberCitations } from './citations.ts';

const cite = (anchor: string, words = ''): string =>
  `<a class="cite" href="#${anchor}">${words}</a>`;
/** Labels as `[n]`, spaces that do not break as `_`. */
const shown = (html = ''): string =>
  html
    .replace(/<sup>(.*?)<\/sup>/g, '[$1]')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#160;', '_')
    .replaceAll('\u2009', '');
const number = (html: string): string => shown(numberCitations([html]).parts[0]);

test('numberCitations(parts) counts quotes by figures and references by letters, through all parts', () => {
  const { parts, labels } = numberCitations([
    `He ${cite('q-a-met', 'met her')} in ${cite('ref-x', 'May')} and ${cite('q-a-left', 'left')}`,
    `She ${cite('q-b-said', 'said')} he ${cite('q-a-met', 'met her')}, by ${cite('ref-y', 'a paper')}`,
  ]);
  expect(parts.map(shown)).toEqual([
    'He met her[1] in May[a] and left[2]',
    'She said[3] he met her,[1] by a paper[b]',
  ]);
  expect([...labels].join(' ')).toBe('q-a-met,1 ref-x,a q-a-left,2 q-b-said,3 ref-y,b');
});

test('numberCitations(parts) links a label to its entry, and marks where the entry is cited first', () => {
  const [html] = numberCitations([`${cite('q-a-b', 'one')} ${cite('q-a-b', 'two')}`]).parts;
  expect(html?.match(/href="#q-a-b"/g)).toHaveLength(2);
  expect(html?.match(new RegExp(`id="${citedAt('q-a-b')}"`, 'g'))).toHaveLength(1);
});

test('numberCitations(parts) sets labels behind the marks that close what is cited', () => {
  expect(number(`“${cite('q-a-b', 'so')}”, he said`)).toBe('“so”,[1] he said');
  expect(number(`${cite('q-a-b', 'so')}. Then`)).toBe('so.[1] Then');
  expect(number(`${cite('q-a-b', 'so')} (KCNA)`)).toBe('so[1] (KCNA)');
});

test('numberCitations(parts) takes links without words, one after the other', () => {
  expect(number(`May 2019${cite('ref-x')}${cite('ref-y')}. Rome`)).toBe('May 2019.[a][,b] Rome');
});

test('numberCitations(parts) goes on from z with aa', () => {
  const links = Array.from({ length: 28 }, (_, i) => cite(`ref-${i}`, 'w')).join(' ');
  expect(number(links)).toMatch(/w\[z\] w\[aa\] w\[ab\]$/);
});

test('numberCitations(parts) keeps a paragraph’s last three words together', () => {
  expect(number('<p>one two three four</p>')).toBe('one two_three_four');
  expect(number(`<p>one two ${cite('q-a-b', 'three')} four</p>`)).toBe('one two_three[1]_four');
  expect(number('<p>one</p>')).toBe('one');
});
