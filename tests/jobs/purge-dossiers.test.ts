import { expect, test } from 'vitest';

import { purgeDossiers } from '../../jobs/purge-dossiers.ts';
import { fixedClock } from '../../src/clock.ts';
import type { Outgoing } from '../../src/outbox/message.ts';
import { textReply } from '../../src/replies/reply.ts';
import { acknowledgementStore } from '../../src/storage/acknowledgement-store.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { at, dossierOf, LOC_THO, take } from '../contracts/sample-dossiers.ts';

const NOW = at('2026-11-21 02:30');

/** Of no use a moment after it was put. */
function letter(key: string, on: Temporal.Instant): Outgoing {
  return {
    key,
    channel: 'telegram',
    address: { chat: '-100', topic: null },
    reply: textReply([]),
    notBefore: on,
    notAfter: on,
  };
}

async function withClosed() {
  const storage = openStorage(':memory:');
  const dossiers = dossierStore(storage);
  const rows = ['2026-10-22 02:29', '2026-10-22 02:30'].map((closed, index) =>
    dossierOf({ code: String(index), state: 'done', closedAt: at(closed) }),
  );
  await take(dossiers, [...rows, dossierOf({ code: 'open' })], { asOf: at('2026-10-22 02:00') });
  const acknowledgements = acknowledgementStore(storage);
  const outbox = outboxStore(storage);
  for (const [code, on] of [
    ['0', at('2026-10-22 02:29')],
    ['1', at('2026-10-22 02:30')],
  ] as const) {
    await acknowledgements.handUp({ agency: LOC_THO, code, person: '5', at: on });
    await outbox.put([letter(code, on)], on);
  }
  const longAgo = at('2026-09-01 08:00');
  await acknowledgements.handUp({ agency: LOC_THO, code: 'open', person: '5', at: longAgo });
  await outbox.expire('telegram', at('2026-10-22 02:29').add({ seconds: 1 }));
  await outbox.expire('telegram', NOW);
  const job = purgeDossiers({
    dossiers,
    acknowledgements,
    outbox,
    clock: fixedClock(NOW),
    keepClosedDays: 30,
  });
  const between = { from: at('2026-10-01'), to: at('2026-11-30') };
  const left = async () => (await dossiers.closed(LOC_THO, between)).map(({ code }) => code);
  const marked = async () => Array.from(await acknowledgements.handedUp(LOC_THO));
  return { job, left, marked, [Symbol.dispose]: () => storage.close() };
}

test('dossiers closed more than thirty days ago are forgotten, the others stay', async () => {
  using kept = await withClosed();
  const outcome = await kept.job.run({ dry: false });
  expect(outcome.summary).toMatchObject({ forgotten: 1 });
  expect(await kept.left()).toEqual(['1']);
});

test('with them go what groups said of their lists and lists that were never delivered', async () => {
  using kept = await withClosed();
  const outcome = await kept.job.run({ dry: false });
  expect(outcome.summary).toMatchObject({ answers: 1, undelivered: 1 });
  expect(await kept.marked()).not.toContain('0');
});

test('that an open dossier was handed up is known until it is closed, however long that takes', async () => {
  using kept = await withClosed();
  await kept.job.run({ dry: false });
  expect(await kept.marked()).toEqual(['1', 'open']);
});

test('a dry run tells what it would forget, and forgets nothing', async () => {
  using kept = await withClosed();
  expect(await kept.job.run({ dry: true })).toEqual({
    summary: { forgotten: 0, answers: 0, undelivered: 0 },
    details: ['dossiers closed before 2026-10-21T19:30:00Z'],
  });
  expect(await kept.left()).toEqual(['0', '1']);
});

test('runs every night', async () => {
  using kept = await withClosed();
  expect([kept.job.name, kept.job.when]).toEqual(['purge-dossiers', '30 2 * * *']);
});
