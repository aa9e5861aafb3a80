import { ZONE } from '../../src/clock.ts';
import { queueOf, wentBack } from '../../src/dossiers/clock.ts';
import type { Countable } from '../../src/dossiers/counting.ts';
import type { Dossier, DueDossier, KeptDossier } from '../../src/dossiers/dossier.ts';
import type { DossierList, DueCounts } from '../../src/dossiers/store.ts';
import { plain } from './sample-snapshots.ts';

const DAY = 86_400_000;

/** A dossier as the naive store keeps it. */
export type Row = {
  readonly kept: KeptDossier;
  readonly changedAt: Temporal.Instant;
  readonly closedKnown: boolean;
  /** Its row is forgotten: only its counts are left. */
  readonly purged: boolean;
};

export const compare = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other);

export const NOTHING_DUE: DueCounts = {
  overdue: 0,
  today: 0,
  one: 0,
  three: 0,
  later: 0,
  paused: 0,
  pausedOverdue: 0,
  test: 0,
};

/** A dossier shown for the first time. */
export function fresh(row: Dossier, { source, asOf }: DossierList): Row {
  const open = queueOf(row) !== null;
  const closedAt = open ? null : (row.closedAt ?? asOf);
  const kept = { ...row, closedAt, source, firstSeenAt: asOf, wentBack: 0 };
  return { kept, changedAt: asOf, closedKnown: !open && row.closedAt !== null, purged: false };
}

/** One that is known, as a list shows it now. */
export function shownAgain(
  { kept: was, closedKnown }: Row,
  row: Dossier,
  { asOf }: DossierList,
): Row {
  const open = queueOf(row) !== null;
  const kept = {
    ...was,
    ...row,
    originalDueAt: was.originalDueAt ?? row.originalDueAt,
    closedAt: open ? null : (row.closedAt ?? was.closedAt ?? asOf),
    wentBack: was.wentBack + Number(wentBack(was.state, row.state)),
  };
  const known = !open && (row.closedAt !== null || closedKnown);
  return { kept, changedAt: asOf, closedKnown: known, purged: false };
}

export function textOf({ kept, closedKnown }: Row): string {
  return JSON.stringify(plain([kept, closedKnown]));
}

/** What is told of one in the list of what is due; nothing if it has no deadline. */
export function dueDossiers(kept: KeptDossier): readonly DueDossier[] {
  const { code, procedure, step, handlingUnit, desk, sensitive, receivedAt, firstSeenAt } = kept;
  if (kept.currentDueAt === null) return [];
  const { currentDueAt } = kept;
  return [
    { code, procedure, step, handlingUnit, desk, sensitive, receivedAt, firstSeenAt, currentDueAt },
  ];
}

export function countable(kept: KeptDossier): Countable {
  const { receivedAt, firstSeenAt, currentDueAt, closedAt } = kept;
  return {
    ...kept,
    receivedAt: (receivedAt ?? firstSeenAt).epochMilliseconds,
    dueAt: currentDueAt?.epochMilliseconds ?? null,
    closedAt: closedAt?.epochMilliseconds ?? null,
  };
}

export function startOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime(ZONE).epochMilliseconds;
}

/** Earlier first, those without a moment last. */
export function byMoment(momentOf: (kept: KeptDossier) => Temporal.Instant | null) {
  const rank = (kept: KeptDossier) => momentOf(kept)?.epochMilliseconds ?? 100_000 * DAY;
  return (a: KeptDossier, b: KeptDossier) =>
    rank(a) - rank(b) ||
    (a.code < b.code ? -1 : Number(a.code > b.code)) ||
    (a.source < b.source ? -1 : 1);
}
