import { expect, test } from 'vitest';
import { editObjects, pdfString } from './objects.ts';

/** Objects out of order, as Chromium leaves them. */
function makePdf(objects: Record<number, string>): Buffer {
  let text = '%PDF-1.4\n';
  const at: Record<number, number> = {};
  for (const [number, object] of Object.entries(objects).reverse()) {
    at[Number(number)] = text.length;
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const rows = Object.keys(objects).map(
    (number) => `${String(at[Number(number)]).padStart(10, '0')} 00000 n \n`,
  );
  const table = `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${rows.length + 1}\n/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

test('editObjects(pdf, edit) finds every object where the new table says', () => {
  const pdf = makePdf({ 1: '<</A (\xff)>>', 2: '<</B 1>>', 3: '<</C 1>>' });
  const edited = editObjects(pdf, (object) =>
    object.replace('<</B 1>>', '<</B (longer than it was)>>').replace('<</C 1>>', '<<>>'),
  ).toString('latin1');
  expect(edited).toContain('(\xff)');
  const table = Number(/startxref\n(\d+)/.exec(edited)?.[1]);
  expect(edited.slice(table)).toMatch(/^xref\n0 4\n/);
  const rows = edited.slice(table).match(/\d{10} 00000 n \n/g) ?? [];
  expect(rows.map((row) => edited.slice(Number(row.slice(0, 10))).slice(0, 7))).toEqual([
    '1 0 obj',
    '2 0 obj',
    '3 0 obj',
  ]);
  expect(edited).toContain('2 0 obj\n<</B (longer than it was)>>\nendobj\n');
});

test('editObjects(pdf, edit) changes no byte where nothing is edited', () => {
  const pdf = makePdf({ 1: '<</A 1>>', 2: '<</B 1>>' });
  expect(editObjects(pdf, (object) => object).equals(pdf)).toBe(true);
});

test('editObjects(pdf, edit) refuses a file of another form', () => {
  expect(() => editObjects(Buffer.from('%PDF-1.7\n'), (object) => object)).toThrow('no table');
});

test('pdfString(text) holds any script', () => {
  expect(pdfString('aé조')).toBe('<FEFF006100E9C870>');
});
