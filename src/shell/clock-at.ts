import { type Clock, fixedClock, systemClock } from '../clock.ts';
import { ConfigurationInvalid } from '../errors.ts';

/** The clock of a command line: the real one, or standing still at what `--now` says ("2023-09-15T07:00+07:00"). */
export function clockAt(now: string | undefined): Clock {
  if (now === undefined) return systemClock;
  try {
    return fixedClock(Temporal.Instant.from(now));
  } catch {
    throw new ConfigurationInvalid([{ code: 'badMoment', place: '--now', detail: now }]);
  }
}
