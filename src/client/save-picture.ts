/**
 * Saves the drawing in view as a picture, fetched when a reader first asks for one. Both kinds are made of what the
 * browser shows: an SVG has its styles as attributes and its typefaces within, so that it looks the same anywhere; a PNG
 * is painted shape by shape, because the policy lets no page load a picture that it has made itself.
 */

/** Around the drawing, and the sizes of the words above and below it, in pixels. */
const EDGE = 24;
const TITLE = 26;
const LINE = 14;
/** Pixels of a PNG to a pixel of the page. */
const SHARP = 2;
/** What the style sheets say of a shape. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
  ...['stroke-linejoin', 'opacity', 'paint-order', 'text-anchor', 'direction'],
  ...['font-family', 'font-size', 'font-style', 'font-weight'],
];

interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
  /** The words above and below the drawing, with their baselines. */
  lines: { text: string; y: number; size: number; weight: number; ink: string }[];
  /** Where the drawing begins. */
  top: number;
  ground: string;
  family: string;
}

/** @param button which names the kind of file, and holds the line on the sources */
export async function savePicture(root: HTMLElement, button: HTMLElement): Promise<void> {
  const svg = [...root.querySelectorAll<SVGSVGElement>('svg.timeline')].find(
    (one) => one.getBoundingClientRect().width > 0,
  );
  if (!svg) return;
  const kind = button.dataset['do'];
  const picture = pictureOf(svg, button.dataset['sources'] ?? '');
  const made = kind === 'svg' ? await svgFile(picture) : await pngFile(picture);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(made);
  link.download = `${location.pathname.split('/').filter(Boolean).at(-1) ?? 'timeline'}.${kind}`;
  link.click();
  // Once the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function pictureOf(svg: SVGSVGElement, sources: string): Picture {
  const { width, height } = svg.getBoundingClientRect();
  const { backgroundColor: ground, color, fontFamily: family } = getComputedStyle(document.body);
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const address = (canonical ?? location.origin + location.pathname) + location.search;
  const lines: Picture['lines'] = [];
  let y = EDGE;
  const write = (text: string, size: number, weight: number, ink = color): void => {
    for (const part of wrapped(text, `${weight} ${size}px ${family}`, width)) {
      y += 1.4 * size;
      lines.push({ text: part, y, size, weight, ink });
    }
  };
  write(document.querySelector('h1')?.textContent ?? document.title, TITLE, 600);
  const top = y + EDGE;
  y = top + height + EDGE / 2;
  // A drawing that runs down does not name its tracks.
  if (svg.classList.contains('down'))
    for (const track of document.querySelectorAll('.tracks li')) {
      const dot = track.querySelector('i') ?? track;
      write(track.textContent.trim(), LINE, 600, getComputedStyle(dot).borderTopColor);
    }
  write(sources, LINE, 400);
  write(address, LINE, 400);
  return { svg, width: width + 2 * EDGE, height: y + EDGE, lines, top, ground, family };
}

/** A text in lines of a width; a word that is longer has a line of its own. */
function wrapped(text: string, font: string, width: number): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return [text];
  pen.font = font;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length === 0 || pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

const isShown = (node: Element): boolean => {
  const { display, visibility } = getComputedStyle(node);
  return display !== 'none' && visibility !== 'hidden';
};

/** A file that stands alone: nothing in it is fetched, and links lead to the site. */
async function svgFile(picture: Picture): Promise<Blob> {
  const { svg, width, height, lines, top, ground, family } = picture;
  const drawing = svg.cloneNode(true) as SVGSVGElement;
  const originals = [...svg.querySelectorAll('*')];
  for (const [i, node] of [...drawing.querySelectorAll('*')].entries()) {
    const original = originals[i];
    if (!original) continue;
    if (!isShown(original)) {
      node.remove();
      continue;
    }
    const style = getComputedStyle(original);
    for (const name of STYLES) node.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'aria-current']) node.removeAttribute(name);
    if (node.localName === 'a')
      node.setAttribute(
        'href',
        (original as SVGAElement & Element).baseURI.replace(/#.*/, '') +
          (original.getAttribute('href') ?? ''),
      );
  }
  const box = svg.getBoundingClientRect();
  const named = (name: string, attributes: Record<string, string | number>, text = ''): Element => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    node.textContent = text;
    return node;
  };
  for (const name of ['class', 'style', 'role']) drawing.removeAttribute(name);
  for (const [name, value] of Object.entries({
    x: EDGE,
    y: top,
    width: box.width,
    height: box.height,
  }))
    drawing.setAttribute(name, String(value));
  const root = named('svg', {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    lang: document.documentElement.lang,
  });
  root.append(
    named('title', {}, document.title),
    named('style', {}, await typefaces()),
    named('rect', { width: '100%', height: '100%', fill: ground }),
    drawing,
    ...lines.map(({ text, y, size, weight, ink }) =>
      named(
        'text',
        {
          x: startOf(picture),
          y,
          fill: ink,
          direction: directionOf(svg),
          'font-family': family,
          'font-size': size,
          'font-weight': weight,
        },
        text,
      ),
    ),
  );
  return new Blob([new XMLSerializer().serializeToString(root)], { type: 'image/svg+xml' });
}

