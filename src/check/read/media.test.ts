import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { MOST_MEDIA_BYTES, mimeOf, readMedia } from './media.ts';

const work = mkdtempSync(join(tmpdir(), 'media-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('mimeOf(bytes)', () => {
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: '#246' } });
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)(
    'knows %s as sharp writes it',
    async (format) => {
      expect(mimeOf(await picture.clone().toFormat(format).toBuffer())).toBe(`image/${format}`);
    },
  );

  it('knows no format that browsers do not show', async () => {
    expect(mimeOf(await picture.clone().tiff().toBuffer())).toBeNull();
    expect(mimeOf(Buffer.from('\0\0\0\x18ftypheic', 'latin1'))).toBeNull();
    expect(mimeOf(Buffer.from('%PDF-1.7\n\xFF', 'latin1'))).toBeNull();
    expect(mimeOf(new Uint8Array())).toBeNull();
  });

  it.each([
    ['audio/mpeg', 'ID3\x04'],
    ['audio/mpeg', '\xFF\xFB\x90'],
    ['audio/ogg', 'OggS\0'],
    ['audio/flac', 'fLaC\0'],
    ['audio/mp4', '\0\0\0\x20ftypM4A '],
    ['video/mp4', '\0\0\0\x20ftypisom'],
    ['video/webm', '\x1A\x45\xDF\xA3\x9FB\x86\x81\x01B\x82\x84webm'],
    ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
    ['text/vtt', 'WEBVTT\n\n'],
    ['text/vtt', 'WEBVTT'],
    ['text/plain', 'WEBVTTX'],
    ['text/plain', 'Words.'],
  ])('knows %s', (mime, start) => expect(mimeOf(Buffer.from(start, 'latin1'))).toBe(mime));

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ' <!DOCTYPE html>',
    '<html>',
    '<?xml?>',
    ' ',
    'a\0b',
  ])('takes %j for no text', (text) => expect(mimeOf(Buffer.from(text))).toBeNull());
});

describe('readMedia(file, path)', () => {
  it('does not read a file that is too large', () => {
    const file = join(work, 'large.jpg');
    writeFileSync(file, '\xFF\xD8\xFF', 'latin1');
    truncateSync(file, MOST_MEDIA_BYTES + 1);
    expect(readMedia(file, 'x')).toEqual({ path: 'x', sha256: null, mime: null });
    truncateSync(file, MOST_MEDIA_BYTES);
    expect(readMedia(file, 'x')).toMatchObject({
      mime: 'image/jpeg',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
