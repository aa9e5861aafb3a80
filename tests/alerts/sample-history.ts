import type { AgencyId } from '../../src/agencies/agency.ts';
import { type ForecastBasis, lateShare } from '../../src/alerts/forecast.ts';
import { daysInto } from '../../src/calendar/period-order.ts';
import type { Period } from '../../src/calendar/period.ts';
import { monthPeriod } from '../../src/calendar/periods.ts';
import { ZONE } from '../../src/clock.ts';
import { type Countable, countedIn, countsFrom } from '../../src/dossiers/counting.ts';
import type { CountName, Counts } from '../../src/figures/counts.ts';
import { sampleDossiers } from '../../src/sources/sample-dossiers/sample-dossiers.ts';
import { day } from '../calendar/viet-nam.ts';
import { counts as all, whole } from '../sources/sample-dossiers/plan.ts';

/** The sample dossiers of some agencies, made long after the year that is looked at: what was under way then is done. */
export function samplesOf(ids: readonly string[]): ReadonlyMap<AgencyId, readonly Countable[]> {
  const counts = all.filter(({ agency }) => ids.includes(agency));
  const made = Array.from(
    sampleDossiers({ ...whole, counts, on: day('2027-03-10') }),
    ({ dossier }) => dossier,
  );
  const byAgency = Map.groupBy(made, ({ agency }) => agency);
  return new Map(
    Array.from(byAgency, ([agency, dossiers]) => [
      agency,
      dossiers.map(({ state, test, channel, receivedAt, currentDueAt, closedAt }) => ({
        state,
        test,
        channel,
        receivedAt: receivedAt?.epochMilliseconds ?? 0,
        dueAt: currentDueAt?.epochMilliseconds ?? null,
        closedAt: closedAt?.epochMilliseconds ?? null,
      })),
    ]),
  );
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The same history with a break in it: what came in from a day on was finished so many days later than it was. */
export function slowedFrom(
  on: Temporal.PlainDate,
  days: number,
  dossiers: readonly Countable[],
): readonly Countable[] {
  const from = startOf(on);
  return dossiers.map((dossier) =>
    dossier.receivedAt < from || dossier.closedAt === null
      ? dossier
      : { ...dossier, closedAt: dossier.closedAt + days * MILLISECONDS_A_DAY },
  );
}

/** What lists showed on the morning of a day: without what came later, and with what was done since still under way. */
function asSeenOn(on: Temporal.PlainDate, dossiers: readonly Countable[]) {
  const moment = startOf(on);
  return dossiers
    .filter(({ receivedAt }) => receivedAt < moment)
    .map((dossier): Countable => {
      const isOpen = dossier.closedAt === null || dossier.closedAt >= moment;
      const wasOpen = isOpen && dossier.closedAt !== null;
      return wasOpen ? { ...dossier, closedAt: null, state: 'processing' } : dossier;
    });
}

/** The counts of the forms over a period, as of the morning of a day. */
export function countsOver(
  { from, to }: Pick<Period, 'from' | 'to'>,
  on: Temporal.PlainDate,
  dossiers: readonly Countable[],
): Counts {
  const span = { from: startOf(from), until: startOf(to.add({ days: 1 })), asOf: startOf(on) };
  const counted = new Map<CountName, number>();
  for (const dossier of dossiers) {
    const columns = countedIn(dossier, span);
    if (columns === null) continue;
    for (const name of [columns.reception, columns.end]) {
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
  }
  return countsFrom(counted);
}

/** What a forecast on the morning of a day was made from. */
export function basisOn(
  on: Temporal.PlainDate,
  period: Period & { readonly kind: 'year' },
  dossiers: readonly Countable[],
): ForecastBasis {
  const seen = asSeenOn(on, dossiers);
  const months = Array.from({ length: 12 }, (_, at) => monthPeriod(period.year, 12 - at));
  const [now, end] = [startOf(on), startOf(period.to.add({ days: 1 }))];
  return {
    counts: countsOver(period, on, seen),
    dueByEnd: seen.filter(
      ({ closedAt, dueAt }) => closedAt === null && dueAt !== null && dueAt >= now && dueAt < end,
    ).length,
    days: { passed: daysInto(period, on) - 1, all: daysInto(period, period.to) },
    months: months
      .filter(({ to }) => Temporal.PlainDate.compare(to, on) < 0)
      .flatMap((month) => lateShare(countsOver(month, on, seen)) ?? []),
  };
}

function startOf(on: Temporal.PlainDate): number {
  return on.toZonedDateTime(ZONE).epochMilliseconds;
}
