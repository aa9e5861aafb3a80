import * as z from 'zod';

import { isCounted } from '../dossiers/counting.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { tallyCellOf } from '../dossiers/tally.ts';
import { countIn, idIn, wholeIn } from './cells.ts';
import { COUNTABLE_COLUMNS, countableFrom } from './countable-rows.ts';
import type { DossierBase } from './dossier-stage.ts';
import { tallyWriter } from './dossier-tally.ts';
import { takeTurns, type Turns } from './turns.ts';

const ROWS_A_STEP = 250;

/** The numbers of agencies that have closed dossiers: one seek for each in dossiers_closed. */
const AGENCIES = `with recursive known (agency) as (
    select min(agency) from dossiers where closed_at is not null
    union all
    select (select min(agency) from dossiers where closed_at is not null and agency > known.agency)
    from known where known.agency is not null)
  select agency from known where agency is not null`;

const CLOSED = `select id, closed_at, source, ifnull(field, 0), ${COUNTABLE_COLUMNS} from dossiers
  where agency = +:agency and closed_at is not null and closed_at < +:before and changed_at < :before
    and (closed_at, id) > (+:closedAt, +:id)
  order by closed_at, id limit ${String(ROWS_A_STEP)}`;

/** Forgets rows of closed dossiers, those of some milliseconds of work in one transaction with their counts. */
export function dossierPurger({ database, stopwatch }: DossierBase): DossierStore['purge'] {
  const agencies = database.prepare(AGENCIES).pluck();
  const closed = database.prepare<[Asked], unknown[]>(CLOSED).raw();
  const remove = database.prepare('delete from dossiers where id = ?');
  const addToTally = tallyWriter(database);
  const purged = database.prepare(
    `insert into dossier_purges (source, agency, before) values (?, ?, ?)
     on conflict do update set before = max(before, excluded.before)`,
  );
  const move = database.prepare('update dossier_revision set number = number + 1');

  const purgeTurn = database.transaction((begin: Asked, turns: Turns) => {
    const gone: ReturnType<typeof closedRow>[] = [];
    let place: Place = begin;
    let some;
    do {
      some = closed.all({ agency: begin.agency, before: begin.before, ...place }).map(closedRow);
      for (const row of some) remove.run(row.place.id);
      gone.push(...some);
      place = some.at(-1)?.place ?? place;
    } while (some.length === ROWS_A_STEP && !turns.isOver());
    addToTally(gone.flatMap(({ tallied }) => tallied ?? []));
    for (const source of new Set(gone.map((row) => row.source))) {
      purged.run(source, begin.agency, begin.before);
    }
    if (gone.length > 0) move.run();
    return { rows: gone.length, next: some.length === ROWS_A_STEP ? { ...begin, ...place } : null };
  });

  return async (before) => {
    const turns = takeTurns(stopwatch);
    let total = 0;
    for (const agency of z.array(z.int()).parse(agencies.all())) {
      let asked: Asked | null = { agency, before: before.epochMilliseconds, ...FIRST };
      while (asked !== null) {
        if (turns.isOver()) await turns.next();
        const { rows, next }: Purged = purgeTurn.immediate(asked, turns);
        total += rows;
        asked = next;
      }
    }
    return total;
  };
}

/** Where in dossiers_closed to read on: after this place. */
type Place = { readonly closedAt: number; readonly id: number };
type Asked = Place & { readonly agency: number; readonly before: number };
type Purged = { readonly rows: number; readonly next: Asked | null };

/** Before every closing. */
const FIRST: Place = { closedAt: -Number.MAX_SAFE_INTEGER, id: 0 };

/** A raw row of `CLOSED`; `tallied` is null for one that is in no statistics. */
function closedRow([id, closed, source, field, ...countable]: readonly unknown[]) {
  const { agency, dossier } = countableFrom(countable);
  const place: Place = { closedAt: wholeIn(closed), id: idIn(id) };
  const whose = { source: idIn(source), agency, field: countIn(field) };
  const tallied = isCounted(dossier)
    ? { ...whose, cell: tallyCellOf(dossier, place.closedAt) }
    : null;
  return { place, source: whose.source, tallied };
}
