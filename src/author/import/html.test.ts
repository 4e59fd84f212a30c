/** Whatever stands in a piece of HTML is in its text, in a link of it, or handed on as dropped. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../model/archive.arbitrary.ts';
import { plainText, toMarkdown } from './html.ts';

/** All that comes of a text, in Markdown and as one line. */
function foundIn(html: string): [markdown: string, line: string] {
  const dropped: string[] = [];
  const drop = (kind: string, text: string): void => {
    dropped.push(`${kind}: ${text}`);
  };
  const markdown = toMarkdown(html, drop);
  const [, ...ofMarkdown] = ['', ...dropped.splice(0)];
  const { text, links } = plainText(html, drop);
  return [
    [markdown, ...ofMarkdown].join('\n'),
    [text, ...links.flatMap(({ href, words }) => [href, words]), ...dropped].join('\n'),
  ];
}

const PIECES =
  '<|>|</|/>|<!--|-->|<!|<?|?>|<![CDATA[|]]>|"|\'|=| |\n|/|&|;|&#|&amp;|<b>|</b>|<i|<p>|<br>|<a href="|<a href=|<a>|</a>|<img src="|<img alt="|<q>|<li>|<ul>|</ul>|<td>|<pre>|</pre>|<script>|</script|<style>|<title>|<svg>|</svg>|<textarea>|<John|</John|<3|<span title="|</p '.split(
    '|',
  );

describe('toMarkdown(html) and plainText(html)', () => {
  it('lose no word of any soup of tags', () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constant('WORD')), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(soup, (pieces) => {
        const words: string[] = [];
        const html = pieces
          .map((piece) => {
            if (piece !== 'WORD') return piece;
            words.push(`Qx${words.length}zq`);
            return words.at(-1);
          })
          .join('');
        for (const found of foundIn(html)) {
          const all = found.toLowerCase();
          expect(words.filter((word) => !all.includes(word.toLowerCase()))).toEqual([]);
        }
      }),
      runs(2000),
    );
  });

  it.each([
    ['a </John> b', 'a </John> b'],
    ['<b>a</b> </John> b', 'a </John> b'],
    ['a <b', 'a <b'],
    ['<i>a</i> <!-- not shown --> b', 'a b'],
    ['<img alt="A lamp"> <b>burns</b>', 'A lamp burns'],
    ['<b>a</b title="why">', 'a'],
    ['x < y <b>z</b>', 'x < y z'],
  ])('%s reads %s', (html, text) => {
    expect(plainText(html, () => {}).text).toBe(text);
  });

  it('hand on comments, and attributes that are words', () => {
    const dropped: [string, string][] = [];
    toMarkdown(
      '<p class="note" align="left"><abbr title="Royal Society">RS</abbr><!-- check --><a href="https://example.org/" target="_blank" rel="noopener nofollow" title="Home">x</a></p>',
      (...one) => dropped.push(one),
    );
    expect(dropped).toEqual([
      ['attributes of HTML', '<p> class="note"'],
      ['attributes of HTML', '<abbr> title="Royal Society"'],
      ['comments in HTML', ' check '],
      ['attributes of HTML', '<a> title="Home"'],
    ]);
  });
});
