import { describe, expect, it } from 'vitest';
import { omitted } from './meaning.fixture.ts';

describe('omissionsOf(source, span, language), of what limits a statement', () => {
  it.each([
    ['en', 'Only ⟦Kim agreed⟧.', 'Only'],
    ['en', 'Half ⟦the crew survived⟧.', 'Half'],
    ['en', 'Most of ⟦the crew survived⟧.', 'Most of'],
    ['en', 'Five of the ⟦crew survived⟧.', 'Five of the'],
    ['en', 'Some 10% of ⟦the crew survived⟧.', '10% of'],
    ['de', 'Nur ⟦Kim stimmte zu⟧.', 'Nur'],
    ['de', 'Die Hälfte ⟦der Mannschaft starb⟧.', 'Die Hälfte'],
    ['fr', 'La plupart des ⟦marins sont morts⟧.', 'plupart des'],
    ['es', 'La mitad de ⟦los marinos murió⟧.', 'mitad de'],
    ['it', 'Soltanto ⟦Kim accettò⟧.', 'Soltanto'],
    ['ru', 'Только ⟦Ким согласен⟧.', 'Только'],
  ])('%s: tells of a limit: %s', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`before limit ${words}`]);
  });

  it.each([
    ['All but ⟦Kim agreed⟧.', 'All but'],
    ['Everyone except for ⟦Kim agreed⟧.', 'except for'],
    ['They came apart from ⟦Kim⟧.', 'apart from'],
    ['a pre ⟦nuclear state⟧', 'pre'],
    ['the un ⟦signed paper⟧', 'un'],
  ])('takes an exception for a negation: %s', (marked, words) => {
    expect(omitted(marked)).toEqual([`before negation ${words}`]);
  });

  it.each([
    'He did nothing but ⟦agree⟧.',
    'one of a kind, ⟦the crew survived⟧',
    'He ⟦only agreed⟧.',
  ])('finds no limit in %s', (marked) => {
    expect(omitted(marked)).toEqual([]);
  });
});

describe('omissionsOf(source, span, language), of what was only meant or said', () => {
  it.each([
    ['Kim plans to ⟦come in May⟧.', 'before condition plans to'],
    ['Kim is believed to ⟦be late⟧.', 'before condition believed to'],
    ['Kim tried to ⟦flee⟧.', 'before condition tried to'],
    ['Kim would have said “⟦we met⟧”.', 'before condition would have said'],
    ['Kim denied saying “⟦we met⟧”.', 'before negation denied saying'],
  ])('%s', (marked, words) => {
    expect(omitted(marked).map((each) => each.replace(/ “$/, ''))).toEqual([words]);
  });
});

describe('omissionsOf(source, span, language), of dates', () => {
  it.each([
    ['en', '⟦They met on 21⟧ May 2019.', 'after number May'],
    ['en', '⟦on the 21st⟧ of May', 'after number of May'],
    ['en', '⟦on 21⟧ and 22 May', 'after number and 22 May'],
    ['en', '⟦on 21, 22⟧ and 23 May', 'after number and 23 May'],
    ['es', '⟦el 21⟧ de mayo de 2019', 'after number de mayo'],
    ['fr', '⟦le 1er⟧ mai', 'after number mai'],
    ['de', '⟦am 21⟧. Mai 2019', 'after number . Mai'],
    ['ru', '⟦Они встретились 21⟧ мая', 'after number мая'],
    ['zh', '⟦他们于2019年5月21⟧日会面', 'after number 日'],
    ['zh', '⟦他们于2019年5⟧月21日会面', 'after number 月'],
    ['ko', '⟦그들은 5월 21⟧일에 만났다', 'after number 일'],
    ['ko', '⟦그들은 5⟧월 21일에 만났다', 'after number 월'],
    ['ja', '⟦会談は5⟧月21日に行われた', 'after number 月'],
    ['en', 'before ⟦2019 they met⟧', 'before number before'],
    ['en', 'the day after ⟦3 May they left⟧', 'before number after'],
    ['en', 'perhaps ⟦in 2019 they met⟧', 'before number perhaps'],
  ])('%s: %s', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([words]);
  });

  it.each([
    ['⟦on 3 May⟧ or so', ['after number or so']],
    ['⟦5⟧ or more came', ['after number or more']],
    ['⟦on 3 May⟧ at the latest', ['after number at the latest']],
    ['⟦it took 2 hours⟧ and 30 minutes', ['after number and 30 minutes']],
    ['5 of the ⟦12 died⟧', ['before number 5 of the']],
    ['perhaps ⟦May 2019 was it⟧', ['before number perhaps']],
  ] as [string, string[]][])('%s', (marked, words) => {
    expect(omitted(marked)).toEqual(words);
  });

  it.each([
    ['en', 'They met on 1 ⟦May 2019 in Hanoi⟧.'],
    ['en', '⟦They met on 21 May⟧ 2019.'],
    ['en', '⟦They were 21⟧ may be.'],
    ['en', '⟦It cost $21⟧ May said.'],
    ['en', 'before the ⟦2019 elections⟧'],
    ['en', 'on 3 May ⟦they left⟧'],
    ['en', 'after ⟦42 ships sank⟧'],
    ['en', 'after ⟦1850 men came⟧'],
    ['en', 'after ⟦May resigned⟧'],
    ['zh', '⟦他们于2019年5月21日⟧会面'],
    ['ko', '⟦그들은 5월 21일⟧에 만났다'],
  ])('%s: finds no date cut in %s', (language, marked) => {
    expect(omitted(marked, language)).toEqual([]);
  });
});
