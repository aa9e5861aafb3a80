import { sameLength } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import type { FormulaId } from './metric.ts';

/** What a rate rests on. */
export type Basis = {
  readonly period: Period;
  readonly formula: FormulaId | null;
  readonly scope: string;
};

/** Why two rates cannot be set against each other. */
export type Unlike = 'length' | 'scope' | 'formula' | 'formulaNotStated';

/**
 * Whether two rates are like: periods of the same length, the same dossiers, the same formula. Null if they are, else
 * the first thing that is not. A formula that a document does not state is like no other, not even another unstated.
 */
export function likeForLike(a: Basis, b: Basis): Unlike | null {
  if (!sameLength(a.period, b.period)) return 'length';
  if (a.scope !== b.scope) return 'scope';
  if (a.formula === null || b.formula === null) return 'formulaNotStated';
  return a.formula === b.formula ? null : 'formula';
}
