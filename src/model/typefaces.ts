/** Typefaces of scripts that the site's own, Source Serif 4 and Source Sans 3, do not have. */
import { scriptOf } from './language.ts';

/** A typeface of one script, as Fontsource packs it. */
export interface Typeface {
  family: string;
  /** Fontsource's name for the script's characters. */
  subset: 'arabic' | 'korean';
  /** Of the regular and of the bold face. */
  weights: readonly [400, 600 | 700];
}

const arabic = { subset: 'arabic', weights: [400, 600] } as const;
const gothic: Typeface = { family: 'Nanum Gothic', subset: 'korean', weights: [400, 700] };

/** By script, as ISO 15924 names it: what goes with the serif face, and what with the sans. */
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

/** Those that an archive in a language brings along. Words of other scripts take the reader's own fonts. */
export function typefacesOf(language: string): Typeface[] {
  const { serif, sans } = TYPEFACES[scriptOf(language) ?? ''] ?? {};
  return [...new Set([serif, sans])].filter((face) => face !== undefined);
}

/** The name that CSS has it by, `styles/tokens.css` and `<Font>` alike. */
export const variableOf = ({ family, subset }: Typeface): string => `--${slugOf(family)}-${subset}`;

/** As Fontsource names packages and files. */
export const slugOf = (family: string): string => family.toLowerCase().replaceAll(' ', '-');
