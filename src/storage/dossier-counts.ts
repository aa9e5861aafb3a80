import * as z from 'zod';

import { ZONE } from '../clock.ts';
import { countedIn, countsFrom } from '../dossiers/counting.ts';
import type { CountedIn } from '../dossiers/counting.ts';
import type { DossierStore } from '../dossiers/store.ts';
import { monthNumber, tallyCountedIn } from '../dossiers/tally.ts';
import type { CountName } from '../figures/counts.ts';
import { COUNTABLE_COLUMNS, countableFrom } from './countable-rows.ts';
import type { DossierBase } from './dossier-stage.ts';
import { tallyReader } from './dossier-tally.ts';
import { takeTurns } from './turns.ts';

type Asked = Parameters<DossierStore['countsIn']>[0];

/** Numbers of rows read at a time. */
const IDS_A_STEP = 1_000;
const Id = z.int().nonnegative();

/** Counts the dossiers of a period: rows a few at a time, then those whose rows were forgotten. */
export function periodCounter({
  database,
  words,
  stopwatch,
}: DossierBase): DossierStore['countsIn'] {
  const lastId = database.prepare('select ifnull(max(id), 0) from dossiers').pluck();
  const rows = database
    .prepare<unknown[], unknown[]>(
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
    const turns = takeTurns(stopwatch);
    for (let after = 0; after < last; after += IDS_A_STEP) {
      if (turns.isOver()) await turns.next();
      for (const row of rows.all(after, after + IDS_A_STEP, span.from)) {
        const { agency, dossier } = countableFrom(row);
        totals.add(agency, countedIn(dossier, span), 1);
      }
    }
    for (const { agency, cell, dossiers } of tally(months)) {
      totals.add(agency, tallyCountedIn(cell, months), dossiers);
    }
    return new Map(
      Array.from(totals.byAgency, ([agency, counted]) => [
        words.agencyOf(agency),
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
  const until = startOf(to.add({ days: 1 }));
  return { from: startOf(from), until, asOf: asOf.epochMilliseconds };
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
