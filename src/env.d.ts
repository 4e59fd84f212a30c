interface ImportMetaEnv {
  /** Set in astro.config.mjs, by the build alone. */
  readonly EDITION: import('./build/edition.ts').Edition | null;
  /** Whether the archive has a map; set in astro.config.mjs. */
  readonly MAP: boolean;
}
