/** A page at a former URL that redirects to the present one, for hosts that can only serve files. */
import * as words from '#words';
import { directionOf } from '../model/language.ts';
import { escapeMarkup } from '../model/markup.ts';

/** Keeps the fragment, which `<meta http-equiv=refresh>` would lose; the new page has the former anchors too. */
const SCRIPT = 'location.replace(document.links[0].href + location.hash)';
/** The script's SHA-256, for the policy; a test computes it. */
const HASH = 'sha256-bU06yegAiL+YIpWmlNa5Nd+iINtlNtb51jt6vRIP+5U=';

/**
 * @param to the present URL, relative to the host
 * @param canonical the same as a full URL
 */
export function redirectPage(
  to: string,
  canonical: string,
  title: string,
  language: string,
): string {
  const href = escapeMarkup(to);
  const name = escapeMarkup(title);
  const [before, after] = words.movedTo;
  return `<!doctype html>
<html lang="${escapeMarkup(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src '${HASH}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${escapeMarkup(words.movedDescription(title))}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escapeMarkup(canonical)}">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<h1>${words.movedHeading}</h1>
<p>${before}<a href="${href}">${name}</a>${after}</p>
<script>${SCRIPT}</script>
</body>
</html>
`;
}
