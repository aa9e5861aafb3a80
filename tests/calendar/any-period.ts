import * as fc from 'fast-check';

import type { Period } from '../../src/calendar/period.ts';
import {
  halfPeriod,
  monthPeriod,
  nineMonthsPeriod,
  quarterPeriod,
  rangePeriod,
  yearPeriod,
} from '../../src/calendar/periods.ts';

const anyYear = fc.integer({ min: 2000, max: 2099 });

/** Any day of the years 2000 to 2099. */
export const anyDay: fc.Arbitrary<Temporal.PlainDate> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }));

/** Any period with a name. */
export const anyNamedPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyYear.map(yearPeriod),
  fc.tuple(anyYear, fc.constantFrom(1 as const, 2 as const)).map((of) => halfPeriod(...of)),
  anyYear.map(nineMonthsPeriod),
  fc
    .tuple(anyYear, fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const))
    .map((of) => quarterPeriod(...of)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 12 })).map((of) => monthPeriod(...of)),
);

/** Any period: named ones, and days from..to. */
export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  anyNamedPeriod,
  fc
    .tuple(anyDay, fc.integer({ min: 0, max: 800 }))
    .map(([from, days]) => rangePeriod(from, from.add({ days }))),
);
