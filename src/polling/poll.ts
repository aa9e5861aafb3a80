import type { Directory } from '../agencies/agency.ts';
import type { Problem } from '../errors.ts';
import type { IntakeProblem } from '../snapshots/intake-problem.ts';
import { worstDoubt } from '../snapshots/severity.ts';
import { doubtAbout } from './errors-in.ts';
import { faultsOf } from './file-alone.ts';
import type { Attempt } from './health-after.ts';
import { readAll } from './read-all.ts';
import type { Source } from './source.ts';
import { takeIn } from './take-in.ts';
import type { Intake, TakenIn, TakenReading } from './take-in.ts';

export type PollOptions = {
  /** Reads and checks, and changes nothing. */
  readonly dry?: boolean;
  /** A keeper says that what comes is true, however it looks beside what was known. */
  readonly believe?: boolean;
  /** It reads a folder from which refused files are taken away, and keepers are told of them. */
  readonly emptied?: boolean;
  /** Called after every payload: for the progress bar of a long import. */
  readonly onTaken?: (taken: TakenIn) => void;
};

/** How many readings had each outcome, and how many payloads were refused. */
type PollCounts = Readonly<Record<TakenReading['outcome'] | 'refused', number>>;

export type Polled = { readonly counts: PollCounts; readonly payloads: readonly TakenIn[] };

/** Takes in the figures a source has now, as `readAll` does. */
export async function poll(
  source: Source,
  intake: Intake,
  { dry = false, believe = false, emptied = false, onTaken }: PollOptions = {},
): Promise<Polled> {
  const payloads = await readAll(source, {
    take: (payload) => takeIn({ source: source.name, payload, dry, believe }, intake),
    onTaken,
    attemptOf: (taken) => attemptOf(taken, { source, emptied, directory: intake.directory }),
    watch: dry ? undefined : intake.watch,
  });
  return { counts: countsOf(payloads), payloads };
}

type Tried = {
  readonly source: Source;
  readonly emptied: boolean;
  readonly directory: Directory;
};

function attemptOf(payloads: readonly TakenIn[], { source, emptied, directory }: Tried): Attempt {
  const refused = payloads.filter((payload) => payload.kind === 'refused');
  const taken = payloads.filter((payload) => payload.kind === 'taken');
  const [doubt = null] = taken.flatMap((payload) => doubtIn(payload, directory));
  const faults = faultsOf(refused, { good: taken.length, emptied });
  return {
    good: taken.length,
    // Files may be of any day: whoever puts an old one there knows why.
    problems: [...faults, ...(source.ofFiles === true ? [] : taken.flatMap(oldIn))],
    changed: taken.some(({ readings }) => readings.some(isNews)),
    doubt,
  };
}

type Taken = Extract<TakenIn, { kind: 'taken' }>;

/** The worst of what a payload says that is hard to believe. */
function doubtIn({ origin, readings }: Taken, directory: Directory): readonly Problem[] {
  const worst = worstDoubt(readings.flatMap(({ doubt }) => doubt ?? []));
  return worst === null ? [] : [doubtAbout(worst, { origin, directory })];
}

/** A system that tells of a day before the one it told of already; an old issue of a document is no fault. */
function oldIn({ origin, readings }: Taken): readonly Problem[] {
  return readings.flatMap(({ document, asOf, newerKnown }) => {
    if (newerKnown === null || document.number !== null) return [];
    const detail = `${asOf.toString()} < ${newerKnown.toString()}`;
    return [{ code: 'olderThanKnown' satisfies IntakeProblem, place: origin, detail }];
  });
}

/** What is not in force changes nothing that anybody is told. */
function isNews({ outcome, newerKnown }: TakenReading): boolean {
  return (outcome === 'stored' || outcome === 'restated') && newerKnown === null;
}

function countsOf(payloads: readonly TakenIn[]): PollCounts {
  const counts = { stored: 0, restated: 0, unchanged: 0, new: 0, refused: 0 };
  for (const payload of payloads) {
    if (payload.kind === 'refused') counts.refused += 1;
    else for (const { outcome } of payload.readings) counts[outcome] += 1;
  }
  return counts;
}
