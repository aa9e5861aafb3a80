import type { Directory } from '../../agencies/agency.ts';
import type { Problem } from '../../errors.ts';
import { errorsIn } from '../../polling/errors-in.ts';
import { readingProblems } from '../../polling/reading-problems.ts';
import type { Reading } from '../../polling/source.ts';
import { checkSnapshot } from '../../snapshots/check.ts';
import type { Finding } from '../../snapshots/finding.ts';

/** A reading with what does not fit together in it. */
export type CheckedReading = Reading & { readonly findings: readonly Finding[] };

/**
 * What taking in would say of a reading, without its past: a mapping that takes one column for another is refused by
 * every poll, and has to be told so before the first.
 */
export function checkedReading(
  reading: Reading,
  {
    origin,
    directory,
    today,
  }: {
    readonly origin: string;
    readonly directory: Directory;
    readonly today: Temporal.PlainDate;
  },
): { readonly made: CheckedReading; readonly problems: readonly Problem[] } {
  const payload = { kind: 'read', origin, contentHash: '', readings: [reading] } as const;
  const findings = checkSnapshot(reading, directory);
  return {
    made: { ...reading, findings },
    problems: [
      ...readingProblems(payload, { directory, today }),
      ...errorsIn({ ...reading, findings }, { origin, directory, believe: false }),
    ],
  };
}
