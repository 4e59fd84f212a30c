import { expect, it } from 'vitest';
import { lastWords } from './last-words.ts';

it.each([
  ['The lamp was lit at dusk.', 'lit at dusk.'],
  ['dusk', ''],
  ['at dusk', ''],
  [
    '他在书中写道 Aldrin 在和阿姆斯特朗走出登月舱之前的圣餐仪式上，他喝了少量葡萄酒，举行这一仪式时与地面的通信出现了暂停，因此这一过程从来没有播出。',
    '',
  ],
  [`It was a ${'long'.repeat(12)} day now`, ''],
])('cuts %j before %j', (text, tail) => {
  const { head, tail: found } = lastWords(text);
  expect(found).toBe(tail);
  expect(head + found).toBe(text);
});
