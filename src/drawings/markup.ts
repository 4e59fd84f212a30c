/**
 * A server-side node as markup. linkedom leaves `&` in the attributes of an HTML document as it is, so that a browser
 * would read a title of `&lt;` as `<`.
 */

export function outerMarkup(node: Element): string {
  escapeAttributes(node);
  return node.outerHTML;
}

export function innerMarkup(node: Element): string {
  escapeAttributes(node);
  return node.innerHTML;
}

/** Call it once, right before serialising: afterwards the attributes contain escaped markup. */
function escapeAttributes(root: Element): void {
  for (const node of [root, ...root.querySelectorAll('*')])
    for (const attribute of node.attributes)
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
}
