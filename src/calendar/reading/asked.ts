import type { Period, PossiblePeriod } from '../period.ts';
import { type Months, monthsPeriod, rangePeriod } from '../periods.ts';
import { problem, type Settled, type YearSaid } from './hit.ts';

type Outright = Exclude<PossiblePeriod, { kind: 'relative' | 'years' }>;

/** A period as if asked for in full. */
function askedOf(period: Period): Outright {
  switch (period.kind) {
    case 'half':
      return { kind: 'half', number: period.number, year: period.year };
    case 'quarter':
      return { kind: 'quarter', number: period.number, year: period.year };
    case 'month':
      return { kind: 'month', number: period.number, year: period.year };
    case 'year':
    case 'nineMonths':
      return { kind: period.kind, year: period.year };
    case 'range':
      return { kind: 'range', from: period.from, to: period.to };
  }
}

/** Whole months with the year as far as it was said; months without a name of their own need it. */
export function askedMonths(months: Months, year: YearSaid): Settled {
  if (year?.kind === 'number') return meantAsked(askedOf(monthsPeriod(year.year, months)));
  const asked = askedOf(monthsPeriod(2000, months));
  if (asked.kind === 'range') return problem('yearNeeded');
  if (asked.kind !== 'year') {
    return meantAsked({ ...asked, year: null, ...(year && { yearOffset: year.offset }) });
  }
  return year === null
    ? problem('yearNeeded')
    : meantAsked({ kind: 'relative', unit: 'year', offset: year.offset });
}

/** The days `from`..`to`, as the named period they are if they are one. */
export function askedDays(from: Temporal.PlainDate, to: Temporal.PlainDate): Settled {
  return Temporal.PlainDate.compare(from, to) > 0
    ? problem('endsBeforeStart')
    : meantAsked(askedOf(rangePeriod(from, to)));
}

function meantAsked(asked: PossiblePeriod): Settled {
  return { kind: 'asked', asked };
}
