import type { AgencyId, Directory } from '../../agencies/agency.ts';
import type { CalendarPeriod } from '../../calendar/calendar-period.ts';
import { type IndexGroup, type IndexScore, sumOfGroups } from '../../figures/index-score.ts';
import type { Statement } from '../../snapshots/snapshot.ts';
import { type Department, nameDepartments } from './name-departments.ts';
import type { PortalOptions } from './options.ts';
import type { MeasuredUnit, PortalMetric, TreeUnit } from './payload.ts';

/** A department with what one answer says of it. */
export type Scored = Department & { readonly scores: readonly IndexScore[] };

/** A group whose metrics are published one by one. */
export function measuredScores(group: IndexGroup, unit: MeasuredUnit): Scored {
  const parts = unit.metrics.map((metric) => partScore(group, metric));
  return {
    ...departmentOf(unit),
    scores: [{ ...groupScore(group, unit), ...NO_COUNTS }, ...parts],
  };
}

/** A group of which the numbers behind the score are published. */
export function treeScores(group: IndexGroup, unit: TreeUnit): Scored {
  const own = group === 'progress' ? [unit.totalOnTime, unit.totalReceived] : [null, null];
  const [numerator = null, denominator = null] = own;
  const whole = { ...groupScore(group, unit), numerator, denominator };
  return { ...departmentOf(unit), scores: [whole, ...countedParts(group, unit)] };
}

/** The total as the portal prints it. */
function totalScore(score: number | null): IndexScore {
  return { ...NO_COUNTS, group: null, part: null, name: null, score, max: 10_000, flags: [] };
}

/** What is said of all departments together becomes one statement for each agency they are. */
export function statementsOf(
  { root, others, total }: Said,
  given: {
    readonly directory: Directory;
    readonly options: PortalOptions;
    readonly period: CalendarPeriod;
  },
): readonly Statement[] {
  const province = given.options.agency ?? given.directory.province.id;
  const agencies = nameDepartments(others, given);
  const whole = total === null ? [] : [totalScore(total)];
  const units = others.flatMap((unit) => {
    const agency = agencies.get(unit.id);
    return agency === undefined || agency === province ? [] : [statementOf(agency, unit.scores)];
  });
  return [statementOf(province, [...whole, ...root.scores]), ...units.filter(saysAnything)];
}

/** Everything the answers on one period say. */
export type Said = {
  readonly root: Scored;
  readonly others: readonly Scored[];
  /** Of the root, in hundredths of a point; null where it is not published. */
  readonly total: number | null;
};

const NO_COUNTS = { numerator: null, denominator: null } as const;

function departmentOf(unit: MeasuredUnit | TreeUnit): Department {
  const { departmentId: id, departmentName: name, departmentCode: code } = unit;
  return { id, name, code };
}

function groupScore(group: IndexGroup, { score, max }: Pick<IndexScore, 'score' | 'max'>) {
  return { group, part: null, name: null, score, max, flags: [] };
}

function partScore(group: IndexGroup, metric: PortalMetric): IndexScore {
  const { code, name, score, max, numerator, denominator } = metric;
  const { dataQualityStatus: flag, dataQualityMessage: message } = metric;
  const flags = flag === null ? [] : [{ code: flag, message }];
  return { group, part: code, name, score, max, numerator, denominator, flags };
}

/** Counts that go into a score whose parts have no points of their own, by the portal's name for what is counted. */
function countedParts(group: IndexGroup, unit: TreeUnit): readonly IndexScore[] {
  return countsIn(group, unit).flatMap(([part, numerator, denominator]): readonly IndexScore[] =>
    numerator === null || denominator === null
      ? []
      : [{ group, part, name: null, score: null, max: null, numerator, denominator, flags: [] }],
  );
}

type Counted = readonly [part: string, numerator: number | null, denominator: number | null];

function countsIn(group: IndexGroup, unit: TreeUnit): readonly Counted[] {
  if (group === 'onlineService') {
    return [
      ['authorityCount', sumOf(unit.partialCount, unit.fullCount), unit.authorityCount],
      ['channelOnlineSum', unit.channelOnlineSum, unit.channelTotalSum],
    ];
  }
  if (group !== 'onlinePayment') return [];
  const { totalDossierOnlinePaymentSuccess: paid, totalDossierFinancialObligation: owed } = unit;
  const { totalDossierOnlineFormalityPaymentSuccess: paidOnline, totalFeeFormality: fees } = unit;
  return [
    ['totalDossierOnlinePaymentSuccess', paid, owed],
    ['totalDossierOnlineFormalityPaymentSuccess', paidOnline, fees],
  ];
}

function sumOf(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function statementOf(agency: AgencyId, scores: readonly IndexScore[]): Statement {
  const printed = scores.find(({ group }) => group === null)?.score ?? null;
  return {
    agency,
    field: null,
    metric: 'serviceIndex',
    rate: printed ?? sumOfGroups(scores),
    ...NO_COUNTS,
    amountVnd: null,
    formula: null,
    changes: [],
    place: null,
    scores,
  };
}

/** Whether there are any points in it. */
export function saysAnything({ scores = [] }: Statement): boolean {
  return scores.some(({ score }) => score !== null);
}
