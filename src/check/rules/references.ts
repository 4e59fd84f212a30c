/** Rule 4: an outside page supports a fact only if an editor has seen it. */
import { citationsOf } from '../../model/body.ts';
import { error, type Position, type Problem } from '../problem.ts';
import type { Draft } from '../read/draft.ts';
import { valueAt } from '../read/path.ts';

/**
 * An error if a reference without `seen` supports a field, or a page that rests on references. A warning in the text of
 * an event with quotes, where an import made the link.
 * @param strict whether the warning is an error
 */
export function checkReferences(draft: Draft, strict: boolean): Problem[] {
  const unseen = new Set(
    Object.keys(draft.references?.part ?? {}).filter(
      (id) => valueAt(draft.references?.raw, [id, 'seen']) === undefined,
    ),
  );
  if (unseen.size === 0) return [];
  const used = (ids: string | readonly string[] | undefined, position: () => Position): Problem[] =>
    [ids ?? []]
      .flat()
      .filter((id) => unseen.has(id))
      .map((id) =>
        error(4, position(), `nobody has seen the page of reference "${id}"`, [
          'look at it and give the day under seen, in references.yaml',
        ]),
      );
  const inText = ({ body, at }: NonNullable<Draft['about']>): Problem[] =>
    citationsOf(body ?? []).flatMap(({ kind, id, offset }) =>
      kind === 'reference' ? used(id, () => at(offset)) : [],
    );
  return [
    ...Object.entries(draft.actors?.part ?? {}).flatMap(([id, actor]) =>
      used(actor?.reference, () => draft.actors?.position([id, 'reference']) as Position),
    ),
    ...draft.events.flatMap((event) => [
      ...(['refined', 'place'] as const).flatMap((field) =>
        used(event.part[field]?.reference, () => event.position([field, 'reference'])),
      ),
      ...used(event.part.place?.located, () => event.position(['place', 'located'])),
      ...(event.part.media ?? []).flatMap(({ reference }, i) =>
        used(reference, () => event.position(['media', i, 'reference'])),
      ),
    ]),
    ...[draft.epilogue, draft.about].flatMap((page) => (page ? inText(page) : [])),
    ...draft.events
      .filter(({ part }) => !part.unsourced)
      .flatMap(inText)
      .map((problem): Problem => (strict ? problem : { ...problem, severity: 'warning' })),
  ];
}
