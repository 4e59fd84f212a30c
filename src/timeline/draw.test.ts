import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { draw, drawOverview } from './draw.ts';
import { itemOn, items, lanes } from './item.arbitrary.ts';
import { layout } from './layout.ts';
import { layoutOverview } from './overview.ts';
import type { Scene } from './scene.ts';
import { type View, wholeView } from './view.ts';
import { panBy, wholeOf, zoomBy } from './window.ts';

const view = wholeView({ orientation: 'across', width: 1120, spacing: 0.8, language: 'en-GB' });
/** Every kind of view: with titles, without, and down the page, where there is no axis. */
const views = fc.constantFrom<View>(
  view,
  { ...view, detail: 'strip' },
  { ...view, orientation: 'down', width: 390 },
);

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
        draw(svg, scene, href);
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
      fc.property(items(20), views, (given, view) => {
        const svg = newSvg();
        const scene = layout(given, lanes, view);
        draw(svg, scene, href);
        // What the browser gets from the server: the markup, without the shapes that were drawn.
        const { document } = parseHTML(`<!doctype html><html><body>${svg.outerHTML}</body></html>`);
        const received = document.querySelector('svg') as unknown as SVGSVGElement;
        const before = [received, ...received.querySelectorAll('*')];
        const texts = before.map((node) => [...node.childNodes]);
        const written: string[] = [];
        for (const node of before) node.setAttribute = (name: string) => written.push(name);
        draw(received, scene, href);
        expect(written).toEqual([]);
        expect(received.outerHTML).toBe(svg.outerHTML);
        const after = [received, ...received.querySelectorAll('*')];
        expect(after.every((node, i) => node === before[i])).toBe(true);
        expect(
          after.every((node, i) => [...node.childNodes].every((one, j) => one === texts[i]?.[j])),
        ).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('writes of what only moves nothing but where it stands', () => {
    fc.assert(
      fc.property(items(20), views, fc.integer({ min: -300, max: 300 }), (given, view, by) => {
        const svg = newSvg();
        const scene = layout(given, lanes, view);
        draw(svg, scene, href);
        const written = new Set<string>();
        for (const node of svg.querySelectorAll('*'))
          node.setAttribute = (name: string) => written.add(`${node.tagName} ${name}`);
        const moved = <Shape extends { x: number }>(shapes: Shape[]): Shape[] =>
          shapes.map((shape) => ({ ...structuredClone(shape), x: shape.x + by }));
        const [marks, breaks, ticks] = [
          moved(scene.marks),
          moved(scene.breaks),
          moved(scene.ticks),
        ];
        draw(svg, { ...scene, marks, breaks, ticks }, href);
        expect([...written]).toEqual(by === 0 ? [] : ['G transform']);
      }),
      { numRuns: 20 },
    );
  });

  it('gives the same nodes from one scene to the next as from none to the next', () => {
    fc.assert(
      fc.property(items(12), items(12), views, views, (first, second, before, view) => {
        const stepped = newSvg();
        draw(stepped, layout(first, lanes, before), href);
        draw(stepped, layout(second, lanes, { ...view, spacing: 0.3 }), href);
        const fresh = newSvg();
        draw(fresh, layout(second, lanes, { ...view, spacing: 0.3 }), href);
        expect(stepped.outerHTML).toBe(fresh.outerHTML);
      }),
      { numRuns: 20 },
    );
  });

  it('moves layers as one while the view moves, and stands as if drawn anew once it rests', () => {
    const at = (node: Element): [number, number] => {
      const [, x = 0, y = 0] =
        node.getAttribute('transform')?.match(/^translate\((.+),(.+)\)$/) ?? [];
      return [Number(x), Number(y)];
    };
    fc.assert(
      fc.property(
        items(40),
        fc.integer({ min: -400, max: 400 }),
        fc.boolean(),
        (given, by, isPan) => {
          const whole = wholeOf(given, 0.8, 1120);
          const close = zoomBy(whole, null, 3);
          const next = isPan ? panBy(whole, close, by) : zoomBy(whole, close, 1.3, 500 + by);
          const scenes = [close, next, close].map((window) =>
            layout(given, lanes, { ...view, window }),
          );
          const svg = newSvg();
          for (const scene of scenes) {
            draw(svg, scene, href, '', true);
            for (const [name, shapes] of Object.entries({
              marks: scene.marks,
              axis: scene.ticks,
              breaks: scene.breaks,
            })) {
              const layer = svg.querySelector(`.${name}`) as Element;
              const [shift] = at(layer);
              const nodes = [...layer.children].filter(
                (node) => node.tagName.toLowerCase() === 'g',
              );
              expect(nodes).toHaveLength(shapes.length);
              for (const [i, { x, y }] of shapes.entries()) {
                const [ownX, ownY] = at(nodes[i] as Element);
                expect(Math.abs(shift + ownX - x)).toBeLessThan(0.02);
                expect(ownY).toBe(y);
              }
              const line = layer.firstElementChild;
              if (line?.tagName.toLowerCase() === 'path')
                expect(at(line)[0] + shift).toBeCloseTo(0, 6);
            }
          }
          const fresh = newSvg();
          const last = scenes[1] as Scene;
          draw(svg, last, href, '', true);
          draw(svg, last, href);
          draw(fresh, last, href);
          expect(svg.outerHTML).toBe(fresh.outerHTML);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('moves a layer by one attribute where nothing comes or goes', () => {
    const given = [0, 1, 2, 3].map((i) => itemOn(`e${i}`, i * 300, 1));
    const svg = newSvg();
    const scene = layout(given, lanes, view);
    draw(svg, scene, href, '', true);
    const written: string[] = [];
    for (const node of svg.querySelectorAll('*'))
      node.setAttribute = (name: string, value: string) =>
        written.push(`${node.getAttribute('class')} ${name} ${value}`);
    const marks = scene.marks.map((mark) => ({ ...mark, x: mark.x + 7.25 }));
    draw(svg, { ...scene, marks }, href, '', true);
    expect(written).toEqual(['marks transform translate(7.25,0)']);
  });

  it('draws the title of each mark that has room for one, and a line for an axis where there is one', () => {
    fc.assert(
      fc.property(items(20), views, (given, view) => {
        const svg = newSvg();
        const scene = layout(given, lanes, view);
        draw(svg, scene, href);
        expect([...svg.querySelectorAll('a')].map((a) => a.textContent)).toEqual(
          scene.marks.map(({ lines }) => lines.join(' ')),
        );
        const axis = svg.querySelector('.axis > path')?.getAttribute('d') ?? '';
        expect(axis).toBe(scene.axis);
      }),
      { numRuns: 30 },
    );
  });

  it('removes what is in the way and is none of its own', () => {
    const svg = newSvg();
    svg.append(svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'g'));
    const [given = []] = fc.sample(items(5), { numRuns: 1, seed: 1 });
    draw(svg, layout(given, lanes, view), href);
    expect([...svg.children].map((layer) => layer.getAttribute('class'))).toEqual(
      expect.arrayContaining(['bands', 'lanes', 'axis', 'breaks', 'marks']),
    );
    expect(svg.children).toHaveLength(5);
  });

  it('writes titles as text, never as markup', () => {
    const svg = newSvg();
    const hostile = '<img src=x onerror=alert(1)>';
    const day = { lo: 0, hi: 86_400_000 };
    draw(
      svg,
      layout(
        [
          {
            id: 'x',
            title: hostile,
            name: hostile,
            track: 0,
            range: day,
            solid: day,
            lasting: false,
            rangeNames: [hostile],
            dateNames: [hostile],
            ends: [null],
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

describe('drawOverview(svg, scene)', () => {
  it('draws each lane’s path in its colour and each tick’s text, the same nodes again for another scene', () => {
    fc.assert(
      fc.property(items(20), items(20), (first, second) => {
        const svg = newSvg();
        drawOverview(svg, layoutOverview(first, lanes, 400, 'en-GB'));
        const before = [...svg.querySelectorAll('.lane')];
        const scene = layoutOverview(second, lanes, 700, 'en-GB');
        drawOverview(svg, scene);
        const drawn = [...svg.querySelectorAll('.lane')];
        expect(drawn.every((node, i) => node === before[i])).toBe(true);
        expect(
          drawn.map((lane) => [
            lane.getAttribute('class'),
            lane.querySelector('path')?.getAttribute('d') ?? '',
          ]),
        ).toEqual(scene.lanes.map(({ colour, path }) => [`lane track-${colour}`, path]));
        expect([...svg.querySelectorAll('.tick')].map((tick) => tick.textContent)).toEqual(
          scene.ticks.map(({ text }) => text),
        );
        expect(svg.getAttribute('viewBox')).toBe(`0 0 700 ${scene.height}`);
        expect(svg.querySelector('.axis > path')?.getAttribute('d')).toBe(scene.axis);
      }),
      { numRuns: 20 },
    );
  });
});
