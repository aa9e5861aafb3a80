import type { Agency } from '../agencies/agency.ts';
import type { Knowledge } from './knowledge.ts';
import type { RateState } from './rate.ts';

/** Resolved dossiers that a document prints beside a rate it gives without counts, and where in it. */
export type ResolvedBeside = { readonly resolved: number; readonly place: string };

/** "Đã giải quyết 538.531 hồ sơ, tỷ lệ đúng hạn 98,00%": of the same table; null where the rate has counts, or none is printed. */
export async function resolvedBeside(
  { snapshots }: Pick<Knowledge, 'snapshots'>,
  agency: Agency,
  rates: readonly RateState[],
): Promise<ResolvedBeside | null> {
  const [only, ...more] = rates;
  if (only?.kind !== 'rate' || only.rate.fraction !== null || more.length > 0) return null;
  const { snapshot: cited } = only.rate;
  const rows = await snapshots.readings(agency.id, cited.period);
  const row = rows.find(({ snapshot }) => snapshot.id === cited.id);
  const resolved = row?.figure.counts.resolved ?? null;
  return resolved === null ? null : { resolved, place: cited.document.place };
}
