import { readFileSync } from 'node:fs';

import type { Directory } from '../agencies/agency.ts';
import type { Config } from '../config.ts';
import { readSensitiveWords } from '../dossiers/read-sensitive-words.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import { preferring, readColumnNames } from '../sources/dossiers/column-names.ts';

/**
 * Throws `ConfigurationInvalid` for what folders of dossier lists could not be read with: columns of applicants, agencies
 * that the directory does not have, files of names that are wrong; all of them at once. Where the file of column names is
 * wrong, the columns of folders are not looked at: it says which of them are an applicant's.
 */
export function checkLists(
  { sources, dossierColumns, sensitiveProcedures }: Config,
  directory: Directory,
): void {
  const words = attempt(() =>
    readSensitiveWords(readFileSync(sensitiveProcedures, 'utf8'), sensitiveProcedures),
  );
  const names = attempt(() =>
    readColumnNames(readFileSync(dossierColumns, 'utf8'), dossierColumns),
  );
  const problems = sources.flatMap((source, at) => {
    if (source.kind !== 'dossiers') return [];
    const { agency, columns } = source;
    const place = `sources.${String(at)}`;
    const own = 'value' in names ? attempt(() => preferring(names.value, columns, place)) : FINE;
    return [...unknownAgency(agency, place, directory), ...own.problems];
  });
  const all = [...words.problems, ...names.problems, ...problems];
  if (all.length > 0) throw new ConfigurationInvalid(all);
}

const FINE = { problems: [] } as const;

/** What could be read, or what is wrong with it. */
function attempt<Value>(
  read: () => Value,
):
  | { readonly value: Value; readonly problems: readonly [] }
  | { readonly problems: readonly Problem[] } {
  try {
    return { value: read(), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    return { problems: error.problems };
  }
}

function unknownAgency(
  agency: string | null,
  place: string,
  directory: Directory,
): readonly Problem[] {
  if (agency === null || directory.has(agency)) return [];
  return [{ code: 'unknownAgency', place: `${place}.agency`, detail: agency }];
}
