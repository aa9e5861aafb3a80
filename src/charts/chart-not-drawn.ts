/**
 * Why a chart could not be drawn. `empty`: nothing to draw. `badValue`: a value is negative or no number. `fontMissing`: the
 * bundled font draws no Vietnamese. `failed`: the drawing itself threw. `timedOut`, `stopped`: the worker was too
 * slow or died. `closed`: the charts were closed before it was drawn.
 */
export type NotDrawnCode =
  | 'empty'
  | 'badValue'
  | 'fontMissing'
  | 'failed'
  | 'timedOut'
  | 'stopped'
  | 'closed';

/** A chart could not be drawn; the text of the answer is not touched by it. */
export class ChartNotDrawn extends Error {
  override readonly name = 'ChartNotDrawn';
  readonly code: NotDrawnCode;
  /** What the cause said, or what was wrong in the request; for logs. */
  readonly detail: string;

  constructor(code: NotDrawnCode, detail: string, options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
