/** Archives in Korean and in Russian, built: their pages speak that language alone, by its rules, in letters they have. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkArchive } from '../src/check/check.ts';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'languages-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Names of formats, clocks and commits, and addresses, which are the same in every language. */
const NAMES =
  /https?:\/\/\S+|\b(?:SHA-256|PDF|SVG|PNG|A4|US Letter|UTC|QR|JSON|CSV|TimelineJS|Atom|BibTeX|RIS|CSL-JSON|W3C Web Annotations|[0-9a-f]{7,40})\b/g;

/** Builds an archive of `archives/`. */
function built(name: string) {
  const content = join(root, 'e2e/archives', name);
  const site = join(work, name);
  beforeAll(() => {
    execFileSync(process.execPath, ['src/build/astro.ts', 'build', '--outDir', site], {
      cwd: root,
      env: {
        ...process.env,
        CONTENT_DIR: content,
        SITE_URL: 'https://example.org',
        BASE_PATH: '/',
      },
      stdio: 'pipe',
    });
    // For what hangs, not for what a busy machine does slowly.
  }, 120_000);
  const page = (path: string): Document =>
    parseHTML(readFileSync(join(site, path, 'index.html'), 'utf8')).document;
  return {
    page,
    paths: () => globSync('**/index.html', { cwd: site }).map((path) => join(path, '..')),
    check: () => checkArchive(content),
    fonts: () => globSync(join(site, '_astro/fonts/*.woff2')),
    /** The texts of an element of a page, as one line each. */
    texts: (path: string, selector: string): string[] =>
      [...page(path).querySelectorAll(selector)].map((element) =>
        (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ),
  };
}

const ferry = built('ferry');
const station = built('station');

/** What a page says, text by text, and to who cannot see it. */
function said(document: Document): string[] {
  for (const silent of document.querySelectorAll(
    'script, style, code, pre, .sha256, .digest, .address',
  ))
    silent.remove();
  const walker = document.createTreeWalker(document.documentElement, 4);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
  for (const element of document.querySelectorAll('[aria-label], [title]'))
    texts.push(element.getAttribute('aria-label') ?? '', element.getAttribute('title') ?? '');
  return texts;
}

describe.each([
  ['ferry', 'ko'],
  ['station', 'ru'],
])('%s, in %s', (name, language) => {
  const { check, page, paths } = name === 'ferry' ? ferry : station;

  it('passes check', () => {
    const { problems, archive } = check();
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(archive?.site.language).toMatch(new RegExp(`^${language}\\b`));
  });

  it('says nothing in Latin letters, on any page', () => {
    const all = paths();
    expect(all.length).toBeGreaterThan(15);
    for (const path of all) {
      const document = page(path);
      expect([path, document.documentElement.lang]).toEqual([path, language]);
      const latin = said(document).filter((text) =>
        /\p{sc=Latin}{2,}/u.test(text.replace(NAMES, '')),
      );
      expect([path, latin]).toEqual([path, []]);
    }
  });
});

describe('a page in Korean', () => {
  const { page, texts, fonts } = ferry;

  it('has its dates, counts and particles', () => {
    expect(texts('', 'article time')).toEqual(
      expect.arrayContaining([
        '1921년 10월 3일',
        '1934년 7월 22일',
        '1935년 4월 12일',
        '2026년 2월 1일',
      ]),
    );
    expect(texts('', '.origins')).toEqual(
      expect.arrayContaining([
        '최초 출처 2곳: 강변통신(인용 1건), 하늘포신문(편집진 추정)(인용 1건)',
        '최초 출처 1곳: 강변통신',
      ]),
    );
    expect(texts('explainer', '.holds')[0]).toContain('사건 5건을 담은');
    expect(texts('', 'figcaption span').join(' ')).toContain('1935년 4월 12일(사건 2건)의 시각은');
    expect(
      page('actors/headman').querySelector('meta[name="description"]')?.getAttribute('content'),
    ).toContain('한봄이 한 일');
  });

  it('has every syllable that it shows in its own fonts, so that a PDF of it shows no boxes', () => {
    const has = new Set(
      fonts().flatMap((file) => {
        const font = create(readFileSync(file));
        return 'characterSet' in font ? font.characterSet : [];
      }),
    );
    for (const path of ['', 'about', 'explainer', 'events/first', 'sources/daily']) {
      const syllables = new Set(
        said(page(path))
          .join()
          .match(/\p{sc=Hangul}/gu),
      );
      expect(syllables.size).toBeGreaterThan(60);
      expect([...syllables].filter((syllable) => !has.has(syllable.codePointAt(0) ?? 0))).toEqual(
        [],
      );
    }
  });
});

describe('a page in Russian', () => {
  const { texts } = station;

  it('has its dates and plural forms', () => {
    expect(texts('', 'article time')).toEqual(
      expect.arrayContaining([
        'август 1950 г.',
        '3 февраля 1952 г.',
        '5 февраля 1952 г. в 08:15 UTC+3',
        'март 1952 г.',
      ]),
    );
    expect(texts('', '.origins')).toEqual(
      expect.arrayContaining([
        '1 первоисточник: Горный вестник',
        '2 первоисточника: Горный вестник (1 цитата), Агентство «Перевал» (наше предположение) (1 цитата)',
      ]),
    );
    expect(texts('explainer', '.holds')[0]).toMatch(/в ней 5 событий.* 6 цитат из 1 документа/);
    expect(texts('about', '.figures dt')).toEqual([
      'утверждений',
      'цитат',
      'первоисточника',
      'предложений процитировано',
    ]);
  });

  it('ends no sentence twice after a date that ends in a stop', () => {
    for (const path of ['', 'explainer', 'about', 'events/call', 'sources/gazette'])
      expect(texts(path, 'body').join()).not.toMatch(/г\.\./);
  });
});
