import type { Agency } from '../agencies/agency.ts';
import { overdueTotal } from '../figures/rate.ts';
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
  const { period, scope } = reading.snapshot;
  const children = knowledge.directory.children(agency.id).map(({ id }) => id);
  const parts =
    children.length > 0
      ? await knowledge.snapshots.readingsOf(children, { period, scope })
      : await knowledge.snapshots.fieldReadings(agency.id, period);
  return onePerPart(parts, reading)
    .map((part) => contribution(knowledge, part))
    .toSorted((a, b) => b.overdue - a.overdue);
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
