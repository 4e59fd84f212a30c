/** A MathML formula as one line of text, in which an exponent is not read as part of a number. */
import type { Element } from 'domhandler';
import { lower, raise } from './scripts.ts';

/** @see https://www.w3.org/TR/mathml-core/ */
export function mathText(element: Element): string {
  const parts = element.children
    .filter((child): child is Element => child.type === 'tag')
    .filter(({ name }) => !/^(?:annotation|annotation-xml|maction-hidden)$/.test(name));
  const text = (at: number): string => {
    const part = parts[at];
    return part ? mathText(part) : '';
  };
  switch (element.name) {
    case 'msup':
      return `${text(0)}${raise(text(1), text(0), false)}`;
    case 'msub':
      return `${text(0)}${lower(text(1))}`;
    case 'msubsup':
      return `${text(0)}${lower(text(1))}${raise(text(2), text(0), false)}`;
    case 'munder':
      return `${text(0)}_(${text(1)})`;
    case 'mover':
      return `${text(0)}^(${text(1)})`;
    case 'munderover':
      return `${text(0)}_(${text(1)})^(${text(2)})`;
    case 'mfrac':
      return `${grouped(text(0))}/${grouped(text(1))}`;
    case 'msqrt':
      return `√(${parts.map(mathText).join('')})`;
    case 'mroot':
      return `${raise(text(1), '', false)}√(${text(0)})`;
    case 'mtr':
      return parts.map(mathText).join(', ');
    case 'mtable':
      return `[${parts.map(mathText).join('; ')}]`;
    case 'mspace':
      return ' ';
    case 'mphantom':
      return '';
    default:
      return parts.length > 0 ? parts.map(mathText).join('') : leaf(element);
  }
}

/** Parentheses around more than one term. */
const grouped = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`);

const leaf = (element: Element): string =>
  element.children
    .map((child) => ('data' in child ? child.data : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
