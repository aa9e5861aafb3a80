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

/** A dossier to be counted. Whose it is are numbers of words, 0 for no field. */
export type Tallied = {
  readonly source: number;
  readonly agency: number;
  readonly field: number;
  readonly cell: TallyCell;
};

/** Makes the function that adds dossiers to their cells, all at once: those that are forgotten together share cells. */
export function tallyWriter(database: Database): (dossiers: readonly Tallied[]) => void {
  const write = database.prepare(
    `insert into dossier_tally (source, agency, field, received_month, closed_month, due_month, online, outcome, dossiers)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set dossiers = dossiers + excluded.dossiers`,
  );
  return (dossiers) => {
    const cells = new Map<string, { readonly key: readonly number[]; dossiers: number }>();
    for (const dossier of dossiers) {
      const key = cellKey(dossier);
      const cell = cells.get(key.join(' ')) ?? { key, dossiers: 0 };
      cell.dossiers += 1;
      cells.set(key.join(' '), cell);
    }
    for (const { key, dossiers: count } of cells.values()) write.run(...key, count);
  };
}

function cellKey({ source, agency, field, cell }: Tallied): readonly number[] {
  const { receivedMonth, closedMonth, dueMonth, online, outcome } = cell;
  const code = OUTCOMES.indexOf(outcome) + 1;
  return [source, agency, field, receivedMonth, closedMonth, dueMonth, Number(online), code];
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
