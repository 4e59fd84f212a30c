/** The digests of a built site's scripts, styles and typefaces. Everything else in it can be compared with the archive. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name of the file in the site's folder. */
export const SUMS = 'SHA256SUMS';

/**
 * A line for each file under `_astro/`, in the order of their names, as `sha256sum` writes and checks them.
 * @param folder of the built site
 */
export function sumsOf(folder: string): string {
  const code = join(folder, '_astro');
  if (!existsSync(code)) return '';
  return readdirSync(code, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
    .map((name) => {
      const digest = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return `${digest}  ${name}\n`;
    })
    .join('');
}
