/**
 * Superscripts and subscripts in plain text, so that `10<sup>6</sup>` is not read as 106, nor a footnote mark as a digit of
 * the year before it.
 */

const pairs = (plain: string, moved: string): ReadonlyMap<string, string> => {
  const to = [...moved];
  return new Map([...plain].map((sign, i) => [sign, to[i] ?? sign]));
};

// Unicode has no superscript q, and no capital C, F, Q, S, X, Y, Z.
const RAISED = pairs(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδθιφχ',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᶿᶥᵠᵡ',
);
const LOWERED = pairs(
  '0123456789+-−=()aehijklmnoprstuvxβγρφχ',
  '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ',
);
/** Signs that stay unchanged in a superscript, because nobody reads them as part of a number or a word. */
const NEUTRAL = /^[\s\p{Po}\p{Pd}*†‡§¶#°º™®©′″]$/u;
/** Longer text is a passage, which superscript letters would make hard to read. */
const LONGEST = 12;

/** A superscript after `before`. */
export function raise(text: string, before: string, isNoteMark: boolean): string {
  const words = text.trim();
  if (words === '') return text;
  if (/^\[.*\]$/su.test(words)) return text;
  if (isNoteMark) return /[\p{L}\p{N}]/u.test(words) ? `[${words}]` : text;
  if (/\d$/.test(before) && /^(?:st|nd|rd|th)$/i.test(words)) return text;
  if (/^tm$/i.test(words)) return '™';
  return moved(words, RAISED) ?? `^(${words})`;
}

/** A subscript. */
export function lower(text: string): string {
  const words = text.trim();
  if (words === '') return text;
  return moved(words, LOWERED) ?? `_(${words})`;
}

function moved(text: string, signs: ReadonlyMap<string, string>): string | null {
  // Only letters and digits have superscript forms.
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  const letters = [...text];
  if (letters.length > LONGEST) return null;
  const raised = letters.map((sign) => signs.get(sign) ?? (NEUTRAL.test(sign) ? sign : null));
  return raised.includes(null) ? null : raised.join('');
}
