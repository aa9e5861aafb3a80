import type { AgencyId, Directory } from '../../agencies/agency.ts';
import type { Problem } from '../../errors.ts';
import type { DossierBatch } from '../../polling/dossier-source.ts';
import type { DossierReading } from './dossier-files.ts';
import { LIST_COLUMNS } from './list-columns.ts';
import type { ListedRow } from './list-message.ts';
import { type AgencyNamer, agencyNamer, type NamedAgency } from './name-agencies.ts';
import { namedBatch } from './name-batch.ts';
import { rowReader } from './read-row.ts';
import type { PickedRow } from './said-row.ts';

/** What rows are read with that a mapping has picked already. */
export type MappedReading = Pick<DossierReading, 'finder' | 'sensitiveWords' | 'agency'> & {
  readonly directory: Directory;
  /** Codes of the system that has the dossiers, and the agencies they stand for; where there are any, no others count. */
  readonly codes: Readonly<Record<string, AgencyId>>;
};

/** Which list rows are of, and the moment it shows. */
export type MappedList = { readonly origin: string; readonly asOf: Temporal.Instant };

/** Prepares reading the rows of one list: the same reading as of files, without looking for columns. */
export function mappedListReader(
  reading: MappedReading,
  { origin, asOf }: MappedList,
): (rows: readonly PickedRow[]) => DossierBatch {
  const read = rowReader({ ...reading, agencyGiven: reading.agency !== null });
  const naming = { nameAgency: agencyOf(reading), given: reading.agency, asOf };
  return (picked) => {
    const rows: ListedRow[] = [];
    const problems: Problem[] = [];
    for (const each of picked) {
      const row = read(each, (problem) => problems.push(problem));
      if (row !== null) rows.push(row);
    }
    const labels = picked[0]?.labels ?? {};
    const at = {
      table: origin,
      codeColumn: labels.code ?? LIST_COLUMNS[0],
      agencyColumn: labels.agency ?? null,
    };
    return namedBatch({ rows, problems, at }, naming);
  };
}

/** An id is an agency; anything else is a name, which is read as in files. Not where codes say who is meant. */
function agencyOf({ codes, directory, finder }: MappedReading): AgencyNamer {
  if (Object.keys(codes).length > 0) return (text) => coded(text, codes);
  const byName = agencyNamer(finder);
  const ids = new Map(directory.agencies.map(({ id }) => [String(id), id]));
  return (text, on) => {
    const id = ids.get(text);
    return id === undefined ? byName(text, on) : { id };
  };
}

function coded(text: string, codes: MappedReading['codes']): NamedAgency {
  const id = Object.hasOwn(codes, text) ? codes[text] : undefined;
  if (id !== undefined) return { id };
  return { code: 'notInAgencyCodes', detail: CODE.test(text) ? text : '' };
}

/** What else stands there is not quoted: in a row that slipped it may be a person's name. */
const CODE = /^(?=.*\d)[\w.-]{1,40}$/u;
