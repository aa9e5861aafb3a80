import { ConfigurationInvalid } from '../errors.ts';
import type { Agency, Directory, Succession } from './agency.ts';
import { readDirectoryFile } from './directory-file.ts';
import type { Row, Step } from './directory-file.ts';
import { problemsOf } from './directory-problems.ts';
import { indexDirectory } from './index-directory.ts';

/**
 * Reads an agency file. Throws `ConfigurationInvalid` listing every problem at once: form, repeated ids, paths and
 * short names, unknown parents, circles, successions of unknown agencies, no province or several.
 */
export function readDirectory(text: string, name = ''): Directory {
  const file = readDirectoryFile(text, name);
  const agencies = file.sections.flat().map(agencyOf);
  const successions = file.successions.flatMap(successionsOf);
  const problems = problemsOf(agencies, successions);
  const province = agencies.find(({ level }) => level === 'province');
  if (problems.length > 0 || province === undefined) throw new ConfigurationInvalid(problems);
  return indexDirectory({ province, agencies, successions });
}

function agencyOf(row: Row): Agency {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short,
    printedNames: row.printed,
    aliases: row.aliases,
    level: row.level,
    memberLevel: row.memberLevel ?? null,
    parent: row.parent ?? null,
    officialPath: row.path ?? null,
    ...(row.district === undefined ? {} : { district: row.district }),
    validFrom: row.validFrom ?? null,
    validTo: row.validTo ?? null,
  };
}

function successionsOf(step: Step): Succession[] {
  const { on, basis, confirmed } = step;
  const split = new Set(step.partial);
  const moves = [
    ...step.into.map(({ key, id }) => ({ from: id, to: key })),
    ...step.outOf.map(({ key, id }) => ({ from: key, to: id })),
  ];
  return moves.map(({ from, to }) => ({
    from,
    to,
    on,
    partial: split.has(from),
    basis,
    confirmed,
  }));
}
