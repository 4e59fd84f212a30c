import { describe, expect, it } from 'vitest';
import { reportBehind, sayersBeside } from './sayers.ts';

/** Who is named; what is quoted stands between ⟦ and ⟧. */
function names(marked: string, language = 'en'): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  return sayersBeside({ text }, { start, end }, language).map(
    ({ side, isOther, name }) => `${side}${isOther ? ' not' : ''} ${name}`,
  );
}

describe('sayersBeside(source, span, language)', () => {
  it.each([
    ['en', '“⟦We agree,⟧” said Putin.', 'after Putin'],
    ['en', '“⟦We agree,⟧” the Envoy Kim Jong Un then said.', 'after Envoy Kim Jong Un'],
    ['en', '“⟦We agree⟧,” Putin told Kim.', 'after Putin'],
    ['en', '“⟦We agree!⟧” said Putin.', 'after Putin'],
    ['en', '“Yes, ⟦we agree⟧ to that,” said Mr. Putin.', 'after Mr. Putin'],
    ['en', 'In May, Putin said: “⟦We agree.⟧”', 'before Putin'],
    ['en', 'It rained. Putin told Kim, “⟦We agree.⟧”', 'before Putin'],
    ['en', 'Putin said in Moscow after the talks: “⟦We agree.⟧”', 'before Putin'],
    ['en', 'Putin said that ⟦they agreed⟧.', 'before Putin'],
    ['en', 'Kim left. ⟦They agreed⟧, Putin said.', 'after Putin'],
    ['en', '“⟦We agree,⟧” said Putin’s envoy.', 'after not Putin'],
    ['en', '“⟦We agree,⟧” said a spokesman for Mr. Putin.', 'after not Mr. Putin'],
    ['en', '“⟦Do you agree?⟧” Putin was asked, it is said.', 'after not Putin'],
    ['en', 'Putin’s envoy said: “⟦We agree.⟧”', 'before not Putin'],
    ['en', 'A spokesman for Putin said: “⟦We agree.⟧”', 'before not Putin'],
    ['en', 'Putin’s envoy Dmitry Peskov said: “⟦We agree.⟧”', 'before Dmitry Peskov'],
    // A pronoun is nobody's name.
    ['en', 'He met Putin. He said: “⟦We agree.⟧”', 'before He'],
    ['de', '„⟦Wir stimmen zu⟧“, sagte Putin.', 'after Putin'],
    ['fr', '«⟦ Nous acceptons ⟧», a déclaré Poutine.', 'after Poutine'],
    ['es', '«⟦Aceptamos⟧», dijo Putin.', 'after Putin'],
    ['it', '«⟦Accettiamo⟧», ha detto Putin.', 'after Putin'],
    ['ru', '«⟦Мы согласны⟧», — сказал Путин.', 'after Путин'],
  ])('%s: %s', (language, marked, name) => {
    expect(names(marked, language)).toEqual([name]);
  });

  it.each([
    ['en', '“⟦We agree.⟧” Putin said nothing more.'],
    ['en', '“⟦We agree,⟧” he said of Putin.'],
    ['en', '“⟦We agree,⟧” the president said after he met Putin.'],
    ['en', '“⟦We agree,⟧” he told Kim.'],
    ['en', 'Putin said the ministry had called it “⟦a grave mistake⟧”.'],
    ['en', '⟦They agreed with⟧ Putin said Kim.'],
    ['en', 'Putin said:\n\n“⟦We agree.⟧”'],
    ['ko', '푸틴은 “⟦동의한다⟧”고 말했다.'],
  ])('%s: names nobody in %s', (language, marked) => {
    expect(names(marked, language)).toEqual([]);
  });
});

describe('reportBehind(source, span, language)', () => {
  it.each([
    ['en', 'Kim was late', ', Kim said.', ', Kim said'],
    ['en', 'Kim was late', ', said Putin.', ', said'],
    ['en', 'Kim was late', ', officials in Hanoi say.', ', officials in Hanoi say'],
    ['en', 'Kim was late', ', according to Putin.', ', according to Putin'],
    ['en', 'Kim was late', ' according to the Post.', ' according to the Post'],
    ['de', 'Kim kam spät', ', sagte Putin.', ', sagte'],
    ['de', 'Kim kam spät', ' laut Putin.', ' laut Putin'],
    ['fr', 'Kim était en retard', ', selon Poutine.', ', selon Poutine'],
    ['ru', 'Ким опоздал', ', сообщил Путин.', ', сообщил'],
    ['en', 'Kim was late', ', and Putin left.', null],
    ['en', 'Kim was late', '. Putin said so.', null],
    ['ko', '김', ', 말했다', null],
  ])('%s: %s%s', (language, words, after, report) => {
    const span = { start: 0, end: words.length };
    expect(reportBehind({ text: words + after }, span, language)).toBe(report);
  });
});
