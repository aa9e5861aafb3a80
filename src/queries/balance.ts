import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { overdueTotal, unaccounted } from '../figures/rate.ts';
import type { FindingReading, Reading } from '../snapshots/store.ts';
import { choosePeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { type NoFigures, noFigures } from './no-figures.ts';

/** The full balance of an agency's dossiers in a period. */
export type BalanceAnswer = {
  readonly kind: 'balance';
  readonly agency: Agency;
  readonly period: Period;
  readonly reading: Reading;
  readonly overdue: number | null;
  /** received - resolved - pending: dossiers the table does not place; null if it cannot be known. */
  readonly unaccounted: number | null;
  readonly findings: readonly FindingReading[];
  readonly otherPeriods: readonly Period[];
};

/** Answers /ho-so. */
export async function askBalance(
  knowledge: Knowledge,
  question: { readonly agency: Agency; readonly period: PeriodAsked | null },
): Promise<BalanceAnswer | NoFigures> {
  const { agency } = question;
  const readings = await knowledge.snapshots.readings(agency.id);
  const keys = readings.map(({ snapshot }) => snapshot.period);
  const choice = choosePeriod(keys, question.period, dayOf(knowledge.clock.now()));
  const reading =
    choice.kind === 'chosen'
      ? readings.find(({ snapshot }) => snapshot.period === choice.key)
      : undefined;
  if (choice.kind === 'none' || reading === undefined) {
    return noFigures(knowledge, agency, { choice, keys: keys });
  }
  const findings = await knowledge.snapshots.findings(agency.id);
  return {
    kind: 'balance',
    agency,
    period: choice.period,
    reading,
    overdue: overdueTotal(reading.figure.counts),
    unaccounted: unaccounted(reading.figure.counts),
    findings: findings.filter(({ snapshot }) => snapshot.id === reading.snapshot.id),
    otherPeriods: [...new Set(keys)].filter((key) => key !== choice.key).map(parsePeriodKey),
  };
}
