import { setImmediate as nextTurn } from 'node:timers/promises';

import * as z from 'zod';

import { AgencyId } from '../agencies/agency.ts';
import { ZONE } from '../clock.ts';
import { countedIn, countsFrom } from '../dossiers/counting.ts';
import type { CountedIn } from '../dossiers/counting.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { monthNumber, tallyCountedIn } from '../dossiers/tally.ts';
import type { CountName } from '../figures/counts.ts';
import { COUNTABLE_COLUMNS, countableFrom } from './countable-rows.ts';
import type { DossierBase } from './dossier-stage.ts';
import { tallyReader } from './dossier-tally.ts';

type Asked = Parameters<DossierStore['countsIn']>[0];

/** Numbers of rows a turn: some 20 ms. */
const IDS_A_TURN = 10_000;
const Id = z.int().nonnegative();

/** Counts the dossiers of a period: rows a few at a time, then those whose rows were forgotten. */
export function periodCounter({ database, words }: DossierBase): DossierStore['countsIn'] {
  const lastId = database.prepare('select ifnull(max(id), 0) from dossiers').pluck();
  const rows = database
    .prepare(
      `select ${COUNTABLE_COLUMNS} from dossiers
       where id > ? and id <= ? and (closed_at is null or closed_at >= ?)`,
    )
    .raw();
  const tally = tallyReader(database);

  return async (asked) => {
    const span = spanOf(asked);
    const months = monthsOf(asked);
    const totals = counter();
    const last = Id.parse(lastId.get());
    for (let after = 0; after < last; after += IDS_A_TURN) {
      for (const row of rows.all(after, after + IDS_A_TURN, span.from)) {
        const { agency, dossier } = countableFrom(row);
        totals.add(agency, countedIn(dossier, span), 1);
      }
      await nextTurn();
    }
    for (const { agency, cell, dossiers } of tally(months)) {
      totals.add(agency, tallyCountedIn(cell, months), dossiers);
    }
    return new Map(
      Array.from(totals.byAgency, ([agency, counted]) => [
        AgencyId.parse(words.wordOf(agency)),
        countsFrom(counted),
      ]),
    );
  };
}

function counter() {
  const byAgency = new Map<number, Map<CountName, number>>();
  const add = (agency: number, columns: CountedIn | null, dossiers: number) => {
    if (columns === null) return;
    const counted = byAgency.get(agency) ?? new Map<CountName, number>();
    byAgency.set(agency, counted);
    for (const name of [columns.reception, columns.end]) {
      counted.set(name, (counted.get(name) ?? 0) + dossiers);
    }
  };
  return { byAgency, add };
}

function spanOf({ from, to, asOf }: Asked) {
  const end = startOf(to.add({ days: 1 }));
  return { from: startOf(from), until: Math.min(end, asOf.epochMilliseconds) };
}

function startOf(day: Temporal.PlainDate): number {
  return day.toZonedDateTime(ZONE).epochMilliseconds;
}

/** Of forgotten rows only months are kept. */
function monthsOf({ from, to }: Asked) {
  if (from.day !== 15 || to.day !== 14) {
    throw new RangeError(
      `${from.toString()} to ${to.toString()} are no reporting months (15th to 14th)`,
    );
  }
  return { first: monthNumber(from), last: monthNumber(to) };
}
