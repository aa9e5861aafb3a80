import type { AgencyId } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { Metric } from '../figures/metric.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import type { StatementReading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';

/** What a document says of a period that it gives no figure of: by how much a later one differs from it. */
export type StatedAgainst = {
  readonly reading: StatementReading;
  readonly change: Statement['changes'][number];
};

/** Every difference that documents state against a period, of an agency and metric; newest first. */
export async function statedAgainst(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  { agency, metric }: { readonly agency: AgencyId; readonly metric: Metric },
  period: Period,
): Promise<readonly StatedAgainst[]> {
  const wanted = periodKey(period);
  const stated = await snapshots.statements(agency, metric);
  return stated.flatMap((reading) =>
    reading.statement.changes
      .filter(({ against }) => periodKey(parsePeriodKey(against)) === wanted)
      .map((change) => ({ reading, change })),
  );
}
