import type { AgencyId, Directory } from '../agencies/agency.ts';
import type { Decided } from './decide.ts';
import { type Amount, type Measure, reachedBy } from './measure.ts';
import type { AlertRules } from './rules.ts';
import { RULES } from './rules/all.ts';

type World = { readonly directory: Directory; readonly rules: AlertRules };
type Judged = Decided & { readonly measure: Measure };

/**
 * Leaves bad news of totals to their parts where these explain it: without the parts that have an alert of the same rule
 * and period nothing would be reached. Nothing is written down of such a total, so that it is told once its parts no
 * longer explain it. Parts come before what they are parts of: a total that is explained explains nothing itself.
 */
export function leftToParts<Other>(
  judged: readonly (Judged & Other)[],
  world: World,
): readonly (Judged & Other)[] {
  const raised = new Set(judged.filter(({ after }) => after !== null));
  const left = new Set<Judged>();
  const depth = ({ measure }: Judged) => ancestorsOf(measure.agency, world.directory).length;
  for (const one of judged.filter(isBadNews).toSorted((a, b) => depth(b) - depth(a))) {
    const others = [...raised].map(({ measure }) => measure);
    if (!isExplained(one.measure, others, world)) continue;
    raised.delete(one);
    left.add(one);
  }
  return judged.map((one) =>
    left.has(one) ? { ...one, reason: 'nothingNew', after: one.before } : one,
  );
}

/** That something is over is told whoever explained it. */
function isBadNews({ reason, measure }: Judged): boolean {
  return RULES[measure.rule].addsUp && reason !== 'nothingNew' && reason !== 'recovered';
}

function isExplained(
  total: Measure,
  raised: readonly Measure[],
  { directory, rules }: World,
): boolean {
  const alike = raised.filter(
    ({ rule, period, agency }) =>
      rule === total.rule &&
      period === total.period &&
      ancestorsOf(agency, directory).includes(total.agency),
  );
  if (alike.length === 0) return false;
  const ids = new Set(alike.map(({ agency }) => agency));
  // What is within a part that has one too is in it already.
  const parts = alike.filter(
    ({ agency }) => !ancestorsOf(agency, directory).some((above) => ids.has(above)),
  );
  return reachedBy(total, without(total.amount, parts), rules) === 0;
}

function without({ value, of }: Amount, parts: readonly Measure[]): Amount {
  return {
    value: parts.reduce((left, { amount }) => left - amount.value, value),
    of: parts.reduce((left, { amount }) => left - amount.of, of),
  };
}

/** Whose totals an agency is counted in, the nearest first. */
function ancestorsOf(id: AgencyId, directory: Directory): readonly AgencyId[] {
  const { parent } = directory.get(id);
  return parent === null ? [] : [parent, ...ancestorsOf(parent, directory)];
}
