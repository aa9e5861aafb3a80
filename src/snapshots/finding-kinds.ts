import type { BetweenTables, BetweenVersions, Finding } from './finding.ts';

const BETWEEN_VERSIONS: ReadonlySet<string> = new Set<BetweenVersions['code']>([
  'counterRanBackwards',
  'implausibleJump',
  'pendingDoesNotFollow',
  'rowDisappeared',
]);
const BETWEEN_TABLES: ReadonlySet<string> = new Set<BetweenTables['code']>([
  'carriedOverDiffers',
  'sourcesDisagree',
]);

/** Whether what a table says is held against what it said before. */
export function isBetweenVersions(finding: Finding): finding is BetweenVersions {
  return isOfHistory(finding);
}

/** The same of a problem made of a finding: a keeper may say that it is true, whatever its past says. */
export function isOfHistory({ code }: { readonly code: string }): boolean {
  return BETWEEN_VERSIONS.has(code);
}

/** Whether two tables in force are held against each other. */
export function isBetweenTables(finding: Finding): finding is BetweenTables {
  return BETWEEN_TABLES.has(finding.code);
}
