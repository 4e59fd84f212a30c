import { describe, expect, it } from 'vitest';
import { docx, paragraph, run } from './documents.arbitrary.ts';
import { readDocx } from './docx.ts';

/** A level of a list. */
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (words: string, id: number, at = 0): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(words)}</w:p>`;

const linesOf = async (body: string, numbering: string, styles = ''): Promise<string[]> =>
  (await readDocx(docx(body, { numbering, styles }))).text.trim().split('\n\n');

describe('the numbers of lists in a Word document', () => {
  it('are written as each level has them, and count on after what stands between', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'decimal', '%1.'),
        level(1, 'lowerLetter', '(%2)'),
        level(2, 'upperRoman', '%1.%2.%3'),
      ) + list(1, 0);
    const body = [
      item('a', 1),
      item('b', 1, 1),
      item('c', 1, 1),
      item('d', 1, 2),
      paragraph(run('between')),
      item('e', 1),
      item('f', 1, 1),
    ].join('');
    expect(await linesOf(body, numbering)).toEqual([
      '1. a',
      '(a) b',
      '(b) c',
      '1.b.I d',
      'between',
      '2. e',
      '(a) f',
    ]);
  });

  it('begin anew where the list says so, and are shared where it does not', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering =
      abstract(0, level(0, 'decimal', '%1)')) + list(1, 0) + list(2, 0) + list(3, 0, anew);
    const body = [item('a', 1), item('b', 2), item('c', 3), item('d', 3)].join('');
    expect(await linesOf(body, numbering)).toEqual(['1) a', '2) b', '5) c', '6) d']);
  });

  it.each([
    ['bullet', '•', 'a', 'b'],
    ['decimalZero', '%1.', '01. a', '02. b'],
    ['upperLetter', '%1', 'A a', 'B b'],
    ['lowerRoman', '%1.', 'i. a', 'ii. b'],
    ['decimal', 'Article %1', 'Article 1 a', 'Article 2 b'],
    ['none', '', 'a', 'b'],
  ])('of the kind %s are %s', async (format, text, first, second) => {
    const numbering = abstract(0, level(0, format, text)) + list(1, 0);
    expect(await linesOf(item('a', 1) + item('b', 1), numbering)).toEqual([first, second]);
  });

  it('are told to be missing if their kind is not known', async () => {
    const numbering = abstract(0, level(0, 'hebrew1', '%1.')) + list(1, 0);
    const { text, remarks } = await readDocx(docx(item('a', 1), { numbering }));
    expect(text).toBe('a\n');
    expect(remarks).toEqual(['numbers of its lists are not in the text where they are hebrew1']);
  });

  it.each(['lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman'])(
    'are told to be missing where %s has no sign for them',
    async (format) => {
      const far = level(0, format, '%1.').replace(
        'w:start w:val="1"',
        'w:start w:val="2000000000"',
      );
      const below = level(0, format, '%1.').replace('w:start w:val="1"', 'w:start w:val="-3"');
      const numbering = abstract(0, far) + abstract(1, below) + list(1, 0) + list(2, 1);
      const { text, remarks } = await readDocx(docx(item('a', 1) + item('b', 2), { numbering }));
      expect(text).toBe('a\n\nb\n');
      expect(remarks).toHaveLength(1);
    },
  );

  it('go on after z with aa, as Word writes them', async () => {
    const numbering = abstract(0, level(0, 'lowerLetter', '%1.')) + list(1, 0);
    const lines = await linesOf(Array.from({ length: 28 }, () => item('x', 1)).join(''), numbering);
    expect(lines.slice(25)).toEqual(['z. x', 'aa. x', 'bb. x']);
  });

  it('come from the styles of headings too, also from those that they are based on', async () => {
    const numbering =
      abstract(
        0,
        level(0, 'upperRoman', '%1.', '<w:pStyle w:val="Heading1"/>'),
        level(
          1,
          'decimal',
          '%1.%2',
          '<w:isLgl/><w:pStyle w:val="Heading2"/><w:suff w:val="space"/>',
        ),
      ) + list(1, 0);
    const style = (id: string, more: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace('H', 'h').replace(/(\d)/, ' $1')}"/>${more}</w:style>`;
    const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles =
      style('Heading1', numbered) +
      style('Heading2', numbered) +
      style('Own', '<w:basedOn w:val="Heading1"/>') +
      style('Odd', '<w:basedOn w:val="Odd"/>');
    const styled = (id: string, words: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(words)}</w:p>`;
    const body = ['Heading1', 'Heading2', 'Own', 'Odd', 'Heading2']
      .map((id) => styled(id, id))
      .join('');
    const { text, sections } = await readDocx(docx(body, { numbering, styles }));
    expect(text.trim().split('\n\n')).toEqual([
      'I. Heading1',
      '1.1 Heading2',
      'II. Own',
      'Odd',
      '2.1 Heading2',
    ]);
    expect(sections?.[1]?.headings).toEqual(['I. Heading1', '1.1 Heading2']);
  });

  it('count no paragraph that was taken out, and no former property', async () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const numPr = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const gone = `<w:p><w:pPr>${numPr}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>was</w:delText></w:r></w:del></w:p>`;
    const former = `<w:p><w:pPr><w:pPrChange><w:pPr>${numPr}</w:pPr></w:pPrChange></w:pPr>${run('plain')}</w:p>`;
    expect(await linesOf(item('a', 1) + gone + former + item('b', 1), numbering)).toEqual([
      '1. a',
      'plain',
      '2. b',
    ]);
  });

  it('lose nothing of a document that names a list or a level that it does not have', async () => {
    const numbering = abstract(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const body = item('a', 7) + item('b', 1, 3) + item('c', 0) + item('d', 1);
    expect(await linesOf(body, numbering)).toEqual(['a', 'b', 'c', '1. d']);
  });
});
