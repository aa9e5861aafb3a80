import type { AgencyId } from '../agencies/agency.ts';
import { type Forecast, forecastOf, lateShare } from '../alerts/forecast.ts';
import { comparePeriods, daysInto, isRunning } from '../calendar/period-order.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { ZONE } from '../clock.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { isCurrent, type Today } from './current-figures.ts';
import type { Knowledge } from './knowledge.ts';

/** What a forecast is made from: dossiers counted each night, and those under way. */
export type ForecastKnowledge = {
  readonly knowledge: Pick<Knowledge, 'counted'>;
  readonly dossiers: Pick<DossierStore, 'countDue'>;
  readonly now: Temporal.Instant;
  readonly today: Today;
};

/** What the late dossiers of a running period will come to. */
export type KnownForecast = {
  readonly period: Period;
  readonly forecast: Forecast;
  readonly snapshot: SnapshotHead;
};

/** Older months are of another time. */
const MOST_MONTHS = 12;

/**
 * What the late dossiers of an agency will come to at the end of the running periods that its dossiers are counted over,
 * first what ends first, of that the longest; none when they are not counted, not lately, or nothing was decided yet. Figures
 * and dossiers are those of the list alone: what was reported covers others.
 */
export async function askForecasts(
  { knowledge, dossiers, now, today }: ForecastKnowledge,
  agency: AgencyId,
): Promise<readonly KnownForecast[]> {
  const counted = (await knowledge.counted.readings(agency)).filter(
    ({ snapshot }) => countedKind(snapshot.scope) !== null,
  );
  const months = monthsBefore(counted, today.day);
  const known: KnownForecast[] = [];
  for (const { figure, snapshot } of counted) {
    if (!isOfRunningPeriod(snapshot, today)) continue;
    const period = parsePeriodKey(snapshot.period);
    const before = period.to.add({ days: 1 }).toZonedDateTime(ZONE).toInstant();
    const due = await dossiers.countDue({ from: now, before });
    const forecast = forecastOf({
      counts: figure.counts,
      dueByEnd: due.get(agency) ?? 0,
      days: { passed: daysInto(period, snapshot.asOf), all: daysInto(period, period.to) },
      months,
    });
    if (forecast !== null) known.push({ period, forecast, snapshot });
  }
  return known.toSorted((a, b) => comparePeriods(a.period, b.period));
}

function isOfRunningPeriod(snapshot: SnapshotHead, today: Today): boolean {
  return isRunning(parsePeriodKey(snapshot.period), today.day) && isCurrent(snapshot, today);
}

/** How late the agency was in each of its last months, newest first. */
function monthsBefore(counted: readonly Reading[], day: Temporal.PlainDate) {
  return counted
    .map(({ snapshot, figure: { counts } }) => ({
      period: parsePeriodKey(snapshot.period),
      counts,
    }))
    .filter(({ period: { kind, to } }) => {
      return kind === 'month' && Temporal.PlainDate.compare(to, day) < 0;
    })
    .toSorted((a, b) => comparePeriods(b.period, a.period))
    .slice(0, MOST_MONTHS)
    .flatMap(({ counts }) => lateShare(counts) ?? []);
}
