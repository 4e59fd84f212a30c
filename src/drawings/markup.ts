/**
 * A server-side node as markup; call it once per node, because its attributes contain escaped markup afterwards.
 * linkedom leaves `&` in attributes as it is, so that a browser would read a title of `&lt;` as `<`.
 */
export function outerMarkup(root: Element): string {
  for (const node of [root, ...root.querySelectorAll('*')])
    for (const attribute of node.attributes)
      if (attribute.value.includes('&')) attribute.value = attribute.value.replaceAll('&', '&amp;');
  return root.outerHTML;
}
