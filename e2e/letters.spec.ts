/** Ids with letters of scripts that keep their own: as file names, addresses, anchors and in the browser. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFile } from '../src/author/import/import.ts';
import { served } from './served.ts';

const TITLES = ['Kyiv', '서울 올림픽', '東京タワー', 'กำแพงเมือง', 'القاهرة القديمة', 'ירושלים'];
const IDS = TITLES.map((title) => title.toLowerCase().replaceAll(' ', '-'));

test.describe.configure({ mode: 'default', timeout: 180_000 });
const { url, dir } = served((work) => {
  const [csv, archive] = [join(work, 'cities.csv'), join(work, 'archive')];
  const rows = TITLES.map(
    (title, i) => `${title},19${10 + i},${title},https://example.org/${title}`,
  );
  writeFileSync(csv, ['title,date,group,url', ...rows].join('\n'));
  importFile('', csv, { archive });
  const events = join(archive, 'events');
  // As some disks name a file.
  for (const name of readdirSync(events))
    renameSync(join(events, name), join(events, name.normalize('NFD')));
  const seoul = join(events, '서울-올림픽.md'.normalize('NFD'));
  writeFileSync(
    seoul,
    readFileSync(seoul, 'utf8').replace('quotes: {}', 'aliases: [올림픽]\nquotes: {}'),
  );
  return archive;
});

test('each event has its page, by a link as well as by its address', async ({ page }) => {
  await page.goto(url());
  const ids = await page.locator('.story article').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids).toEqual(IDS);
  for (const id of IDS) {
    await page.goto(url());
    await page.locator(`article[id="${id}"] h2 a`).click();
    await expect(page).toHaveURL(`${url()}events/${encodeURIComponent(id)}/`);
    await expect(page.locator('article.event')).toHaveAttribute('id', id);
    await expect(page.locator('.references cite')).toHaveCount(1);
    await expect(page.locator('.references')).toContainText(
      'The editors have not looked at it yet.',
    );
  }
});

test('an anchor of one leads to it on the timeline, and a former id to the present one', async ({
  page,
}) => {
  /** Events whose marks are the current one's, in whichever drawing of the page. */
  const current = (): Promise<(string | undefined)[]> =>
    page
      .locator('.mark:has(a[aria-current])')
      .evaluateAll((all) => [...new Set(all.map((mark) => (mark as SVGElement).dataset['key']))]);
  for (const id of IDS) {
    // At once, and as the page is there already.
    await page.goto('about:blank');
    await page.goto(`${url()}#${id}`);
    await expect.poll(current).toEqual([id]);
    const other = IDS.find((one) => one !== id) ?? '';
    await page.evaluate((to) => {
      location.hash = to;
    }, other);
    await expect.poll(current).toEqual([other]);
    await page.goBack();
    await expect.poll(current).toEqual([id]);
  }
  await page.goto(`${url()}events/올림픽/`);
  await expect(page).toHaveURL(`${url()}events/${encodeURIComponent('서울-올림픽')}/`);
});

test('no two files would be one on a disk that knows no case and one form of a letter', () => {
  const names = readdirSync(dir(), { recursive: true, encoding: 'utf8' });
  expect(new Set(names.map((name) => name.normalize('NFKC').toUpperCase())).size).toBe(
    names.length,
  );
  expect(names.filter((name) => name !== name.normalize('NFC'))).toEqual([]);
});
