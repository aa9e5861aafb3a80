import {
  type CalendarPeriod,
  calendarPeriodBefore,
  calendarPeriodOn,
} from '../../calendar/calendar-period.ts';
import type { IndexGroup } from '../../figures/index-score.ts';
import type { PortalRequest } from './ask-portal.ts';
import type { PortalOptions } from './options.ts';

/** Which answer gives a group, and in which of the two forms; the order in which they are asked for. */
export const ENDPOINTS = {
  transparency: { endpoint: 'transparency', form: 'measured', pageSize: 200 },
  progress: { endpoint: 'dvc-progress-tree', form: 'tree', pageSize: 100 },
  onlineService: { endpoint: 'provide-online-tree', form: 'tree', pageSize: 200 },
  onlinePayment: { endpoint: 'formality-online-payment-tree', form: 'tree', pageSize: 100 },
  digitization: { endpoint: 'dossier-digitized', form: 'measured', pageSize: 200 },
  satisfaction: { endpoint: 'handling-satisfaction', form: 'measured', pageSize: 200 },
} as const satisfies Record<
  IndexGroup,
  { readonly endpoint: string; readonly form: 'measured' | 'tree'; readonly pageSize: number }
>;

type Wanted = Pick<PortalOptions, 'months' | 'quarters' | 'years'>;

/**
 * The periods to look at on a day, newest first: months that are over, the running quarter and year and those before.
 * One that began today has nothing to say yet.
 */
export function periodsOn(
  today: Temporal.PlainDate,
  { months, quarters, years }: Wanted,
): readonly CalendarPeriod[] {
  const yesterday = today.subtract({ days: 1 });
  return [
    ...backwards(calendarPeriodBefore(calendarPeriodOn('month', today)), months),
    ...backwards(calendarPeriodOn('quarter', yesterday), quarters),
    ...backwards(calendarPeriodOn('year', yesterday), years),
  ];
}

/** What a group is asked with; satisfaction takes days in place of the period's name. */
export function groupRequest(
  group: IndexGroup,
  { period, page, departmentId }: { period: CalendarPeriod; page: number; departmentId: string },
): PortalRequest {
  const { endpoint, pageSize } = ENDPOINTS[group];
  const when =
    group === 'satisfaction'
      ? { fromDate: period.from.toString(), toDate: period.to.toString() }
      : named(period);
  return {
    endpoint,
    body: { ...when, rootDepartmentId: departmentId, currentPage: page, pageSize },
  };
}

/** The totals of all provinces, of which one is read: there is no question for a single one. */
export function totalsRequest(period: CalendarPeriod): PortalRequest {
  return {
    endpoint: 'service-results',
    body: { ...named(period), departmentType: 'ADMINISTRATIVE_UNIT' },
  };
}

function named({ unit, year, number }: CalendarPeriod): Readonly<Record<string, string | number>> {
  const which = unit === 'year' ? {} : { [unit]: number };
  return { timeType: unit, year, ...which };
}

function backwards(newest: CalendarPeriod, count: number): readonly CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  for (let period = newest; periods.length < count; period = calendarPeriodBefore(period)) {
    periods.push(period);
  }
  return periods;
}
