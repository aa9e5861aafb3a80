import { type Clock, ZONE } from '../../clock.ts';
import { AskFailed } from './ask-failed.ts';

/** Who asks for more has slipped a unit or a date; the figures of a province do not wait for years. */
const LONGEST_TOLD_MS = 86_400_000;

/** After so many failed polls in a row a system is left alone for so long. */
export type BreakerSettings = { readonly failures: number; readonly restMs: number };

/** Leaves a system alone that does not answer, so that polling does not keep it down. */
export type Breaker = {
  /** Throws `AskFailed` (resting, with the moment it ends) while the system is left alone. */
  check(): void;
  succeeded(): void;
  failed(failure: AskFailed): void;
};

/**
 * Made once for each source and kept in memory. After the rest one poll is let through; if it fails too, the next rest
 * begins. Wrong keys are not tried again and again, many systems lock the account for it; a server that says how long to
 * stay away is left alone for so long at once.
 */
export function circuitBreaker({ failures, restMs }: BreakerSettings, clock: Clock): Breaker {
  let failed = 0;
  let rest: { readonly from: Temporal.Instant; readonly ms: number; readonly why: string } | null =
    null;
  return {
    check() {
      if (rest === null) return;
      const passedMs = clock.now().epochMilliseconds - rest.from.epochMilliseconds;
      // A clock that was put back must not make the rest longer.
      if (passedMs < 0 || passedMs >= rest.ms) return;
      const until = momentText(rest.from.add({ milliseconds: rest.ms }));
      throw new AskFailed({ code: 'resting', detail: `${until} ${rest.why}`.trim() });
    },
    succeeded() {
      failed = 0;
      rest = null;
    },
    failed({ code, detail, retryAfterMs }) {
      failed += 1;
      const told = Math.min(retryAfterMs ?? 0, LONGEST_TOLD_MS);
      const isEnough = failed >= failures || code === 'accessRefused';
      const ms = Math.round(isEnough ? Math.max(restMs, told) : told);
      // What brought it about stays known: it is all that is told of the system meanwhile.
      if (ms > 0) rest = { from: clock.now(), ms, why: detail === '' ? '' : `(${detail})` };
    },
  };
}

/** "08:15 21/11/2026". */
function momentText(moment: Temporal.Instant): string {
  const { hour, minute, day, month, year } = moment.toZonedDateTimeISO(ZONE);
  const [h, m, d, mo] = [hour, minute, day, month].map((part) => String(part).padStart(2, '0'));
  return `${h}:${m} ${d}/${mo}/${String(year)}`;
}
