import type { Agency } from '../agencies/agency.ts';
import { belongingTo } from '../agencies/members.ts';
import type { MeantPeriod, Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import type { Finding } from '../snapshots/finding.ts';
import { reportedOnly } from '../snapshots/reported.ts';
import { SEVERITIES, type Severity, severityOf } from '../snapshots/severity.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type {
  FindingReading,
  Reading,
  SetAside,
  SnapshotStore,
  StatementReading,
} from '../snapshots/store.ts';
import { countedDifferences, type CountedDifferences } from './counted-differences.ts';
import type { Knowledge } from './knowledge.ts';
import { type Rate, ratesOf } from './rate.ts';
import { type RecomputedRate, recomputeFromLeaves } from './recompute.ts';
import { remarksOf } from './remarks.ts';
import { isOfPeriods, periodsMeant, periodsOf } from './tables-asked.ts';

/** All findings about one agency in one snapshot. */
export type AgencyFindings = {
  readonly agency: Agency;
  readonly snapshot: SnapshotHead;
  readonly findings: readonly Finding[];
  /** Every rate told of it in that period and scope: by the table itself, and published beside it by other formulas. */
  readonly rates: readonly Rate[];
  /** What its units give where the total is wrong. */
  readonly recomputed: RecomputedRate | null;
};

/** One finding with how much it weighs, whose it is and in which table. */
export type Weighed = {
  readonly severity: Severity;
  readonly agency: Agency;
  readonly snapshot: SnapshotHead;
  readonly finding: Finding;
};

/** A statement of remarks, and whose it is. */
export type Remarked = StatementReading & { readonly agency: Agency };

/** Where official figures contradict themselves: real contradictions first, unexplained remainders apart. */
export type ConsistencyAnswer = {
  readonly kind: 'consistency';
  readonly agency: Agency;
  readonly contradictions: readonly AgencyFindings[];
  readonly unaccounted: readonly (Extract<Finding, { code: 'receivedUnaccounted' }> & {
    readonly of: Agency;
    readonly period: Period;
  })[];
  /** Where its dossiers, or those of what belongs to it, give other numbers than were reported. */
  readonly counted: readonly CountedDifferences[];
  /** What documents themselves, or slips in them, say against their numbers. */
  readonly remarks: readonly Remarked[];
  /** Every finding, the gravest first. */
  readonly findings: readonly Weighed[];
  /** What was not believed lately and set aside whole, newest first; nothing where only one agency or period is asked about. */
  readonly setAside: SetAside;
  /** The periods asked about; none = all there are. */
  readonly periods: readonly MeantPeriod[];
  /** The current tables that were looked at: those of the periods asked about, and of parts of them. */
  readonly snapshots: readonly SnapshotHead[];
  /** Periods of which there are tables that were not looked at, newest first. */
  readonly otherPeriods: readonly Period[];
};

/** Whose figures are held against each other, and of when; without periods all there are. */
type ConsistencyAsked = {
  readonly agency: Agency;
  readonly periods?: readonly PeriodAsked[];
};

/** Answers /doi-chieu for an agency and all that belongs to it; to a district office also the communes of its place. */
export async function askConsistency(
  knowledge: Knowledge,
  { agency, periods: asked = [] }: ConsistencyAsked,
  refused: Pick<SnapshotStore, 'quarantinedIn'> | null = null,
): Promise<ConsistencyAnswer> {
  const agencies = [agency, ...belongingTo(knowledge.directory, agency.id)];
  const scope = new Set(agencies.map(({ id }) => id));
  const heads = await reportedOnly(knowledge.snapshots).heads();
  const periods = periodsMeant(asked, heads, dayOf(knowledge.clock.now()));
  const isAsked = (table: Pick<SnapshotHead, 'period'>) =>
    periods.length === 0 || isOfPeriods(table, periods);
  const all = await knowledge.snapshots.findings();
  const here = all.filter(
    ({ finding, snapshot }) => scope.has(finding.agency) && isAsked(snapshot),
  );
  return {
    kind: 'consistency',
    agency,
    contradictions: await contradictionsAmong(knowledge, here),
    findings: here
      .map((reading) => weighed(knowledge, reading))
      .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    setAside:
      agency.parent === null && refused !== null && periods.length === 0
        ? await lately(refused, knowledge.clock.now())
        : { newest: [], count: 0 },
    unaccounted: unaccountedAmong(knowledge, here),
    counted: (await countedDifferences(knowledge, agencies)).filter(isAsked),
    remarks: (await remarksOf(knowledge, agencies)).filter(({ snapshot }) => isAsked(snapshot)),
    periods,
    snapshots: heads.filter(isAsked),
    otherPeriods: periodsOf(heads.filter((head) => !isAsked(head))),
  };
}

