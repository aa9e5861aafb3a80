import { clockOf } from '../../dossiers/clock.ts';
import type { DossierState } from '../../dossiers/dossier.ts';
import { textOf } from '../table.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListedRow } from './list-message.ts';
import { isDateLike, momentReader, type ReadMoment } from './read-moment.ts';
import type { SaidRow } from './said-row.ts';

export type RowMoments = Pick<
  ListedRow,
  'receivedAt' | 'originalDueAt' | 'currentDueAt' | 'closedAt'
>;

/** The last millisecond of a day: an appointment without an hour can be kept until then. */
const DAY_END_MS = 86_400_000 - 1;

/** Prepares reading the moments of a row: days that come again are read once. */
export function momentsReader(): (row: SaidRow, state: DossierState) => RowMoments {
  const momentOf = momentReader();
  const read = (row: SaidRow, column: ListColumn): ReadMoment | null => {
    const cell = row.cells[column];
    const moment = momentOf(cell);
    if (moment !== 'badDate') return moment;
    const text = typeof cell === 'string' ? textOf(cell) : '';
    row.wrong('badDate', column, isDateLike(text) ? text : '');
    return null;
  };
  return (row, state) => {
    const received = read(row, 'receivedAt');
    const printed = dueBy(read(row, 'dueAt'));
    const original = dueBy(read(row, 'originalDueAt')) ?? printed;
    const extended = dueBy(read(row, 'extendedDueAt'));
    const current = extended ?? printed;
    const ends = [read(row, 'closedAt'), read(row, 'returnedAt'), read(row, 'rejectedAt')];
    checkOrder(row, received, { dueAt: printed, extendedDueAt: extended });
    return {
      receivedAt: received?.at ?? null,
      originalDueAt: original,
      currentDueAt: current,
      closedAt:
        clockOf(state) === 'stopped' ? (ends.find((end) => end !== null)?.at ?? null) : null,
    };
  };
}

function dueBy(moment: ReadMoment | null): number | null {
  if (moment === null) return null;
  return moment.wholeDay ? moment.at + DAY_END_MS : moment.at;
}

function checkOrder(
  row: SaidRow,
  received: ReadMoment | null,
  due: Readonly<Record<'dueAt' | 'extendedDueAt', number | null>>,
): void {
  if (received === null) return;
  for (const column of ['dueAt', 'extendedDueAt'] as const) {
    const by = due[column];
    if (by !== null && by < received.at) row.wrong('dueBeforeReception', column);
  }
}
