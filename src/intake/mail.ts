/** E-mails, and web pages that a browser saves as one file (MHTML), by postal-mime. */
import PostalMime, { type Address, type Email } from 'postal-mime';
import { decodeDocument } from './charset.ts';
import type { Extract } from './extract.ts';
import { ofPage, readHtml } from './html.ts';
import { Unreadable } from './unreadable.ts';

const DEEPEST = 50;

/** A web page that is saved as one file. @throws {Unreadable} if it is broken, or holds no page */
export async function readMhtml(bytes: Uint8Array, charset?: string): Promise<Extract> {
  const mail = await parsed(bytes, charset);
  if (!mail.html)
    throw new Unreadable('it is a page saved as one file (MHTML), and holds no page', [
      'open it in a browser and save it as "Web page, HTML only"',
    ]);
  const page = readHtml(new TextEncoder().encode(mail.html), 'utf-8', sheetsOf(mail));
  const read = ofPage(page);
  return { ...read, charset: null, title: read.title || (mail.subject ?? '') };
}

/** An e-mail: who wrote to whom, when and about what, then its words. @throws {Unreadable} if it is broken */
export async function readMail(bytes: Uint8Array, charset?: string): Promise<Extract> {
  const mail = await parsed(bytes, charset);
  const { subject = '', html, text = '', attachments } = mail;
  const page = html
    ? ofPage(readHtml(new TextEncoder().encode(html), 'utf-8', sheetsOf(mail)))
    : null;
  const body = page ? page.text : text.replace(/\r\n?/g, '\n').trim();
  const head = headOf(mail);
  const attached = attachments.filter(({ related }) => !related);
  return {
    title: subject,
    language: page?.language ?? '',
    authors: mail.from?.name ? [mail.from.name] : [],
    charset: null,
    text: [head, body].filter(Boolean).join('\n\n').replace(/\n*$/, '\n'),
    ...(page?.sections && {
      sections: page.sections.map((section) => ({
        ...section,
        start: section.start + (head === '' ? 0 : head.length + 2),
      })),
    }),
    leftOut: page?.leftOut ?? [],
    remarks: [
      ...attached.map(
        ({ filename, mimeType }) =>
          `what is attached is not in the text: ${filename ?? 'without a name'} (${mimeType})`,
      ),
      ...(page?.remarks ?? []),
    ],
  };
}

async function parsed(bytes: Uint8Array, charset?: string): Promise<Email> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: DEEPEST });
    const declared = charset ?? declaredIn(mail.html);
    const lost = /\uFFFD/.test(`${mail.html ?? ''}${mail.text ?? ''}`);
    if (charset === undefined && (!lost || declared === undefined)) return whole(mail, lost);
    const named = await PostalMime.parse(withCharset(bytes, declared ?? 'utf-8'), {
      maxNestingDepth: DEEPEST,
    });
    return whole(named, /\uFFFD/.test(`${named.html ?? ''}${named.text ?? ''}`));
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable(
      `it is an e-mail or a page saved as one file, and broken: ${(cause as Error).message}`,
      ['save it again from the program that shows it, and take that in'],
    );
  }
}

function whole(mail: Email, lost: boolean): Email {
  if (!lost) return mail;
  throw new Unreadable('its characters are not those of the character set that it names', [
    'if you know its character set, name it: --charset windows-1252 (or iso-8859-2, shift_jis, gbk …)',
  ]);
}

/** The character set that a page in it names itself. */
const declaredIn = (html = ''): string | undefined =>
  /<meta\b[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(html)?.[1];

/** Names a character set for each text that does not have one. */
function withCharset(bytes: Uint8Array, charset: string): Uint8Array {
  const known = decodeDocument(new Uint8Array(), false, charset).charset;
  const text = new TextDecoder('latin1').decode(bytes);
  const named = text.replace(
    /^(content-type:[ \t]*text\/(?:html|plain))(?![^\n]*charset)(?!\s*;[^\n]*(?:\r?\n[ \t][^\n]*)*charset)/gim,
    `$1; charset=${known}`,
  );
  return Uint8Array.from(named, (character) => LATIN1.get(character) ?? character.charCodeAt(0));
}

/** `latin1` is windows-1252 to decoders: its own bytes, by character. */
const LATIN1: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('latin1').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** What a mail program shows above a message. */
function headOf({ from, to, cc, date, subject, headers }: Email): string {
  const written = headers.find(({ key }) => key === 'date')?.value ?? date;
  const lines: [name: string, value: string | undefined][] = [
    ['From', from && nameOf(from)],
    ['To', to?.map(nameOf).join(', ')],
    ['Cc', cc?.map(nameOf).join(', ')],
    ['Date', written],
    ['Subject', subject],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${oneLine(value)}`] : [])).join('\n');
}

const nameOf = (address: Address): string =>
  address.group
    ? `${address.name}: ${address.group.map(nameOf).join(', ')}`
    : [address.name, address.address && (address.name ? `<${address.address}>` : address.address)]
        .filter(Boolean)
        .join(' ');

/** The style sheets within, by the address that the page has for each. */
function sheetsOf({ attachments }: Email): (href: string) => string | null {
  const sheets = new Map(
    attachments
      .filter(({ mimeType }) => mimeType === 'text/css')
      .map(({ contentId = '', content }) => [
        `cid:${contentId.replace(/^<|>$/g, '')}`,
        typeof content === 'string' ? content : new TextDecoder().decode(content),
      ]),
  );
  return (href) => sheets.get(href) ?? null;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
