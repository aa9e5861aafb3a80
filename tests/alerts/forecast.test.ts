import { describe, expect, test } from 'vitest';

import { type ForecastBasis, forecastOf } from '../../src/alerts/forecast.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import { fraction, hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { handled, overdueTotal } from '../../src/figures/rate.ts';
import { day } from '../calendar/viet-nam.ts';
import { basisOn, countsOver, samplesOf } from './sample-history.ts';

/** Half a year in: 1,000 finished, 20 of them late; 100 under way, 5 of them late. */
const HALF_WAY: ForecastBasis = {
  counts: {
    ...NO_COUNTS,
    receivedOnline: 700,
    receivedDirectOrPostal: 400,
    resolved: 1_000,
    resolvedOverdue: 20,
    pending: 100,
    pendingOverdue: 5,
  },
  dueByEnd: 95,
  days: { passed: 180, all: 360 },
  months: [],
};

describe('a forecast', () => {
  test('is what is late, and the usual share of what falls due and of what is still to come', () => {
    // 1,100 more to come, 95 of which are under way at the end like now: 2 % of 95 + 1,005 = 22.
    expect(forecastOf(HALF_WAY)).toEqual({
      overdue: 47,
      range: null,
      handled: 2_200,
      lateNow: 25,
      dueByEnd: 95,
    });
  });

  test('on the last day nothing more is to come', () => {
    const last = { ...HALF_WAY, dueByEnd: 0, days: { passed: 360, all: 360 } };
    expect(forecastOf(last)).toMatchObject({ overdue: 25, handled: 1_100 });
  });

  test('its range is that of the best and the worst month, rounded outwards', () => {
    const months = [
      { late: 1, finished: 150 },
      { late: 6, finished: 200 },
      { late: 0, finished: 0 },
      { late: 3, finished: 160 },
    ];
    // 1,100 × 1/150 = 7.33 and 1,100 × 6/200 = 33.
    expect(forecastOf({ ...HALF_WAY, months })?.range).toEqual({ least: 25 + 7, most: 25 + 33 });
    expect(forecastOf({ ...HALF_WAY, months: months.slice(0, 3) })?.range).toBeNull();
  });

  test.each([
    ['nothing is finished', { resolved: 0, resolvedOverdue: 0 }],
    ['the source does not count what is pending', { pending: null }],
    ['nor how much came', { receivedOnline: null }],
  ])('there is none while %s', (_, missing) => {
    expect(forecastOf({ ...HALF_WAY, counts: { ...HALF_WAY.counts, ...missing } })).toBeNull();
  });
});

describe('held against what came, on the sample dossiers of 2026', { timeout: 60_000 }, () => {
  const YEAR = { ...yearPeriod(2026), kind: 'year', year: 2026 } as const;
  const AGENCIES = [
    'h-cam-lam',
    'h-khanh-vinh',
    'h-khanh-son',
    'h-van-ninh',
    'h-dien-khanh',
    'tx-ninh-hoa',
    'tp-cam-ranh',
  ];
  const samples = samplesOf(AGENCIES);
  const end = YEAR.to.add({ days: 1 });

  /** Errors in hundredths of a percentage point, of the forecast and of saying that all stays as it is. */
  function errorsOn(on: Temporal.PlainDate) {
    return Array.from(samples, ([agency, dossiers]) => {
      const basis = basisOn(on, YEAR, dossiers);
      const told = forecastOf(basis);
      const came = countsOver(YEAR, end, dossiers);
      const [late, whole] = [overdueTotal(came) ?? 0, handled(came) ?? 1];
      const truth = hundredthsOfPercent(fraction(late, whole));
      const rate = (overdue: number, of: number) => hundredthsOfPercent(fraction(overdue, of));
      const forecast = rate(told?.overdue ?? 0, told?.handled ?? 1);
      const asNow = rate(overdueTotal(basis.counts) ?? 0, handled(basis.counts) ?? 1);
      const { least = 0, most = 0 } = told?.range ?? {};
      const isWithin =
        rate(least, told?.handled ?? 1) <= truth && truth <= rate(most, told?.handled ?? 1);
      return {
        agency,
        truth,
        forecast,
        error: Math.abs(forecast - truth),
        asNow: Math.abs(asNow - truth),
        isWithin,
      };
    });
  }

  const days = ['2026-06-15', '2026-08-15', '2026-10-15', '2026-11-15', '2026-12-01'].map((on) => ({
    on,
    errors: errorsOn(day(on)),
  }));
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const all = days.flatMap(({ errors }) => errors);

  test('the error is printed', () => {
    for (const { on, errors } of days) {
      const error = mean(errors.map((one) => one.error)).toFixed(1);
      const within = errors.filter(({ isWithin }) => isWithin).length;
      const asNow = mean(errors.map((one) => one.asNow)).toFixed(1);
      console.log(
        `${on}: off by ${error} hundredths of a point on average, ${within}/${errors.length} within the range; that all stays as it is, by ${asNow}`,
      );
    }
  });

  test.each([
    ['2026-06-15', 20],
    ['2026-08-15', 20],
    ['2026-10-15', 10],
    ['2026-11-15', 5],
    ['2026-12-01', 5],
  ])('on %s it is off by at most %d hundredths of a point on average', (on, most) => {
    const { errors } = days.find((one) => one.on === on) ?? { errors: [] };
    expect(mean(errors.map(({ error }) => error))).toBeLessThanOrEqual(most);
  });

  test('two times of three what came is within the range', () => {
    const within = all.filter(({ isWithin }) => isWithin).length;
    expect(within / all.length).toBeGreaterThanOrEqual(2 / 3);
  });
});
