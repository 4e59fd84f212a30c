import { describe, expect, it } from 'vitest';
import { type Body, nodesOf, type Placed, withMedia } from './body.ts';
import { mediumSchema, typeOfFile } from './media.ts';

const medium = {
  file: 'harbour.jpg',
  credit: 'Ada Moor',
  rights: 'Public domain',
  sha256: '0'.repeat(64),
};

describe('mediumSchema', () => {
  it.each(['harbour.jpg', 'Old-harbour_2.PNG.webp', 'порт.avif', '항구.mp4', 'a.b.vtt'])(
    'takes the file %s',
    (file) => expect(mediumSchema.safeParse({ ...medium, file }).success).toBe(true),
  );

  it.each([
    '',
    'jpg',
    '.jpg',
    '../a.jpg',
    'a/b.jpg',
    'a b.jpg',
    'a.tiff',
    'a.svg',
    'a.constructor',
    'a.jpg?x',
    '-a.jpg',
  ])('refuses the file %j', (file) =>
    expect(mediumSchema.safeParse({ ...medium, file }).success).toBe(false),
  );

  it.each([{ focus: [0, 1] }, { focus: [0.5, 0.5], date: '1897~' }, { decorative: true }])(
    'takes %j',
    (more) => expect(mediumSchema.safeParse({ ...medium, ...more }).success).toBe(true),
  );

  it.each([
    { focus: [0, 1.1] },
    { focus: [0.5] },
    { decorative: false },
    { credit: '–' },
    { alt: ' ' },
    { sha256: 'A'.repeat(64) },
    { size: 3 },
  ])('refuses %j', (more) =>
    expect(mediumSchema.safeParse({ ...medium, ...more }).success).toBe(false),
  );
});

it('typeOfFile(file) goes by its last ending', () => {
  expect(typeOfFile('a.jpg.webm')).toEqual({ kind: 'film', mime: 'video/webm' });
  expect(typeOfFile('jpg')).toBeNull();
  expect(typeOfFile('a.toString')).toBeNull();
});

describe('withMedia(body, media)', () => {
  const text = (value: string): Body[number] => ({ type: 'text', value });
  const paragraph: Body[number] = { type: 'paragraph', children: [text('a')], offset: 0 };
  const note: Body[number] = { type: 'note', about: 'date', children: [], offset: 5 };
  const placed = (file: string): Placed => ({
    type: 'medium',
    file,
    alt: '',
    children: [],
    offset: 9,
  });
  const media = ['a.png', 'b.png'].map((file) => ({ file, caption: [text(file)], offset: 7 }));
  const filesIn = (body: Body) =>
    [...nodesOf(body)].map((node) => (node.type === 'medium' ? node.file : node.type));

  it('gives each that is placed its caption, and puts the others behind the text, before its last notes', () => {
    const body = withMedia([note, placed('b.png'), paragraph, note], media);
    expect(filesIn(body)).toEqual([
      'note',
      'b.png',
      'text',
      'paragraph',
      'text',
      'a.png',
      'text',
      'note',
    ]);
    expect(body[1]).toEqual({ ...placed('b.png'), children: [text('b.png')] });
  });

  it('puts them first where there is no text but notes', () => {
    expect(filesIn(withMedia([note], media))).toEqual(['a.png', 'text', 'b.png', 'text', 'note']);
    expect(filesIn(withMedia([], media))).toEqual(['a.png', 'text', 'b.png', 'text']);
  });

  it('leaves a file that is none of them without a caption', () => {
    expect(withMedia([placed('c.png')], [])).toEqual([placed('c.png')]);
  });
});
