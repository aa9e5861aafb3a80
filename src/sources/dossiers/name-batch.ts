import type { AgencyId } from '../../agencies/agency.ts';
import { dayOf } from '../../clock.ts';
import type { Problem } from '../../errors.ts';
import type { DossierBatch, ListedDossier } from '../../polling/dossier-source.ts';
import { problemAt } from '../table.ts';
import type { ListedRow, RowBatch } from './list-message.ts';
import type { AgencyNamer, NamedAgency } from './name-agencies.ts';

/** How the agencies of a list are told. */
export type AgencyNaming = {
  readonly nameAgency: AgencyNamer;
  /** The moment the list shows: open dossiers belong to the agencies of its day. */
  readonly asOf: Temporal.Instant;
  /** Of rows that name none. */
  readonly given: AgencyId | null;
};

/** Rows as dossiers of known agencies; a row whose agency is not known is told and left out. */
export function namedBatch(
  { rows, problems, at, ...rest }: RowBatch,
  naming: AgencyNaming,
): DossierBatch {
  const dossiers: ListedDossier[] = [];
  const wrong: Problem[] = [];
  for (const row of rows) {
    const named = agencyOf(row, naming);
    if ('id' in named) dossiers.push({ row: row.row, dossier: dossierOf(row, named.id) });
    else wrong.push(problemAt(named.code, placeOf(row, at), named.detail));
  }
  return { dossiers, problems: [...problems, ...wrong], at, ...rest };
}

function agencyOf(
  { agencyName, closedAt }: ListedRow,
  { nameAgency, given, asOf }: AgencyNaming,
): NamedAgency {
  if (agencyName !== null) return nameAgency(agencyName, () => dayOf(momentOf(closedAt) ?? asOf));
  return given === null ? { code: 'emptyCell', detail: '' } : { id: given };
}

function placeOf({ row }: ListedRow, { table, agencyColumn }: RowBatch['at']) {
  return agencyColumn === null ? { table, row } : { table, row, column: agencyColumn };
}

function dossierOf(row: ListedRow, agency: AgencyId): ListedDossier['dossier'] {
  // Written out: this is done for every row, in the bot's own thread.
  return {
    code: row.code,
    agency,
    receptionPlace: row.receptionPlace,
    handlingUnit: row.handlingUnit,
    desk: row.desk,
    step: row.step,
    procedure: row.procedure,
    field: row.field,
    sensitive: row.sensitive,
    test: row.test,
    channel: row.channel,
    state: row.state,
    receivedAt: momentOf(row.receivedAt),
    originalDueAt: momentOf(row.originalDueAt),
    currentDueAt: momentOf(row.currentDueAt),
    closedAt: momentOf(row.closedAt),
  };
}

function momentOf(at: number | null): Temporal.Instant | null {
  return at === null ? null : Temporal.Instant.fromEpochMilliseconds(at);
}
