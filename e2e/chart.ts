/** The timeline's drawing, as the browser tests find it. */
import type { Locator, Page } from '@playwright/test';

export const chart = (page: Page): Locator => page.locator('svg.timeline:visible');
export const mark = (page: Page, id: string): Locator =>
  chart(page).locator(`.mark[data-key="${id}"] a`);
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });
export const marks = (page: Page): Promise<string[]> =>
  chart(page)
    .locator('.mark')
    .evaluateAll((all) => all.map((node) => node.getAttribute('data-key') ?? ''));
export const at = async (link: Locator): Promise<number> =>
  (await link.locator('circle').boundingBox())?.x ?? 0;

/** Opens a page and waits until the script has taken the drawing over. */
export async function open(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  await page.locator('time-line.running').waitFor({ state: 'attached' });
}

/** What is wrong with the drawing: texts that touch each other, a mark, a leader or the border. */
export const collisions = (page: Page): Promise<string[]> =>
  chart(page).evaluate((svg) => {
    const box = (node: Element): DOMRect => node.getBoundingClientRect();
    const touch = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 0.5 &&
      b.left < a.right - 0.5 &&
      a.top < b.bottom - 2 &&
      b.top < a.bottom - 2;
    const down = svg.classList.contains('down');
    const texts = [...svg.querySelectorAll('text')].filter(
      (node) => node.textContent && box(node).width > 0,
    );
    const shapes = [...svg.querySelectorAll<SVGElement>('.mark circle, .mark .leader')].filter(
      (node) => node.getAttribute('r') !== '0' && box(node).height > 0,
    );
    const found: string[] = [];
    texts.forEach((text, i) => {
      const a = box(text);
      if (a.left < 0 || a.right > innerWidth) found.push(`${text.textContent} is out of bounds`);
      for (const other of texts.slice(i + 1))
        if (touch(a, box(other))) found.push(`${text.textContent} touches ${other.textContent}`);
      for (const shape of shapes) {
        // Where time runs down leaders bend: their boxes say nothing.
        const own = shape.closest('.mark') === text.closest('.mark');
        if (own || (down && shape.matches('.leader'))) continue;
        if (touch(a, box(shape)))
          found.push(
            `${text.textContent} touches ${shape.closest('.mark')?.getAttribute('data-key')}`,
          );
      }
    });
    return found;
  });
