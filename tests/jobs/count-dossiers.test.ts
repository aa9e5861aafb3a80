import { expect, test } from 'vitest';

import { countDossiers } from '../../jobs/count-dossiers.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { fixedClock } from '../../src/clock.ts';
import { askConsistency } from '../../src/queries/consistency.ts';
import { consistencyReply } from '../../src/replies/consistency-reply.ts';
import { at, dossierOf, NHA_TRANG, take } from '../contracts/sample-dossiers.ts';
import { figureOf, snapshotOf } from '../contracts/sample-snapshots.ts';
import { openInMemory } from '../conversations/open-in-memory.ts';

const YEAR = PeriodKey.parse('2026');
/** Nothing is known of what was finished before November. */
const RUNNING = ['2026', '2026-H2', '2026-Q4'].map((key) => `${key} dossiers-part agencies=1`);

/** Three dossiers of Nha Trang, one of them done late, and a report of four. */
async function counted({ sample = false } = {}) {
  const clock = fixedClock(at('2026-11-24 02:45'));
  const open = await openInMemory(clock, 'none');
  const { dossiers } = open.due;
  const rows = [
    dossierOf({ code: '1', agency: NHA_TRANG }),
    dossierOf({ code: '2', agency: NHA_TRANG, state: 'done', closedAt: at('2026-11-20') }),
    dossierOf({ code: '3', agency: NHA_TRANG, state: 'done', closedAt: at('2026-11-24') }),
  ];
  await take(dossiers, rows, { asOf: at('2026-11-24 02:00'), sample });
  const figures = [figureOf(NHA_TRANG, { received: 4, resolved: 2, resolvedOverdue: 0 })];
  await open.intake.store.record(
    snapshotOf({ period: YEAR, asOf: Temporal.PlainDate.from('2026-11-14'), figures }),
  );
  const { directory } = open.knowledge;
  const job = countDossiers({ dossiers, snapshots: open.intake.store, directory, clock });
  return { open, job, [Symbol.dispose]: () => open[Symbol.dispose]() };
}

test('dossiers become figures of the running year, half and quarter, once for the same lists', async () => {
  using one = await counted();
  const first = await one.job.run({ dry: false });
  expect(first).toEqual({
    summary: { stored: 3, restated: 0, unchanged: 0 },
    details: RUNNING,
  });
  expect((await one.job.run({ dry: false })).summary).toMatchObject({ stored: 0, unchanged: 3 });
  const [reading] = await one.open.knowledge.counted.readings(NHA_TRANG, YEAR);
  expect(reading?.snapshot).toMatchObject({ scope: 'dossiers-part', source: 'ho-so' });
  expect(reading?.figure.counts).toMatchObject({
    received: 3,
    receivedOnline: 3,
    resolved: 2,
    resolvedEarly: 1,
    resolvedOverdue: 1,
    pending: 1,
    pendingOverdue: 1,
  });
});

test('of a period and agency that something was reported of, answers rest on that alone', async () => {
  using one = await counted();
  await one.job.run({ dry: false });
  const { snapshots } = one.open.knowledge;
  const said = (await snapshots.readings(NHA_TRANG)).map(
    ({ snapshot: { period, scope } }) => `${period} ${scope}`,
  );
  expect(new Set(said)).toEqual(
    new Set(['2026 one-stop', '2026-H2 dossiers-part', '2026-Q4 dossiers-part']),
  );
  expect(await snapshots.readings(NHA_TRANG, YEAR)).toHaveLength(1);
});

test('/doi-chieu holds them against what was reported, and says so of samples', async () => {
  using one = await counted({ sample: true });
  await one.job.run({ dry: false });
  const { knowledge } = one.open;
  const answer = await askConsistency(knowledge, {
    agency: knowledge.directory.get(NHA_TRANG),
  });
  expect(answer.counted.map(({ differences }) => differences)).toEqual([
    [
      { column: 'received', reported: 4, counted: 3 },
      { column: 'resolvedOverdue', reported: 0, counted: 1 },
    ],
  ]);
  const text = JSON.stringify(consistencyReply(answer));
  expect(text).toContain('dữ liệu mẫu');
  expect(text).toContain('tiếp nhận 4, đếm được 3; giải quyết trễ hạn 0, đếm được 1');
});

test('a dry run stores nothing; without lists there is nothing to count', async () => {
  using one = await counted();
  expect((await one.job.run({ dry: true })).details).toEqual(RUNNING);
  expect(await one.open.knowledge.counted.readings(NHA_TRANG, YEAR)).toHaveLength(1);
  await one.open.due.dossiers.removeSource('mot-cua');
  expect((await one.job.run({ dry: false })).details).toEqual([]);
  expect([one.job.name, one.job.when]).toEqual(['count-dossiers', '45 2 * * *']);
});
