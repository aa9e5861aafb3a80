import { textOf } from '../table.ts';
import type { Row } from '../table.ts';
import { isTotalRow } from './header.ts';

/** A row that sums up the rows under it. */
export type Group = { readonly row: Row; readonly members: readonly Row[] };

/** Rows that count for themselves, and those that sum up some of them. */
export type PartedRows = { readonly rows: readonly Row[]; readonly groups: readonly Group[] };

/**
 * Parts the rows of a table by the marks before them (A, I, 1, -, +): a row with rows of a lower mark under it is their
 * subtotal and would be counted twice. Marks alone do not make one: fields may be numbered in Roman.
 */
export function partedRows(all: readonly Row[]): PartedRows {
  const groups = all.flatMap((row, at): readonly Group[] => {
    const members = leavesUnder(all, at);
    return members.length === 0 ? [] : [{ row, members }];
  });
  const sums = new Set(groups.map(({ row }) => row));
  return { rows: all.filter((row) => !sums.has(row)), groups };
}

function leavesUnder(all: readonly Row[], at: number): readonly Row[] {
  const under = rowsUnder(all, at);
  return under.filter((_, index) => rowsUnder(under, index).length === 0);
}

/** The rows behind it as far as their marks are lower. */
function rowsUnder(all: readonly Row[], at: number): readonly Row[] {
  const row = all[at];
  const rank = row === undefined ? null : rankOf(row);
  if (rank === null) return [];
  const behind = all.slice(at + 1);
  const end = behind.findIndex((each) => (rankOf(each) ?? rank) <= rank);
  return end === -1 ? behind : behind.slice(0, end);
}

const RANKS: readonly RegExp[] = [
  /^[ABDEGH]$/u,
  /^[IVX]+$/u,
  /^\d+$/u,
  /^\d+\.\d+$|^[-–]$/u,
  /^\+$/u,
];

/** 0 = the highest; null for a row without a mark, and for the total. */
function rankOf(row: Row): number | null {
  if (isTotalRow(row)) return null;
  const rank = RANKS.findIndex((mark) => mark.test(textOf(row.cells[0]).replace(/[.)]$/u, '')));
  return rank === -1 ? null : rank;
}
