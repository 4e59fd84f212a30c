import { expect, test } from 'vitest';
import { parseBody } from '../../check/read/body.ts';
import { textFile } from '../../check/read/file.ts';
import type { BodyNode } from '../../model/body.ts';
import { bodyHtml } from '../body.ts';
import { citedAt, numberCitations } from './citations.ts';

const read = (text: string) =>
  parseBody(textFile('e.mdx', text, new TextEncoder().encode(text)), 0, true).body ?? [];
/** The texts as HTML, of one event. */
const numbered = (...texts: string[]) => {
  const all = numberCitations(texts.map((text) => ({ body: read(text), event: 'a' })));
  return { ...all, html: all.texts.map((text) => bodyHtml(text, { event: 'a' })) };
};
/** Labels as `[n]`, spaces that do not break as `_`. */
const shown = (html = ''): string =>
  html
    .replace(/<sup>(.*?)<\/sup>/g, '[$1]')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00A0', '_')
    .replaceAll('\u2009', '');
const one = (text: string): string => shown(numbered(text).html[0]).replaceAll('_', ' ');

test('numberCitations(texts) counts quotes by figures and references by letters, through all texts', () => {
  const { html, labels } = numbered(
    'He [met her](#met) in [May](ref:x) and [left](#left)',
    'She [said](#said) he [met her](#met), by [a paper](ref:y)',
  );
  expect(html.map((text) => shown(text).replaceAll('_', ' '))).toEqual([
    'He met her[1] in May[a] and left[2]',
    'She said[3] he met her,[1] by a paper[b]',
  ]);
  expect([...labels].join(' ')).toBe('q-a-met,1 ref-x,a q-a-left,2 q-a-said,3 ref-y,b');
});

test('numberCitations(texts) links a label to its entry, and marks where the entry is cited first', () => {
  const [html] = numbered('[one](#b) [two](#b)').html;
  expect(html?.match(/href="#q-a-b"/g)).toHaveLength(2);
  expect(html?.match(new RegExp(`id="${citedAt('q-a-b')}"`, 'g'))).toHaveLength(1);
});

test('numberCitations(texts) sets labels behind the marks that close what is cited', () => {
  expect(one('“[so](#b)”, he said')).toBe('“so”,[1] he said');
  expect(one('[so](#b). Then')).toBe('so.[1] Then');
  expect(one('[so](#b) (KCNA)')).toBe('so[1] (KCNA)');
});

test('numberCitations(texts) takes citations one right after the other', () => {
  expect(one('May 2019[x](ref:x)[y](ref:y). Rome')).toBe('May 2019x[a]y.[b] Rome');
  const empty = (id: string): BodyNode => ({
    type: 'citation',
    kind: 'reference',
    id,
    children: [],
    offset: 0,
  });
  const body: BodyNode[] = [empty('x'), empty('y'), { type: 'text', value: '. Rome' }];
  const [text = []] = numberCitations([{ body, event: 'a' }]).texts;
  expect(shown(bodyHtml(text, { event: 'a' })).replaceAll('\n', '')).toBe('.[a][,b] Rome');
});

test('numberCitations(texts) goes on from z with aa', () => {
  const links = Array.from({ length: 28 }, (_, i) => `[w](ref:${i})`).join(' ');
  expect(one(links)).toMatch(/w\[z\] w\[aa\] w\[ab\]$/);
});

test('numberCitations(texts) keeps a paragraph’s last three words together', () => {
  const bound = (text: string) => shown(numbered(text).html[0]);
  expect(bound('one two three four')).toBe('one two_three_four');
  expect(bound('one two [three](#b) four')).toBe('one two_three[1]_four');
  expect(bound('one')).toBe('one');
});
