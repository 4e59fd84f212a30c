import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { omitted } from './meaning.fixture.ts';
import { omissionsOf } from './meaning.ts';
import { NEGATIONS } from './negations.ts';
import { sentences } from './sentences.ts';

describe('omissionsOf(source, span, language)', () => {
  it.each([
    ['en', 'The jury found him not ⟦guilty⟧ of it.', 'not'],
    ['en', 'It was not a ⟦convenient time⟧ to leave.', 'not a'],
    ['en', 'They are not “⟦guilty⟧”.', 'not “'],
    ['en', 'They never ⟦agreed⟧ to it.', 'never'],
    ['en', 'They didn’t ⟦agree⟧.', 'didn’t'],
    ['en', "They won't ⟦agree⟧.", "won't"],
    ['en', 'They cannot ⟦agree⟧.', 'cannot'],
    ['en', 'talks without any ⟦preconditions⟧ began', 'without any'],
    ['en', 'They hardly ⟦agreed⟧.', 'hardly'],
    ['en', 'They almost ⟦agreed⟧.', 'almost'],
    ['en', 'There was no ⟦agreement⟧.', 'no'],
    ['en', 'It is not yet ⟦ready⟧.', 'not yet'],
    ['en', 'None of ⟦the crew survived⟧.', 'None of'],
    ['en', 'They refused to ⟦accept it⟧.', 'refused to'],
    ['en', 'The minister denied that ⟦they had agreed⟧.', 'denied that'],
    ['en', 'the so-called ⟦peace⟧', 'so-called'],
    ['en', 'the alleged ⟦spy⟧', 'alleged'],
    ['en', 'the former ⟦President Lee⟧', 'former'],
    ['en', 'They are *not* ⟦guilty⟧.', 'not*'],
    ['en', 'They did not, in fact, ⟦agree⟧.', 'not, in fact,'],
    ['en', 'They did not (yet) ⟦agree⟧.', 'not (yet)'],
    ['en', 'They did never – he said – ⟦agree⟧.', 'never – he said –'],
    ['en', 'They will never, ever ⟦agree⟧.', 'never, ever'],
    ['en', 'the acting ⟦president⟧ came', 'acting'],
    ['en', 'a non ⟦aligned state⟧', 'non'],
    ['en', 'Few ⟦agreed⟧ to it.', 'Few'],
    ['en', 'They have yet to ⟦agree⟧.', 'yet to'],
    ['en', 'They ruled out ⟦talks⟧.', 'ruled out'],
    ['en', 'It is false that ⟦they agreed⟧.', 'false that'],
    ['en', 'It is far from true that ⟦they agreed⟧.', 'far from true that'],
    ['de', 'Er ist kein ⟦Held⟧.', 'kein'],
    ['fr', 'Ils n’ont pas ⟦accepté⟧.', 'pas'],
    ['es', 'No se ha ⟦llegado a un acuerdo⟧.', 'No se ha'],
    ['it', 'Non è ⟦colpevole⟧.', 'Non è'],
    ['pt', 'Ele não é ⟦culpado⟧.', 'não é'],
    ['nl', 'Hij is niet ⟦schuldig⟧.', 'niet'],
    ['sv', 'Han är inte ⟦skyldig⟧.', 'inte'],
    ['pl', 'On nie jest ⟦winny⟧.', 'nie jest'],
    ['ru', 'Мы не ⟦согласны⟧ с ним.', 'не'],
    ['uk', 'Він не ⟦винний⟧.', 'не'],
    ['ar', 'لم ⟦يوافق⟧ على', 'لم'],
    ['ar', 'ولم ⟦يوافق⟧ على', 'ولم'],
    ['ar', 'دون أن ⟦يوافق⟧', 'دون أن'],
    ['he', 'הוא לא ⟦אשם⟧', 'לא'],
    ['ko', '그는 안 ⟦갔다⟧.', '안'],
    ['zh', '会议不⟦同意⟧', '不'],
    ['zh', '会议没有⟦同意⟧', '没有'],
    ['zh', '我们并非⟦敌人⟧', '并非'],
    ['th', 'เราไม่⟦เห็นด้วย⟧', 'ไม่'],
    ['vi', 'Họ không ⟦đồng ý⟧.', 'không'],
    ['tr', 'Hiç ⟦gitmedi⟧.', 'Hiç'],
  ])('%s: %s begins after a negation', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`before negation ${words}`]);
  });

  it.each([
    ['en', '⟦We will⟧ not go.', 'not'],
    ['en', '⟦They agreed⟧ never to go.', 'never'],
    ['en', '⟦They agreed⟧ (not).', '(not'],
    ['en', 'He is ⟦guilty of⟧ no crime.', 'no'],
    ['en', 'The claim that ⟦they agreed⟧ is false.', 'is false'],
    ['en', '⟦the president⟧ elect', 'elect'],
    ['de', '⟦Wir nehmen das Angebot⟧ nicht an.', 'nicht'],
    ['de', '⟦Das glaube ich⟧ auch nicht.', 'auch nicht'],
    ['fr', '⟦Nous acceptons⟧ pas.', 'pas'],
    ['sv', '⟦Vi accepterar⟧ inte.', 'inte'],
    ['tr', '⟦O suçlu⟧ değil.', 'değil'],
    ['ru', '⟦согласия⟧ нет', 'нет'],
    ['hi', '⟦वे सहमत⟧ नहीं हैं', 'नहीं'],
    ['fa', '⟦او گناهکار⟧ نیست', 'نیست'],
    ['hu', '⟦feltétel⟧ nélkül', 'nélkül'],
    ['ja', '彼は⟦同意⟧しなかった。', 'しなかった'],
    ['ja', '彼は⟦有罪⟧ではない。', 'ではない'],
    ['ko', '우리는 ⟦동의하지⟧ 않았다.', '않았다'],
    ['ko', '그는 ⟦유죄⟧가 아니다.', '가 아니다'],
    ['ko', '⟦조건⟧ 없이', '없이'],
    ['ko', '⟦동의할⟧ 수 없다', '수 없다'],
  ])('%s: %s ends before a negation', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`after negation ${words}`]);
  });

  it.each([
    'No, ⟦we agreed⟧ to it.',
    'No, he said, ⟦we agreed⟧ to it.',
    'It was not. ⟦They agreed⟧.',
    'not only ⟦the ships⟧ but the crews',
    'They agreed ⟦not to attack⟧.',
    'If not, ⟦they agreed⟧.',
    '⟦They agreed⟧, not we.',
    '⟦They agreed.⟧ Not all did.',
    'It was not so, but ⟦they agreed⟧.',
    'It was not\n\n⟦guilty⟧',
    'They agreed because ⟦they had no ships⟧.',
    'A few ⟦agreed⟧ to it.',
    '⟦Did they agree?⟧',
    '⟦They agreed⟧. Did we?',
    '⟦They agreed⟧; did we?',
    '⟦They agreed⟧ even if we did not.',
    'What if? ⟦They agreed⟧.',
    'They had ⟦agreed⟧ to it.',
    '⟦They agreed⟧ to it in part.',
    'In the spring of ⟦that year⟧',
    'The visit of ⟦Kim Jong Il⟧ ended.',
  ])('finds nothing left out in %j', (marked) => {
    expect(omitted(marked)).toEqual([]);
  });

  it.each([
    ['zh', '这是特别⟦重要⟧的'],
    ['zh', '他是否⟦同意⟧'],
    ['ja', '彼は⟦同意⟧しなければならない'],
    ['ja', '日本だけでなく⟦韓国⟧も'],
    ['ko', '⟦그는 갔다⟧고 말했다'],
    ['sv', 'inte Oslo utan ⟦Stockholm⟧'],
    ['ar', 'ما ⟦قاله الرئيس⟧'],
  ])('%s: finds nothing left out in %j', (language, marked) => {
    expect(omitted(marked, language)).toEqual([]);
  });

  it('looks over line ends and footnote marks, and not over the end of a paragraph', () => {
    expect(omitted('not\n⟦guilty⟧')).toEqual(['before negation not']);
    expect(omitted('not\r\n  ⟦guilty⟧')).toEqual(['before negation not']);
    expect(omitted('not\r\n\r\n⟦guilty⟧')).toEqual([]);
    expect(omitted('not\n⟦guilty⟧', 'en', { lines: 'kept' })).toEqual(['before negation not']);
    expect(omitted('not\n⟦guilty⟧', 'en', { lines: 'paragraphs' })).toEqual([]);
    expect(omitted('never[3] ⟦agreed⟧', 'en', { marks: 'footnotes' })).toEqual([
      'before negation never',
    ]);
  });

  it.each([
    ['Kim did not say ⟦they agreed⟧.', 'not say'],
    ['No member of ⟦the crew survived⟧.', 'No member of'],
    ['There is no evidence that ⟦they agreed⟧.', 'no evidence that'],
  ])('tells of a negation in the same clause: %s', (marked, words) => {
    expect(omitted(marked)).toEqual([`before clause ${words}`]);
  });

  it.each([
    ['en', 'If ⟦they agree⟧, ships leave.', 'If'],
    ['en', 'He asked whether ⟦they agreed⟧.', 'whether'],
    ['de', 'Wenn ⟦sie zustimmen⟧, fahren sie.', 'Wenn'],
    ['ru', 'Если ⟦они согласны⟧', 'Если'],
    ['en', 'They would ⟦agree to it⟧.', 'would'],
    ['en', 'They would have ⟦agreed to it⟧.', 'would have'],
    ['en', 'He denied ⟦having agreed⟧.', 'denied'],
    ['en', 'He came. If they agree, ⟦ships leave⟧.', 'If they agree,'],
    ['ru', 'Если они согласны, ⟦корабли уйдут⟧.', 'Если они согласны,'],
    ['en', 'It ended. Had ⟦they agreed⟧, war would have come.', 'Had'],
    ['de', 'Hätten ⟦sie zugestimmt⟧, wäre es anders.', 'Hätten'],
    ['en', 'The son of ⟦Kim Jong Il came⟧.', 'son of'],
    ['en', 'Advisers of the ⟦minister agreed⟧.', 'Advisers of the'],
    ['de', 'Die Tochter des ⟦Ministers kam⟧.', 'Tochter des'],
    ['fr', 'Le fils de ⟦Kim est venu⟧.', 'fils de'],
    ['es', 'El portavoz del ⟦ministro vino⟧.', 'portavoz del'],
    ['it', 'La moglie del ⟦ministro venne⟧.', 'moglie del'],
    ['ru', 'Сын ⟦Ким Чен Ира приехал⟧.', 'Сын'],
  ])('%s: tells of a condition: %s', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`before condition ${words}`]);
  });

  it.each([
    ['en', '⟦They agree⟧, if ships leave.', ', if'],
    ['en', '⟦They agree⟧ only if ships leave.', 'only if'],
    ['en', '⟦They agree⟧ unless ships leave.', 'unless'],
    ['ru', '⟦Они согласны⟧, если корабли уйдут.', ', если'],
    ['en', '⟦They agreed⟧ in part.', 'in part'],
    ['en', '⟦They agreed⟧ (allegedly) to it.', '(allegedly'],
    ['en', '⟦They agreed⟧, it is said, wrongly.', ', it is said'],
    ['en', '⟦They agreed⟧, or so he said.', ', or so he'],
    ['de', '⟦Sie stimmten⟧ angeblich zu.', 'angeblich'],
    ['fr', '⟦Ils acceptent⟧ en partie.', 'en partie'],
    ['es', '⟦Aceptaron⟧ en principio.', 'en principio'],
    ['it', '⟦Accettarono⟧ a torto.', 'a torto'],
    ['ru', '⟦Они согласились⟧ отчасти.', 'отчасти'],
    ['en', 'Did ⟦they agree⟧ to it?', 'to it?'],
    ['ko', '⟦그들은⟧ 동의했는가?', '동의했는가?'],
  ])('%s: tells of a condition or a question after the quote: %s', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`after condition ${words}`]);
  });

  it.each([
    ['en', '⟦They agreed⟧? No.', '?'],
    ['en', 'He asked: “Did ⟦they agree⟧?”', '?'],
    ['en', 'Did “⟦they agree⟧”?', '”?'],
    ['ar', 'هل ⟦وافقوا⟧؟', '؟'],
    ['zh', '⟦他们同意了⟧？', '？'],
  ])('%s: leaves out that it is a question: %s', (language, marked, words) => {
    expect(omitted(marked, language)).toEqual([`after question ${words}`]);
  });

  it('finds nothing left out of a whole sentence of any archive here', () => {
    const root = join(import.meta.dirname, '..', '..');
    const archives = [
      join(root, 'content'),
      ...readdirSync(join(root, 'e2e', 'archives')).map((name) => join(root, 'e2e/archives', name)),
    ];
    const found = archives.flatMap((archive) => {
      const folder = join(archive, 'sources');
      return readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => {
          const text = readFileSync(join(folder, name), 'utf8');
          const { language, lines } = parse(
            readFileSync(join(folder, name.replace(/txt$/, 'yaml')), 'utf8'),
          );
          const source = { text, language, lines };
          return sentences(source).flatMap((span) => omissionsOf(source, span, language));
        });
    });
    expect(found).toEqual([]);
  });

  it('has no list of negations that matches nothing', () => {
    for (const [language, { before }] of Object.entries(NEGATIONS)) {
      const [first = ''] = before.split(' ');
      if (/^[\p{L}]+$/u.test(first))
        expect([language, omitted(`${first} ⟦x⟧`, language)]).toEqual([
          language,
          [`before negation ${first}`],
        ]);
    }
  });
});
