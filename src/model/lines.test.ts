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
    'a paragraph a line behind a heading',
    `THE REPORT\n\n${'They met at the harbour in the early morning of the third of May.\n'.repeat(6)}`,
    'paragraphs',
  ],
  [
    'Chinese of a paragraph a line',
    '一九二一年五月三日，两位特使在港务局会面，谈判持续了三个小时，没有人提到船只。\n第二天，特使们各自乘船离开了这座城市，谁也没有说他们什么时候会再见面。\n港务局的记录到此为止，后来的事情我们只能从报纸上的报道里知道一些，而报纸说得很少。\n',
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
