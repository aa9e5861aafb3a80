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
  let until: Temporal.Instant | null = null;
  const rest = (ms: number) => {
    until = clock.now().add({ milliseconds: Math.round(ms) });
  };
  return {
    check() {
      if (until === null || Temporal.Instant.compare(clock.now(), until) >= 0) return;
      const moment = until.toZonedDateTimeISO(ZONE).toPlainDateTime();
      throw new AskFailed({ code: 'resting', detail: moment.toString({ smallestUnit: 'minute' }) });
    },
    succeeded() {
      failed = 0;
      until = null;
    },
    failed({ code, retryAfterMs }) {
      failed += 1;
      const told = Math.min(retryAfterMs ?? 0, LONGEST_TOLD_MS);
      if (failed >= failures || code === 'accessRefused') rest(Math.max(restMs, told));
      else if (told > 0) rest(told);
    },
  };
}
