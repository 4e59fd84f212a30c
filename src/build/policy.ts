/**
 * The Content-Security-Policy, written once. Each page carries it in a `<meta>`, with the hashes of what may run and style
 * it; the headers repeat what needs no hash, and add what a page cannot say: who may frame it.
 * @see https://www.w3.org/TR/CSP3/
 */

/** What holds on a page and in a header alike. */
const SHARED = [
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  // A story in parts fetches its timeline.
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
] as const;
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", "trusted-types 'none'"] as const;

/** Of a page: what is not named is forbidden. Astro adds `script-src` and `style-src`. */
export const PAGE_POLICY = ["default-src 'none'", ...SHARED, ...TRUSTED_TYPES] as const;

/** Of a header: it has no default, for that would forbid the scripts and styles that only the page names. */
export const HEADER_POLICY = [
  ...SHARED,
  ...['frame', 'media', 'object', 'worker'].map((kind) => `${kind}-src 'none'`),
  ...TRUSTED_TYPES,
].join('; ');

const NO_FRAMES = `${HEADER_POLICY}; frame-ancestors 'self'`;

/** Every path of a page that no other site may frame; `/embed/*` is made for that. */
const PAGES = [
  '/',
  '/index.html',
  '/404.html',
  '/about/*',
  '/actors/*',
  '/events/*',
  '/explainer/*',
  '/sources/*',
  '/story/*',
];

/**
 * The text of `_headers`, which Netlify, Cloudflare Pages and this project's own server read. No path is under two
 * policies, for hosts differ in what they make of that.
 */
export const headersFile = (): string =>
  (
    [
      ['/_astro/*', 'Cache-Control: public, max-age=31536000, immutable'],
      [
        '/*',
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: strict-origin-when-cross-origin',
        'Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()',
        'Cross-Origin-Opener-Policy: same-origin',
      ],
      ['/embed/*', `Content-Security-Policy: ${HEADER_POLICY}`],
      ...PAGES.map((path) => [path, `Content-Security-Policy: ${NO_FRAMES}`]),
      ...['/data/*', '/oembed/*', '/feed.*'].map((path) => [
        path,
        'Access-Control-Allow-Origin: *',
      ]),
    ] as [path: string, ...headers: string[]][]
  )
    .map(([path, ...headers]) => [path, ...headers.map((header) => `  ${header}`), ''].join('\n'))
    .join('\n');
