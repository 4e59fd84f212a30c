/** A file's text: UTF-8, UTF-16 by its mark, or what its XML declares. What is none of them is refused, not guessed. */
import { formatPosition } from '../../check/problem.ts';
import { decode } from '../../check/read/file.ts';
import { Refusal } from '../refusal.ts';

/**
 * @param path as messages name the file
 * @throws {Refusal} where the encoding is not certain, with the command that converts it
 */
export function textOf(path: string, bytes: Uint8Array): string {
  const declared = declaredEncoding(bytes);
  if (declared !== null) {
    try {
      return new TextDecoder(declared, { fatal: true }).decode(bytes);
    } catch {
      throw new Refusal(`${path} is not ${declared}, as it says it is`, [
        'save it as UTF-8 and import again',
      ]);
    }
  }
  const file = decode(path, bytes);
  if ('severity' in file)
    throw new Refusal(`${formatPosition(file)}  ${file.message}`, [
      `it may be in an encoding of Windows: there the line reads ${JSON.stringify(lineOf(bytes, file.line))}`,
      'in Excel, save it as "CSV UTF-8" or as .xlsx; or convert it: iconv -f WINDOWS-1252 -t UTF-8 <file> > <new file>',
    ]);
  if (file.text.includes('\0') && file.text.split('\0').length > file.text.length / 4)
    throw new Refusal(`${path} is UTF-16 without the mark that says so`, [
      'save it as UTF-8 and import again',
    ]);
  return file.text;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, name] = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? [];
  if (name === undefined || /^utf-?8$/i.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw new Refusal(`the file says that it is in ${name}, which is no known encoding`);
  }
}

const lineOf = (bytes: Uint8Array, line: number): string =>
  (new TextDecoder('windows-1252').decode(bytes).split('\n')[line - 1] ?? '').trim().slice(0, 120);
