import * as fc from 'fast-check';

import { ZONE } from '../../src/clock.ts';
import { day } from './viet-nam.ts';

const FIRST = day('2022-12-20');

/** Days of 2023 to 2027 and a little around: every Tết and every swap of the calendar. */
export const anyDay = fc.nat(1850).map((days) => FIRST.add({ days }));

/** Moments of these days, to the second; the hours at which something changes more often than others. */
export const anyMoment = fc
  .tuple(
    anyDay,
    fc.oneof(
      fc.nat(86_399),
      fc
        .constantFrom(0, 27_000, 41_400, 48_600, 61_200)
        .chain((second) => fc.constantFrom(second, second + 1, Math.max(0, second - 1))),
    ),
  )
  .map(([date, seconds]) => date.toZonedDateTime(ZONE).toInstant().add({ seconds }));
