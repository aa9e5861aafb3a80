import { readFileSync } from 'node:fs';

import type { AgencyId, Directory } from '../../src/agencies/agency.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import type { Counts } from '../../src/figures/counts.ts';
import type { Figure, Snapshot } from '../../src/snapshots/snapshot.ts';
import { printedRows } from '../figures/phu-luc-2.ts';

/** What the checks look at. */
export type Checked = Pick<Snapshot, 'figures' | 'formula' | 'period'>;

/** The agencies of Khánh Hòa, those formed later included. */
export const directory: Directory = readDirectory(
  readFileSync(new URL('../../fixtures/agencies/khanh-hoa.yaml', import.meta.url), 'utf8'),
);

/** The agency of a row of Phụ lục 2: "C.VI" are the communes of Cam Ranh. */
export function idAt(path: string): AgencyId {
  const agency = directory.byOfficialPath(path);
  if (agency === null) throw new Error(`no agency at ${path}`);
  return agency.id;
}

/** Phụ lục 2 of 2023 as printed. */
export const phuLuc2: Checked = {
  period: PeriodKey.parse('2023'),
  formula: 'OVERDUE_TOTAL_OVER_HANDLED',
  figures: printedRows().map(({ path, counts, rate }) => ({
    agency: idAt(path),
    field: null,
    counts,
    printedOverdue: rate,
  })),
};

/** The same with the counts of some rows changed. */
export function withCounts(changes: Readonly<Record<string, Partial<Counts>>>): Checked {
  const byId = new Map(Object.entries(changes).map(([path, counts]) => [idAt(path), counts]));
  const figures = phuLuc2.figures.map((figure): Figure => ({
    ...figure,
    counts: { ...figure.counts, ...byId.get(figure.agency) },
  }));
  return { ...phuLuc2, figures };
}

/** The same without some rows. */
export function without(...paths: readonly string[]): Checked {
  const left = new Set(paths.map(idAt));
  return { ...phuLuc2, figures: phuLuc2.figures.filter(({ agency }) => !left.has(agency)) };
}
