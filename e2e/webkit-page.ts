/** The page in WebKit: opens it, presses its keys, asks what it shows. One browser for a test file. */
import { expect } from '@playwright/test';
import { By, type WebDriver, type WebElement } from 'selenium-webdriver';
import { freePort } from './port.ts';
import { startWebkit } from './webkit.ts';

/** The drawing for a wide page, and the one that a narrow page shows. */
export const WIDE = 'svg.timeline.wide';

export let driver: WebDriver;
let stop = async (): Promise<void> => {};
export let base = '';

export async function start(baseURL: string): Promise<void> {
  base = baseURL;
  ({ driver, stop } = await startWebkit(await freePort('127.0.0.1')));
}
export const end = (): Promise<void> => stop();

export const run = <T>(script: string, ...values: unknown[]): Promise<T> =>
  driver.executeScript<T>(script, ...values);
export const resize = (width: number) =>
  driver.manage().window().setRect({ x: 0, y: 0, width, height: 1000 });
export const find = (css: string): Promise<WebElement> => driver.findElement(By.css(css));
export const mark = (id: string): Promise<WebElement> => find(`${WIDE} .mark[data-key="${id}"] a`);
export const button = (name: string): Promise<WebElement> =>
  driver.findElement(
    By.xpath(`//time-line//button[normalize-space()="${name}" or @aria-label="${name}"]`),
  );
export const press = (...keys: string[]) =>
  driver
    .actions()
    .sendKeys(...keys)
    .perform();
export const focus = async (element: WebElement) => run('arguments[0].focus()', element);

/** Records errors, warnings and violations of the policy from now on. */
export const listen = () =>
  run(`
    const kept = (globalThis.complaints = []);
    addEventListener('error', ({ message }) => kept.push(message));
    addEventListener('unhandledrejection', ({ reason }) => kept.push(String(reason)));
    document.addEventListener('securitypolicyviolation', (event) =>
      kept.push(event.violatedDirective + ' ' + event.blockedURI));
    console.error = console.warn = (...all) => kept.push(all.join(' '));
  `);

/** Opens a page; the timeline's script runs where there is one. */
export async function open(path = ''): Promise<void> {
  // A URL that differs only in its fragment would not reload the page.
  await driver.get('about:blank');
  await driver.get(base + path);
  await listen();
  await run('return document.fonts.ready.then(() => {})');
  await expect.poll(() => count('time-line:not(.running)')).toBe(0);
}

export const address = (): Promise<string> => driver.getCurrentUrl();
export const focused = (): Promise<string> =>
  run(`const { id, attributes } = document.activeElement;
    return attributes.href ? attributes.href.value : '#' + id`);
export const count = (css: string): Promise<number> =>
  run('return document.querySelectorAll(arguments[0]).length', css);
/** How many elements are visible. */
export const shown = (css: string): Promise<number> =>
  run(
    'return [...document.querySelectorAll(arguments[0])].filter((node) => node.checkVisibility() && node.getBoundingClientRect().width > 0).length',
    css,
  );
export const text = (css: string): Promise<string> =>
  run('return document.querySelector(arguments[0])?.textContent.trim() ?? ""', css);
export const inView = (css: string): Promise<boolean> =>
  run(
    'const box = document.querySelector(arguments[0])?.getBoundingClientRect(); return Boolean(box && box.bottom > 0 && box.top < innerHeight)',
    css,
  );
/** Elements that exceed the page at the right, and texts of the drawing that do at the left. */
export const outOfBounds = (): Promise<string[]> =>
  run(`const beyond = [...document.querySelectorAll('main, main *')].filter((node) => {
      const { left, right, width } = node.getBoundingClientRect();
      return width > 0 && (right > innerWidth + 0.5 || (node.matches('svg.timeline text') && left < 0));
    });
    return beyond.map((node) => node.localName + ' ' + node.textContent.slice(0, 40))`);
