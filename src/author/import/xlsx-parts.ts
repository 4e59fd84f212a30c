/** The parts of an Excel workbook: XML, and how one names others. */
import { posix } from 'node:path';
import { Parser } from 'htmlparser2';

export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Goes through XML once; names without their prefix. */
export function walk(xml: string, { open, text, close }: Handlers): void {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(local(name), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

/** What a part of the workbook calls other parts, by their ids: paths, or addresses of the web. */
export function relationsOf(part: (name: string) => string, path: string): Map<string, string> {
  const relations = new Map<string, string>();
  const folder = posix.dirname(path);
  walk(part(`${folder}/_rels/${posix.basename(path)}.rels`), {
    open: (name, { Id = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship') return;
      const inside = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, TargetMode === 'External' ? Target : inside);
    },
  });
  return relations;
}
