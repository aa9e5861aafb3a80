import { expect, test } from 'vitest';

import { decideChat } from '../../src/alerts/decide-chat.ts';
import type { Expected, Observation } from '../../src/alerts/observation.ts';
import type { AlertState } from '../../src/alerts/state.ts';
import { halfPeriod, quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import { calendar } from '../calendar/viet-nam.ts';
import { directory } from '../dialogue/listening.ts';
import { CAM_LAM, rateRules } from './any-measure.ts';

const NOW = Temporal.Instant.from('2026-02-23T01:00:00Z');
const LIST = { source: 'mot-cua', origin: 'a.csv', asOf: NOW, sample: false };

/** Late ones of 1,000 at the end of quarter I, of the first half, and of the year. */
type Late = readonly [quarter: number, half: number, year: number];

function expected(period: Expected['period'], overdue: number): Expected {
  return {
    period,
    forecast: { overdue, handled: 1_000, range: null, lateNow: 0, handledNow: 500, dueByEnd: 9 },
  };
}

function seen([quarter, half, year]: Late): Observation {
  const forecasts = [
    expected(quarterPeriod(2026, 1), quarter),
    expected(halfPeriod(2026, 1), half),
    expected(yearPeriod(2026), year),
  ];
  return { agency: CAM_LAM, figures: null, dossiers: { list: LIST, longOverdue: 0, forecasts } };
}

/** What is told of one day after the other. */
function toldOn(days: readonly Late[]): readonly (readonly string[])[] {
  const watches = [{ agency: CAM_LAM, limit: null, since: NOW }];
  let states: readonly AlertState[] = [];
  return days.map((late) => {
    const world = { rules: rateRules({ forecast: true }), directory, calendar, now: NOW };
    const decision = decideChat({ watches, states }, [seen(late)], world);
    ({ states } = decision);
    return decision.news.map(
      ({ measure: { period, reached }, reason }) =>
        `${String(period)} ${reason} ${String(reached)}`,
    );
  });
}

test.each<[string, readonly Late[], readonly (readonly string[])[]]>([
  ['the quarter alone, if all three reach a limit', [[12, 12, 12]], [['2026-Q1 first 1']]],
  ['the year, if nothing nearer reaches one', [[5, 5, 12]], [['2026 first 1']]],
  [
    'the quarter once it reaches one too, and not the year again while the quarter sways',
    [
      [5, 5, 12],
      [12, 5, 12],
      [9, 5, 12],
      [12, 12, 12],
    ],
    [['2026 first 1'], ['2026-Q1 first 1'], [], []],
  ],
  [
    'the year when the quarter is clearly well and the year is not',
    [
      [12, 12, 12],
      [5, 5, 12],
    ],
    [['2026-Q1 first 1'], ['2026 first 1']],
  ],
  [
    'that it is over when nothing is reached any more',
    [
      [5, 12, 12],
      [5, 5, 5],
      [5, 5, 5],
    ],
    [['2026-H1 first 1'], ['2026-H1 recovered 0'], []],
  ],
  [
    'of the same period that it has grown worse, while a longer one is worse still',
    [
      [12, 12, 60],
      [60, 12, 120],
    ],
    [['2026-Q1 first 1'], ['2026-Q1 worsened 2']],
  ],
])('of several periods one is told: %s', (_, days, told) => {
  expect(toldOn(days)).toEqual(told);
});
