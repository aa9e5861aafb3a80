import type { OverdueFormula } from '../figures/metric.ts';

/** By which formula what is late was asked; of all that was received nobody computes it, which is to be told. */
export type FormulaAsked = OverdueFormula | 'ofReceived';

/** Words that read back to the formula. */
export const FORMULA_ASKED_WORDS: Readonly<Record<FormulaAsked, string>> = {
  OVERDUE_TOTAL_OVER_HANDLED: 'tính theo công thức của tỉnh',
  OVERDUE_RESOLVED_ONLY: 'tính theo hồ sơ đã giải quyết',
  ofReceived: 'tính trên số hồ sơ tiếp nhận',
};

/** The formula that answers: of one that nobody uses the default. */
export function formulaFor(asked: FormulaAsked | null): OverdueFormula | null {
  return asked === 'ofReceived' ? null : asked;
}