/** Real contradictions, the deepest first: it is the cause of those above. */
async function contradictionsAmong(
  knowledge: Knowledge,
  here: readonly FindingReading[],
): Promise<readonly AgencyFindings[]> {
  const groups = Map.groupBy(
    here.filter(({ finding }) => finding.code !== 'receivedUnaccounted'),
    ({ finding, snapshot }) => `${String(snapshot.id)} ${finding.agency}`,
  );
  const contradictions = await Promise.all(
    [...groups.values()].map((group) => describe(knowledge, group)),
  );
  return contradictions
    .flatMap((item) => (item === null ? [] : [item]))
    .toSorted((a, b) => depth(knowledge, b.agency) - depth(knowledge, a.agency));
}

function unaccountedAmong(
  { directory }: Knowledge,
  here: readonly FindingReading[],
): ConsistencyAnswer['unaccounted'] {
  return here
    .flatMap(({ finding, snapshot }) =>
      finding.code === 'receivedUnaccounted'
        ? [
            {
              ...finding,
              of: directory.get(finding.agency),
              period: parsePeriodKey(snapshot.period),
            },
          ]
        : [],
    )
    .toSorted((a, b) => b.unaccounted - a.unaccounted);
}

function weighed({ directory }: Knowledge, { finding, snapshot }: FindingReading): Weighed {
  return {
    severity: severityOf(finding, snapshot.document),
    agency: directory.get(finding.agency),
    snapshot,
    finding,
  };
}

const LATELY_DAYS = 7;
/** A source that is refused every minute says ten thousand times the same. */
const MOST_SET_ASIDE = 100;

function lately(
  refused: Pick<SnapshotStore, 'quarantinedIn'>,
  now: Temporal.Instant,
): Promise<SetAside> {
  const from = now.subtract({ hours: LATELY_DAYS * 24 });
  return refused.quarantinedIn({ from, to: now }, MOST_SET_ASIDE);
}

async function describe(
  knowledge: Knowledge,
  group: readonly FindingReading[],
): Promise<AgencyFindings | null> {
  const first = group[0];
  if (first === undefined) return null;
  const { snapshot } = first;
  const agency = knowledge.directory.get(first.finding.agency);
  const reading = await readingIn(knowledge, agency, snapshot);
  return {
    agency,
    snapshot,
    findings: group.map(({ finding }) => finding),
    rates: await ratesBeside(knowledge, agency, { snapshot, reading }),
    recomputed:
      reading === null
        ? null
        : await recomputeFromLeaves(knowledge, { agency, metric: 'overdue', reading }),
  };
}

/** The row of the table itself: another table of the period has its own totals. */
async function readingIn(
  { snapshots }: Knowledge,
  agency: Agency,
  { id, period }: SnapshotHead,
): Promise<Reading | null> {
  const readings = await snapshots.readings(agency.id, period);
  return readings.find(({ snapshot }) => snapshot.id === id) ?? null;
}

async function ratesBeside(
  { snapshots }: Knowledge,
  agency: Agency,
  table: { readonly snapshot: SnapshotHead; readonly reading: Reading | null },
): Promise<readonly Rate[]> {
  const { period, scope } = table.snapshot;
  const stated = await snapshots.statements(agency.id, 'overdue', period);
  const states = ratesOf('overdue', {
    readings: table.reading === null ? [] : [table.reading],
    statements: stated.filter(({ snapshot }) => snapshot.scope === scope),
  });
  return states.flatMap((state) => (state.kind === 'rate' ? [state.rate] : []));
}

/** The deepest total is the cause, those above it only carry it on. */
function depth(knowledge: Knowledge, agency: Agency): number {
  return agency.parent === null ? 0 : 1 + depth(knowledge, knowledge.directory.get(agency.parent));
}
