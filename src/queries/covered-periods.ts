import type { Agency } from '../agencies/agency.ts';
import { existsDuring } from '../agencies/existence.ts';
import type { MeantPeriod, Period, PeriodAsked, PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { countedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Reading } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { choosePeriod } from './choose-period.ts';
import { type Doubt, doubtsAbout } from './doubts.ts';
import type { Knowledge } from './knowledge.ts';
import { newestOfEach } from './newest.ts';
import { type Restated, restatedAmong } from './restatement.ts';
import { periodOf } from './sides.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** In no period, or not in the one asked for, most of them have figures. `available` is newest first. */
export type NoRanking = {
  readonly kind: 'noRanking';
  readonly asked: MeantPeriod | null;
  readonly available: readonly Period[];
  /** The first day from which there were none of the agencies any more, if that was before the period; else null. */
  readonly goneSince: Temporal.PlainDate | null;
};

/** Agencies to be put in order, and what is known of them in one period and scope. */
export type Ground = {
  readonly kind: 'ground';
  readonly period: Period;
  /** Those that existed in the period: only they can be missing in it. */
  readonly agencies: readonly Agency[];
  /** At most one of each agency, of several the one of the newest table. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The tables it is made from. */
  readonly snapshots: readonly SnapshotHead[];
  readonly timeliness: Timeliness;
  /** Readings that an earlier version of their table gave differently. */
  readonly restated: readonly Restated<Reading>[];
  /** What does not fit together in the readings. */
  readonly doubts: readonly Doubt[];
};

type GroundAsked = { readonly agencies: readonly Agency[]; readonly period: PeriodAsked | null };

/** The period asked for, or the newest, in which most of the agencies have figures; the fullest scope of it. */
export async function groundOf(
  knowledge: Knowledge,
  asked: GroundAsked,
): Promise<Ground | NoRanking> {
  const covered = await coveredPeriods(knowledge, asked.agencies);
  const choice = choosePeriod(covered, asked.period, dayOf(knowledge.clock.now()));
  if (choice.kind === 'none') {
    const { asked: vain, available } = choice;
    return {
      kind: 'noRanking',
      asked: vain,
      available,
      goneSince: goneSince(asked.agencies, periodOf(vain)),
    };
  }
  const { period, found } = choice;
  const snapshots = uniqueBy(
    found.readings.map(({ snapshot }) => snapshot),
    ({ id }) => id,
  );
  return {
    kind: 'ground',
    period,
    agencies: existing(asked.agencies, found.key),
    readings: new Map(found.readings.map((reading) => [reading.figure.agency, reading])),
    snapshots,
    timeliness: timelinessOf(knowledge, snapshots, { isPeriodNamed: asked.period !== null }),
    restated: await restatedAmong(knowledge, found.readings),
    doubts: await doubtsAbout(
      knowledge,
      found.readings.map(({ figure, snapshot }) => ({
        agency: knowledge.directory.get(figure.agency),
        snapshot,
      })),
    ),
  };
}

function goneSince(agencies: readonly Agency[], asked: Period | null): Temporal.PlainDate | null {
  const ends = agencies.flatMap(({ validTo }) => validTo ?? []);
  const [last] = ends.toSorted((a, b) => Temporal.PlainDate.compare(b, a));
  if (asked === null || last === undefined || ends.length < agencies.length) return null;
  return Temporal.PlainDate.compare(last, asked.from) < 0 ? last.add({ days: 1 }) : null;
}

function existing(agencies: readonly Agency[], key: PeriodKey): readonly Agency[] {
  const period = parsePeriodKey(key);
  return agencies.filter((agency) => existsDuring(agency, period));
}

type Covered = {
  readonly key: PeriodKey;
  readonly scope: string;
  readonly readings: readonly Reading[];
};

/**
 * Periods in which at least half of the agencies (and two) have figures of one scope; what was reported before what was
 * counted, and then the fullest scope first. An order is made of one scope alone.
 */
async function coveredPeriods(
  knowledge: Knowledge,
  agencies: readonly Agency[],
): Promise<readonly Covered[]> {
  const heads = await knowledge.snapshots.heads();
  const asks = uniqueBy(heads, ({ period, scope }) => `${period} ${scope}`);
  const found = await Promise.all(asks.map((ask) => coverage(knowledge, agencies, ask)));
  return found
    .flatMap((covered) => (covered === null ? [] : [covered]))
    .toSorted((a, b) => reportedFirst(a, b) || b.readings.length - a.readings.length);
}

function reportedFirst({ scope: a }: Covered, { scope: b }: Covered): number {
  return Number(countedKind(a) !== null) - Number(countedKind(b) !== null);
}

async function coverage(
  knowledge: Knowledge,
  agencies: readonly Agency[],
  ask: { readonly period: PeriodKey; readonly scope: string },
): Promise<Covered | null> {
  const ids = existing(agencies, ask.period).map(({ id }) => id);
  const { period, scope } = ask;
  const readings = newestOfEach(
    await knowledge.snapshots.readingsOf(ids, { period, scope }),
    ({ figure }) => figure.agency,
  );
  const enough = Math.max(1, Math.min(2, ids.length), ids.length / 2);
  return readings.length >= enough ? { key: period, scope, readings } : null;
}
