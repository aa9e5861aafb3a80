import type { AgencyId } from '../agencies/agency.ts';
import type { Period, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { Metric } from '../figures/metric.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import type { StatementReading } from '../snapshots/store.ts';
import type { Side } from './comparison.ts';
import type { Knowledge } from './knowledge.ts';

/** By how much a document says that its figure differs from an earlier period's, which it need not give. */
export type StatedChange = {
  readonly reading: StatementReading;
  readonly change: Statement['changes'][number];
};

/** The same of a side of a comparison, against the period of one without figures. */
export type StatedSideChange = StatedChange & { readonly side: Side };

/** Of whom, and in which period the document's own figure is; without one in any. */
type ChangeAsked = {
  readonly agency: AgencyId;
  readonly metric: Metric;
  readonly during?: PeriodKey;
};

/** Every change that documents state against a period, newest first. */
export async function changesAgainst(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { agency, metric, during }: ChangeAsked,
  against: Period,
): Promise<readonly StatedChange[]> {
  const wanted = periodKey(against);
  const stated = await snapshots.statements(agency, metric, during);
  return stated.flatMap((reading) =>
    reading.statement.changes
      .filter((change) => periodKey(parsePeriodKey(change.against)) === wanted)
      .map((change) => ({ reading, change })),
  );
}

/** For sides without figures what documents say of the change against them: "giảm 1,10% so với năm 2022" tells no rate of 2022. */
export async function changesBetween(
  knowledge: Knowledge,
  sides: readonly Side[],
  metric: Metric,
): Promise<readonly StatedSideChange[]> {
  const pairs = sides
    .filter(({ state }) => state === null)
    .flatMap(({ agency, period: against }) =>
      sides
        .filter((side) => side.state !== null && side.agency.id === agency.id)
        .map((side) => ({ side, against })),
    );
  const found = await Promise.all(
    pairs.map(async ({ side, against }) => {
      if (side.period === null || against === null) return [];
      const asked = { agency: side.agency.id, metric, during: periodKey(side.period) };
      const [newest] = await changesAgainst(knowledge, asked, against);
      return newest === undefined ? [] : [{ ...newest, side }];
    }),
  );
  return found.flat();
}
