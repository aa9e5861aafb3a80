import { describe, expect, test } from 'vitest';

import { withFreshness } from '../../src/answers/with-freshness.ts';
import { fixedClock } from '../../src/clock.ts';
import type { SourceHealth } from '../../src/polling/health.ts';
import { type Reply, textReply } from '../../src/replies/reply.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import { day, snapshotOf } from '../contracts/sample-snapshots.ts';
import { keyOf } from '../queries/known.ts';

const SEVEN = Temporal.Instant.from('2026-11-23T00:00:00Z');
const HOUR_AGO = SEVEN.subtract({ hours: 1 });

/** Of one source: an old quarter, the newest one, and the year that runs; and a table of another. */
const heads = (
  [
    ['mot-cua', '2026-Q2', '2026-06-14'],
    ['mot-cua', '2026-Q3', '2026-09-14'],
    ['mot-cua', '2026', '2026-11-22'],
    ['samples', '2023', '2023-12-14'],
  ] as const
).map(([source, period, asOf], at) => ({
  ...snapshotOf({ source, period: keyOf(period), asOf: day(asOf) }),
  id: SnapshotId.parse(at + 1),
  contentHash: '',
}));

const health: SourceHealth = {
  source: 'mot-cua',
  state: 'failed',
  since: HOUR_AGO,
  lastTriedAt: SEVEN,
  lastGoodAt: HOUR_AGO,
  lastChangedAt: HOUR_AGO,
  freshUntil: null,
  problem: { code: 'serverFailed', place: 'mot-cua', detail: '500' },
  toldAs: 'failed',
};

const citing = (...ids: readonly number[]): Reply => ({
  ...textReply([
    { kind: 'headline', line: ['1,00%'] },
    { kind: 'source', line: ['Nguồn: …'] },
  ]),
  snapshots: ids.map((id) => SnapshotId.parse(id)),
});

const kinds = async (reply: Reply, of: SourceHealth = health) => {
  const room = {
    health: { all: async () => [of] },
    snapshots: { heads: async () => heads },
    clock: fixedClock(SEVEN),
  };
  return (await withFreshness(reply, room)).blocks.map(({ kind }) => kind);
};

describe('an answer from a source that is not well', () => {
  test.each([
    ['of a period that runs', [3], true],
    ['of a period that is over, behind a newer one', [1], false],
    ['of another source', [4], false],
    ['of several, one of which could change', [1, 3, 4], true],
    ['of nothing', [], false],
  ])('%s', async (_what, ids, isSaid) => {
    const expected = isSaid ? ['headline', 'warning', 'source'] : ['headline', 'source'];
    expect(await kinds(citing(...ids))).toEqual(expected);
  });

  test('says nothing where the source is well, until it was silent for too long', async () => {
    const well: SourceHealth = { ...health, state: 'fresh', problem: null, freshUntil: SEVEN };
    expect(await kinds(citing(3), well)).not.toContain('warning');
    expect(await kinds(citing(3), { ...well, freshUntil: HOUR_AGO })).toContain('warning');
  });
});
