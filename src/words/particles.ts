/** Korean particles, whose form goes by the sound that the word before them ends in. */

/** After a consonant, after a vowel, and where nobody can say which the word ends in. */
const FORMS = {
  은: ['은', '는', '은(는)'],
  이: ['이', '가', '이(가)'],
  을: ['을', '를', '을(를)'],
  과: ['과', '와', '와(과)'],
  으로: ['으로', '로', '(으)로'],
} as const;

type Ending = 'vowel' | 'consonant' | 'ㄹ' | 'unknown';

/** How the names of digits end: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; of round numbers 십, 백, 천, 만, all in a consonant. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
];

/**
 * A word with its particle.
 * @param word as it is written; marks and brackets behind it are not read
 * @param after the particle's form after a consonant
 */
export function withParticle(word: string, after: keyof typeof FORMS): string {
  const [consonant, vowel, either] = FORMS[after];
  const ending = endingOf(word);
  if (ending === 'unknown') return word + either;
  const closed = ending === 'consonant' || (ending === 'ㄹ' && after !== '으로');
  return word + (closed ? consonant : vowel);
}

/** What a word's sound ends in. Words in Latin letters are read as Koreans read them, capitals by their names. */
function endingOf(word: string): Ending {
  const read = word.replace(/(?:\s*\([^()]*\)|[\p{P}\p{S}\s])+$/u, '');
  const last = read.at(-1) ?? '';
  if (/[가-힣]/.test(last)) {
    // Syllables stand in Unicode by their initial, their vowel and then 28 finals, of which the first is none.
    const final = (last.charCodeAt(0) - 0xac00) % 28;
    return final === 0 ? 'vowel' : final === 8 ? 'ㄹ' : 'consonant';
  }
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? 'unknown';
  // 엘, 알; 엠, 엔.
  if (/[A-Z]$/.test(read))
    return /[LR]/.test(last) ? 'ㄹ' : /[MN]/.test(last) ? 'consonant' : 'vowel';
  if (/l$/.test(read)) return 'ㄹ';
  if (/(?:[mn]|ng)$/.test(read)) return 'consonant';
  // A stop may close the last syllable or open one more: Facebook is 북, Post is 스트.
  return /[aefhijorsuvwxyz]$/.test(read) ? 'vowel' : 'unknown';
}
