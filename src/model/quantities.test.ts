/** What belongs to a quantity: the side of a mark, a difference, a choice, a share; and numbers by which somebody is called. */
import { expect, it } from 'vitest';
import { cutsOf } from './boundaries.ts';
import { omissionsOf } from './meaning.ts';

/** What a quote cuts or leaves out; what is quoted stands between ⟦ and ⟧. */
function amiss(marked: string, language: string): string[] {
  const text = marked.replace(/[⟦⟧]/g, '');
  const span = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
  return [
    ...cutsOf({ text }, span, language).map(
      ({ side, kind, whole }) => `${side} in ${kind} ${whole}`,
    ),
    ...omissionsOf({ text }, span, language).map(
      ({ side, kind, words }) => `${side} ${kind} ${words.trim()}`,
    ),
  ];
}

it.each([
  ['It was ⟦5 degrees⟧ below zero.', 'after number below zero'],
  ['It was ⟦5 degrees Celsius⟧ below freezing.', 'after number below freezing'],
  ['Temperatures of ⟦20 degrees⟧ below were felt.', 'after number below'],
  ['It stood ⟦three metres⟧ below sea level.', 'after number below sea'],
  ['⟦Twenty degrees⟧ of frost', 'after number of frost'],
  ['It happened ⟦200 years⟧ before Christ.', 'after number before Christ'],
  ['It weighs ⟦5 kilos⟧ less than before.', 'after number less'],
  ['It has ⟦20 percent⟧ fewer.', 'after number fewer'],
  ['⟦3 May⟧ or 4 May', 'after number or 4'],
  ['3 or ⟦4 ships⟧', 'before number 3 or'],
  ['⟦5⟧ × 10', 'after number × 10'],
  ['5 × ⟦10 metres⟧', 'before number 5 ×'],
  ['⟦5⟧ by 10 metres', 'after number by 10'],
  ['⟦3⟧ out of 10', 'after number out of 10'],
  ['⟦one⟧ in ten', 'after number in ten'],
  ['half ⟦a million⟧', 'before number half'],
  ['a third of ⟦a million⟧', 'before number a third of'],
  ['Es waren ⟦5 Grad⟧ unter null.', 'after number unter null', 'de'],
  ['Il faisait ⟦5 degrés⟧ au-dessous de zéro.', 'after number au-dessous de zéro', 'fr'],
  ['Estaban a ⟦5 grados⟧ bajo cero.', 'after number bajo cero', 'es'],
  ['Было ⟦5 градусов⟧ ниже нуля.', 'after number ниже нуля', 'ru'],
  ['Era ⟦5 gradi⟧ sotto zero.', 'after number sotto zero', 'it'],
  ['零下⟦5度⟧', 'before number 零下', 'zh'],
  ['영하 ⟦5도⟧', 'before number 영하', 'ko'],
  ['Write to ⟦020 7946⟧ 0958 now.', 'ends in number 020 7946 0958'],
  ['Write to 020 ⟦7946 0958⟧ now.', 'begins in number 020 7946 0958'],
  ['Write to +44 ⟦20 7946 0958⟧ now.', 'begins in number +44 20 7946 0958'],
  ['Write to (212) ⟦555-0199⟧.', 'begins in number (212) 555-0199'],
  ['Call ⟦555-0199⟧ 22 now.', 'ends in number 555-0199 22'],
  ['tel. ⟦06.12.34⟧ 56 78', 'ends in number 06.12.34 56 78'],
  ['IBAN ⟦DE89 3704⟧ 0044 0532', 'ends in number DE89 3704 0044 0532'],
])('%s is %s', (marked, expected, language = 'en') => {
  expect(amiss(marked, language)).toEqual([expected]);
});

it.each([
  'It was ⟦5 degrees below zero⟧.',
  '⟦The ship lay 5 metres⟧ under the bridge.',
  '⟦5 ships⟧ or boats came.',
  '⟦He was one⟧ in a crowd.',
  'He had ⟦half a million⟧.',
  'In ⟦1950⟧ 1200 men came.',
  'At ⟦09:40⟧ an answer came in.',
  '⟦One warning⟧ of two lines',
  'Call ⟦020 7946 0958⟧ now.',
])('%s is whole', (marked) => {
  expect(amiss(marked, 'en')).toEqual([]);
});
