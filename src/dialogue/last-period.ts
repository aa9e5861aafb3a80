import { previousPeriod, samePeriodLastYear } from '../calendar/period-steps.ts';
import type { Period, PeriodAsked } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import type { LastAnswer } from './conversations.ts';

/** The period the last answer was about; null when it was about none. */
export function lastPeriod({ topic }: LastAnswer): Period | null {
  return topic.period === null ? null : parsePeriodKey(topic.period);
}

/** A known period as a person would ask for it. */
export function askedOf(period: Period): PeriodAsked {
  switch (period.kind) {
    case 'year':
      return { kind: 'year', year: period.year };
    case 'half':
      return { kind: 'half', year: period.year, number: period.number };
    case 'nineMonths':
      return { kind: 'nineMonths', year: period.year };
    case 'quarter':
      return { kind: 'quarter', year: period.year, number: period.number };
    case 'month':
      return { kind: 'month', year: period.year, number: period.number };
    case 'range':
      return { kind: 'range', from: period.from, to: period.to };
  }
}

/** "còn quý 3?" after an answer about 2023 means that year's quarter 3. */
export function inYearOf(asked: PeriodAsked, last: Period | null): PeriodAsked {
  if (
    last === null ||
    asked.kind === 'year' ||
    asked.kind === 'range' ||
    asked.kind === 'years' ||
    asked.kind === 'relative' ||
    asked.kind === 'impossible'
  ) {
    return asked;
  }
  const isSaid = asked.year !== null || asked.yearOffset !== undefined;
  return isSaid ? asked : { ...asked, year: last.to.year };
}

/** "so với năm trước" in a conversation counts back from the period talked about, not from today. */
export function countedFrom(asked: PeriodAsked, last: Period): PeriodAsked {
  if (asked.kind !== 'relative' || asked.offset === 0) return inYearOf(asked, last);
  if (asked.unit === 'year') return askedOf(samePeriodLastYear(last));
  const before = previousPeriod(last);
  const isSameLength = asked.unit === 'period' || asked.unit === last.kind;
  return isSameLength && before !== null ? askedOf(before) : asked;
}
