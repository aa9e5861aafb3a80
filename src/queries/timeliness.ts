import { isRunning } from '../calendar/period-order.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { dayOf } from '../clock.ts';
import { countedKind, type CountedKind } from '../snapshots/counted.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { Knowledge } from './knowledge.ts';

/** Figures that are not the last word on their period: the day they reach, and whether the period still runs. */
export type Provisional = { readonly upTo: Temporal.PlainDate; readonly running: boolean };

/** How figures stand to the day they are asked for on. */
export type Timeliness = {
  readonly provisional: Provisional | null;
  /** No period was asked for, and the newest figures ended more than a year ago: they are not "now". */
  readonly stale: boolean;
  /** How they were counted where they were not reported, of several the least of it; null = they were. */
  readonly counted: CountedKind | null;
};

type Dated = Pick<SnapshotHead, 'period' | 'asOf'>;
type Judged = Dated & Pick<SnapshotHead, 'scope'>;

/**
 * The one judgement of figures against the day, for every reply. Of several tables the one that reaches least far
 * decides; none at all are neither provisional nor stale nor counted.
 */
export function timelinessOf(
  { clock }: Pick<Knowledge, 'clock'>,
  snapshots: readonly Judged[],
  asked: { readonly isPeriodNamed: boolean },
): Timeliness {
  const today = dayOf(clock.now());
  const judged = snapshots.flatMap((snapshot) => provisionalOf(snapshot, today) ?? []);
  const [least = null] = judged.toSorted((a, b) => Temporal.PlainDate.compare(a.upTo, b.upTo));
  const isOld = snapshots.length > 0 && snapshots.every((snapshot) => isLongAgo(snapshot, today));
  return {
    provisional: least,
    stale: !asked.isPeriodNamed && isOld,
    counted: leastCounted(snapshots),
  };
}

function leastCounted(snapshots: readonly Judged[]): CountedKind | null {
  const kinds = new Set(snapshots.map(({ scope }) => countedKind(scope)));
  return (['sample', 'part', 'whole'] as const).find((kind) => kinds.has(kind)) ?? null;
}

/** The last day figures cover where they stop short of the end of their period; null = they cover all of it. */
export function shortOf({ period, asOf }: Dated): Temporal.PlainDate | null {
  return Temporal.PlainDate.compare(asOf, parsePeriodKey(period).to) < 0 ? asOf : null;
}

/** Still open on its closing day, or never filled to its end. */
function provisionalOf(snapshot: Dated, today: Temporal.PlainDate): Provisional | null {
  const { period, asOf } = snapshot;
  const running = isRunning(parsePeriodKey(period), today);
  // Figures of days to come (a clock set back by `--now`) are not those of a running period.
  const open = running && Temporal.PlainDate.compare(asOf, today) <= 0;
  return open || shortOf(snapshot) !== null ? { upTo: asOf, running } : null;
}

function isLongAgo({ period }: Dated, today: Temporal.PlainDate): boolean {
  const { to } = parsePeriodKey(period);
  return Temporal.PlainDate.compare(to.add({ years: 1 }), today) < 0;
}
