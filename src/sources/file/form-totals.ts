import type { CountName } from '../../figures/counts.ts';
import type { Figure } from '../../snapshots/snapshot.ts';
import { problemAt } from '../table.ts';
import type { Complain, Row, Table } from '../table.ts';
import { isCountName, readCounts, sumOf } from './columns.ts';
import type { Columns } from './columns.ts';
import type { Group } from './parted-rows.ts';

/** A row of the form; `field` null = the total. */
export type FieldRow = { readonly row: Row; readonly field: string | null };

/** The counted rows of a form. */
export type FormBody = {
  readonly table: Table;
  readonly columns: Columns;
  readonly rows: readonly FieldRow[];
};

/** What is wrong with the numbers of a row is said where it is read itself. */
const silent: Complain = () => undefined;

/** A row that sums up those under it ("I. CẤP TỈNH") must be their sum. */
export function checkGroups(
  groups: readonly Group[],
  { table, columns }: Pick<FormBody, 'table' | 'columns'>,
  complain: Complain,
): void {
  for (const { row, members } of groups) {
    const printed = readCounts({ table, row, columns }, complain);
    const counted = members.map((member) => readCounts({ table, row: member, columns }, silent));
    for (const [name, { label }] of columns) {
      if (!isCountName(name)) continue;
      const wrong = wrongSum(
        printed[name],
        counted.map((counts) => counts[name]),
      );
      const at = { table: table.name, row: row.number, column: label };
      if (wrong !== null) complain(problemAt('totalDoesNotAddUp', at, wrong));
    }
  }
}

/** The last row must be there (or the file is cut off) and be the sum of the others, column by column. */
export function checkTotal(body: FormBody, figures: readonly Figure[], complain: Complain): void {
  const table = body.table.name;
  const row = body.rows.find(({ field }) => field === null)?.row.number;
  if (row === undefined) {
    complain(problemAt(body.rows.length === 0 ? 'noRows' : 'totalMissing', { table }));
    return;
  }
  for (const [name, { label }] of body.columns) {
    const wrong = isCountName(name) ? wrongTotal(figures, name) : null;
    if (wrong !== null)
      complain(problemAt('totalDoesNotAddUp', { table, row, column: label }, wrong));
  }
}

function wrongTotal(figures: readonly Figure[], name: CountName): string | null {
  const printed = figures.find(({ field }) => field === null)?.counts[name] ?? null;
  const fields = figures.filter(({ field }) => field !== null);
  return wrongSum(
    printed,
    fields.map(({ counts }) => counts[name]),
  );
}

/** "printed / sum" where they differ. */
function wrongSum(printed: number | null, parts: readonly (number | null)[]): string | null {
  const sum = sumOf(parts);
  const isRight = printed === null || sum === null || parts.length === 0 || printed === sum;
  return isRight ? null : `${String(printed)} / ${String(sum)}`;
}
