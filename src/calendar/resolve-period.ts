import { previousPeriod, samePeriodLastYear } from './period-steps.ts';
import type { Period, PossiblePeriod, YearSpan } from './period.ts';
import {
  halfPeriod,
  monthPeriod,
  monthsPeriod,
  nineMonthsPeriod,
  quarterPeriod,
  rangePeriod,
  reportingMonthOf,
  reportingYearOf,
  yearPeriod,
} from './periods.ts';

/** What is needed to turn an asked period into days. */
export type PeriodContext = {
  readonly today: Temporal.PlainDate;
  /** The year to assume when none was said. */
  readonly year: number;
  /**
   * What "kỳ này" means here, say the latest period with figures; "kỳ trước" is the one before it. Without it both
   * are taken as months, the shortest period that is reported.
   */
  readonly current?: Period;
};

type Relative = Extract<PossiblePeriod, { kind: 'relative' }>;

/** The period that was asked for. Relative ones count from the reporting period running today. */
export function resolvePeriod(asked: PossiblePeriod, context: PeriodContext): Period {
  switch (asked.kind) {
    case 'relative':
      return relativePeriod(asked, context);
    case 'range':
      return rangePeriod(asked.from, asked.to);
    case 'years':
      return spanOfYears(asked.span ?? { from: FIRST_YEAR, to: reportingYearOf(context.today) });
    case 'year':
      return yearPeriod(asked.year);
    case 'half':
      return halfPeriod(yearOf(asked, context), asked.number);
    case 'nineMonths':
      return nineMonthsPeriod(yearOf(asked, context));
    case 'quarter':
      return quarterPeriod(yearOf(asked, context), asked.number);
    case 'month':
      return monthPeriod(yearOf(asked, context), asked.number);
  }
}

/** Years before this one are never read. */
const FIRST_YEAR = 2000;

/** The days from the first year's start to the last one's end. */
function spanOfYears({ from, to }: YearSpan): Period {
  return rangePeriod(yearPeriod(from).from, yearPeriod(Math.max(from, to)).to);
}

type YearSaid = { readonly year: number | null; readonly yearOffset?: 0 | -1 };

function yearOf({ year, yearOffset }: YearSaid, context: PeriodContext): number {
  if (yearOffset !== undefined) return reportingYearOf(context.today) + yearOffset;
  return year ?? context.year;
}

function relativePeriod({ unit, offset }: Relative, { today, current }: PeriodContext): Period {
  if (unit === 'samePeriod') return samePeriodLastYear(current ?? runningPeriod(unit, today));
  if (unit === 'day') return oneDay(today.add({ days: offset }));
  const running = unit === 'period' && current !== undefined ? current : runningPeriod(unit, today);
  if (offset === 0) return running;
  // Only nine months and ranges have no natural one before; the year before is at least as long.
  return previousPeriod(running) ?? samePeriodLastYear(running);
}

function oneDay(day: Temporal.PlainDate): Period {
  return rangePeriod(day, day);
}

function runningPeriod(unit: Exclude<Relative['unit'], 'day'>, today: Temporal.PlainDate): Period {
  const length = { period: 1, samePeriod: 1, month: 1, quarter: 3, half: 6, year: 12 }[unit];
  const before = Math.floor((reportingMonthOf(today) - 1) / length) * length;
  return monthsPeriod(reportingYearOf(today), { first: before + 1, last: before + length });
}
