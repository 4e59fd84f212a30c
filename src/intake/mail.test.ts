import { describe, expect, it } from 'vitest';
import { readMail, readMhtml } from './mail.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');
const multipart = (kind: string, ...parts: string[]): string =>
  `MIME-Version: 1.0\nContent-Type: multipart/${kind}; boundary="b"\n\n${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`;

describe('readMail(bytes)', () => {
  it('has who wrote to whom, when and about what, then the words', async () => {
    const { text, title, authors } = await readMail(
      bytes(
        'From: =?utf-8?Q?Ada_M=C3=B8or?= <ada@example.org>\nTo: Bo <bo@example.org>, c@example.org\nDate: Mon, 3 May 2021 10:30:00 +0200\nSubject: The\n storm\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe storm ro=\nse =E2=80=93 twice.\n\nA.\n',
      ),
    );
    expect(text).toBe(
      'From: Ada Møor <ada@example.org>\nTo: Bo <bo@example.org>, c@example.org\nDate: Mon, 3 May 2021 10:30:00 +0200\nSubject: The storm\n\nThe storm rose – twice.\n\nA.\n',
    );
    expect({ title, authors }).toEqual({ title: 'The storm', authors: ['Ada Møor'] });
  });

  it('shows the page of a message that has one, and names what is attached', async () => {
    const { text, remarks, leftOut } = await readMail(
      bytes(
        `Subject: x\n${multipart(
          'mixed',
          'Content-Type: text/html; charset=utf-8\n\n<p>We will <s>not</s> go.</p>',
          'Content-Type: application/pdf; name="plan.pdf"\nContent-Disposition: attachment; filename="plan.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERg==',
        )}`,
      ),
    );
    expect(text).toBe('Subject: x\n\nWe will go.\n');
    expect(leftOut).toEqual([{ words: 'not', why: 'struck out' }]);
    expect(remarks).toEqual(['what is attached is not in the text: plan.pdf (application/pdf)']);
  });

  it('refuses characters that do not fit their set, unless another is named', async () => {
    const wrong = bytes('Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nCaf\xe9\n');
    await expect(readMail(wrong)).rejects.toThrow('not those of the character set');
    expect((await readMail(wrong, 'windows-1252')).text).toBe('Subject: x\n\nCafé\n');
    await expect(readMail(wrong, 'klingon')).rejects.toThrow('no character set "klingon"');
  });

  it('refuses parts in parts in parts', async () => {
    const deep = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary="${i}"\n\n--${i}\n`,
    ).join('');
    await expect(readMail(bytes(`Subject: x\n${deep}`))).rejects.toThrow('nesting depth');
  });
});

describe('readMhtml(bytes)', () => {
  it('reads the page with its style sheets', async () => {
    const { text, title, language, leftOut } = await readMhtml(
      bytes(
        `From: <Saved by Blink>\nSubject: A storm\n${multipart(
          'related',
          'Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html lang=3D"en"><link rel=3D"stylesheet" href=3D"cid:css-1@mhtml.blink"><p>The storm =E2=80=9Crose=E2=80=9D.</p><p class=3D"no">Menu</p>',
          'Content-Type: text/css\nContent-ID: <css-1@mhtml.blink>\n\n.no { display: none }',
        )}`,
      ),
    );
    expect(text).toBe('The storm “rose”.\n');
    expect({ title, language }).toEqual({ title: 'A storm', language: 'en' });
    expect(leftOut).toEqual([{ words: 'Menu', why: 'hidden' }]);
  });

  it('takes the character set that the page names', async () => {
    const page = bytes(
      `From: x\n${multipart('related', 'Content-Type: text/html\n\n<meta charset="windows-1251"><p>\xcf\xf0\xe8</p>')}`,
    );
    expect((await readMhtml(page)).text).toBe('При\n');
  });

  it('refuses a file without a page', async () => {
    const none = bytes(`From: x\n${multipart('related', 'Content-Type: text/css\n\np {}')}`);
    await expect(readMhtml(none)).rejects.toThrow('holds no page');
  });
});
