import { expect, test } from 'vitest';

import { forgetAudit } from '../../jobs/forget-audit.ts';
import { fixedClock } from '../../src/clock.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { auditEntryOf } from '../contracts/audit-store-contract.ts';

const NOW = Temporal.Instant.from('2026-11-21T20:00:00Z');

async function withAnswers() {
  const storage = openStorage(':memory:');
  const audit = auditStore(storage);
  await audit.add([
    auditEntryOf({ typed: 'old', at: NOW.subtract({ hours: 30 * 24, seconds: 1 }) }),
    auditEntryOf({ typed: 'young', at: NOW.subtract({ hours: 30 * 24 }) }),
  ]);
  const job = forgetAudit({ audit, clock: fixedClock(NOW), keepAuditDays: 30 });
  const left = async () => (await audit.latest(9)).map(({ typed }) => typed);
  return { job, left, [Symbol.dispose]: () => storage.close() };
}

test('answers older than the days configured are forgotten, the others stay', async () => {
  using answers = await withAnswers();
  expect((await answers.job.run({ dry: false })).summary).toEqual({ forgotten: 1 });
  expect(await answers.left()).toEqual(['young']);
});

test('a dry run tells what it would forget, and forgets nothing', async () => {
  using answers = await withAnswers();
  expect(await answers.job.run({ dry: true })).toEqual({
    summary: { forgotten: 0 },
    details: ['answers given before 2026-10-22T20:00:00Z'],
  });
  expect(await answers.left()).toEqual(['young', 'old']);
});

test('runs every night', async () => {
  using answers = await withAnswers();
  expect([answers.job.name, answers.job.when]).toEqual(['forget-audit', '15 3 * * *']);
});
