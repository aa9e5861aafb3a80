import type { OutboxCounts } from '../../src/outbox/store.ts';
import type { SourceHealth } from '../../src/polling/health.ts';
import type { askStatus, Upkeep } from '../../src/queries/status.ts';
import type { Usage } from '../../src/quota/used-up.ts';
import type { JobEnds } from '../../src/schedule/job-ends.ts';

export const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');

/** A source that does well. */
export const source: SourceHealth = {
  source: 'mot-cua',
  state: 'fresh',
  since: SEVEN,
  lastTriedAt: SEVEN,
  lastGoodAt: SEVEN,
  lastChangedAt: SEVEN,
  freshUntil: null,
  problem: null,
  toldAs: 'fresh',
};

/** The job that asks it. */
export const job: JobEnds = {
  job: 'poll-figures/mot-cua',
  source: 'mot-cua',
  doneAt: SEVEN,
  failedAt: null,
  why: null,
  nextAt: SEVEN.add({ minutes: 10 }),
};

/** What is kept of a bot; what is left out is well. */
export type Kept = {
  readonly sources?: readonly SourceHealth[];
  readonly jobs?: readonly JobEnds[];
  readonly outbox?: OutboxCounts;
  readonly size?: ReturnType<Upkeep['size']>;
  readonly usage?: Usage | null;
};

export function upkeepWith({
  sources = [source],
  jobs = [job],
  outbox = { waiting: 0, sending: 0, sent: 12, dead: 0 },
  size = { bytes: 356_352, freeBytes: 79_000_000_000 },
  usage = null,
}: Kept = {}): Parameters<typeof askStatus>[0] {
  return {
    health: { all: async () => sources },
    jobs: { all: async () => jobs },
    outbox: { counts: async () => outbox },
    size: () => size,
    usage: async () => usage,
    versions: () => ({ bot: '0.1.0', runtime: 'v26.10.0', schema: 28 }),
  };
}
