import { parsePeriodKey } from '../calendar/periods.ts';
import type { Clock } from '../clock.ts';
import { type HealthStore, isBelieved, stateAt } from '../polling/health.ts';
import { freshnessBlock } from '../replies/freshness-lines.ts';
import type { Reply } from '../replies/reply.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import type { SnapshotReader } from '../snapshots/store.ts';

/** What is asked to tell whether figures are still looked after. */
export type FreshnessRoom = {
  readonly health: Pick<HealthStore, 'all'>;
  readonly snapshots: Pick<SnapshotReader, 'heads'>;
  readonly clock: Clock;
};

/**
 * Adds to a reply that a source of its figures is silent or cannot be read, where a better reading could have changed
 * what it says: of figures that are not complete yet, and of the newest that the source has given. It holds for this
 * moment only, so it is said to each answer anew and is no part of what is remembered and accounted for.
 */
export async function withFreshness(
  reply: Reply,
  { health, snapshots, clock }: FreshnessRoom,
): Promise<Reply> {
  if (reply.snapshots.length === 0) return reply;
  const now = clock.now();
  // A figure that is hard to believe says so itself.
  const doubtful = (await health.all()).filter((source) => !isBelieved(source, now));
  if (doubtful.length === 0) return reply;
  const heads = await snapshots.heads();
  const blocks = doubtful
    .filter(({ source }) =>
      isAtStake(
        reply,
        heads.filter((head) => head.source === source),
      ),
    )
    .map((source) => freshnessBlock({ ...source, state: stateAt(source, now) }));
  const at = reply.blocks.findIndex(({ kind }) => kind === 'source');
  const end = at === -1 ? reply.blocks.length : at;
  return { ...reply, blocks: reply.blocks.toSpliced(end, 0, ...blocks) };
}

/** Of the tables of one source. */
function isAtStake({ snapshots: used }: Reply, heads: readonly SnapshotHead[]): boolean {
  const ends = heads.map(({ period }) => parsePeriodKey(period).to);
  const newest = ends.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1);
  return heads.some(({ id, period, asOf }) => {
    const { to } = parsePeriodKey(period);
    const isOpen = Temporal.PlainDate.compare(asOf, to) < 0;
    return used.includes(id) && (isOpen || newest?.equals(to) === true);
  });
}
