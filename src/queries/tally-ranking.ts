import type { Agency } from '../agencies/agency.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { type Tally, tallied } from '../figures/tally.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { type Ground, groundOf, type NoRanking } from './covered-periods.ts';
import type { Doubt } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { computedRate, type Rate } from './rate.ts';
import type { Restated } from './restatement.ts';
import type { Timeliness } from './timeliness.ts';

/** Whom to put in order by which number of dossiers. */
export type TallyQuestion = {
  readonly agencies: readonly Agency[];
  readonly tally: Tally;
  readonly first: 'most' | 'fewest';
  readonly period: PeriodAsked | null;
};

/** `place` counts ties: 1, 2, 2, 4. `rate` null where the number belongs to no rate, or there is none. */
export type Tallied = {
  readonly agency: Agency;
  readonly number: number;
  readonly rate: Rate | null;
  readonly place: number;
};

/** Everyone asked about is in one of the two lists, or did not exist in the period. */
export type TallyAnswer = {
  readonly kind: 'tallies';
  readonly tally: Tally;
  readonly first: 'most' | 'fewest';
  readonly period: Period;
  /** The tables it is made from. */
  readonly snapshots: readonly SnapshotHead[];
  readonly timeliness: Timeliness;
  readonly ranked: readonly Tallied[];
  readonly missing: readonly Agency[];
  /** Numbers that an earlier version of their table gave differently; null = it did not give it. */
  readonly restated: readonly RestatedTally[];
  /** What does not fit together in their rows. */
  readonly doubts: readonly Doubt[];
};

/** What the number of an agency was before it was changed. */
export type RestatedTally = Restated<SnapshotHead> & {
  readonly agency: Agency;
  readonly was: number | null;
};

/** Puts agencies in order of a number of dossiers; a number needs no minimum to be compared. */
export async function askTallies(
  knowledge: Knowledge,
  question: TallyQuestion,
): Promise<TallyAnswer | NoRanking> {
  const ground = await groundOf(knowledge, question);
  if (ground.kind === 'noRanking') return ground;
  const { tally, first } = question;
  const counted = ground.agencies.flatMap((agency) => {
    const reading = ground.readings.get(agency.id);
    const number = reading === undefined ? null : tallied(reading.figure.counts, tally);
    if (reading === undefined || number === null) return [];
    return [{ agency, number, rate: rateBeside(tally, reading) }];
  });
  const direction = first === 'most' ? -1 : 1;
  const sorted = counted.toSorted((a, b) => direction * (a.number - b.number));
  const present = new Set(counted.map(({ agency }) => agency));
  return {
    kind: 'tallies',
    tally,
    first,
    period: ground.period,
    snapshots: ground.snapshots,
    timeliness: ground.timeliness,
    ranked: sorted.map((one) => ({
      ...one,
      place: 1 + sorted.findIndex(({ number }) => number === one.number),
    })),
    missing: ground.agencies.filter((agency) => !present.has(agency)),
    restated: restatedIn(ground, tally),
    doubts: ground.doubts,
  };
}

function restatedIn({ agencies, restated }: Ground, tally: Tally): readonly RestatedTally[] {
  return agencies.flatMap((agency) => {
    const changed = restated.find(({ now }) => now.figure.agency === agency.id);
    if (changed === undefined) return [];
    const { now, before } = changed;
    const was = tallied(before.figure.counts, tally);
    if (was === tallied(now.figure.counts, tally)) return [];
    return [{ agency, was, now: now.snapshot, before: before.snapshot }];
  });
}

function rateBeside(tally: Tally, reading: Reading): Rate | null {
  if (tally !== 'overdue' && tally !== 'onTime') return null;
  const state = computedRate(tally, reading);
  return state?.kind === 'rate' ? state.rate : null;
}
