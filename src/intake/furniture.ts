/** What of a page is seldom the document's own text: navigation, banners, notices. It is proposed, never left out. */
import type { Element } from 'domhandler';

/** Words of the text that may be no part of the document. */
export interface Furniture {
  exact: string;
  why: string;
}

const ROLES: ReadonlyMap<string, string> = new Map([
  ['navigation', 'Navigation of the site'],
  ['banner', 'The banner of the site'],
  ['contentinfo', 'The foot of the page'],
  ['complementary', 'Beside the text'],
  ['search', 'A search form'],
]);

/** Words of classes and ids, in the order in which they decide. */
const NAMES: [RegExp, string][] = [
  [/cookies?|consent|gdpr/, 'A notice on cookies'],
  [/newsletters?|subscrib\w*|signup|sign-up|paywall/, 'An invitation to subscribe'],
  [/breadcrumbs?/, 'Navigation of the site'],
  [/shar(?:e|ing)(?:-\w+)?|social(?:-\w+)?/, 'Links to share the page'],
  [
    /related|recommend\w*|more-(?:from|stories|news)|read-more|most-read|trending/,
    'Links to other pages',
  ],
  [/ads?|advert\w*|sponsor\w*|promo\w*|banner/, 'An advertisement'],
  [/comments?|disqus|respond/, 'What readers wrote'],
  [/(?:main-?|site-?|nav-?)?menu|navbar|nav|topbar|masthead/, 'Navigation of the site'],
  [/sidebar|widgets?/, 'Beside the text'],
  [/skip(?:-?(?:to|link|nav)\w*)?/, 'A link for keyboards'],
  [/disclaimer|legal-notice|copyright/, 'A notice of the publisher'],
];
const TOKENS = NAMES.map(
  ([words, why]) => [new RegExp(`^(?:${words.source})$`, 'i'), why] as const,
);

/** Why an element seems to be no part of the document; `null` if it may well be. */
export function furnitureOf(node: Element): string | null {
  const { name, attribs } = node;
  const role = ROLES.get(attribs['role'] ?? '');
  if (role !== undefined) return role;
  // A note of a book is an <aside> too, and the head of an article a <header>.
  if (/note/i.test(`${attribs['epub:type'] ?? ''} ${attribs['role'] ?? ''}`)) return null;
  if (name === 'nav') return 'Navigation of the site';
  if (
    /^(?:header|footer|aside)$/.test(name) &&
    !isWithin(node, /^(?:article|main|section|blockquote)$/)
  ) {
    if (name === 'header' && !holds(node, 'h1')) return 'The banner of the site';
    if (name === 'footer') return 'The foot of the page';
    if (name === 'aside') return 'Beside the text';
  }
  if (!/^(?:div|section|aside|ul|ol|p|form|table|details|footer|header)$/.test(name)) return null;
  const tokens = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.split(/[\s_]+/).filter(Boolean);
  return TOKENS.find(([words]) => tokens.some((token) => words.test(token)))?.[1] ?? null;
}

function isWithin(node: Element, names: RegExp): boolean {
  for (let up = node.parent; up; up = up.parent)
    if ('name' in up && names.test(String(up.name))) return true;
  return false;
}

const holds = (node: Element, name: string): boolean =>
  node.children.some((child) => 'attribs' in child && (child.name === name || holds(child, name)));

/** Of a page with more, a person looks at none; and each is sought in the whole text. */
const MOST_PROPOSED = 200;

/** Proposals that can be recorded: what stands once in the text, and is less than half of it. */
export function proposed(found: readonly Furniture[], text: string): Furniture[] {
  const seen = new Set<string>();
  return found.slice(0, MOST_PROPOSED).filter(({ exact }) => {
    const first = text.indexOf(exact);
    const fits = first >= 0 && text.indexOf(exact, first + 1) < 0 && exact.length < text.length / 2;
    const isNew = !seen.has(exact);
    seen.add(exact);
    return fits && isNew && /[\p{L}\p{N}]/u.test(exact);
  });
}
