import type { OutboxCounts, OutboxStore } from '../outbox/store.ts';
import {
  type HealthState,
  type HealthStore,
  type SourceHealth,
  stateAt,
} from '../polling/health.ts';
import { markReached, type Usage } from '../quota/used-up.ts';
import type { JobEnds, JobEndStore } from '../schedule/job-ends.ts';
import type { Unserved } from './unserved.ts';

/** What is asked about the bot itself. */
export type Upkeep = {
  readonly health: Pick<HealthStore, 'all'>;
  readonly jobs: Pick<JobEndStore, 'all'>;
  /** In bytes; null = it lies on no disk. */
  readonly size: () => { readonly bytes: number; readonly freeBytes: number | null };
  /** This month's messages of the plan that limits them; null = none does. */
  readonly usage: () => Promise<Usage | null>;
  readonly versions: () => {
    readonly bot: string;
    readonly runtime: string;
    /** Number of the newest step of the schema. */
    readonly schema: number;
  };
};

/** A source as it does now, and when it is asked next; null = that is not known. */
export type SourceStatus = SourceHealth & { readonly nextAt: Temporal.Instant | null };

/** A job whose last run failed. */
export type FailingJob = {
  readonly job: string;
  readonly failedAt: Temporal.Instant;
  readonly why: string;
};

/** How the bot does, judged: what is wrong is counted and stands first. */
export type StatusAnswer = {
  readonly now: Temporal.Instant;
  /** Sources and jobs that do badly, and which of the rest of this does. */
  readonly wrong: number;
  /** Worst first. */
  readonly sources: readonly SourceStatus[];
  readonly outbox: OutboxCounts;
  readonly restingChats: number;
  /** Chats that wait for lists there are none of. */
  readonly unserved: readonly Unserved[];
  readonly failing: readonly FailingJob[];
  readonly jobs: {
    readonly count: number;
    readonly lastDoneAt: Temporal.Instant | null;
    readonly nextAt: Temporal.Instant | null;
  };
  readonly size: ReturnType<Upkeep['size']> & { readonly isLow: boolean };
  /** `isNearEnd`: a mark is reached at which keepers are told. */
  readonly usage: (Usage & { readonly isNearEnd: boolean }) | null;
  readonly versions: ReturnType<Upkeep['versions']>;
};

const OUTBOX_HOURS = 24;
/** Worst first. */
const ORDER: readonly HealthState[] = ['failed', 'partial', 'stale', 'doubted', 'fresh'];
/** A disk with less room is soon full: a year of figures and a great list fit in. */
const LOW_DISK = 1_000_000_000;

/** What is known of chats, to be judged with the rest. */
type StatusOfChats = Pick<StatusAnswer, 'now' | 'restingChats'> &
  Partial<Pick<StatusAnswer, 'unserved'>>;

/** Answers /trang-thai. */
export async function askStatus(
  upkeep: Upkeep & { readonly outbox: Pick<OutboxStore, 'counts'> },
  { now, restingChats, unserved = [] }: StatusOfChats,
): Promise<StatusAnswer> {
  const jobs = await upkeep.jobs.all();
  const read = {
    sources: sourcesIn(await upkeep.health.all(), jobs, now),
    outbox: await upkeep.outbox.counts(now.subtract({ hours: OUTBOX_HOURS })),
    restingChats,
    unserved,
    failing: jobs.flatMap(failingIn),
    size: sizeIn(upkeep),
    usage: usageIn(await upkeep.usage()),
  };
  return { now, wrong: wrongIn(read), ...read, jobs: runsIn(jobs), versions: upkeep.versions() };
}

function wrongIn(read: Omit<StatusAnswer, 'now' | 'wrong' | 'jobs' | 'versions'>): number {
  const { sources, outbox, restingChats, unserved, failing, size, usage } = read;
  const chats = [outbox.dead > 0, restingChats > 0, unserved.length > 0];
  const others = [...chats, size.isLow, usage?.isNearEnd === true];
  return (
    sources.filter(({ state }) => state !== 'fresh').length +
    failing.length +
    others.filter(Boolean).length
  );
}

function sourcesIn(
  health: readonly SourceHealth[],
  jobs: readonly JobEnds[],
  now: Temporal.Instant,
): readonly SourceStatus[] {
  const next = new Map(jobs.map(({ source, nextAt }) => [source, nextAt]));
  return health
    .map((each) => ({
      ...each,
      state: stateAt(each, now),
      nextAt: next.get(each.source) ?? null,
    }))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** One that failed before and went well since is no trouble. */
function failingIn({ job, doneAt, failedAt, why }: JobEnds): readonly FailingJob[] {
  if (failedAt === null) return [];
  const isPast = doneAt !== null && Temporal.Instant.compare(failedAt, doneAt) <= 0;
  return isPast ? [] : [{ job, failedAt, why: why ?? '' }];
}

function runsIn(jobs: readonly JobEnds[]): StatusAnswer['jobs'] {
  return {
    count: jobs.length,
    lastDoneAt: inOrder(jobs.map(({ doneAt }) => doneAt)).at(-1) ?? null,
    nextAt: inOrder(jobs.map(({ nextAt }) => nextAt))[0] ?? null,
  };
}

function inOrder(moments: readonly (Temporal.Instant | null)[]): readonly Temporal.Instant[] {
  return moments
    .filter((moment) => moment !== null)
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
}

function sizeIn({ size }: Pick<Upkeep, 'size'>): StatusAnswer['size'] {
  const found = size();
  return { ...found, isLow: found.freeBytes !== null && found.freeBytes < LOW_DISK };
}

function usageIn(usage: Usage | null): StatusAnswer['usage'] {
  return usage === null ? null : { ...usage, isNearEnd: markReached(usage) !== null };
}
