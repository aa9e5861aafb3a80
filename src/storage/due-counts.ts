import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import type { DueBounds } from '../calendar/working-calendar.ts';
import { QUEUES } from '../dossiers/clock.ts';
import type { DossierStore, DueCounts } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

/* The agencies are given as JSON, so that each is one seek in dossiers_open; what is due later is never touched. */
const DUE = `select d.agency, sum(d.current_due_at < :now), sum(d.current_due_at < :today),
    sum(d.current_due_at < :one), count(*)
  from json_each(:agencies) a cross join dossiers d
    on d.queue is not null and d.agency = a.value and d.queue = 0 and d.current_due_at < +:three
  group by a.key`;
const PAUSED_OVERDUE = `select d.agency, count(*)
  from json_each(:agencies) a cross join dossiers d
    on d.queue is not null and d.agency = a.value and d.queue = 1 and d.current_due_at < +:now
  group by a.key`;
const OPEN = `select agency, queue, count(*) from dossiers where queue is not null group by agency, queue`;

const Cell = z.int().nonnegative();
const Row = z.array(Cell);
const NAMES = { running: 0, paused: 0, notStarted: 0, test: 0 };
type Open = Readonly<Record<(typeof QUEUES)[number], number>>;

/**
 * Counts what is due. How many stand in each queue does not depend on the hour: that walk over all open dossiers is
 * done once for each state of the store.
 */
export function dueCounter(
  { database, words }: DossierBase,
  revision: () => string,
): DossierStore['dueCounts'] {
  const open = database.prepare(OPEN).raw();
  const due = database.prepare(DUE).raw();
  const pausedOverdue = database.prepare(PAUSED_OVERDUE).raw();
  let known: { readonly revision: string; readonly open: ReadonlyMap<number, Open> } | null = null;

  const openNow = () => {
    const now = revision();
    if (known?.revision !== now) known = { revision: now, open: openByAgency(open.all()) };
    return known.open;
  };
  // In one transaction, so that the walk and the counts see the same dossiers.
  const count = database.transaction((bounds: DueBounds) => {
    const all = openNow();
    const asked = { agencies: JSON.stringify(Array.from(all.keys())), ...millisecondsOf(bounds) };
    const dueRows = byAgency(due.all(asked));
    const pausedRows = byAgency(pausedOverdue.all(asked));
    return new Map(
      Array.from(all, ([agency, queues]) => [
        AgencyId.parse(words.wordOf(agency)),
        countsOf(queues, dueRows.get(agency), pausedRows.get(agency)),
      ]),
    );
  });
  return async (bounds) => count(bounds);
}

function countsOf(queues: Open, due: Cells = [], [pausedOverdue = 0]: Cells = []): DueCounts {
  const [overdue = 0, untilToday = 0, untilOne = 0, untilThree = 0] = due;
  return {
    overdue,
    today: untilToday - overdue,
    one: untilOne - untilToday,
    three: untilThree - untilOne,
    later: queues.running - untilThree,
    paused: queues.paused,
    pausedOverdue,
    test: queues.test,
  };
}

type Cells = readonly number[];

function byAgency(rows: readonly unknown[]): ReadonlyMap<number, Cells> {
  return new Map(
    rows.map((row) => {
      const [agency = 0, ...cells] = Row.parse(row);
      return [agency, cells];
    }),
  );
}

function openByAgency(rows: readonly unknown[]): ReadonlyMap<number, Open> {
  const all = new Map<number, Open>();
  for (const row of rows) {
    const [agency = 0, queue = 0, dossiers = 0] = Row.parse(row);
    const name = QUEUES[queue];
    if (name !== undefined) all.set(agency, { ...(all.get(agency) ?? NAMES), [name]: dossiers });
  }
  return all;
}

function millisecondsOf({ now, today, one, three }: DueBounds) {
  return {
    now: now.epochMilliseconds,
    today: today.epochMilliseconds,
    one: one.epochMilliseconds,
    three: three.epochMilliseconds,
  };
}
