interface ImportMetaEnv {
  /** Set in astro.config.mjs, by the build alone. */
  readonly EDITION: import('./build/edition.ts').Edition | null;
  /** The CSS custom properties of the archive's families of fonts; set in astro.config.mjs. */
  readonly FONTS: string[];
  /** Whether the archive has a map; set in astro.config.mjs. */
  readonly MAP: boolean;
}
