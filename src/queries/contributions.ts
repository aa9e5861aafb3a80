import type { Agency, AgencyId } from '../agencies/agency.ts';
import { overdueTotal } from '../figures/rate.ts';
import { countedKind, scopesBelow } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import type { Knowledge } from './knowledge.ts';
import { newestOfEach } from './newest.ts';
import { type RateState, computedRate } from './rate.ts';

/** A part of an agency's figures: a unit below it, or a field of work. */
export type Contribution = {
  readonly agency: Agency | null;
  readonly field: string | null;
  readonly overdue: number;
  readonly state: RateState | null;
  readonly reading: Reading;
};

/** Who is behind an agency's overdue dossiers: its units, or its fields where it has no units; worst first. */
export async function contributionsOf(
  knowledge: Knowledge,
  agency: Agency,
  reading: Reading,
): Promise<readonly Contribution[]> {
  const children = knowledge.directory.children(agency.id).map(({ id }) => id);
  const parts =
    children.length > 0
      ? await readingsBelow(knowledge, children, reading.snapshot)
      : await fieldsOf(knowledge, agency, reading.snapshot);
  return onePerPart(parts, reading)
    .map((part) => contribution(knowledge, part))
    .toSorted((a, b) => b.overdue - a.overdue);
}

/** Of a counted total those of its units that are known better, or worse, than it is as a whole are parts of it too. */
async function readingsBelow(
  { snapshots }: Knowledge,
  children: readonly AgencyId[],
  { period, scope }: SnapshotHead,
): Promise<readonly Reading[]> {
  const all = await Promise.all(
    scopesBelow(scope).map((each) => snapshots.readingsOf(children, { period, scope: each })),
  );
  return all.flat();
}

/** Lists of dossiers are not counted by field: fields that were reported are no parts of what was counted. */
async function fieldsOf(
  { snapshots }: Knowledge,
  { id }: Agency,
  { period, scope }: SnapshotHead,
): Promise<readonly Reading[]> {
  return countedKind(scope) === null ? snapshots.fieldReadings(id, period) : [];
}

/** A table taken in from two sources must not count twice: of each part the row of the reading's own table, else the newest. */
function onePerPart(parts: readonly Reading[], { snapshot }: Reading): readonly Reading[] {
  const own = parts.filter((part) => part.snapshot.id === snapshot.id);
  return uniqueBy([...own, ...newestOfEach(parts, nameOf)], nameOf);
}

function nameOf({ figure }: Reading): string {
  return `${figure.agency} ${figure.field ?? ''}`;
}

function contribution(knowledge: Knowledge, reading: Reading): Contribution {
  const { figure } = reading;
  return {
    agency: figure.field === null ? knowledge.directory.get(figure.agency) : null,
    field: figure.field,
    overdue: overdueTotal(figure.counts) ?? 0,
    state: computedRate('overdue', reading),
    reading,
  };
}
