/**
 * Fonts that only archives in the Arabic script have (`astro.config.mjs`); the types know those of the archive that they
 * were made for.
 */
export const ARABIC_FONTS = ['--noto-naskh-arabic-arabic', '--noto-sans-arabic-arabic'] as never[];
