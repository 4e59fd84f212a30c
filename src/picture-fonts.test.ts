import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import satori from 'satori';
import { expect, it } from 'vitest';
import { forSatori } from './picture-fonts.ts';

const SIZE = 100;

it.each(['noto-naskh-arabic', 'noto-sans-arabic'])(
  'lets satori hang the dots and vowel signs of %s where HarfBuzz hangs them',
  async (name) => {
    const file = readFileSync(
      `node_modules/@fontsource/${name}/files/${name}-arabic-400-normal.woff`,
    );
    const font = create(file);
    if (!('layout' in font)) throw new Error('one font expected');
    const scale = SIZE / font.unitsPerEm;
    for (const word of ['ب', 'بِ', 'يتثّ']) {
      // From the lowest point to the highest, as the font has it.
      const { glyphs, positions } = font.layout(word);
      const ends = glyphs.map(({ bbox }, i) => {
        const up = positions[i]?.yOffset ?? 0;
        return [bbox.minY + up, bbox.maxY + up] as const;
      });
      const height =
        (Math.max(...ends.map(([, top]) => top)) - Math.min(...ends.map(([low]) => low))) * scale;
      const node = { type: 'div', props: { style: { fontSize: SIZE }, children: word } };
      const svg = await satori(node as unknown as Parameters<typeof satori>[0], {
        ...{ width: 400, height: 400 },
        fonts: [{ name, data: forSatori(file), weight: 400 }],
      });
      const ys = [...svg.matchAll(/ d="([^"]*)"/g)]
        .flatMap(([, path = '']) => path.match(/-?[\d.]+ -?[\d.]+|-?[\d.]+,-?[\d.]+|[A-Z]/g) ?? [])
        .flatMap((pair) => Number(pair.split(/[ ,]/)[1] ?? Number.NaN))
        .filter(Number.isFinite);
      expect([word, Math.abs(Math.max(...ys) - Math.min(...ys) - height) < 6]).toEqual([
        word,
        true,
      ]);
    }
  },
);
