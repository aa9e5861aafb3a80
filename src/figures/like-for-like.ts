import { daysInto, sameLength } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import type { FormulaId } from './metric.ts';

/** What figures cover. */
export type Extent = {
  readonly period: Period;
  /** The last day covered where that is not the period's last; null = all of the period. */
  readonly upTo: Temporal.PlainDate | null;
  readonly scope: string;
  /** Known in part only: what it lacks is not known, and nobody else lacks the same. */
  readonly inPart?: boolean;
};

/** What a rate rests on. */
export type Basis = Extent & {
  readonly formula: FormulaId | null;
  /** The survey it is from, if it is from one: how that was reckoned need not be stated to be the same for all in it. */
  readonly survey?: number;
  /** Known with its numerator and denominator, not only as printed. */
  readonly counted: boolean;
};

/** Why two counts cannot be set against each other. */
export type UnlikeExtent = 'length' | 'part' | 'scope' | 'inPart';

/** Why two rates cannot be set against each other. */
export type Unlike = UnlikeExtent | 'formula' | 'formulaNotStated' | 'withoutCounts';

/**
 * All that sets apart what two figures cover: periods of different length, unequal parts of them (a running quarter and a
 * whole one), different dossiers, and that either is known in part only. Empty if nothing does.
 */
export function unlikeExtents(a: Extent, b: Extent): readonly UnlikeExtent[] {
  return [
    ...(sameLength(a.period, b.period) ? [] : (['length'] as const)),
    ...(samePart(a, b) ? [] : (['part'] as const)),
    ...(a.scope === b.scope ? [] : (['scope'] as const)),
    ...(a.inPart === true || b.inPart === true ? (['inPart'] as const) : []),
  ];
}

/**
 * All that keeps two rates from being like: what they cover, and the formula. A formula that a document does not state
 * is like no other, not even another unstated, save in one survey; where one also lacks counts (`withoutCounts`) it cannot be computed anew
 * by the formula of the other. Counts missing under one stated formula keep nothing apart. Empty if they are like.
 */
export function unlikenesses(a: Basis, b: Basis): readonly Unlike[] {
  return [...unlikeExtents(a, b), ...unlikeFormulas(a, b)];
}

/** Whether two rates may be set against each other. */
export function areAlike(a: Basis, b: Basis): boolean {
  return unlikenesses(a, b).length === 0;
}

/** Both all of their period, or as many days of it; one day more or less is a 29 February. */
function samePart(a: Extent, b: Extent): boolean {
  if (a.upTo === null || b.upTo === null) return a.upTo === b.upTo;
  return Math.abs(daysInto(a.period, a.upTo) - daysInto(b.period, b.upTo)) <= 1;
}

function isOfOneSurvey(a: Basis, b: Basis): boolean {
  return a.survey !== undefined && a.survey === b.survey;
}

function unlikeFormulas(a: Basis, b: Basis): readonly Unlike[] {
  const isStated = a.formula !== null && b.formula !== null;
  if (isStated && a.formula === b.formula) return [];
  if (isOfOneSurvey(a, b) && a.formula === b.formula) return [];
  const why = isStated ? 'formula' : 'formulaNotStated';
  return a.counted && b.counted ? [why] : [why, 'withoutCounts'];
}
