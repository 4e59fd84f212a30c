/** The anchor that the address names, as it is written in the page; `''` for none. */
export function anchorInAddress(): string {
  const anchor = location.hash.slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    // A percent sign that encodes nothing: no id has one.
    return anchor;
  }
}
