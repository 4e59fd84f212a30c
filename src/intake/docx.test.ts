import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../model/archive.arbitrary.ts';
import { docx, note, noteMark, paragraph, plainWords, run } from './documents.arbitrary.ts';
import { readDocx } from './docx.ts';

describe('readDocx(bytes)', () => {
  it('takes paragraphs, tables, line ends and raised figures as a reader sees them', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const { text, leftOut } = await readDocx(
      docx(
        paragraph(run('The storm '), run('rose', '<w:b/>'), run('.')) +
          paragraph(run('10'), run('6', '<w:vertAlign w:val="superscript"/>'), run(' ships')) +
          `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl>` +
          paragraph(run('one'), '<w:r><w:br/></w:r>', run('two')) +
          paragraph(run('shouted', '<w:caps/>')),
      ),
    );
    expect(text).toBe('The storm rose.\n\n10⁶ ships\n\na\tb\n\none\ntwo\n\nSHOUTED\n');
    expect(leftOut).toEqual([]);
  });

  it('keeps notes apart, each with its mark', async () => {
    const { text, marks, leftOut } = await readDocx(
      docx(
        paragraph(run('It rose.'), noteMark(2), run(' It fell.'), noteMark(3)) +
          paragraph(run('It rested.'), noteMark(5, 'endnote')),
        {
          footnotes: note(2, 'So the log.') + note(3, 'So the mate.'),
          endnotes: note(5, 'So the end.', 'endnote'),
        },
      ),
    );
    expect(text).toBe(
      'It rose.[1] It fell.[2]\n\nIt rested.[3]\n\n[1] So the log.\n\n[2] So the mate.\n\n[3] So the end.\n',
    );
    expect(marks).toBe('footnotes');
    expect(leftOut).toEqual([]);
  });

  it('leaves out what no reader sees, and tells it', async () => {
    const { text, leftOut } = await readDocx(
      docx(
        paragraph(run('We will '), run('never ', '<w:vanish/>'), run('go.')) +
          paragraph(run('By style '), run('secret', '<w:rStyle w:val="gone"/>'), run('seen')) +
          paragraph(run('not hidden', '<w:vanish w:val="0"/>')) +
          `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('its mark alone is hidden')}</w:p>` +
          `<w:p><w:del w:id="1"><w:r><w:delText>was </w:delText></w:r></w:del><w:ins w:id="2">${run('is ')}</w:ins>${run('so')}</w:p>` +
          `<w:p><w:moveFrom w:id="3">${run('elsewhere')}</w:moveFrom>${run('here')}</w:p>` +
          paragraph(run('struck', '<w:strike/>'), run('twice', '<w:dstrike/>'), run('left')),
        {
          styles:
            '<w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style>',
          header1: paragraph(run('A running head')),
          comments: `<w:comment w:id="0">${paragraph(run('Check this'))}</w:comment>`,
        },
      ),
    );
    expect(text).toBe(
      'We will go.\n\nBy style seen\n\nnot hidden\n\nits mark alone is hidden\n\nis so\n\nhere\n\nleft\n',
    );
    expect(leftOut.toSorted((a, b) => (a.words < b.words ? -1 : 1))).toEqual([
      { words: 'A running head', why: 'the header of its pages' },
      { words: 'Check this', why: 'a comment' },
      { words: 'elsewhere', why: 'moved elsewhere in a tracked change' },
      { words: 'never', why: 'hidden' },
      { words: 'secret', why: 'hidden' },
      { words: 'strucktwice', why: 'struck out' },
      { words: 'was', why: 'deleted in a tracked change' },
    ]);
  });

  it('tells what mammoth does not read', async () => {
    const { text, leftOut } = await readDocx(
      docx(
        paragraph(
          run('So '),
          '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
          run(' of it'),
        ),
      ),
    );
    expect(text).toBe('So [equation] of it\n');
    expect(leftOut).toEqual([{ words: '12', why: 'an equation' }]);
  });

  it('names an object of another program at its place, which may be an equation', async () => {
    const object =
      '<w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:object></w:r>';
    const { text } = await readDocx(docx(paragraph(run('It rose by '), object, run(' percent.'))));
    expect(text).toBe('It rose by [object] percent.\n');
  });

  it('names an equation that stands alone, once', async () => {
    const math = '<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>';
    const { text, leftOut } = await readDocx(docx(paragraph(math) + paragraph(run('y'))));
    expect(text).toBe('[equation]\n\ny\n');
    expect(leftOut).toEqual([{ words: 'x', why: 'an equation' }]);
  });

  it('takes title and language from its properties', async () => {
    const about = '<dc:title>A &amp; B</dc:title><dc:language>nb-NO</dc:language>';
    expect(await readDocx(docx(paragraph(run('x')), { core: about }))).toMatchObject({
      title: 'A & B',
      language: 'nb-NO',
    });
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>';
    expect((await readDocx(docx(paragraph(run('x')), { styles }))).language).toBe('de-DE');
  });

  it('loses no word: each is in the text, or told', async () => {
    const piece = fc.record({
      words: plainWords,
      how: fc.constantFrom(
        '',
        '<w:b/>',
        '<w:vanish/>',
        '<w:strike/>',
        'note',
        'del',
        'math',
        'box',
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(piece, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (given) => {
          const notes: string[] = [];
          const body = given.map((pieces) =>
            paragraph(
              ...pieces.map(({ words, how }) => {
                if (how === 'note') return noteMark(notes.push(words));
                if (how === 'del')
                  return `<w:del><w:r><w:delText xml:space="preserve">${words} </w:delText></w:r></w:del>`;
                if (how === 'math') return `<m:oMath><m:r><m:t>${words}</m:t></m:r></m:oMath>`;
                if (how === 'box')
                  return `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${paragraph(run(words))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
                return run(`${words} `, how);
              }),
            ),
          );
          const { text, leftOut } = await readDocx(
            docx(body.join(''), {
              footnotes: notes.map((words, i) => note(i + 1, words)).join(''),
            }),
          );
          const said = [text, ...leftOut.map(({ words }) => words)].join(' ').replace(/\s+/g, '');
          for (const { words } of given.flat()) expect(said).toContain(words.replaceAll(' ', ''));
        },
      ),
      runs(100),
    );
  });
});
