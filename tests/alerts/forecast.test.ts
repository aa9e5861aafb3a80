import { describe, expect, test } from 'vitest';

import { type ForecastBasis, forecastOf } from '../../src/alerts/forecast.ts';
import { yearPeriod } from '../../src/calendar/periods.ts';
import type { Countable } from '../../src/dossiers/counting.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import { fraction, hundredthsOfPercent } from '../../src/figures/fraction.ts';
import { handled, overdueTotal } from '../../src/figures/rate.ts';
import { day } from '../calendar/viet-nam.ts';
import { basisOn, countsOver, samplesOf, slowedFrom } from './sample-history.ts';

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
      handledNow: 1_100,
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

  test('goes by the last two months once they are another story, and not by chance', () => {
    const usual = Array.from({ length: 4 }, () => ({ late: 3, finished: 150 }));
    // 1,100 × 2 %.
    expect(forecastOf({ ...HALF_WAY, months: usual })?.overdue).toBe(25 + 22);
    const chance = [{ late: 6, finished: 150 }, ...usual];
    expect(forecastOf({ ...HALF_WAY, months: chance })?.overdue).toBe(25 + 22);
    const broken = [{ late: 30, finished: 150 }, { late: 30, finished: 150 }, ...usual];
    expect(forecastOf({ ...HALF_WAY, months: broken })?.overdue).toBe(25 + 220);
    // One month alone may be anything.
    expect(forecastOf({ ...HALF_WAY, months: broken.slice(0, 1) })?.overdue).toBe(25 + 22);
  });

  test.each([
    ['nothing is finished', { resolved: 0, resolvedOverdue: 0 }],
    ['the source does not count what is pending', { pending: null }],
    ['nor how much came', { receivedOnline: null }],
  ])('there is none while %s', (_, missing) => {
    expect(forecastOf({ ...HALF_WAY, counts: { ...HALF_WAY.counts, ...missing } })).toBeNull();
  });
});

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

const rate = (late: number, of: number) => hundredthsOfPercent(fraction(late, of));
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** What was told of an agency's year on a day, held against how it ended; in hundredths of a percent and of a point. */
function heldAgainst(truth: number, basis: ForecastBasis) {
  const told = forecastOf(basis);
  if (told?.range == null) throw new Error('nothing was told');
  const { overdue, handled: whole, range } = told;
  const [least, most] = [rate(range.least, whole), rate(range.most, whole)];
  const asNow = rate(overdueTotal(basis.counts) ?? 0, handled(basis.counts) ?? 0);
  return {
    error: Math.abs(rate(overdue, whole) - truth),
    errorOfNow: Math.abs(asNow - truth),
    isWithin: least <= truth && truth <= most,
  };
}

type History = ReadonlyMap<string, readonly Countable[]>;

/** What was told of each agency on a day, held against how its year ended. */
function toldOn(on: string, history: History) {
  return Array.from(history.values(), (dossiers) => {
    const came = countsOver(YEAR, YEAR.to.add({ days: 1 }), dossiers);
    const truth = rate(overdueTotal(came) ?? 0, handled(came) ?? 0);
    return heldAgainst(truth, basisOn(day(on), YEAR, dossiers));
  });
}

/** The mean errors of what was told and of "it stays as it is", in hundredths of a point; printed for whoever runs it. */
function errorsOn(on: string, history: History, what: string) {
  const told = toldOn(on, history);
  const error = mean(told.map((one) => one.error));
  const errorOfNow = mean(told.map((one) => one.errorOfNow));
  const within = told.filter(({ isWithin }) => isWithin).length / told.length;
  process.stdout.write(
    `forecast on ${on}, ${what}: off by ${error.toFixed(1)} hundredths of a point on average, ${String(Math.round(within * 100))} % within the range; that all stays as it is, by ${errorOfNow.toFixed(1)}\n`,
  );
  return { error, errorOfNow, within };
}

describe('held against what came, on the sample dossiers of 2026', { timeout: 60_000 }, () => {
  const samples = samplesOf(AGENCIES);

  test.each([
    ['2026-06-15', 20],
    ['2026-08-15', 20],
    ['2026-10-15', 10],
  ])('on %s it is nearer than "it stays as it is", and off by at most %d', (on, most) => {
    const { error, errorOfNow, within } = errorsOn(on, samples, 'steady');
    expect(error).toBeLessThan(errorOfNow);
    expect(error).toBeLessThanOrEqual(most);
    expect(within).toBeGreaterThanOrEqual(2 / 3);
  });

  test.each(['2026-11-15', '2026-12-01'])(
    'on %s nearly all is decided: both are off by less than three hundredths',
    (on) => {
      const { error, errorOfNow, within } = errorsOn(on, samples, 'steady');
      expect(error).toBeLessThan(errorOfNow + 0.5);
      expect(error).toBeLessThan(3);
      expect(within).toBeGreaterThanOrEqual(2 / 3);
    },
  );

  test.each([
    ['2026-10-15', 2],
    ['2026-11-15', 3],
    ['2026-12-01', 1.5],
  ])(
    'after a break in August, on %s it is nearer than "it stays as it is" by a factor of %d',
    (on, factor) => {
      for (const days of [1, 3]) {
        const slowed = new Map(
          Array.from(samples, ([id, dossiers]) => [
            id,
            slowedFrom(day('2026-08-15'), days, dossiers),
          ]),
        );
        const { error, errorOfNow } = errorsOn(on, slowed, `slower by ${String(days)} days`);
        expect(error * factor).toBeLessThan(errorOfNow);
      }
    },
  );
});
