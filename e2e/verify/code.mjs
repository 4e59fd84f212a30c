// @ts-check
/** Scripts, styles and typefaces are those of the build: their digests, and one policy for all pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { all, at } from './html.mjs';
import { codeDue, dist, fault, files, sha256, text, trees } from './site.mjs';

const SUMS = 'SHA256SUMS';

/** @returns {string} what stands for all code of the site: the same for each build of one version that needs the same */
export function checkCode() {
  const sums = files.includes(SUMS) ? text(SUMS) : '';
  if (sums === '') {
    fault(SUMS, 'the digests of scripts and styles are missing');
    return 'unknown';
  }
  const due = new Map(
    [...sums.matchAll(/^([\da-f]{64}) {2}(.+)$/gm)].map(([, sum, name]) => [name, sum]),
  );
  for (const name of files) {
    if (name.startsWith('_astro/')) {
      const sum = sha256(readFileSync(join(dist, name))).toString('hex');
      if (due.get(name) !== sum)
        fault(name, due.has(name) ? 'is not that of the digest' : `is not in ${SUMS}`);
    } else if (/\.(?:m?js|css|wasm|woff2?|ttf|otf)$/.test(name))
      fault(name, 'is code that is not due');
  }
  for (const name of due.keys()) if (!files.includes(name ?? '')) fault(name ?? '', 'is missing');
  const policies = Map.groupBy(
    [...trees].flatMap(([name, tree]) =>
      all(
        tree,
        (one) => one.tagName === 'meta' && /^content-security-policy$/i.test(at(one, 'http-equiv')),
      ).map((one) => ({ name, allowed: scriptsAllowed(at(one, 'content')) })),
    ),
    ({ allowed }) => allowed,
  );
  // Pages of former addresses have one script and a policy of their own.
  const moved = [...policies.keys()].filter((allowed) => !allowed.includes("'self'"));
  const common = [...policies]
    .filter(([allowed]) => !moved.includes(allowed))
    .sort(([, a], [, b]) => b.length - a.length);
  for (const [, pages] of common.slice(1))
    for (const { name } of pages)
      fault(name, 'its policy allows other scripts than that of other pages');
  for (const [name, tree] of trees)
    if (all(tree, (one) => /^content-security-policy$/i.test(at(one, 'http-equiv'))).length !== 1)
      fault(name, 'it has not one policy');
  // Typefaces are cut to the characters of an archive.
  const code = sums.replace(/^.*\.(?!js$|css$)[^.\n]*\n/gm, '');
  const digest = sha256([code, ...common.map(([allowed]) => allowed)].join('\n'))
    .toString('hex')
    .slice(0, 16);
  if (codeDue !== undefined && codeDue !== digest)
    fault(SUMS, `the code is ${digest}, not ${codeDue}`);
  return digest;
}

/** @param {string} policy */
const scriptsAllowed = (policy) => /script-src ([^;]*)/.exec(policy)?.[1]?.trim() ?? '';
