import type { AgencyId } from '../agencies/agency.ts';
import { decide, type Decided, type Moment, silently, type Told } from './decide.ts';
import { type Measure, measuresOf } from './measure.ts';
import type { Observation } from './observation.ts';
import { type AlertRules, limitsFor, RULE_KINDS, type RuleKind } from './rules.ts';
import { RULES } from './rules/all.ts';
import type { AlertState } from './state.ts';

type Subject = { readonly measure: Measure; readonly observation: Observation };
/** What is decided about one rule of an agency, and from what. */
export type Decision = Decided & Subject;

/** One thing a chat is told. */
export type AlertNews = Told & Subject;

type Judging = {
  /** What was told, by `keyOf`. */
  readonly told: ReadonlyMap<string, AlertState>;
  readonly moment: Moment;
  readonly ownLimit: number | null;
  readonly rules: AlertRules;
};

/** Decides all rules of an agency. What another line of the same message says already, and good news that is none, is silent. */
export function decideAgency(
  observation: Observation,
  { told, moment, ownLimit, rules }: Judging,
): readonly Decision[] {
  const limits = limitsFor(rules, observation.agency, ownLimit);
  const measures = measuresOf(observation, rules, limits);
  const meant = RULE_KINDS.flatMap((rule) => {
    const ofRule = measures.filter((measure) => measure.rule === rule);
    return ofPeriodTold(ofRule, told.get(keyOf({ rule, agency: observation.agency }))) ?? [];
  });
  const decided = meant.map((measure): Decision => {
    const stated = decide(told.get(keyOf(measure)) ?? null, measure, moment);
    return { ...stated, measure, observation };
  });
  const rate = decided.find(({ measure }) => measure.rule === 'overdueRate');
  // Also when the rate has just recovered: its line tells how much room there is.
  const isRateNews = rate !== undefined && (rate.after !== null || rate.reason !== 'nothingNew');
  return decided.map((one): Decision => {
    const { partOfRate, endsSilently } = RULES[one.measure.rule];
    const isPart = isRateNews && partOfRate;
    const isSilent = one.reason === 'recovered' && endsSilently;
    if (!isPart && !isSilent) return one;
    const after = silently(told.get(keyOf(one.measure)) ?? null, one.measure, moment);
    return { ...one, reason: 'nothingNew', after };
  });
}

/**
 * Of periods that run side by side one is told of: the first to end that reaches something. It is stayed with until it is
 * clearly over or something nearer is reached; a year that goes the way of its quarter is no news beside it.
 */
function ofPeriodTold(
  measures: readonly Measure[],
  told: AlertState | undefined,
): Measure | undefined {
  const nearest = measures.findIndex(({ reached }) => reached > 0);
  const known = measures.findIndex(({ period }) => period === told?.period);
  const isHeld = (measures[known]?.held ?? 0) > 0;
  if (nearest === -1 || (isHeld && known < nearest)) return measures[Math.max(known, 0)];
  return measures[nearest];
}

/** Whether there is something to tell. */
export function isNews(decision: Decision): decision is AlertNews {
  return decision.reason !== 'nothingNew';
}

/** One alert of a chat: a rule of an agency. */
export function keyOf({
  rule,
  agency,
}: {
  readonly rule: RuleKind;
  readonly agency: AgencyId;
}): string {
  return `${rule} ${agency}`;
}