const directionOf = (node: Element): 'ltr' | 'rtl' =>
  getComputedStyle(node.ownerDocument.documentElement).direction === 'rtl' ? 'rtl' : 'ltr';
const startOf = ({ svg, width }: Picture): number =>
  directionOf(svg) === 'rtl' ? width - EDGE : EDGE;

/** The rules of the typefaces that the page has loaded, with their files in them. */
async function typefaces(): Promise<string> {
  const loaded = new Set(
    [...document.fonts].flatMap(({ status, family, weight, style }) =>
      status === 'loaded' ? [`${family.replaceAll('"', '')} ${weight} ${style}`] : [],
    ),
  );
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const value = (name: string) => style.getPropertyValue(name) || 'normal';
      const family = value('font-family').replaceAll('"', '');
      return loaded.has(`${family} ${value('font-weight')} ${value('font-style')}`);
    });
  const made = await Promise.all(
    rules.map(async ({ cssText, parentStyleSheet }) => {
      const [whole = '', address = ''] = /url\("([^"]+)"\)/.exec(cssText) ?? [];
      if (!address) return cssText;
      const file = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      return cssText.replace(whole, `url("data:font/woff2;base64,${base64}")`);
    }),
  );
  return made.join('\n');
}

function pngFile(picture: Picture): Promise<Blob> {
  const { svg, width, height, lines, top, ground, family } = picture;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SHARP);
  canvas.height = Math.ceil(height * SHARP);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.scale(SHARP, SHARP);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, width, height);
  pen.direction = directionOf(svg);
  pen.textAlign = 'start';
  for (const { text, y, size, weight, ink } of lines) {
    pen.fillStyle = ink;
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillText(text, startOf(picture), y);
  }
  pen.translate(EDGE, top);
  for (const node of svg.querySelectorAll<SVGGraphicsElement>('path, circle, rect, line, text'))
    if (isShown(node)) paint(pen, node);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture')))),
  );
}

/** Paints one shape where the page has it. */
function paint(pen: CanvasRenderingContext2D, node: SVGGraphicsElement): void {
  const style = getComputedStyle(node);
  const value = (name: string): string => style.getPropertyValue(name);
  const { a, b, c, d, e, f } = node.getCTM() ?? new DOMMatrix();
  pen.save();
  pen.transform(a, b, c, d, e, f);
  pen.globalAlpha = opacityOf(node);
  pen.fillStyle = value('fill') === 'none' ? 'transparent' : value('fill');
  pen.strokeStyle = value('stroke') === 'none' ? 'transparent' : value('stroke');
  pen.lineWidth = Number.parseFloat(value('stroke-width'));
  pen.setLineDash(
    value('stroke-dasharray')
      .match(/[\d.]+/g)
      ?.map(Number) ?? [],
  );
  pen.lineCap = value('stroke-linecap') as CanvasLineCap;
  pen.lineJoin = value('stroke-linejoin') as CanvasLineJoin;
  if (node instanceof SVGTextElement) paintText(pen, node, style);
  else {
    const path = outlineOf(node);
    pen.fill(path);
    pen.stroke(path);
  }
  pen.restore();
}

/** The outline of a path, circle, line or rectangle in its own coordinates. */
function outlineOf(node: SVGGraphicsElement): Path2D {
  const number = (name: string): number => Number(node.getAttribute(name) ?? 0);
  if (node instanceof SVGPathElement) return new Path2D(node.getAttribute('d') ?? '');
  const path = new Path2D();
  if (node instanceof SVGCircleElement) {
    const radius = Number.parseFloat(getComputedStyle(node).r) || number('r');
    path.arc(number('cx'), number('cy'), radius, 0, 2 * Math.PI);
  } else if (node instanceof SVGLineElement) {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  } else path.rect(number('x'), number('y'), number('width'), number('height'));
  return path;
}

/** Each line of a text, from where its first letter stands. A halo under the letters is painted first. */
function paintText(
  pen: CanvasRenderingContext2D,
  text: SVGTextElement,
  style: CSSStyleDeclaration,
): void {
  pen.textAlign = 'left';
  pen.direction = style.direction as CanvasDirection;
  const lines = text.querySelectorAll('tspan');
  for (const line of lines.length > 0 ? lines : [text]) {
    const own = getComputedStyle(line);
    const count = line.getNumberOfChars();
    if (count === 0 || !isShown(line)) continue;
    pen.font = `${own.fontStyle} ${own.fontWeight} ${own.fontSize} ${own.fontFamily}`;
    pen.fillStyle = own.fill === 'none' ? 'transparent' : own.fill;
    const left = Math.min(...Array.from({ length: count }, (_, i) => line.getExtentOfChar(i).x));
    const { y } = line.getStartPositionOfChar(0);
    const words = line.textContent ?? '';
    if (own.stroke !== 'none') pen.strokeText(words, left, y);
    pen.fillText(words, left, y);
  }
}

/** Of a shape and all groups around it. */
function opacityOf(node: Element): number {
  let opacity = 1;
  for (let up: Element | null = node; up && up.localName !== 'figure'; up = up.parentElement)
    opacity *= Number(getComputedStyle(up).opacity);
  return opacity;
}
