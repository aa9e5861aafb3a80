import type { SnapshotReader } from './store.ts';

/** The scope of figures counted from dossiers: they are held against the reported ones, and never mixed with them. */
export const COUNTED_SCOPE = 'dossiers';

type OfScope = { readonly snapshot: { readonly scope: string } };

/**
 * What was reported: figures counted from dossiers are left out, so that none of them is ever the latest figure of an
 * agency, a place in a ranking or a part of a total.
 */
export function reportedOnly<Reader extends SnapshotReader>(reader: Reader): Reader {
  return {
    ...reader,
    readings: async (agency, period) => reported(await reader.readings(agency, period)),
    readingsOf: async (agencies, ask) => reported(await reader.readingsOf(agencies, ask)),
    readingsAsOf: async (agency, ask) => reported(await reader.readingsAsOf(agency, ask)),
    history: async (agency, period) => reported(await reader.history(agency, period)),
    heads: async () => (await reader.heads()).filter(({ scope }) => scope !== COUNTED_SCOPE),
  } satisfies SnapshotReader & Reader;
}

function reported<Read extends OfScope>(readings: readonly Read[]): readonly Read[] {
  return readings.filter(({ snapshot }) => snapshot.scope !== COUNTED_SCOPE);
}
