/** The state that the operations of a PDF draw with, what they save of it, and where their text stands. */
import { type Box, boxOf, IDENTITY, intersect, type Matrix, multiply } from './matrix.ts';
import { initialState, type State } from './operations.ts';

/** The graphics state (ISO 32000-2, 8.4), with the states saved by `q` and by forms and groups. */
export class GraphicsStates {
  current: State;
  readonly #saved: State[] = [];
  /** How many states were saved where each form or group began. */
  readonly #depths: number[] = [];

  constructor(ctm: Matrix, clip: Box) {
    this.current = initialState(ctm, clip);
  }

  save(): void {
    this.#saved.push(this.current);
    this.current = Object.assign({}, this.current);
  }

  /** Restores no state from before the form or group it is in. */
  restore(): void {
    if (this.#saved.length > (this.#depths.at(-1) ?? 0)) this.#pop();
  }

  /** Begins a form or group. */
  begin(): void {
    this.#depths.push(this.#saved.length);
    this.save();
  }

  end(): void {
    const depth = this.#depths.pop() ?? 0;
    while (this.#saved.length > depth) this.#pop();
  }

  transform(matrix: Matrix | null): void {
    if (matrix) this.current.ctm = multiply(this.current.ctm, matrix);
  }

  clipTo(box: Box | null): void {
    if (box) this.current.clip = this.within(box);
  }

  /** Where a box comes to lie on the page, and how much of it the clip leaves. */
  within(box: Box): Box {
    return intersect(boxOf(this.current.ctm, box), this.current.clip);
  }

  #pop(): void {
    this.current = this.#saved.pop() ?? this.current;
  }
}

/** Where the next glyph stands, and where its line began (ISO 32000-2, 9.4). */
export class TextPosition {
  matrix = IDENTITY;
  x = 0;
  y = 0;
  #line: readonly [x: number, y: number] = [0, 0];

  begin(matrix: Matrix = IDENTITY): void {
    this.matrix = matrix;
    this.#line = [0, 0];
    [this.x, this.y] = this.#line;
  }

  /** Begins another line, that far from the beginning of this one. */
  move(dx: number, dy: number): void {
    this.#line = [this.#line[0] + dx, this.#line[1] + dy];
    [this.x, this.y] = this.#line;
  }
}
