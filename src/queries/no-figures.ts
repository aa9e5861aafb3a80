import type { Agency } from '../agencies/agency.ts';
import { type MeantPeriod, type Period, isImpossible } from '../calendar/period.ts';
import { periodKey } from '../calendar/periods.ts';
import { isCounted, type Metric } from '../figures/metric.ts';
import type { RowDisappeared } from '../snapshots/finding.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { type AgencyStory, storyOf } from './agency-story.ts';
import type { NoPeriod } from './choose-period.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate } from './rate.ts';

/** There is no figure: missing, which is neither 0 nor "nothing arose". */
export type NoFigures = {
  readonly kind: 'noFigures';
  readonly agency: Agency;
  /** The period asked for in vain; null if none was named. */
  readonly asked: MeantPeriod | null;
  /** Periods that have figures, newest first. */
  readonly available: readonly Period[];
  /** What there are figures of, of the agency itself. */
  readonly metrics: readonly Metric[];
  readonly story: AgencyStory;
  /** The newest table for what was asked that had its row before and has it no more. */
  readonly missed: MissedRow | null;
};

type MissedRow = { readonly finding: RowDisappeared; readonly snapshot: SnapshotHead };

/** Says that an agency has no figures for what was asked, for which periods it has, and whether it once had some. */
export async function noFigures(
  knowledge: Knowledge,
  agency: Agency,
  { asked, available }: NoPeriod,
): Promise<NoFigures> {
  return {
    kind: 'noFigures',
    agency,
    asked,
    available,
    metrics: await metricsOf(knowledge, agency),
    story: storyOf(knowledge.directory, agency.id),
    missed: await missedRow(knowledge, agency, asked),
  };
}

/** In the order in which they are offered. */
const OFFERED: readonly Metric[] = [
  'overdue',
  'onTime',
  'online',
  'satisfaction',
  'digitization',
  'onlinePayment',
  'postal',
];

/** A table may tell what is in time and not what is late, or the other way round. */
function isComputed(metric: Metric, readings: readonly Reading[]): boolean {
  if (!isCounted(metric)) return false;
  return readings.some((reading) => computedRate(metric, reading) !== null);
}

async function metricsOf({ snapshots }: Knowledge, { id }: Agency): Promise<readonly Metric[]> {
  const readings = await snapshots.readings(id);
  const stated = await Promise.all(
    OFFERED.map(async (metric) => (await snapshots.statements(id, metric)).length > 0),
  );
  return OFFERED.filter((metric, at) => stated[at] === true || isComputed(metric, readings));
}

async function missedRow(
  { snapshots }: Knowledge,
  agency: Agency,
  asked: NoFigures['asked'],
): Promise<MissedRow | null> {
  if (isImpossible(asked)) return null;
  const key = asked === null ? null : periodKey(asked);
  for (const { finding, snapshot } of await snapshots.findings(agency.id)) {
    if (finding.code !== 'rowDisappeared') continue;
    if (key === null || key === snapshot.period) return { finding, snapshot };
  }
  return null;
}
