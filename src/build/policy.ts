/**
 * The Content-Security-Policy, written once. Each page has it in a `<meta>`, with the hashes of its scripts and
 * styles. The headers repeat the parts that need no hash and add `frame-ancestors`, which a `<meta>` cannot have.
 * @see https://www.w3.org/TR/CSP3/
 */

/** Directives of both the page and the header. */
const SHARED = [
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  // The timeline of a paginated story is fetched.
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
] as const;
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", "trusted-types 'none'"] as const;

/** The policy of a page: everything not listed is forbidden. Astro adds `script-src` and `style-src`. */
export const PAGE_POLICY = ["default-src 'none'", ...SHARED, ...TRUSTED_TYPES] as const;

/**
 * The policy of a header. It has no `default-src`, which would forbid the scripts and styles that only the page's
 * policy allows.
 */
const HEADER_POLICY = [
  ...SHARED,
  ...['frame', 'media', 'object', 'worker'].map((kind) => `${kind}-src 'none'`),
  ...TRUSTED_TYPES,
].join('; ');

const NO_FRAMES = `${HEADER_POLICY}; frame-ancestors 'self'`;

/** Paths of pages that other sites may not frame: all but `/embed/*`. */
const PAGES = [
  '/',
  '/index.html',
  '/404.html',
  '/about/*',
  '/actors/*',
  '/events/*',
  '/explainer/*',
  '/present/*',
  '/sources/*',
  '/story/*',
];

/**
 * The text of `_headers`, which Netlify, Cloudflare Pages and this project's own server read. No path has two
 * policies, because hosts differ in how they combine them.
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
