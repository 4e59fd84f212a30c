/** No form of code in an event's text is run by a check or a build, and a build opens each file once. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { checkArchive } from '../src/check/check.ts';
import { archive, build, event, work } from './small-archive.ts';

/** Every form that could run code: in an event's text it is refused or shown as text. */
const CODE = [
  '{RUN}',
  'a {RUN} b',
  '{/**/ RUN /**/}',
  '{/* a */ RUN /* b */}',
  '{// a\nRUN}',
  '{...RUN}',
  '{}',
  '{[1].map(() => RUN)}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried
  '{`${RUN}`}',
  '{(() => RUN)()}',
  '{await RUN}',
  '{import("x")}',
  '<Note about="context" x={RUN}>a</Note>',
  '<Note about="context" {...RUN}>a</Note>',
  '<Note about={RUN}>a</Note>',
  '<Note {...{about: "context", x: RUN}}>a</Note>',
  '<Note about="context" client:load>a</Note>',
  '<Note about="context" set:html={RUN} />',
  '<Note about="context" onclick="RUN">a</Note>',
  '<Note about="context" slot="x">a</Note>',
  '<span lang={RUN}>a</span>',
  '<span lang="de" onclick="RUN">a</span>',
  '<Note.x about="date"/>',
  '<script>RUN</script>',
  '<script define:vars={RUN} />',
  '<style>{RUN}</style>',
  '<img src={RUN}/>',
  '<>{RUN}</>',
  '<Fragment set:html={RUN} />',
  '<Astro.self />',
  '<div set:text={RUN} />',
  'import x from "./x.mjs"',
  "import 'data:text/javascript,RUN'",
  'export const x = RUN',
  'export default RUN',
  'export { x } from "./x.mjs"',
  '<!-- {RUN} -->',
  '<?php RUN ?>',
  '<% RUN %>',
  '[a](javascript:RUN)',
  '<javascript:RUN>',
  '[a][x]\n\n[x]: javascript:RUN',
  '![a](x "{RUN}")',
  '```js eval\nRUN\n```',
  '    {RUN}',
  '`{RUN}`',
  '\\{RUN\\}',
  '&#123;RUN&#125;',
  ':::x{RUN}\n:::',
  '$RUN$',
  '{{ RUN }}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what is tried
  '${RUN}',
  '#{RUN}',
  '{% RUN %}',
];

test.each(['mdx', 'md'])('no form of code in .%s is run by a check or a build', (extension) => {
  const sign = join(work, `ran-${extension}`);
  const run = `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(sign)}, '')`;
  const note = extension === 'mdx' ? '' : '\n';
  const file = (form: string): string =>
    `${event(
      'title: a\ndate: "1897"',
      `[nine](#nine)\n\n${form.replaceAll('RUN', run)}\n\n[nine](#nine)`,
    )
      .replace(/<Note about="date">.*<\/Note>/, '')
      .replace('kind: report', 'kind: report\nunsourced: true')}${note}`;
  const events = Object.fromEntries(CODE.map((form, i) => [`e-${i}.${extension}`, file(form)]));
  const folder = archive(`code-${extension}`, events);
  const wrong = checkArchive(folder)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ file }) => /e-\d+/.exec(file)?.[0] ?? file);
  for (const id of wrong) fs.rmSync(join(folder, 'events', `${id}.${extension}`), { force: true });
  const left = fs.readdirSync(join(folder, 'events')).filter((name) => name.startsWith('e-'));
  expect(checkArchive(folder).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  // Forms that are text in Markdown: code spans and blocks, escapes, syntax of other languages.
  expect(left.length).toBeGreaterThan(extension === 'mdx' ? 2 : 10);
  const dist = build(folder);
  expect(fs.existsSync(sign)).toBe(false);
  for (const name of left) {
    const html = fs.readFileSync(
      join(dist, 'events', name.replace(/\.mdx?$/, ''), 'index.html'),
      'utf8',
    );
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('.body script, .body style, .body [onclick]')).toHaveLength(0);
    for (const link of document.querySelectorAll('.body a'))
      expect(link.getAttribute('href')).toMatch(/^(?:#|\/|https?:)/);
  }
});

test('a build opens each file of the content once', () => {
  const content = archive('counted', {});
  const reads = join(work, 'reads.json');
  build(content, ['--import', './e2e/count-reads.ts'], { READS: reads });
  const counts = JSON.parse(fs.readFileSync(reads, 'utf8')) as Record<string, number>;
  const files = fs
    .readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(join(content, name)).isFile() && name !== 'permalinks.txt');
  expect(counts).toMatchObject(Object.fromEntries(files.map((name) => [name, 1])));
});
