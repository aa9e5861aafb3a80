import type { Period } from '../../calendar/period.ts';
import { periodKey } from '../../calendar/periods.ts';
import type { Question } from './asker.ts';
import type { AskValues } from './fill.ts';
import type { HttpOptions } from './options.ts';

/** The questions of one poll: one for all agencies, or one for each, about a period or about now. */
export function questionsOf(
  { perAgency, agencyCodes }: Pick<HttpOptions, 'perAgency' | 'agencyCodes'>,
  period: Period | null,
  today: Temporal.PlainDate,
): readonly Question[] {
  const days = period === null ? null : daysOf(period);
  const values: AskValues = { today: today.toString(), ...days?.values };
  const bindings = { today: today.toString(), period: days?.binding ?? {} };
  const question = { values, bindings, url: null };
  if (!perAgency) return [question];
  return Object.keys(agencyCodes).map((agency) => ({
    ...question,
    values: { ...values, agency },
    bindings: { ...bindings, agency },
  }));
}

function daysOf(period: Period) {
  const [from, to, key] = [period.from.toString(), period.to.toString(), periodKey(period)];
  const year = period.kind === 'range' ? period.to.year : period.year;
  const values: AskValues = {
    'period.from': from,
    'period.to': to,
    'period.key': key,
    'period.year': year,
  };
  return { values, binding: { from, to, key, year: String(year) } };
}
