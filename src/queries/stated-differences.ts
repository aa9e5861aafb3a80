import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { Metric } from '../figures/metric.ts';
import type { SnapshotHead, Statement } from '../snapshots/snapshot.ts';
import type { Side } from './comparison.ts';
import type { Knowledge } from './knowledge.ts';

/** A change that a document states against a period of which it gives no figure. */
export type StatedDifference = {
  /** The side the document gives the figure of. */
  readonly side: Side;
  /** Against the period of a side that has no figures. */
  readonly change: Statement['changes'][number];
  /** The rate the document says it of, in hundredths of a percent; another than the side's where formulas differ. */
  readonly rate: number | null;
  readonly snapshot: SnapshotHead;
};

/** For sides without figures what documents say of the change against them: "giảm 1,10% so với năm 2022" tells no rate of 2022. */
export async function statedDifferences(
  { snapshots }: Knowledge,
  sides: readonly Side[],
  metric: Metric,
): Promise<readonly StatedDifference[]> {
  const pairs = sides.flatMap((against) =>
    against.state === null
      ? sides
          .filter(({ state, agency }) => state !== null && agency.id === against.agency.id)
          .map((side) => ({ side, against }))
      : [],
  );
  const found = await Promise.all(
    pairs.map(async ({ side, against }) => {
      if (side.period === null || against.period === null) return [];
      const wanted = periodKey(against.period);
      const statements = await snapshots.statements(side.agency.id, metric, periodKey(side.period));
      return statements
        .flatMap(({ statement, snapshot }) =>
          statement.changes.map((change) => ({ change, rate: statement.rate, snapshot })),
        )
        .filter(({ change }) => periodKey(parsePeriodKey(change.against)) === wanted)
        .slice(0, 1)
        .map((stated) => ({ ...stated, side }));
    }),
  );
  return found.flat();
}
