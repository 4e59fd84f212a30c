/** The file `_headers` of a built site, as Netlify and Cloudflare Pages read it: which paths get which headers. */

/** A pattern of paths and its headers. */
interface Rule {
  path: RegExp;
  headers: [name: string, value: string][];
}

export type Headers = Record<string, string>;

/**
 * Reads `_headers`: a path at the beginning of a line, in which `*` matches anything, then indented lines `Name:
 * value`.
 * @returns a function from a path, relative to the site's root, to its headers; several values of one header are
 * joined by a comma
 * @throws an Error that names a line of another form
 */
export function readHeaders(text: string): (path: string) => Headers {
  const rules: Rule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) {
      const pattern = line.trim().split('*').map(RegExp.escape).join('.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else if (name && value && rules.length > 0) rules.at(-1)?.headers.push([name, value]);
    else throw new Error(`_headers: "${line}" is neither a path nor a header`);
  }
  return (path) => {
    const found: Headers = {};
    for (const { headers } of rules.filter((rule) => rule.path.test(path)))
      for (const [name, value] of headers)
        found[name] = found[name] === undefined ? value : `${found[name]}, ${value}`;
    return found;
  };
}
