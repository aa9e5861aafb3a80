import type { Agency } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { exactOf } from '../figures/fraction.ts';
import type { CountedMetric, FormulaId } from '../figures/metric.ts';
import { rank } from '../figures/ranking.ts';
import { unlessReported } from '../snapshots/reported.ts';
import type { Knowledge } from './knowledge.ts';
import { type Rate, type RateState, representativeRate } from './rate.ts';
import { shortOf } from './timeliness.ts';

/** An agency with its rate, null where it has no figures in that period. */
export type AgencyRate = { readonly agency: Agency; readonly state: RateState | null };

/** "Cao thứ 6/8": the highest rate is the first, equal rates share a place. */
export type Place = { readonly nth: number; readonly of: number };

/** Two make no order. */
const FEWEST = 3;

type Asked = {
  readonly metric: CountedMetric;
  readonly period: PeriodKey;
  readonly scope: string;
  readonly formula: FormulaId | null;
};

/** Rates of several agencies in one period and scope. Published-only rates count where there are no counts. */
export async function ratesAmong(
  { snapshots }: Knowledge,
  agencies: readonly Agency[],
  { metric, period, scope, formula }: Asked,
): Promise<readonly AgencyRate[]> {
  const ids = agencies.map(({ id }) => id);
  const published = await snapshots.statementsOn(metric, period);
  const readings = Map.groupBy(
    await snapshots.readingsOf(ids, { period, scope }),
    ({ figure }) => figure.agency,
  );
  const statements = Map.groupBy(
    published.filter(({ snapshot }) => snapshot.scope === scope),
    ({ statement }) => statement.agency,
  );
  return agencies.map((agency) => ({
    agency,
    state: representativeRate(metric, {
      readings: readings.get(agency.id) ?? [],
      statements: statements.get(agency.id) ?? [],
      formula,
    }),
  }));
}

type OthersAsked = {
  readonly others: readonly Agency[];
  readonly metric: CountedMetric;
  readonly formula?: FormulaId | null;
};

/** Other agencies meant by the same words: whatever dossiers their figures cover. */
export function ratesOfOthers(
  { snapshots }: Knowledge,
  { others, metric, formula = null }: OthersAsked,
  key: PeriodKey,
): Promise<readonly AgencyRate[]> {
  return Promise.all(
    others.map(async (agency) => {
      const statements = await snapshots.statements(agency.id, metric, key);
      const readings = unlessReported(await snapshots.readings(agency.id, key), statements);
      return { agency, state: representativeRate(metric, { readings, statements, formula }) };
    }),
  );
}

/**
 * The place of an agency among peers whose rate rests on the same stated formula. Null for fewer than three of them,
 * for a total, where no formula is stated (such a document often names only the worst), and where figures of one running
 * period reach different days.
 */
export function placeAmong(peers: readonly AgencyRate[], { id, level }: Agency): Place | null {
  const rated = peers.flatMap(({ agency, state }) =>
    state?.kind === 'rate' ? [{ agency: agency.id, rate: state.rate }] : [],
  );
  const formula = rated.find(({ agency }) => agency === id)?.rate.formula ?? null;
  const alike = rated.filter(({ rate }) => rate.formula === formula);
  if (formula === null || level === 'group' || alike.length < FEWEST) return null;
  if (new Set(alike.map(({ rate }) => reachOf(rate))).size > 1) return null;
  const entries = alike.map(({ agency, rate }) => ({
    agency,
    result: { kind: 'rate', fraction: exactOf(rate) } as const,
    overdue: null,
    volume: null,
  }));
  const { ranked } = rank(entries, { order: 'highestFirst', minimumVolume: 0 });
  const own = ranked.find(({ entry }) => entry.agency === id);
  return own === undefined ? null : { nth: own.place, of: alike.length };
}

function reachOf({ snapshot }: Rate): string {
  return shortOf(snapshot)?.toString() ?? '';
}
