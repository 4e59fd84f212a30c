/** `node e2e/verify.mjs` compares the text of the PDFs with the print edition, and through it with the archive. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { printEdition } from '../src/print/pdf.ts';
import { buildSite, root } from './sites.ts';

const archive = join(root, 'e2e/archives/reasons');
const work = fs.mkdtempSync(join(tmpdir(), 'verify-pdf-'));
const [dir, other] = [join(work, 'site'), join(work, 'other')];
const PDF = 'explainer-a4.pdf';

test.describe.configure({ mode: 'default', timeout: 240_000 });
test.beforeAll(async () => {
  buildSite(archive, dir);
  await printEdition({ dir, install: false });
});
test.afterAll(() => fs.rmSync(work, { recursive: true, force: true }));

function wrong(): string {
  const { stderr } = spawnSync(process.execPath, [join(root, 'e2e/verify.mjs'), dir, archive], {
    encoding: 'utf8',
  });
  return stderr;
}

test('the PDFs of a site are as its archive is', () => {
  expect(wrong()).toBe('');
});

const CHANGES: [what: string, from: string | RegExp, to: string, says: string][] = [
  ['a word of a quote', 'guilty of neglect', 'guilty of theft', 'does not say'],
  ['a negation in a statement', 'had written', 'had never written', 'does not say'],
  ['a title', /Dale is heard/g, 'Dale is silent', 'does not say'],
  ['a date', />3 May 1911/g, '>4 May 1911', 'does not say'],
  ['a speaker', /<p class="way">[^→]*→/, '<p class="way">The mayor →', 'does not say'],
  ['a sentence more', '</article>', '<p>The inquiry found her guilty.</p></article>', 'says what'],
  ['a reason', 'Names the charge', 'Names the verdict', 'does not say'],
];

for (const [what, from, to, says] of CHANGES)
  test(`${what} that only a PDF has is noticed`, async () => {
    fs.cpSync(dir, other, { recursive: true });
    const page = join(other, 'explainer/index.html');
    const html = fs.readFileSync(page, 'utf8');
    const altered = html.replace(from, to);
    expect(altered).not.toBe(html);
    fs.writeFileSync(page, altered);
    await printEdition({ dir: other, install: false });
    const before = fs.readFileSync(join(dir, PDF));
    fs.copyFileSync(join(other, PDF), join(dir, PDF));
    const found = wrong();
    fs.writeFileSync(join(dir, PDF), before);
    expect(found).toMatch(new RegExp(`^${PDF}  ${says}`, 'm'));
  });

test('a PDF that is missing, broken, too many or called something else is noticed', () => {
  const path = join(dir, PDF);
  const before = fs.readFileSync(path);
  const latin = before.toString('latin1');
  // In UTF-16: the last letter is another.
  const renamed = latin.replace(/(\/Title <[\da-f]*)[\da-f]{2}>/i, '$178>');
  expect(renamed).not.toBe(latin);
  for (const bytes of [null, Buffer.from('%PDF-1.7 no PDF'), Buffer.from(renamed, 'latin1')]) {
    if (bytes) fs.writeFileSync(path, bytes);
    else fs.rmSync(path);
    expect(wrong()).toMatch(new RegExp(`^${PDF}  `, 'm'));
  }
  fs.writeFileSync(path, before);
  fs.copyFileSync(path, join(dir, 'events/more.pdf'));
  expect(wrong()).toContain('events/more.pdf  no PDF of this name is due');
});
