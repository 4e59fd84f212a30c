/** Typefaces for scripts that Source Serif 4 and Source Sans 3 do not have. */
import { scriptOf } from './language.ts';

/** A typeface of one script, in a Fontsource package. */
export interface Typeface {
  family: string;
  /** Fontsource's name for the script's characters. */
  subset: 'arabic' | 'korean';
  /** The weights of the regular and of the bold face. */
  weights: readonly [400, 600 | 700];
}

const arabic = { subset: 'arabic', weights: [400, 600] } as const;
const gothic: Typeface = { family: 'Nanum Gothic', subset: 'korean', weights: [400, 700] };

/** By ISO 15924 script: the typeface used with the serif face, and with the sans. */
export const TYPEFACES: Readonly<Record<string, { serif: Typeface; sans: Typeface }>> = {
  Arab: {
    serif: { family: 'Noto Naskh Arabic', ...arabic },
    sans: { family: 'Noto Sans Arabic', ...arabic },
  },
  Kore: { serif: gothic, sans: gothic },
};

/** All of them, each once. */
export const allTypefaces: readonly Typeface[] = [
  ...new Set(Object.values(TYPEFACES).flatMap(({ serif, sans }) => [serif, sans])),
];

/** The typefaces that an archive of a language needs. Words of other scripts are shown in the reader's own fonts. */
export function typefacesOf(language: string): Typeface[] {
  const { serif, sans } = TYPEFACES[scriptOf(language) ?? ''] ?? {};
  return [...new Set([serif, sans])].filter((face) => face !== undefined);
}

/** The CSS custom property of its family, in `styles/tokens.css` and `<Font>`. */
export const variableOf = ({ family, subset }: Typeface): string => `--${slugOf(family)}-${subset}`;

/** The name of a family in Fontsource's packages and files. */
export const slugOf = (family: string): string => family.toLowerCase().replaceAll(' ', '-');

/**
 * A static font file in Fontsource's packages, from `node_modules/`.
 * @param subset Fontsource's name for the characters of one script
 */
export function fontFile(
  family: string,
  subset: string,
  weight: number,
  style: 'normal' | 'italic' = 'normal',
): string {
  const slug = slugOf(family);
  return `@fontsource/${slug}/files/${slug}-${subset}-${weight}-${style}.woff2`;
}
