import { describe, expect, it } from 'vitest';
import { at, turned } from '../../../e2e/make-pdf.ts';
import { flowing, LEFT, lines, RIGHT, read, textOf } from './read.fixture.ts';

describe('readPdf(bytes)', () => {
  it('takes the words of a line, and a line end where the page has one', async () => {
    expect(await textOf(lines(72, 700, ['The storm rose', 'at noon.']))).toBe(
      'The storm rose\nat noon.\n',
    );
  });

  it('puts a space where the page has a gap, however it was drawn', async () => {
    expect(await textOf(at(72, 700, 'The') + at(97, 700, 'storm') + at(131, 700, 'rose.'))).toBe(
      'The storm rose.\n',
    );
    expect(await textOf('BT /F 12 Tf 72 700 Td [(The)-300(st)20(orm)-300(rose.)] TJ ET')).toBe(
      'The storm rose.\n',
    );
    expect(await textOf('BT /F 12 Tf 5 Tc 72 700 Td (THE STORM) Tj ET')).toBe('THE STORM\n');
  });

  it('reads one column after the other, and what stands over both before them', async () => {
    const page =
      at(72, 740, 'A report of the harbour committee, printed over both of its columns') +
      // Drawn line by line, as some programs do.
      LEFT.map(
        (line, i) => lines(72, 700 - 14 * i, [line]) + lines(330, 700 - 14 * i, [RIGHT[i] ?? '']),
      ).join('');
    expect(flowing(await textOf(page))).toBe(
      `A report of the harbour committee, printed over both of its columns ${LEFT.join(' ')} ${RIGHT.join(' ')}`,
    );
    // The sentence that runs on from one to the other is in one paragraph.
    expect(await textOf(page)).toContain('leave to\nspeak of');
  });

  it('reads a table row by row', async () => {
    const rows = ['Wheat', 'Rye', 'Oats', 'Barley', 'Maize'].map(
      (name, i) =>
        at(72, 700 - 14 * i, name) +
        at(300, 700 - 14 * i, `${i + 1}2.5`) +
        at(400, 700 - 14 * i, 'tons'),
    );
    expect(await textOf(rows.join(''))).toBe(
      'Wheat 12.5 tons\nRye 22.5 tons\nOats 32.5 tons\nBarley 42.5 tons\nMaize 52.5 tons\n',
    );
  });

  it('parts paragraphs by space, by an indent after a sentence, and by larger type', async () => {
    expect(
      await textOf(
        at(72, 740, 'Of the storm', { size: 20 }) +
          lines(72, 700, LEFT) +
          lines(72, 700 - 14 * 6, RIGHT) +
          lines(90, 700 - 14 * 11, ['Nobody had seen it lit since']) +
          lines(72, 700 - 14 * 12, ['the end of the winter, for']),
      ),
    ).toBe(
      `Of the storm\n\n${LEFT.join('\n')}\n\n${RIGHT.join('\n')}\n\nNobody had seen it lit since\nthe end of the winter, for\n`,
    );
  });

  it('keeps hyphens at line ends, which the text model reads', async () => {
    expect(await textOf(lines(72, 700, ['a thermo-', 'static switch']))).toBe(
      'a thermo-\nstatic switch\n',
    );
    expect(await textOf(lines(72, 700, ['a thermo\u00AD', 'static switch'], 'U'))).toBe(
      'a thermo\u00AD\nstatic switch\n',
    );
  });

  it('spells ligatures out', async () => {
    expect(await textOf(at(72, 700, 'the ﬁrst oﬃce', { font: 'U' }))).toBe('the first office\n');
  });

  it('writes raised figures raised, so that none is part of a number or a word', async () => {
    const page =
      at(72, 700, 'It cost 10') +
      at(121, 705, '6', { size: 7 }) +
      at(128, 700, 'marks.') +
      at(164, 705, '12', { size: 7 });
    expect(await textOf(page)).toBe('It cost 10⁶ marks.¹²\n');
  });

  it('puts accents on the letters that they are drawn over', async () => {
    expect(await textOf(at(72, 700, 'caf') + at(89, 700, 'e') + at(90, 700, '´'))).toBe('café\n');
  });

  it('takes a letter that is drawn twice, a little apart, once', async () => {
    expect(await textOf(at(72, 700, 'hollow') + at(72.4, 700, 'hollow'))).toBe('hollow\n');
  });

  const visual = (text: string): string => [...text].reverse().join('');

  it('reads Arabic and Hebrew from the right, with numbers and names within', async () => {
    // Drawn from the left as printed; brackets look the way they open.
    const line = `${visual('في عام')} 1911 ${visual('وصل')}`;
    expect(await textOf(at(72, 700, line, { font: 'U' }))).toBe('وصل 1911 في عام\n');
    expect(
      await textOf(at(72, 700, `.${visual('שלום')} (London) ${visual('אמר')}`, { font: 'U' })),
    ).toBe('אמר (London) שלום.\n');
  });

  it('spells out the forms that Arabic letters have by their place in a word', async () => {
    expect(await textOf(at(72, 700, visual('\uFEE3\uFEAE\uFEA3\uFE92\uFE8E'), { font: 'U' }))).toBe(
      'مرحبا\n',
    );
  });

  it('reads the right column of Arabic first', async () => {
    const column = (word: string): string[] =>
      [1, 2, 3, 4, 5].map(() => visual(`${word} ${word} ${word} ${word} ${word}`));
    const text = await textOf(
      lines(72, 700, column('شمال'), 'U') + lines(330, 700, column('يمين'), 'U'),
    );
    expect(text.indexOf('يمين')).toBeLessThan(text.indexOf('شمال'));
  });

  it('reads Chinese and Japanese without spaces, also from top to bottom', async () => {
    expect(await textOf(lines(72, 700, ['日本語の文章は続', 'く。'], 'U'))).toBe(
      '日本語の文章は続\nく。\n',
    );
    const page =
      at(300, 700, '縦書きの文は右か', { font: 'UV' }) +
      at(280, 700, 'ら左へ進む。', { font: 'UV' });
    expect(await textOf(page)).toBe('縦書きの文は右か\nら左へ進む。\n');
  });

  it.each([0, 90, 180, 270])('reads a page that is turned by %i°', async (rotate) => {
    const content = lines(72, 500, ['The storm rose', 'at noon.']);
    expect((await read({ pages: [{ content, rotate }] })).text).toBe('The storm rose\nat noon.\n');
  });

  it('reads lines that are a little askew, and puts what runs upwards after the text', async () => {
    expect(await textOf(turned([1, 0.03, -0.03, 1, 72, 600], 'A scanned line that is askew'))).toBe(
      'A scanned line that is askew\n',
    );
    expect(await textOf(turned([0, 1, -1, 0, 40, 300], 'A note') + lines(72, 700, LEFT))).toBe(
      `${LEFT.join('\n')}\n\nA note\n`,
    );
  });
});
