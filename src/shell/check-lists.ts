import { readFileSync } from 'node:fs';

import type { Directory } from '../agencies/agency.ts';
import type { Config } from '../config.ts';
import { readSensitiveWords } from '../dossiers/read-sensitive-words.ts';
import { ConfigurationInvalid, type Problem } from '../errors.ts';
import { type ColumnNames, preferring, readColumnNames } from '../sources/dossiers/column-names.ts';

/**
 * Throws `ConfigurationInvalid` for what folders of dossier lists could not be read with: columns of applicants, agencies
 * that the directory does not have, files of names that are wrong; all of them at once.
 */
export function checkLists(
  { sources, dossierColumns, sensitiveProcedures }: Config,
  directory: Directory,
): void {
  readSensitiveWords(readFileSync(sensitiveProcedures, 'utf8'), sensitiveProcedures);
  const names = readColumnNames(readFileSync(dossierColumns, 'utf8'), dossierColumns);
  const problems = sources.flatMap((source, at) => {
    if (source.kind !== 'dossiers') return [];
    const place = `sources.${String(at)}`;
    const isKnown = source.agency === null || directory.has(source.agency);
    const unknown: readonly Problem[] = isKnown
      ? []
      : [{ code: 'unknownAgency', place: `${place}.agency`, detail: source.agency ?? '' }];
    return [...unknown, ...columnProblems(names, source.columns, place)];
  });
  if (problems.length > 0) throw new ConfigurationInvalid(problems);
}

function columnProblems(
  names: ColumnNames,
  own: Parameters<typeof preferring>[1],
  place: string,
): readonly Problem[] {
  try {
    preferring(names, own, place);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error;
    return error.problems;
  }
}
