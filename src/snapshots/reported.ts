import { countedKind } from './counted.ts';
import type { SnapshotReader } from './store.ts';

type OfScope = { readonly snapshot: { readonly scope: string } };
type OfPeriod = { readonly snapshot: { readonly scope: string; readonly period: string } };

/**
 * What was reported and nothing else: for what must not rest on figures counted from dossiers, like alerts, corrections
 * and tables in official form.
 */
export function reportedOnly<Reader extends SnapshotReader>(reader: Reader): Reader {
  const heads = async () =>
    (await reader.heads()).filter(({ scope }) => countedKind(scope) === null);
  return {
    ...reader,
    readings: async (agency, period) => reported(await reader.readings(agency, period)),
    readingsOf: async (agencies, ask) => reported(await reader.readingsOf(agencies, ask)),
    readingsAsOf: async (agency, ask) => reported(await reader.readingsAsOf(agency, ask)),
    history: async (agency, period) => reported(await reader.history(agency, period)),
    heads,
    isEmpty: async () => (await reader.isEmpty()) || (await heads()).length === 0,
  } satisfies SnapshotReader & Reader;
}

/**
 * What answers rest on: of an agency and period that something was reported of only that, else what was counted from
 * dossiers. Readings of one scope are what they are: nothing is mixed in them.
 */
export function reportedFirst<Reader extends SnapshotReader>(reader: Reader): Reader {
  return {
    ...reader,
    readings: async (agency, period) => unlessReported(await reader.readings(agency, period)),
  } satisfies SnapshotReader & Reader;
}

/** Leaves out what was counted of a period that one of these, or of `others`, was reported of. */
export function unlessReported<Read extends OfPeriod>(
  readings: readonly Read[],
  others: readonly OfPeriod[] = [],
): readonly Read[] {
  const periods = new Set(
    reported([...readings, ...others]).map(({ snapshot }) => snapshot.period),
  );
  return readings.filter(
    ({ snapshot: { scope, period } }) => countedKind(scope) === null || !periods.has(period),
  );
}

function reported<Read extends OfScope>(readings: readonly Read[]): readonly Read[] {
  return readings.filter(({ snapshot }) => countedKind(snapshot.scope) === null);
}
