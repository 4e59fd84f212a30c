/**
 * The Content-Security-Policy, written once. Each page has it in a `<meta>`, with the hashes of its scripts and
 * styles. The headers repeat the parts that need no hash and add `frame-ancestors`, which a `<meta>` cannot have.
 * @see https://www.w3.org/TR/CSP3/
 */
import { createHash } from 'node:crypto';

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

/**
 * The policy of a page: everything not listed is forbidden. Astro adds `script-src` and `style-src`.
 * @param plays whether the archive has sound or film
 */
export const pagePolicy = (plays: boolean) => [
  "default-src 'none'" as const,
  ...SHARED,
  ...(plays ? (["media-src 'self'"] as const) : []),
  ...TRUSTED_TYPES,
];

const POLICY_OF_STYLES = /(<meta http-equiv="content-security-policy"[^>]*style-src)([^;>]*)/;
const INLINE_STYLE = /<style>(.*?)<\/style>/gs;

/**
 * A page's policy without the digests of styles that are on other pages only: Astro lists those of the whole site. Those of
 * scripts stay the same on all pages, so that whoever compares pages sees one that allows another script.
 */
export function withOwnStyles(html: string): string {
  const own = new Set(Array.from(html.matchAll(INLINE_STYLE), ([, text = '']) => digestOf(text)));
  return html.replace(POLICY_OF_STYLES, (_, before: string, allowed: string) =>
    before.concat(
      allowed.replace(/ '(sha256-[^']+)'/g, (said, digest) => (own.has(digest) ? said : '')),
    ),
  );
}

/** Of an inline script or style. Browsers normalise its line ends to LF first. */
export const digestOf = (text: string): `sha256-${string}` =>
  `sha256-${createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('base64')}`;

/**
 * The policy of a header. It has no `default-src`, which would forbid the scripts and styles that only the page's
 * policy allows.
 */
const headerPolicy = (plays: boolean): string =>
  [
    ...SHARED,
    "frame-src 'none'",
    `media-src ${plays ? "'self'" : "'none'"}`,
    ...['object', 'worker'].map((kind) => `${kind}-src 'none'`),
    ...TRUSTED_TYPES,
  ].join('; ');

const HEADER_POLICY = headerPolicy(false);

const NO_FRAMES = "; frame-ancestors 'self'";

/** Of every file. */
const GENERAL = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};
/** Of files whose names hold their digests. */
const KEPT = 'public, max-age=31536000, immutable';
/** Paths that the pages of other sites may fetch. */
const SHARED_PATHS = ['/data/*', '/oembed/*', '/feed.*'];

/** Paths of pages that other sites may not frame: all but `/embed/*`. */
export const PAGES = [
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
 * policies, because hosts differ in how they combine them. So an error page at an address outside of these paths has
 * none on those hosts: a rule cannot be about what is not there.
 * @param plays whether the archive has sound or film
 */
export const headersFile = (plays = false): string =>
  (
    [
      ['/_astro/*', `Cache-Control: ${KEPT}`],
      ['/*', ...Object.entries(GENERAL).map(([name, value]) => `${name}: ${value}`)],
      ['/embed/*', `Content-Security-Policy: ${headerPolicy(plays)}`],
      ...PAGES.map((path) => [path, `Content-Security-Policy: ${headerPolicy(plays)}${NO_FRAMES}`]),
      ...SHARED_PATHS.map((path) => [path, 'Access-Control-Allow-Origin: *']),
    ] as [path: string, ...headers: string[]][]
  )
    .map(([path, ...headers]) => [path, ...headers.map((header) => `  ${header}`), ''].join('\n'))
    .join('\n');

/** The example for nginx in docs/hosting.md, for a site under `/timeline/`. */
export const nginxExample = (): string => `# A header without a value is not sent.
set $policy "";
set $frames "; frame-ancestors 'self'";
set $cache "";
set $share "";
if ($uri ~ "^/timeline/embed/") { set $frames ""; }
if ($uri ~ "(/|\\.html)$") { set $policy "${HEADER_POLICY}$frames"; }
if ($uri ~ "^/timeline/_astro/") { set $cache "${KEPT}"; }
if ($uri ~ "^/timeline/(${SHARED_PATHS.map((path) => path.slice(1, -1).replace('.', '\\.')).join('|')})") { set $share "*"; }
location /timeline/ {
  alias /srv/timeline/;                 # the contents of dist/
  error_page 404 /timeline/404.html;
  add_header Content-Security-Policy $policy always;
  add_header Cache-Control $cache;
  add_header Access-Control-Allow-Origin $share;
${Object.entries(GENERAL)
  .map(([name, value]) => `  add_header ${name} "${value}" always;\n`)
  .join('')}}
`;

/** The example for Caddy in docs/hosting.md. */
export const caddyExample = (): string => `example.org {
  root * /srv/timeline
  header {
${Object.entries(GENERAL)
  .map(([name, value]) => `    ${name} "${value}"\n`)
  .join('')}  }
  @embed path /embed/*
  header @embed Content-Security-Policy "${HEADER_POLICY}"
  @pages {
    path */ *.html
    not path /embed/*
  }
  header @pages Content-Security-Policy "${HEADER_POLICY}${NO_FRAMES}"
  header /_astro/* Cache-Control "${KEPT}"
${SHARED_PATHS.map((path) => `  header ${path} Access-Control-Allow-Origin *\n`).join('')}  file_server
  handle_errors {
    header Content-Security-Policy "${HEADER_POLICY}${NO_FRAMES}"
    rewrite * /404.html
    file_server
  }
}
`;
