import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';

import type { AgencyId, Directory } from '../../agencies/agency.ts';
import { SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';

/** What becomes of a dossier; the names of the columns of Phụ lục 2 that hold how many. */
export const FATES = [
  'resolvedOnTime',
  'resolvedOverdue',
  'pendingWithin',
  'pendingOverdue',
] as const;
export type Fate = (typeof FATES)[number];

/** How many dossiers of an agency had which fate. */
export type AgencyCounts = { readonly agency: AgencyId } & Readonly<Record<Fate, number>>;

const Count = z.string().regex(/^\d+$/u).transform(Number);
const Rows = z.array(
  z.object({
    code_path: z.string(),
    resolved_on_time: Count,
    resolved_overdue: Count,
    pending_within: Count,
    pending_overdue: Count,
  }),
);

/**
 * The counts of the agencies that handle dossiers themselves, from a table in the layout of Phụ lục 2 written out (one
 * header row, `code_path`), in its order; totals are left out. Throws `SourceUnreadable`.
 */
export function readAgencyCounts(
  text: string,
  file: string,
  directory: Directory,
): readonly AgencyCounts[] {
  return rowsOf(text, file).flatMap((row) => {
    const agency = directory.byOfficialPath(row.code_path);
    if (agency === null) {
      throw new SourceUnreadable(file, [
        problemAt('unknownAgency', { table: file }, row.code_path),
      ]);
    }
    if (agency.level === 'group' || agency.level === 'province') return [];
    return {
      agency: agency.id,
      resolvedOnTime: row.resolved_on_time,
      resolvedOverdue: row.resolved_overdue,
      pendingWithin: row.pending_within,
      pendingOverdue: row.pending_overdue,
    };
  });
}

function rowsOf(text: string, file: string): z.infer<typeof Rows> {
  try {
    const parsed: unknown = parse(text, { bom: true, columns: true, skip_empty_lines: true });
    const rows = Rows.safeParse(parsed);
    if (rows.success) return rows.data;
    throw new SourceUnreadable(file, [problemAt('unknownLayout', { table: file })]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SourceUnreadable(file, [problemAt('broken', { table: file }, error.code)]);
  }
}
