import { expect, test } from 'vitest';

import { morningJob } from '../../src/answers/morning-job.ts';
import { textReply } from '../../src/replies/reply.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { runStore } from '../../src/storage/run-store.ts';
import { startDay } from '../timelines/start-day.ts';
import { letWardsIn } from '../timelines/wards.ts';

test('a list that cannot be composed is no reason for the others to go without, and is told of', async () => {
  await using day = await startDay({ at: '2026-11-23T05:00' });
  await letWardsIn(day);
  await day.skipTo('2026-11-23T07:00');
  const { due, reception, storage } = day.open;
  const outbox = outboxStore(storage);
  const job = morningJob(
    {
      kind: 'morningList',
      at:
        () =>
        async ({ address }) => {
          if (address.chat === '-3') throw new Error('no such step');
          return textReply([]);
        },
    },
    {
      due,
      audience: reception.audience,
      outbox,
      runs: runStore(storage),
      onChartsComing: () => undefined,
    },
  );
  await expect(job.run({ dry: false })).rejects.toMatchObject({
    cause: { message: 'no such step' },
  });
  expect(await outbox.counts(due.clock.now())).toMatchObject({ waiting: 9 });
  // The next minute tries again, and sends nobody anything twice.
  await expect(job.run({ dry: false })).rejects.toMatchObject({
    cause: { message: 'no such step' },
  });
  expect(await outbox.counts(due.clock.now())).toMatchObject({ waiting: 9 });
});
