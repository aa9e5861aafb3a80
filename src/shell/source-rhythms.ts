import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { dayOf, systemClock, ZONE } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Rhythm } from '../polling/health-after.ts';
import { nextRuns } from './next-runs.ts';

/** A source may miss two of its turns: a system is restarted, a network is down for a moment. */
const TURNS = 3;
/** And so long at least, where the turns are minutes. */
const LEAST_MS = 15 * 60_000;

/**
 * How long each configured source may be silent. Once it was read well it is to be read again within three turns of its
 * schedule; something new is expected of it only where `newWithin` names it.
 */
export function sourceRhythms(
  { sources, newWithin }: Pick<Config, 'sources' | 'newWithin'>,
  calendar: WorkingCalendar,
): (source: string) => Rhythm | null {
  return (name) => {
    const source = sources.find((one) => one.name === name);
    if (source === undefined) return null;
    const days = newWithin[name];
    return {
      readBy: (lastGoodAt) => lastGoodAt.add({ milliseconds: patienceMs(source.schedule) }),
      newBy: (lastChangedAt) =>
        days === undefined ? null : afterWorkingDays(lastChangedAt, days, calendar),
    };
  };
}

/** By the real clock, whatever moment `--now` plays: only how far the turns lie apart is asked. */
function patienceMs(schedule: string): number {
  const last = nextRuns(schedule, TURNS).at(-1);
  const ahead =
    last === undefined ? 0 : last.epochMilliseconds - systemClock.now().epochMilliseconds;
  return Math.max(LEAST_MS, ahead);
}

/** The same hour so many working days later: nobody types figures on holidays. */
function afterWorkingDays(
  from: Temporal.Instant,
  days: number,
  calendar: WorkingCalendar,
): Temporal.Instant {
  const plainTime = from.toZonedDateTimeISO(ZONE).toPlainTime();
  const day = addWorkingDays(dayOf(from), days, calendar);
  return day.toZonedDateTime({ timeZone: ZONE, plainTime }).toInstant();
}
