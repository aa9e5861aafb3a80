import type { Directory } from '../agencies/agency.ts';
import { type Problem, SourceUnreadable } from '../errors.ts';
import { worstDoubt } from '../snapshots/severity.ts';
import { doubtAbout } from './errors-in.ts';
import type { Attempt } from './health-after.ts';
import type { Source } from './source.ts';
import { takeIn } from './take-in.ts';
import type { Intake, TakenIn, TakenReading } from './take-in.ts';
import { brokenOff, noteAttempt } from './watch.ts';

export type PollOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** A keeper says that what comes is true, however it looks beside what was known. */
  readonly believe?: boolean;
  /** Called after every payload: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenIn) => void;
};

/** How many readings had each outcome, and how many payloads were refused. */
type PollCounts = Readonly<Record<TakenReading['outcome'] | 'refused', number>>;

export type Polled = { readonly counts: PollCounts; readonly payloads: readonly TakenIn[] };

/**
 * Takes in all a source has now, payload by payload: a bad one is set aside and the others go on. A source that
 * cannot be reached at all counts as one refusal. How the source does is noted, where somebody watches over it. Rejects
 * only for faults of the store or of the program.
 */
export async function poll(
  source: Source,
  intake: Intake,
  options: PollOptions = {},
): Promise<Polled> {
  const watch = options.dry === true ? undefined : intake.watch;
  try {
    const polled = await pollOnce(source, intake, options);
    if (watch !== undefined) await noteAttempt(source.name, attemptOf(polled, intake), watch);
    return polled;
  } catch (error) {
    if (watch !== undefined) await noteAttempt(source.name, brokenOff(source.name, error), watch);
    throw error;
  }
}

async function pollOnce(
  source: Source,
  intake: Intake,
  { dry = false, believe = false, onTaken }: PollOptions,
): Promise<Polled> {
  const payloads: TakenIn[] = [];
  const note = (taken: TakenIn): void => {
    payloads.push(taken);
    onTaken?.(taken);
  };
  try {
    for await (const payload of source.fetch()) {
      note(await takeIn({ source: source.name, payload, dry, believe }, intake));
    }
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    note({ kind: 'refused', origin: error.origin, problems: error.problems });
  }
  return { counts: countsOf(payloads), payloads };
}

function attemptOf({ counts, payloads }: Polled, { directory }: Intake): Attempt {
  const [doubt = null] = payloads.flatMap((payload) => doubtIn(payload, directory));
  return {
    good: payloads.length - counts.refused,
    problems: payloads.flatMap((payload) => (payload.kind === 'refused' ? payload.problems : [])),
    changed: counts.stored + counts.restated > 0,
    doubt,
  };
}

/** The worst of what a payload says that is hard to believe. */
function doubtIn(payload: TakenIn, directory: Directory): readonly Problem[] {
  if (payload.kind === 'refused') return [];
  const worst = worstDoubt(payload.readings.flatMap(({ doubt }) => doubt ?? []));
  return worst === null ? [] : [doubtAbout(worst, { origin: payload.origin, directory })];
}

function countsOf(payloads: readonly TakenIn[]): PollCounts {
  const counts = { stored: 0, restated: 0, unchanged: 0, new: 0, refused: 0 };
  for (const payload of payloads) {
    if (payload.kind === 'refused') counts.refused += 1;
    else for (const { outcome } of payload.readings) counts[outcome] += 1;
  }
  return counts;
}
