import { readFileSync } from 'node:fs';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { Agency } from '../../src/agencies/agency.ts';
import { agencyFinder } from '../../src/agencies/find-agency.ts';
import type { Finding } from '../../src/agencies/finding.ts';
import { readDirectory } from '../../src/agencies/read-directory.ts';

/** The directory every test of this folder asks, and its finder. */
export const directory = readDirectory(readFileSync('fixtures/agencies/khanh-hoa.yaml', 'utf8'));
export const finder = agencyFinder(directory);

/** The rows of Phụ lục 2: agencies with figures of 2023. */
export const printedRows = directory.agencies.filter(({ officialPath }) => officialPath !== null);

export const id = (text: string): AgencyId => AgencyId.parse(text);
export const agency = (text: string): Agency => directory.get(id(text));

export function find(text: string, home?: string): Finding {
  return finder.find(text, { home: home === undefined ? null : id(home) });
}

/** A finding in one line: "tp-nha-trang", "? p-van-thang x-van-thang" (ask) or "unknown: ..." (nearest). */
export function brief(finding: Finding): string {
  switch (finding.kind) {
    case 'found':
      return finding.agency.id;
    case 'ask':
      return `? ${idsOf(finding.candidates).join(' ')}`;
    case 'unknown':
      return `unknown: ${idsOf(finding.nearest).join(' ')}`.trim();
  }
}

export function idsOf(agencies: readonly Agency[]): readonly string[] {
  return agencies.map((one) => one.id);
}
