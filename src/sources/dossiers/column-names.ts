import * as z from 'zod';

import { ConfigurationInvalid, type Problem } from '../../errors.ts';
import { readYaml } from '../../read-yaml.ts';
import { fold } from '../../vietnamese/fold.ts';
import { LIST_COLUMNS, type ListColumn } from './list-columns.ts';

const Names = z.array(z.string().min(1)).min(1);

const ColumnFile = z.strictObject({
  columns: z.record(z.enum(LIST_COLUMNS), Names),
  personal: Names,
});

/** How the columns of lists are called, the preferred name first, and words that mark a column as the applicant's. */
export type ColumnNames = z.infer<typeof ColumnFile>;

/** Names of a configuration, by column; they go before those of the file. */
export type OwnColumnNames = Partial<Record<ListColumn, readonly string[]>>;

/**
 * Reads the table of column names. Throws `ConfigurationInvalid` with every problem, also where a name given to a
 * column is one of an applicant's columns (`personalColumn`): no setting can bring those in.
 */
export function readColumnNames(text: string, file = '', own: OwnColumnNames = {}): ColumnNames {
  const read = readYaml(ColumnFile, { file, text });
  if (!read.ok) throw new ConfigurationInvalid(read.problems);
  const { columns, personal } = read.value;
  const preferred = { ...columns };
  for (const column of LIST_COLUMNS)
    preferred[column] = [...(own[column] ?? []), ...columns[column]];
  const names = { columns: preferred, personal };
  const problems = personalNames(names, file);
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
  return names;
}

function personalNames({ columns, personal }: ColumnNames, file: string): readonly Problem[] {
  const isPersonal = personalTitles(personal);
  return LIST_COLUMNS.flatMap((column) =>
    columns[column].filter(isPersonal).map((name) => ({
      code: 'personalColumn',
      place: [file, `columns.${column}`].filter((part) => part !== '').join(': '),
      detail: name,
    })),
  );
}

/** Recognises the titles of applicants' columns: they hold one of the words, or begin with it when written as one. */
export function personalTitles(personal: readonly string[]): (title: string) => boolean {
  const phrases = personal.map((phrase) => ` ${spaced(phrase)} `);
  const joined = personal.map(titleKey);
  return (title) => {
    const words = ` ${spaced(title)} `;
    const key = titleKey(title);
    return (
      phrases.some((phrase) => words.includes(phrase)) || joined.some((one) => key.startsWith(one))
    );
  };
}

/** What titles are compared by: "Mã hồ sơ (*)", "MA_HO_SO" and "maHoSo" are the same. */
export function titleKey(title: string): string {
  return spaced(title.replace(/\([^)]*\)/gu, ' ')).replaceAll(' ', '');
}

function spaced(title: string): string {
  return fold(title.normalize('NFC').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '));
}
