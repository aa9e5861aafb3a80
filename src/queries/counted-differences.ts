import type { Agency } from '../agencies/agency.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { type CountName, Counts, NO_COUNTS } from '../figures/counts.ts';
import { inOneForm } from '../figures/sum-counts.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import type { Knowledge } from './knowledge.ts';
import { newestFirst } from './newest.ts';

/** A column in which dossiers give another number than what was reported. */
export type CountedDifference = {
  readonly column: CountName;
  readonly reported: number;
  readonly counted: number;
};

/** Where the dossiers of an agency do not give what was reported of it in one period. */
export type CountedDifferences = {
  readonly agency: Agency;
  readonly period: PeriodKey;
  readonly reported: SnapshotHead;
  readonly counted: SnapshotHead;
  /** In the order of the form. */
  readonly differences: readonly CountedDifference[];
};

/** Holds what was counted from dossiers against what was reported of the same agencies and periods; greatest first. */
export async function countedDifferences(
  { snapshots, counted }: Pick<Knowledge, 'snapshots' | 'counted'>,
  agencies: readonly Agency[],
): Promise<readonly CountedDifferences[]> {
  const found = await Promise.all(
    agencies.map(async (agency) => {
      const readings = await counted.readings(agency.id);
      const own = readings.filter(({ snapshot }) => countedKind(snapshot.scope) !== null);
      return Promise.all(
        own.map(async (reading) => {
          const known = await snapshots.readings(agency.id, reading.snapshot.period);
          const [newest] = newestFirst(reportedAmong(known));
          return newest === undefined ? [] : differing(agency, newest, reading);
        }),
      );
    }),
  );
  return found.flat(2).toSorted((a, b) => greatest(b) - greatest(a));
}

function reportedAmong(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter(({ snapshot }) => countedKind(snapshot.scope) === null);
}

function differing(
  agency: Agency,
  { figure: printed, snapshot: reported }: Reading,
  { figure, snapshot: counted }: Reading,
): readonly CountedDifferences[] {
  const [said = NO_COUNTS, made = NO_COUNTS] = inOneForm([printed.counts, figure.counts]);
  const differences = Counts.keyof().options.flatMap((column) => {
    const [one, other] = [said[column], made[column]];
    return one === null || other === null || one === other
      ? []
      : [{ column, reported: one, counted: other }];
  });
  if (differences.length === 0) return [];
  return [{ agency, period: counted.period, reported, counted, differences }];
}

function greatest({ differences }: CountedDifferences): number {
  return Math.max(...differences.map(({ reported, counted }) => Math.abs(reported - counted)));
}
