/** Every colour can be told from what it stands on, in every palette: WCAG 2.2, 1.4.3 and 1.4.11. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Palette = ReadonlyMap<string, string>;

/**
 * The colours of the first `:root` after `start`, a reference to another one followed.
 * @param scheme which of the two colours of a `light-dark()`
 */
function palette(start: string, scheme: 'light' | 'dark', below: Palette = new Map()): Palette {
  const at = css.indexOf(start);
  expect(at, `${start} in tokens.css`).toBeGreaterThanOrEqual(0);
  const [, block = ''] = /:root(?:\[lang\])? \{([^}]*)\}/.exec(css.slice(at)) ?? [];
  const found = new Map(below);
  for (const [, name = '', value = ''] of block.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const colours = value.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    const referred = below.get(/^var\(--([\w-]+)\)$/.exec(value)?.[1] ?? '');
    const colour = referred ?? (scheme === 'dark' ? colours.at(-1) : colours[0]);
    if (colour) found.set(name, colour);
  }
  return found;
}

const light = palette(':root', 'light');
const dark = palette(':root', 'dark');
const palettes = {
  light,
  dark,
  print: palette('@media print', 'light', light),
  'light, with more contrast': palette('(prefers-contrast: more)', 'light', light),
  'dark, with more contrast': palette('(prefers-contrast: more)', 'dark', dark),
};

const tracks = ['red', 'blue', 'ochre', 'green', 'violet', 'slate'];
/** What is asked: text, and the marks of the tracks, which share their labels' colours. */
const TEXT = 4.5;

/** [colour, what it stands on, contrast]; `mark/45` is the mark's colour, that much of it, over the paper. */
const pairs: [string, string, number][] = [
  ...['ink', 'soft', 'muted', ...tracks].flatMap((colour): [string, string, number][] => [
    [colour, 'paper', TEXT],
    [colour, 'raised', TEXT],
    // Where an address leads, the ground is tinted.
    [colour, 'mark/45', TEXT],
  ]),
  ['mark-ink', 'mark', TEXT],
  // A passage that is quoted, and words whose quote is open.
  ['ink', 'mark/60', TEXT],
];

/** Hairlines part what spacing and headings part already: nothing is asked of them, but on request. */
const decoration = ['rule'];

function rgb(hex: string): number[] {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

function colour(name: string, of: Palette): number[] {
  const [token = '', share] = name.split('/');
  const value = rgb(of.get(token) ?? '');
  if (!share) return value;
  const below = rgb(of.get('paper') ?? '');
  return value.map((part, i) => part * (+share / 100) + (below[i] ?? 0) * (1 - +share / 100));
}

function luminance(parts: number[]): number {
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, of: Palette): number {
  const [a, b] = [luminance(colour(one, of)), luminance(colour(other, of))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

it('knows black from white', () => {
  const of = new Map(Object.entries({ a: '#000', b: '#ffffff', paper: '#fff' }));
  expect(contrast('a', 'b', of)).toBe(21);
  expect(contrast('a/50', 'b', of)).toBeCloseTo(3.977, 3);
});

it('has a pair for every colour, and a value for every pair', () => {
  const declared = new Set([
    ...pairs.flatMap(([one, other]) => [one, other.split('/')[0] ?? '']),
    ...decoration,
  ]);
  expect([...light.keys()].sort()).toEqual([...declared].sort());
  // And no colour is written in a way that this test does not read.
  expect(css).not.toMatch(/--[\w-]+:\s*(?:rgb|hsl|oklch|oklab|lab|lch|color)\(/);
});

describe.each(Object.entries(palettes))('the palette %s', (_, of) => {
  it.each(pairs)('%s on %s is at least %d : 1', (one, other, least) => {
    expect(contrast(one, other, of)).toBeGreaterThanOrEqual(least);
  });
});

it.each(['light, with more contrast', 'dark, with more contrast'] as const)(
  'hairlines of the palette %s can be seen',
  (name) => expect(contrast('rule', 'paper', palettes[name])).toBeGreaterThanOrEqual(3),
);
