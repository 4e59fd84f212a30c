import type { Layout } from './layout.ts';
import { omissionsOf } from './meaning.ts';

/** What a quote leaves out; what is quoted stands between ⟦ and ⟧. */
export function omitted(marked: string, language = 'en', layout: Layout = {}): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  return omissionsOf({ text, ...layout }, { start, end }, language).map(
    ({ side, kind, words }) => `${side} ${kind} ${words.trim()}`,
  );
}
