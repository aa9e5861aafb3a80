import { previousPeriod } from '../calendar/period-steps.ts';
import { parsePeriodKey, periodKey } from '../calendar/periods.ts';
import type { CountName, Counts } from '../figures/counts.ts';
import { overdueTotal } from '../figures/rate.ts';
import type { NewRow } from './check-versions.ts';
import type { Finding } from './finding.ts';
import type { Reading } from './store.ts';

type Table = NewRow['snapshot'];

/** What is said of two tables; their other columns follow from these, or are wrong with them. */
const COMPARED: readonly (CountName | 'overdueTotal')[] = [
  'received',
  'resolved',
  'pending',
  'overdueTotal',
];

/** Numbers that another table in force gives otherwise for the same agency, period and scope, up to the same day. */
export function checkAgainstOther(now: NewRow, other: Reading): readonly Finding[] {
  if (!reachAsFar(now.snapshot, other.snapshot)) return [];
  const { document, id } = other.snapshot;
  return COMPARED.flatMap((column): readonly Finding[] => {
    const here = valueOf(now.figure.counts, column);
    const there = valueOf(other.figure.counts, column);
    if (here === null || there === null || here === there) return [];
    const otherTable = document.number ?? document.title;
    const { agency } = now.figure;
    return [
      { code: 'sourcesDisagree', agency, column, here, there, otherTable, against: id } as const,
    ];
  });
}

/** Both all of the period, or both up to the same day of it: yesterday's table need not say what today's does. */
function reachAsFar(a: Table, b: Table): boolean {
  const { to } = parsePeriodKey(a.period);
  const isWhole = ({ asOf }: Table) => Temporal.PlainDate.compare(asOf, to) >= 0;
  return a.asOf.equals(b.asOf) || (isWhole(a) && isWhole(b));
}

/**
 * What a period carried over against what was pending at the end of the period of the same length before it, whichever of
 * the two is taken in now (domain.md 7). A period that is not over yet has not carried anything over.
 */
export function checkCarriedOver(now: NewRow, other: Reading): readonly Finding[] {
  const isLater = isNext(other.snapshot, now.snapshot);
  if (!isLater && !isNext(now.snapshot, other.snapshot)) return [];
  const [earlier, later] = isLater ? [other, now] : [now, other];
  const { pending } = earlier.figure.counts;
  const { carriedOver } = later.figure.counts;
  const { to } = parsePeriodKey(earlier.snapshot.period);
  const isOpen = Temporal.PlainDate.compare(earlier.snapshot.asOf, to) < 0;
  if (isOpen || pending === null || carriedOver === null || pending === carriedOver) return [];
  return [
    {
      code: 'carriedOverDiffers',
      agency: now.figure.agency,
      carriedOver,
      into: later.snapshot.period,
      pending,
      outOf: earlier.snapshot.period,
      against: other.snapshot.id,
    },
  ];
}

function isNext(earlier: Table, later: Table): boolean {
  const before = previousPeriod(parsePeriodKey(later.period));
  return before !== null && periodKey(before) === earlier.period;
}

function valueOf(counts: Counts, column: CountName | 'overdueTotal'): number | null {
  return column === 'overdueTotal' ? overdueTotal(counts) : counts[column];
}
