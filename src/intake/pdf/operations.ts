/** The parts of PDF.js's operations, fonts and glyphs that are used here, and the state that operations draw with. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box, Matrix } from './matrix.ts';
/** What is used of a font of PDF.js. */
export interface Font {
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: Matrix;
  bbox?: Box;
  bold?: boolean;
  black?: boolean;
  name?: string;
  /** It is drawn in another. */
  missingFile?: boolean;
}

/** What is used of a glyph of PDF.js. */
export interface Shown {
  unicode: string;
  width: number;
  isSpace: boolean;
  isInFont?: boolean;
  vmetric?: [advance: number, x: number, y: number] | null;
}

export interface Operations {
  fnArray: number[];
  // biome-ignore lint/suspicious/noExplicitAny: PDF.js gives each operation arguments of its own
  argsArray: any[];
}

/** What operations draw with. */
export interface State {
  ctm: Matrix;
  clip: Box;
  font: Font | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  alpha: number;
  blend: string;
  /** Of the groups around it. */
  groupAlpha: number;
}

export const INVISIBLE = 3;
export const FILLS: readonly number[] = [
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
export const STROKES: readonly number[] = [OPS.stroke, OPS.closeStroke];
export const IMAGES: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintSolidColorImageMask,
];
/** Paints nothing and moves nothing. */
export const IDLE: readonly number[] = [
  OPS.dependency,
  OPS.endMarkedContent,
  OPS.beginMarkedContent,
  OPS.beginMarkedContentProps,
];
export const ENDS: readonly number[] = [
  OPS.restore,
  OPS.paintFormXObjectEnd,
  OPS.endGroup,
  OPS.save,
];

/** @param ctm the transformation to the page */
export const initialState = (ctm: Matrix, clip: Box): State => ({
  ctm,
  clip,
  font: null,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: '#000000',
  alpha: 1,
  blend: 'source-over',
  groupAlpha: 1,
});
