import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { afterAll, expect, test } from 'vitest';
import { charactersOf, families } from './fonts.ts';

const work = mkdtempSync(join(tmpdir(), 'fonts-'));
afterAll(() => rmSync(work, { recursive: true }));

/** An archive that holds these texts and no more. */
function archive(name: string, language: string, event: string, source: string): string {
  const folder = join(work, name);
  for (const part of ['events', 'sources']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), `language: ${language}\n`);
  writeFileSync(join(folder, 'events/a.md'), event);
  writeFileSync(join(folder, 'sources/a.txt'), source);
  return folder;
}

async function filesOf(content: string, whole: boolean): Promise<Map<string, Buffer>> {
  const all = await families(content, whole);
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
  const folder = archive('pl', 'pl', '# [Zażółć](#q) {x}', 'a = b');
  const characters = charactersOf(folder);
  for (const character of 'Zażółć Ww–…←=’\u00A0') expect(characters).toContain(character);
  // September is “wrzesień”, and no text says so.
  expect(characters).toContain('ś');
  for (const character of '#{}\u0301') expect(characters).not.toContain(character);
});

test('the cut files hold every such character that the whole ones hold, and kern and join', async () => {
  const folder = archive('ru', 'en', 'Владивосток, Kraków', 'Ça va ½ £5');
  const [cut, whole] = [await filesOf(folder, false), await filesOf(folder, true)];
  expect(cut.size).toBe(10);
  const wanted = [...charactersOf(folder)].map((character) => character.codePointAt(0) ?? 0);
  for (const [name, file] of cut) {
    const before = whole.get(name) ?? Buffer.alloc(0);
    expect(file.length).toBeLessThan(before.length);
    const [font, full] = [create(file) as Font, create(before) as Font];
    const has = new Set(font.characterSet);
    expect(
      wanted.filter((code) => full.characterSet.includes(code) && !has.has(code)),
      name,
    ).toEqual([]);
    expect(font.availableFeatures).toContain('kern');
    if (name.includes('latin')) expect(font.availableFeatures).toContain('liga');
    // What keeps FreeType from hinting by itself, which spaces letters by whole pixels.
    const { tables } = (font as unknown as { directory: { tables: object } }).directory;
    expect(Object.keys(tables), name).toEqual(expect.arrayContaining(['gasp', 'prep']));
    // Static, so that a PDF can embed it.
    expect(Object.keys(font.variationAxes)).toEqual([]);
  }
});

test('the same characters give the same bytes', async () => {
  const folder = archive('same', 'en', 'one', 'two');
  expect(await filesOf(folder, false)).toEqual(await filesOf(folder, false));
});

test('an archive in the Arabic script has its typefaces, whose letters join', async () => {
  const files = await filesOf(archive('ar', 'ar', 'مدينة', 'نهر'), false);
  const own = [...files].filter(([name]) => name.includes('arabic'));
  expect(own).toHaveLength(4);
  for (const [, file] of own)
    expect((create(file) as Font).availableFeatures).toEqual(
      expect.arrayContaining(['init', 'medi', 'fina']),
    );
});
