import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Directory } from '../agencies/agency.ts';
import type { Period } from '../calendar/period.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import { type Clock, dayOf } from '../clock.ts';
import { countedPeriods } from '../dossiers/counted-periods.ts';
import type { DossierStore, TakenList } from '../dossiers/store.ts';
import { countedDocument } from '../replies/counted-document.ts';
import { COUNTED_SCOPES, type CountedKind, countedKind } from '../snapshots/counted.ts';
import type { Snapshot, SnapshotHead } from '../snapshots/snapshot.ts';
import type { Recorded, SnapshotStore } from '../snapshots/store.ts';
import { uniqueBy } from '../unique-by.ts';
import { knownInLists, type KnownInLists, newestOf, showsOf } from './known-in-lists.ts';

/** What is counted, and where the figures go. */
export type CountingRoom = {
  readonly dossiers: Pick<DossierStore, 'countsIn' | 'lists'>;
  readonly snapshots: Pick<SnapshotStore, 'record' | 'heads' | 'readingsOf'>;
  readonly directory: Directory;
  readonly clock: Clock;
};

/** What counting came to: how many tables were new, and a line each with its period, kind and number of agencies. */
export type ListsCounted = {
  readonly outcomes: Readonly<Record<Recorded['kind'], number>>;
  readonly details: readonly string[];
};

const KINDS = ['whole', 'part', 'sample'] as const satisfies readonly CountedKind[];

/**
 * Counts dossiers into figures of their own source: of running periods, and of those that have just closed. They are as of
 * the newest list, since nothing is known of what came after it, and real ones of the newest real list; the same lists count
 * the same. `dry` stores nothing; `isAll` counts every period anew that was ever counted: dossiers were taken out.
 */
export async function countLists(
  room: CountingRoom,
  { dry, isAll = false }: { readonly dry: boolean; readonly isAll?: boolean },
): Promise<ListsCounted> {
  const lists = await room.dossiers.lists();
  const counted = await tablesOf(lists, isAll ? await everCounted(room) : running(room), room);
  const emptied = await withoutLists(lists, room);
  const tables = uniqueBy([...counted, ...emptied], ({ period, scope }) => `${period} ${scope}`);
  const outcomes = { stored: 0, restated: 0, unchanged: 0 };
  for (const table of dry ? [] : tables) {
    await nextTurn();
    outcomes[(await room.snapshots.record(table)).kind] += 1;
  }
  return { outcomes, details: tables.map(detailOf) };
}

/** Counts where nothing was counted so far: the first lists are not left uncounted until the night. */
export async function countFirstLists(room: CountingRoom): Promise<void> {
  const heads = await room.snapshots.heads();
  if (heads.some(({ scope }) => countedKind(scope) !== null)) return;
  await countLists(room, { dry: false });
}

function detailOf({ period, scope, figures }: Snapshot): string {
  return `${period} ${scope} agencies=${String(figures.length)}`;
}

function running({ clock }: CountingRoom): readonly Period[] {
  return countedPeriods(dayOf(clock.now()));
}

async function everCounted(room: CountingRoom): Promise<readonly Period[]> {
  const heads = await room.snapshots.heads();
  const before = heads.filter(({ scope }) => countedKind(scope) !== null);
  return uniqueBy(
    [...running(room), ...before.map(({ period }) => parsePeriodKey(period))],
    periodKey,
  );
}

/** What lists told, of samples or real ones, is told no more once there are none: of every period, also those long closed. */
async function withoutLists(
  lists: readonly TakenList[],
  room: CountingRoom,
): Promise<readonly Snapshot[]> {
  const heads = await room.snapshots.heads();
  const tables: Snapshot[] = [];
  for (const head of heads) {
    const kind = countedKind(head.scope);
    if (kind === null || lists.some(({ sample }) => sample === (kind === 'sample'))) continue;
    if (await hasFigures(head, room)) {
      tables.push({ ...head, fetchedAt: room.clock.now(), ...NOTHING });
    }
  }
  return tables;
}

const NOTHING = { figures: [], statements: [], findings: [] } as const;

function hasFigures(
  { period, scope }: Pick<Snapshot, 'period' | 'scope'>,
  { snapshots, directory }: CountingRoom,
): Promise<boolean> {
  const all = directory.agencies.map(({ id }) => id);
  return snapshots.readingsOf(all, { period, scope }).then(({ length }) => length > 0);
}

async function tablesOf(
  lists: readonly TakenList[],
  periods: readonly Period[],
  room: CountingRoom,
): Promise<readonly Snapshot[]> {
  const newest = newestOf(lists);
  const heads = await room.snapshots.heads();
  const tables: Snapshot[] = [];
  for (const period of periods) {
    const known = await knownInLists(period, newest, room);
    for (const kind of KINDS) {
      const list = kind === 'sample' ? newest.ofAny : newest.real;
      if (list === undefined || !showsOf(list, period)) continue;
      const table = inForce(tableOf(kind, { period, list, known }, room), heads);
      // Where the last of a kind are known better now, they leave a table with nothing in it.
      if (table.figures.length > 0 || (await hasFigures(table, room))) tables.push(table);
    }
  }
  return tables;
}

/** A table of a day before that of the one it replaces, like samples made anew for an earlier day, would not be in force. */
function inForce(table: Snapshot, heads: readonly SnapshotHead[]): Snapshot {
  const replaced = heads.find(
    ({ period, scope }) => period === table.period && scope === table.scope,
  );
  return replaced === undefined ? table : { ...table, asOf: later(table.asOf, replaced.asOf) };
}

function tableOf(
  kind: CountedKind,
  {
    period,
    list,
    known,
  }: { readonly period: Period; readonly list: TakenList; readonly known: KnownInLists },
  { clock }: CountingRoom,
): Snapshot {
  return {
    source: 'ho-so',
    document: countedDocument(kind),
    period: periodKey(period),
    scope: COUNTED_SCOPES[kind],
    formula: 'OVERDUE_TOTAL_OVER_HANDLED',
    asOf: earlier(period.to, dayOf(list.asOf)),
    fetchedAt: clock.now(),
    figures: Array.from(known).flatMap(([agency, { counts, fullness }]) =>
      fullness === kind ? [{ agency, field: null, counts, printedOverdue: null }] : [],
    ),
    statements: [],
    findings: [],
  };
}

function earlier(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other;
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}
