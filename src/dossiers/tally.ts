import { reportingMonthOf, reportingYearOf } from '../calendar/periods.ts';
import { clockOf } from './clock.ts';
import type { Countable, CountedIn, DossierOutcome } from './counting.ts';
import { localDay, outcomeOf, RESOLVED } from './counting.ts';

/**
 * What is kept of a closed dossier once its row is forgotten: enough to count it in every reporting period, since
 * those are whole reporting months (15th to 14th). Months as year * 12 + month - 1.
 */
export type TallyCell = {
  readonly receivedMonth: number;
  readonly closedMonth: number;
  /** 0 for one that was never late while it was pending: without a deadline, or waiting for its applicant. */
  readonly dueMonth: number;
  readonly online: boolean;
  readonly outcome: DossierOutcome;
};

/** Reporting months, both included. */
export type TalliedMonths = { readonly first: number; readonly last: number };

/** The cell that a dossier closed at a moment is kept in. */
export function tallyCellOf(dossier: Countable, closedAt: number): TallyCell {
  const { receivedAt, dueAt, state, channel } = dossier;
  const waits = clockOf(state) === 'paused';
  return {
    receivedMonth: monthAt(receivedAt),
    closedMonth: monthAt(closedAt),
    dueMonth: dueAt === null || waits ? 0 : monthAt(dueAt),
    online: channel === 'online',
    outcome: outcomeOf(dossier, closedAt),
  };
}

/** Where form II.06a counts the dossiers of a cell: the same as `countedIn` of each, over whole reporting months. */
export function tallyCountedIn(cell: TallyCell, { first, last }: TalliedMonths): CountedIn | null {
  if (cell.receivedMonth > last || cell.closedMonth < first) return null;
  const inPeriod = cell.online ? 'receivedOnline' : 'receivedDirectOrPostal';
  const reception = cell.receivedMonth < first ? 'carriedOver' : inPeriod;
  if (cell.closedMonth <= last) return { reception, end: RESOLVED[cell.outcome] };
  const late = cell.dueMonth > 0 && cell.dueMonth <= last;
  return { reception, end: late ? 'pendingOverdue' : 'pendingWithin' };
}

/** The number of the reporting month a day is in. */
export function monthNumber(day: Temporal.PlainDate): number {
  return reportingYearOf(day) * 12 + reportingMonthOf(day) - 1;
}

const FIRST_DAY = Temporal.PlainDate.from('1970-01-01');
/** Months of days met before: millions of dossiers lie on some thousands of days. */
const monthByDay = new Map<number, number>();
const KEPT_DAYS = 50_000;

function monthAt(moment: number): number {
  const days = localDay(moment);
  const known = monthByDay.get(days);
  if (known !== undefined) return known;
  const month = monthNumber(FIRST_DAY.add({ days }));
  if (monthByDay.size < KEPT_DAYS) monthByDay.set(days, month);
  return month;
}
