import * as z from 'zod';

import type { DueBounds } from '../calendar/working-calendar.ts';
import { QUEUES } from '../dossiers/clock.ts';
import type { DossierStore, DueCounts, DueSpan } from '../dossiers/store.ts';
import type { DossierBase } from './dossier-stage.ts';

const counted = (queue: number, due: string) => `(select count(*) from dossiers d
    where d.queue is not null and d.agency = a.value and d.queue = ${String(queue)} and d.current_due_at ${due})`;

/**
 * Every number is one seek in dossiers_open and a walk over just what it counts; what is due later is never touched.
 * Grouped in one select instead, SQLite would sort all that is due.
 *
 * @internal Exported for the benchmark.
 */
export const DUE_COUNTS = `select a.value, ${[
  counted(0, '< +:now'),
  counted(0, 'between +:now and :today - 1'),
  counted(0, 'between +:today and :one - 1'),
  counted(0, 'between +:one and :three - 1'),
  counted(1, '< +:now'),
].join(', ')} from json_each(:agencies) a`;
/** The same for one number. */
const COUNT_DUE = `select a.value, ${counted(0, 'between +:from and :before - 1')} from json_each(:agencies) a`;
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
): Pick<DossierStore, 'dueCounts' | 'countDue'> {
  const open = database.prepare(OPEN).raw();
  const due = database.prepare(DUE_COUNTS).raw();
  const one = database.prepare(COUNT_DUE).raw();
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
    const rows = byAgency(due.all(asked));
    return new Map(
      Array.from(all, ([agency, queues]) => [
        words.agencyOf(agency),
        countsOf(queues, rows.get(agency)),
      ]),
    );
  });
  const countOne = database.transaction(({ from, before }: DueSpan) => {
    const agencies = JSON.stringify(Array.from(openNow().keys()));
    const span = {
      from: from?.epochMilliseconds ?? Number.MIN_SAFE_INTEGER,
      before: before.epochMilliseconds,
    };
    const rows = Array.from(byAgency(one.all({ agencies, ...span })));
    return new Map(
      rows.flatMap(([agency, [dossiers = 0]]) =>
        dossiers === 0 ? [] : [[words.agencyOf(agency), dossiers] as const],
      ),
    );
  });
  return { dueCounts: async (bounds) => count(bounds), countDue: async (span) => countOne(span) };
}

function countsOf(queues: Open, due: Cells = []): DueCounts {
  const [overdue = 0, today = 0, one = 0, three = 0, pausedOverdue = 0] = due;
  const later = queues.running - overdue - today - one - three;
  const { paused, test } = queues;
  return { overdue, today, one, three, later, paused, pausedOverdue, test };
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
