import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, makePdf, type PageOf, type PdfOf, turned } from '../../../e2e/make-pdf.ts';
import { flowing, LEFT, lines, RIGHT, read, refusalOf, textOf } from './read.fixture.ts';
import { readPdf } from './read.ts';

describe('readPdf(bytes) of whole documents', () => {
  it('sets aside, and reports, what nobody sees', async () => {
    const { text, aside } = await read({
      pages: [
        {
          content: [
            at(72, 700, 'We will '),
            at(115, 700, 'never', { before: '3 Tr' }),
            at(150, 700, 'go.', { before: '0 Tr' }),
            `1 g ${at(72, 600, 'white')} 0 g`,
            `${at(72, 500, 'covered')} 0 0 0 rg 60 490 100 30 re f`,
            at(700, 500, 'outside'),
            at(72, 400, 'tiny', { size: 0.5 }),
            `q 0 0 50 842 re W n ${at(72, 300, 'clipped')} Q`,
            `/OC /L BDC ${at(72, 200, 'hidden')} EMC`,
            turned([0.7, 0.7, -0.7, 0.7, 300, 300], 'DRAFT'),
          ].join('\n'),
        },
      ],
      resources: '/Properties << /L 100 0 R >>',
      catalog: '/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>',
      objects: { 100: '<< /Type /OCG /Name (L) >>' },
    });
    expect(text).toBe('We will go.\n');
    expect(aside.map(({ words, why }) => [words, why])).toEqual([
      ['never', 'drawn invisibly, over no picture'],
      ['white', 'drawn in the colour of the paper'],
      ['covered', 'under a shape that covers it'],
      ['outside', 'beyond the edge of the page or of its frame'],
      ['clipped', 'beyond the edge of the page or of its frame'],
      ['hidden', 'on a layer that is not shown'],
      ['tiny', 'too small to be read'],
      ['DRAFT', 'runs at an angle, as a watermark does'],
    ]);
  });

  it('takes white words on a dark ground, and words on a pale one', async () => {
    const page = `0 0 0.5 rg 60 690 300 30 re f 1 g ${at(72, 700, 'A white title')} 0.9 g 60 590 300 30 re f 0 g ${at(72, 600, 'A black line')}`;
    expect(await textOf(page)).toBe('A white title\n\nA black line\n');
  });

  const IMAGE: Pick<PdfOf, 'resources' | 'objects'> = {
    resources: '/XObject << /I 100 0 R >>',
    objects: {
      100: [
        '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
        'x',
      ],
    },
  };
  const SCAN = 'q 595 0 0 842 0 0 cm /I Do Q ';

  it.each([
    ['before', `3 Tr ${at(72, 700, 'Recognised words')} ${SCAN}`],
    ['after', `${SCAN} 3 Tr ${at(72, 700, 'Recognised words')}`],
  ])('takes what was recognised in a picture, drawn %s it', async (_, content) => {
    const { text, withoutText } = await read({ pages: [{ content }], ...IMAGE });
    expect([text, withoutText]).toEqual(['Recognised words\n', []]);
  });

  it('says of pages of pictures that they are to be recognised first', async () => {
    expect(await refusalOf(makePdf({ pages: [{ content: SCAN }], ...IMAGE }))).toMatch(
      /^a PDF of pictures, without text: .*ocrmypdf in\.pdf out\.pdf/,
    );
    const mixed = await read({
      pages: [{ content: at(72, 700, 'Words') }, { content: SCAN }, { content: '' }],
      ...IMAGE,
    });
    expect([mixed.text, mixed.withoutText]).toEqual(['Words\n', [2]]);
  });

  const page = (number: number, body: string): PageOf => ({
    content: `${at(72, 800, 'THE HARBOUR REPORT')}${body}${at(290, 40, `${number}`)}`,
  });
  const sentences = [
    'The first of them was',
    'the second of them was',
    'the third of them was',
    'the last of them.',
  ];

  it('sets running heads and page numbers aside, and lets a sentence run on over them', async () => {
    const body = (words: string): string[] => [
      'and so the committee met on',
      ...LEFT.slice(1),
      words,
    ];
    const { text, aside, labels } = await read({
      pages: sentences.map((words, i) => page(i + 12, lines(72, 700, body(words)))),
    });
    expect(text).toBe(`${sentences.map((words) => body(words).join('\n')).join('\n\f')}\n`);
    expect(labels).toEqual(['12', '13', '14', '15']);
    expect(aside).toHaveLength(8);
    expect(new Set(aside.map(({ words, why }) => `${why}: ${words}`))).toEqual(
      new Set([
        'running head: THE HARBOUR REPORT',
        ...[12, 13, 14, 15].map((n) => `page number: ${n}`),
      ]),
    );
  });

  it('keeps what stands at the edge of a page once', async () => {
    const { text, aside } = await read({
      pages: sentences.map((words, i) => ({
        content: lines(72, 800, [`Heading ${'of the'.repeat(i)} part`, ...LEFT, words]),
      })),
    });
    expect(aside).toEqual([]);
    for (const words of sentences) expect(text).toContain(words);
  });

  it('keeps footnotes on their page without parting what runs on', async () => {
    const note = (n: number, words: string): string => at(72, 80, `${n} ${words}`, { size: 9 });
    const { text } = await read({
      pages: [
        { content: lines(72, 700, [...LEFT]) + note(1, 'A first note.') },
        { content: lines(72, 700, [...RIGHT]) + note(2, 'A second note.') },
      ],
    });
    expect(text).toBe(
      `1 A first note.\n\n${LEFT.join('\n')}\n\f${RIGHT.join('\n')}\n\n2 A second note.\n`,
    );
  });

  it('sets line numbers aside', async () => {
    const numbered = (from: number): string =>
      [...LEFT, ...RIGHT]
        .map((line, i) => at(72, 700 - 24 * i, `${from + i}`) + at(110, 700 - 24 * i, line))
        .join('');
    const { text, aside } = await read({
      pages: [{ content: numbered(1) }, { content: numbered(1) }],
    });
    expect(flowing(text)).toBe(`${[...LEFT, ...RIGHT, ...LEFT, ...RIGHT].join(' ')}`);
    expect(aside.map(({ words, why }) => [words, why])).toEqual([
      ['1 2 3 4 5 6 7 8 9 10', 'line numbers'],
      ['1 2 3 4 5 6 7 8 9 10', 'line numbers'],
    ]);
  });

  it('takes page labels from the file where none are printed', async () => {
    const { labels } = await read({
      pages: [1, 2, 3, 4].map((n) => ({ content: at(72, 700, `Words ${'and more '.repeat(n)}`) })),
      catalog: '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 7 /P (A-) >>] >>',
    });
    expect(labels).toEqual(['i', 'ii', 'A-7', 'A-8']);
  });

  it('lets what is printed decide, and counts what stands between', async () => {
    const body = (i: number): string => lines(72, 700, [`A page of ${'many '.repeat(i)}words`]);
    const { labels } = await read({
      pages: [
        { content: body(1) },
        page(101, body(2)),
        page(102, body(3)),
        { content: `${at(72, 800, 'THE HARBOUR REPORT')}${body(4)}` },
        page(104, body(5)),
        page(105, body(6)),
      ],
      catalog: '/PageLabels << /Nums [0 << /S /D >>] >>',
    });
    expect(labels).toEqual(['', '101', '102', '103', '104', '105']);
  });

  it('says what the file does not: its title, its language, other files', async () => {
    const { title, language } = await read({
      pages: [{ content: at(72, 700, 'Words') }],
      catalog: '/Lang (en-GB)',
    });
    expect([title, language]).toEqual(['', 'en-GB']);
  });

  it('opens what is encrypted without a password', async () => {
    const pages = [{ content: at(72, 700, 'The storm rose.') }];
    const { text } = await read({ pages, passwords: { user: '', owner: 'secret' } });
    expect(text).toBe('The storm rose.\n');
  });

  const whole = makePdf({ pages: [{ content: at(72, 700, 'The storm rose.') }] });
  it.each([
    [
      'a password',
      makePdf({ pages: [{ content: at(72, 700, 'Words') }], passwords: { user: 'u', owner: 'o' } }),
      /^a PDF that opens with a password only; .*qpdf --decrypt/,
    ],
    ['no page', Buffer.from('%PDF-1.4\n1 0 obj\n'), /^a PDF that is broken \(/],
    [
      'half of its bytes',
      whole.subarray(0, whole.length / 5),
      /^a PDF that is broken \(|^a PDF without text/,
    ],
    ['nothing', makePdf({ pages: [{ content: '' }] }), /^a PDF without text; /],
    [
      'a form of Adobe’s',
      makePdf({
        pages: [{ content: at(72, 700, 'Please wait...') }],
        catalog: '/AcroForm << /XFA 100 0 R /Fields [] >> /NeedsRendering true',
        objects: { 100: ['', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>'] },
      }),
      /^a form \(XFA\) whose words only Adobe’s programs show/,
    ],
    [
      'letters without names',
      makePdf({
        pages: [{ content: at(72, 700, '\uE001\uE002\uE003 \uE004\uE005', { font: 'U' }) }],
      }),
      /^a PDF that does not say which letters its fonts draw; .*--force-ocr/,
    ],
  ])('refuses in a line what has %s', async (_, bytes, expected) => {
    expect(await refusalOf(bytes)).toMatch(expected);
  });

  it('mends a file whose table of objects is lost', async () => {
    const broken = Buffer.from(
      whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n9'),
      'latin1',
    );
    expect(await refusalOf(broken)).toBe('taken: The storm rose.\n');
  });

  it('marks single characters that nothing names, and says where', async () => {
    const { text, withUnknown } = await read({
      pages: [{ content: lines(72, 700, LEFT) + at(72, 500, 'a sign \uE001 here', { font: 'U' }) }],
    });
    expect(text).toContain('a sign \uFFFD here');
    expect(withUnknown).toEqual([1]);
  });

  /** At most one word in each field of a page and around it. */
  const words = fc.uniqueArray(
    fc.record({
      word: fc.stringMatching(/^[a-z]{2,8}$/),
      column: fc.integer({ min: -1, max: 3 }),
      row: fc.integer({ min: -1, max: 11 }),
      size: fc.constantFrom(0.5, 7, 10, 12, 30),
      how: fc.constantFrom('plain', 'invisible', 'white', 'turned', 'aslant', 'covered'),
    }),
    { selector: ({ column, row }) => `${column} ${row}`, minLength: 1, maxLength: 12 },
  );

  it('loses no word, whatever is drawn wherever: each is in the text, or reported', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 3 }), async (pages) => {
        const pdf = makePdf({
          pages: pages.map((on) => ({
            content: on
              .map(({ word, column, row, size, how }) => {
                const [x, y] = [column * 190 + 5, row * 160 - 100];
                const plain = at(x, y, word, { font: 'M', size });
                if (how === 'invisible') return `3 Tr ${plain} 0 Tr\n`;
                if (how === 'white') return `1 g ${plain} 0 g\n`;
                if (how === 'turned') return turned([0, 1, -1, 0, x, y], word, { size });
                if (how === 'aslant') return turned([0.8, 0.6, -0.6, 0.8, x, y], word, { size });
                if (how === 'covered') return `${plain} ${x - 1} ${y - 9} 180 ${2 * size} re f\n`;
                return plain;
              })
              .join(''),
          })),
        });
        // Of a file that nobody sees a word of, nothing is taken.
        const found = await readPdf(pdf).catch(() => null);
        if (!found) return;
        const { text, aside } = found.document;
        const all = [text, ...aside.map((one) => one.words)].join(' ').split(/\s+/);
        const letters = (from: readonly string[]): string => [...from.join('')].sort().join('');
        expect(letters(all)).toBe(letters(pages.flat().map(({ word }) => word)));
        // What the edge of the page cuts is reported in parts.
        const onPage = pages
          .flat()
          .filter(({ column, row }) => column >= 0 && column < 3 && row > 0);
        for (const { word } of onPage) expect(all).toContain(word);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
