import type { Database } from 'better-sqlite3';
import * as z from 'zod';

import type { DossierOutcome } from '../dossiers/counting.ts';
import type { TalliedMonths, TallyCell } from '../dossiers/tally.ts';

/** As numbered in the migration, from 1. */
const OUTCOMES = ['early', 'onTime', 'overdue'] as const satisfies readonly DossierOutcome[];

const TallyRow = z
  .object({
    agency: z.int().positive(),
    received_month: z.int(),
    closed_month: z.int(),
    due_month: z.int(),
    online: z.literal([0, 1]),
    outcome: z
      .int()
      .transform((code) => OUTCOMES[code - 1])
      .pipe(z.enum(OUTCOMES)),
    dossiers: z.int().positive(),
  })
  .transform(({ agency, dossiers, ...cell }) => ({
    agency,
    dossiers,
    cell: {
      receivedMonth: cell.received_month,
      closedMonth: cell.closed_month,
      dueMonth: cell.due_month,
      online: cell.online === 1,
      outcome: cell.outcome,
    },
  }));

/** Whose cell it is; numbers of words, 0 for no field. */
export type TallyKey = { readonly source: number; readonly agency: number; readonly field: number };

/** Makes the function that adds one dossier to its cell. */
export function tallyWriter(database: Database): (key: TallyKey, cell: TallyCell) => void {
  const add = database.prepare(
    `insert into dossier_tally (source, agency, field, received_month, closed_month, due_month, online, outcome, dossiers)
     values (?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict do update set dossiers = dossiers + 1`,
  );
  return ({ source, agency, field }, cell) => {
    const { receivedMonth, closedMonth, dueMonth, online, outcome } = cell;
    const code = OUTCOMES.indexOf(outcome) + 1;
    add.run(source, agency, field, receivedMonth, closedMonth, dueMonth, Number(online), code);
  };
}

/** Makes the function that reads the cells that may count in some months. */
export function tallyReader(database: Database) {
  const read = database.prepare(
    `select agency, received_month, closed_month, due_month, online, outcome, sum(dossiers) as dossiers
     from dossier_tally where received_month <= ? and closed_month >= ?
     group by agency, received_month, closed_month, due_month, online, outcome`,
  );
  return ({ first, last }: TalliedMonths) => z.array(TallyRow).parse(read.all(last, first));
}
