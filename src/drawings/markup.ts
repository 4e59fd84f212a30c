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

/** Once, before the node is written: its attributes hold markup from here on. */
function escapeAttributes(root: Element): void {
  for (const node of [root, ...root.querySelectorAll('*')])
    for (const attribute of node.attributes)
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
}
