import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { expect, test } from 'vitest';
import type { Archive } from '../model/archive.ts';
import { joinArchive } from '../model/join.ts';
import { charactersOf, families } from './fonts.ts';

/** An archive that holds these texts and no more. */
const archive = (language: string, text: string, source: string): Archive =>
  joinArchive({
    site: {
      title: text,
      deck: '-',
      language,
      author: '-',
      tracks: [],
      view: { spacing: 0 },
    },
    actors: {},
    references: {},
    sources: {
      s: {
        record: {
          title: '-',
          publisher: 'p',
          url: 'https://example.org/',
          published: '2019',
          language,
          rights: '-',
          display: 'full',
          sha256: '',
        },
        text: source,
      },
    },
    events: {},
  });

async function filesOf(of: Archive, whole: boolean): Promise<Map<string, Buffer>> {
  const all = await families(of.site.language, whole ? null : of);
  return new Map(
    all.flatMap(({ name, options }) =>
      options.variants.map(
        ({ weight, style, src }) =>
          [`${name} ${weight} ${style}`, readFileSync(src[0])] as [string, Buffer],
      ),
    ),
  );
}

test('what the archive, the interface and the dates show is asked for, and what markup is made of is not', () => {
  const characters = charactersOf('pl', archive('pl', 'Zażółć', 'a = b'), 'Source Sans 3');
  for (const character of 'Zażółć Ww–…←=’\u00A0') expect(characters).toContain(character);
  // September is “wrzesień”, and no text says so.
  expect(characters).toContain('ś');
  for (const character of '{}\u0301') expect(characters).not.toContain(character);
});

test('a chain of very many events is read to its end', () => {
  let chain: object = { title: 'Żółć' };
  for (let i = 0; i < 100_000; i++) chain = { next: chain };
  const linked = Object.assign(archive('en', '-', '-'), { chain });
  expect(charactersOf('en', linked, 'Source Sans 3')).toContain('Ż');
});

test('a script that no text is in has no family', async () => {
  const scripts = async (text: string): Promise<string[]> =>
    (await families('en', archive('en', text, '-'))).map(
      ({ name }) => name.split(' ').at(-1) ?? '',
    );
  expect(new Set(await scripts('Kraków'))).toEqual(new Set(['latin', 'static']));
  expect(new Set(await scripts('Kraków, Ж'))).toEqual(new Set(['latin', 'static', 'cyrillic']));
});

test('the cut files hold every such character that the whole ones hold, and kern and join', async () => {
  const folder = archive('en', 'Владивосток, Kraków', 'Ça va ½ £5');
  const [cut, whole] = [await filesOf(folder, false), await filesOf(folder, true)];
  expect(cut.size).toBe(13);
  for (const [name, file] of cut) {
    const before = whole.get(name) ?? Buffer.alloc(0);
    expect(file.length).toBeLessThan(before.length);
    const [font, full] = [create(file) as Font, create(before) as Font];
    const has = new Set(font.characterSet);
    const wanted = [...charactersOf('en', folder, name)].map((one) => one.codePointAt(0) ?? 0);
    expect(
      wanted.filter((code) => full.characterSet.includes(code) && !has.has(code)),
      name,
    ).toEqual([]);
    expect(font.availableFeatures).toContain('kern');
    if (name.includes('latin')) expect(font.availableFeatures).toContain('liga');
    // What keeps FreeType from hinting by itself, which spaces letters by whole pixels.
    const { tables } = (font as unknown as { directory: { tables: object } }).directory;
    expect(Object.keys(tables), name).toEqual(expect.arrayContaining(['gasp', 'prep']));
    // What print uses is static, so that a PDF can embed it.
    expect(font.variationAxes, name).toEqual(
      name.endsWith('400 600 normal')
        ? { wght: expect.objectContaining({ min: 400, max: 600 }) }
        : {},
    );
  }
});

test('the variable font is as wide in each weight as the static one of print, and smaller than both', async () => {
  const text = 'Hamburgefonstiv AVATAR, To. 1,234';
  const files = await filesOf(archive('en', text, text), false);
  const named = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0);
  for (const family of ['Source Serif 4', 'Source Sans 3']) {
    const both = named(`${family} latin 400 600 normal`);
    const [regular, bold] = [400, 600].map((weight) => named(`${family} static ${weight} normal`));
    expect(both.length).toBeLessThan(0.9 * ((regular?.length ?? 0) + (bold?.length ?? 0)));
    for (const [wght, file] of [
      [400, regular],
      [600, bold],
    ] as const) {
      const at = await subsetFont(both, text, { targetFormat: 'sfnt', variationAxes: { wght } });
      const [one, other] = [at, file ?? both].map(
        (font) => (create(font) as Font).layout(text).advanceWidth,
      );
      expect(one, `${family} ${wght}`).toBeGreaterThan(10_000);
      // In thousandths of an em; each letter is rounded.
      expect(Math.abs((one ?? 0) - (other ?? 0)), `${family} ${wght}`).toBeLessThan(
        text.length / 2,
      );
    }
  }
});

test('a serif has signs of the interface that stand in the sans-serif alone only if the archive has them', () => {
  const [without, having] = [archive('en', 'one', 'two'), archive('en', '§ 12', 'two')];
  for (const [folder, family, has] of [
    [without, 'Source Serif 4', false],
    [without, 'Source Sans 3', true],
    [having, 'Source Serif 4', true],
  ] as const)
    expect(charactersOf('en', folder, family).includes('§')).toBe(has);
});

test('the same characters give the same bytes', async () => {
  const folder = archive('en', 'one', 'two');
  expect(await filesOf(folder, false)).toEqual(await filesOf(folder, false));
});

test('an archive in the Arabic script has its typefaces, whose letters join', async () => {
  const files = await filesOf(archive('ar', 'مدينة', 'نهر'), false);
  const own = [...files].filter(([name]) => name.includes('arabic'));
  expect(own).toHaveLength(4);
  for (const [, file] of own)
    expect((create(file) as Font).availableFeatures).toEqual(
      expect.arrayContaining(['init', 'medi', 'fina']),
    );
});

test('an archive in Korean has Hangul of its own, cut to the syllables that it and the interface show', async () => {
  const korean = archive('ko', '부두에 첫 배가 닿았다', '똠방각하');
  const files = [...(await filesOf(korean, false))].filter(([name]) => name.includes('korean'));
  expect(files.map(([name]) => name)).toEqual([
    'Nanum Gothic korean 400 normal',
    'Nanum Gothic korean 700 normal',
  ]);
  const syllables = [...charactersOf('ko', korean, 'Nanum Gothic')].filter((character) =>
    /\p{sc=Hangul}/u.test(character),
  );
  expect(syllables.length).toBeGreaterThan(300);
  for (const [, file] of files) {
    const font = create(file) as Font;
    for (const syllable of syllables)
      expect(font.hasGlyphForCodePoint(syllable.codePointAt(0) ?? 0), syllable).toBe(true);
    // Some hundreds of bytes a syllable, of which the whole font has 11,172.
    expect(file.length).toBeLessThan(160_000);
  }
});

test('names of languages, lists and lengths of time are asked for, as the platform writes them', () => {
  const russian = archive('ru', 'x', 'y');
  const native = { ja: 'A', 'zh-Hant-TW': 'B' };
  russian.actors.set('a', { id: 'a', name: 'A', names: [], kind: null, native });
  const characters = charactersOf('ru', russian, 'Source Sans 3');
  for (const character of 'японскийкитайскийТайваньминутычасов')
    expect(characters).toContain(character);
});
