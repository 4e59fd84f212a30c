import { describe, expect, it } from 'vitest';
import { withParticle } from './particles.ts';

describe('withParticle(word, particle)', () => {
  it.each([
    // Syllables by their final.
    ['김정은', '은', '김정은은'],
    ['푸틴', '이', '푸틴이'],
    ['트럼프', '은', '트럼프는'],
    ['러시아', '이', '러시아가'],
    ['회담', '을', '회담을'],
    ['보도', '을', '보도를'],
    ['서울', '과', '서울과'],
    ['하노이', '과', '하노이와'],
    // ㄹ counts as a vowel before 으로.
    ['서울', '으로', '서울로'],
    ['평양', '으로', '평양으로'],
    ['하노이', '으로', '하노이로'],
    ['서울', '을', '서울을'],
    // Figures as they are read: 일, 이, 삼, 십, 백.
    ['1', '이', '1이'],
    ['2', '이', '2가'],
    ['3', '을', '3을'],
    ['1', '으로', '1로'],
    ['10', '으로', '10으로'],
    ['2019', '은', '2019는'],
    ['100', '을', '100을'],
    // Marks and brackets behind a word are not read.
    ['“서울”', '은', '“서울”은'],
    ['김정은(국무위원장)', '이', '김정은(국무위원장)이'],
    ['러시아 (연방)', '은', '러시아 (연방)는'],
    // Capitals by their names, words as they are said.
    ['KCNA', '이', 'KCNA가'],
    ['UN', '은', 'UN은'],
    ['SQL', '으로', 'SQL로'],
    ['Beijing', '을', 'Beijing을'],
    ['Reuters', '은', 'Reuters는'],
    // Where nobody can say.
    ['Post', '은', 'Post은(는)'],
    ['平壤', '으로', '平壤(으)로'],
    ['', '이', '이(가)'],
  ] as const)('%s, %s: %s', (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});
