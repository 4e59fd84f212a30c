import { describe, expect, it } from 'vitest';
import { tooMuch } from './markdown-bounds.ts';

const found = (text: string): [number, string] | null => {
  const much = tooMuch(text, 0);
  return much && [much.offset, much.message];
};

describe('tooMuch(text, start)', () => {
  it.each(['*', '_', '[', ']', '`', '~', '&', '$'])('counts %s by paragraph', (sign) => {
    expect(found(sign.repeat(5000))).toBeNull();
    expect(found(`${sign.repeat(5000)}\n \n${sign.repeat(5000)}`)).toBeNull();
    expect(found(`${sign.repeat(2500)}\n${sign.repeat(2501)}`)).toEqual([
      5001,
      `a paragraph may hold ${sign} 5000 times`,
    ]);
  });

  it.each(['{', '<'])('counts %s by file', (sign) => {
    expect(found(`${sign}\n\n`.repeat(5000))).toBeNull();
    expect(found(`${sign}\n\n`.repeat(5001))?.[1]).toBe(`a file may hold ${sign} 5000 times`);
  });

  it.each(['> ', '>', '- ', '* ', '+ ', '1. ', '10) ', '> - 1. '])(
    'counts %j in a line',
    (mark) => {
      const each = mark.trim().split(' ').length;
      const most = Math.floor(100 / each);
      expect(found(`a\n${mark.repeat(most)}a`)).toBeNull();
      expect(found(`a\n${mark.repeat(most + 1)}a`)).toEqual([
        2,
        'a line may begin 100 quotations and lists',
      ]);
    },
  );

  it('counts no sign that is escaped', () => {
    expect(found('\\{\\_\\<'.repeat(6000))).toBeNull();
    expect(found('\\\\_'.repeat(5001))?.[1]).toBe('a paragraph may hold _ 5000 times');
  });

  it('takes the text from its start alone', () => {
    expect(tooMuch(`${'{'.repeat(6000)}\na`, 6000)).toBeNull();
  });
});
