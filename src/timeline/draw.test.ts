import { select } from 'd3';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { draw } from './draw.ts';
import { items, lanes } from './item.arbitrary.ts';
import { layout } from './layout.ts';
import { wholeView } from './view.ts';

const view = wholeView({ orientation: 'across', width: 1120, alpha: 0.2, language: 'en-GB' });

function newSvg(): SVGSVGElement {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  document.body.append(svg);
  return svg as unknown as SVGSVGElement;
}

const href = (id: string) => `#${id}`;

describe('draw(svg, scene, href)', () => {
  it('draws each mark as a link whose accessible name is its title and date', () => {
    fc.assert(
      fc.property(items(20), (given) => {
        const svg = newSvg();
        const scene = layout(given, lanes, view);
        draw(select(svg), scene, href);
        expect(
          [...svg.querySelectorAll('a')].map((a) => [
            a.getAttribute('href'),
            a.getAttribute('aria-label'),
          ]),
        ).toEqual(scene.marks.map(({ ids, name }) => [`#${ids[0]}`, name]));
      }),
      { numRuns: 20 },
    );
  });

  it('changes nothing when it draws the same scene on nodes that have no data yet', () => {
    fc.assert(
      fc.property(items(20), (given) => {
        const svg = newSvg();
        const scene = layout(given, lanes, view);
        draw(select(svg), scene, href);
        // What the browser gets from the server: the markup, without D3's data.
        const { document } = parseHTML(`<!doctype html><html><body>${svg.outerHTML}</body></html>`);
        const received = document.querySelector('svg') as unknown as SVGSVGElement;
        const before = [...received.querySelectorAll('*')];
        draw(select(received), scene, href);
        expect(received.outerHTML).toBe(svg.outerHTML);
        expect([...received.querySelectorAll('*')].every((node, i) => node === before[i])).toBe(
          true,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same nodes from one scene to the next as from none to the next', () => {
    fc.assert(
      fc.property(items(12), items(12), (first, second) => {
        const stepped = newSvg();
        draw(select(stepped), layout(first, lanes, view), href);
        draw(select(stepped), layout(second, lanes, { ...view, alpha: 0.7 }), href);
        const fresh = newSvg();
        draw(select(fresh), layout(second, lanes, { ...view, alpha: 0.7 }), href);
        expect(stepped.outerHTML).toBe(fresh.outerHTML);
      }),
      { numRuns: 20 },
    );
  });

  it('writes titles as text, never as markup', () => {
    const svg = newSvg();
    const hostile = '<img src=x onerror=alert(1)>';
    const day = { lo: 0, hi: 86_400_000 };
    draw(
      select(svg),
      layout(
        [
          {
            ...{ id: 'x', title: hostile, name: hostile, track: 0, range: day, solid: day },
            ...{ lasting: false, rangeNames: [hostile], dateNames: [hostile] },
          },
        ],
        lanes,
        view,
      ),
      href,
    );
    expect(svg.querySelector('img')).toBeNull();
  });
});
