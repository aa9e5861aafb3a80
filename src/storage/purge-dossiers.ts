import { setImmediate as nextTurn } from 'node:timers/promises';

import * as z from 'zod';

import { isCounted } from '../dossiers/counting.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { tallyCellOf } from '../dossiers/tally.ts';
import { COUNTABLE_COLUMNS, countableFrom } from './countable-rows.ts';
import type { DossierBase } from './dossier-stage.ts';
import { tallyWriter } from './dossier-tally.ts';

const ROWS_A_TURN = 1_000;

const KeyRow = z.tuple([z.int(), z.int(), z.int(), z.int()]).rest(z.unknown());

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
  order by closed_at, id limit ${String(ROWS_A_TURN)}`;

/** Forgets rows of closed dossiers a thousand at a time, each with its count in one transaction. */
export function dossierPurger({ database }: DossierBase): DossierStore['purge'] {
  const agencies = database.prepare(AGENCIES).pluck();
  const closed = database.prepare(CLOSED).raw();
  const remove = database.prepare('delete from dossiers where id = ?');
  const addToTally = tallyWriter(database);
  const purged = database.prepare(
    `insert into dossier_purges (source, agency, before) values (?, ?, ?)
     on conflict do update set before = max(before, excluded.before)`,
  );
  const move = database.prepare('update dossier_revision set number = number + 1');

  const purgeSome = database.transaction((asked: Asked) => {
    const rows = closed.all(asked);
    const sources = new Set<number>();
    let next = asked;
    for (const row of rows) {
      const [id, closedAt, source, field, ...countable] = KeyRow.parse(row);
      const { dossier } = countableFrom(countable);
      if (isCounted(dossier)) {
        addToTally({ source, agency: asked.agency, field }, tallyCellOf(dossier, closedAt));
      }
      sources.add(source);
      remove.run(id);
      next = { agency: asked.agency, before: asked.before, closedAt, id };
    }
    for (const source of sources) purged.run(source, asked.agency, asked.before);
    if (rows.length > 0) move.run();
    return { rows: rows.length, next };
  });

  return async (before) => {
    let total = 0;
    for (const agency of z.array(z.int()).parse(agencies.all())) {
      let asked = { agency, before: before.epochMilliseconds, closedAt: FIRST, id: 0 };
      let rows = ROWS_A_TURN;
      while (rows === ROWS_A_TURN) {
        const some = purgeSome.immediate(asked);
        rows = some.rows;
        total += rows;
        asked = some.next;
        await nextTurn();
      }
    }
    return total;
  };
}

/** Before every closing. */
const FIRST = -Number.MAX_SAFE_INTEGER;

type Asked = {
  readonly agency: number;
  readonly before: number;
  readonly closedAt: number;
  readonly id: number;
};
