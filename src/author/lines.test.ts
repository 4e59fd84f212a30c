import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

const wrapped =
  'The Board finds that the thermo-\nstatic switches were not modified\nto operate at the higher voltage\nused at the launch site, and that\nnobody noticed.';

it.each([
  ['running text', `THE REPORT\n\n${wrapped}\n\nThe end.\n`, undefined],
  ['one wrapped paragraph', `${wrapped}\n`, undefined],
  ['a paragraph between empty lines', 'One line.\n\nAnother line.\n', undefined],
  ['one line', 'One line.', undefined],
  [
    'Chinese of equal lines',
    '他在书中写道和阿姆斯特朗走\n出登月舱之前的圣餐仪式上他\n喝了少量葡萄酒举行这一仪式\n时通信暂停',
    undefined,
  ],
  [
    'a paragraph a line',
    `${'It was a long day and a longer night. '.repeat(6)}\nShort.\n${'Nobody slept at all. '.repeat(11)}\n`,
    'paragraphs',
  ],
  [
    'a poem',
    'The sea is calm tonight.\nThe tide is full,\nthe moon lies fair\n\nUpon the straits; on the French coast\nthe light\nGleams and is gone\n',
    'kept',
  ],
  ['a list', 'Bread\nSalt and pepper\nOil\n', 'paragraphs'],
] as const)('knows the line ends of %s', (_, text, lines) => {
  expect(linesOf(text)).toBe(lines);
});

it('takes each line end of a page for one that readers see', () => {
  expect(linesOf(`${wrapped}\n\nThe end.\n`, true)).toBe('kept');
  expect(linesOf('One.\n\nTwo.\n', true)).toBeUndefined();
  expect(linesOf('One.\nTwo.\n', true)).toBe('paragraphs');
});
