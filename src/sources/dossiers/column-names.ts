import * as z from 'zod';

import { ConfigurationInvalid, type Problem } from '../../errors.ts';
import { readYaml } from '../../read-yaml.ts';
import { personalTitles } from './column-titles.ts';
import { LIST_COLUMNS, type ListColumn } from './list-columns.ts';

const Names = z.array(z.string().min(1)).min(1);

const ColumnFile = z.strictObject({
  columns: z.record(z.enum(LIST_COLUMNS), Names),
  personal: Names,
});

/** How the columns of lists are called, the preferred name first, and words that mark a column as the applicant's. */
export type ColumnNames = z.infer<typeof ColumnFile>;

/** Names of a configuration, by column; they go before those of the file. */
export type OwnColumnNames = Readonly<Partial<Record<ListColumn, readonly string[] | undefined>>>;

/**
 * Reads the table of column names. Throws `ConfigurationInvalid` with every problem (`personalColumn`: a name given to
 * a column is one of an applicant's columns).
 */
export function readColumnNames(text: string, file = ''): ColumnNames {
  const read = readYaml(ColumnFile, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  refusePersonal(read.value.columns, read.value.personal, file);
  return read.value;
}

/**
 * The same with a configuration's own names before them; `place` is where those stand. Throws `ConfigurationInvalid`
 * (`personalColumn`): no setting can bring in columns of applicants.
 */
export function preferring(names: ColumnNames, own: OwnColumnNames, place: string): ColumnNames {
  refusePersonal(own, names.personal, place);
  const columns = { ...names.columns };
  for (const column of LIST_COLUMNS) {
    columns[column] = [...(own[column] ?? []), ...names.columns[column]];
  }
  return { ...names, columns };
}

function refusePersonal(own: OwnColumnNames, personal: readonly string[], place: string): void {
  const isPersonal = personalTitles(personal);
  const problems: readonly Problem[] = LIST_COLUMNS.flatMap((column) =>
    (own[column] ?? []).filter(isPersonal).map((name) => ({
      code: 'personalColumn',
      place: [place, `columns.${column}`].filter((part) => part !== '').join(': '),
      detail: name,
    })),
  );
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}
