import { expect, test } from 'vitest';

import { checkAlerts } from '../../jobs/check-alerts.ts';
import { AgencyId } from '../../src/agencies/agency.ts';
import { USUAL_RULES } from '../../src/alerts/settings.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { figures, letLeadersIn } from '../timelines/alert-figures.ts';
import { moment, startDay } from '../timelines/start-day.ts';

const NOW = moment('2026-11-23T08:00');
const LATER = NOW.add({ minutes: 1 });
const LATE = { id: 'h-cam-lam', handled: 10_000, late: 110 };

test('a minute in which nothing happens is not decided on: it looks up no agency', async () => {
  await using day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, '-50');
  await figures(day, '2026-11-23T08:00', [LATE]);
  const { knowledge, due, alerts, reception } = day.open;
  let lookups = 0;
  const directory = {
    ...due.directory,
    children(id: Parameters<typeof due.directory.children>[0]) {
      lookups += 1;
      return due.directory.children(id);
    },
  };
  const job = checkAlerts({
    knowledge,
    due: { ...due, directory },
    audience: reception.audience,
    alerts,
    health: { all: async () => [] },
    rules: USUAL_RULES,
  });
  const minute = async () => {
    lookups = 0;
    const { summary } = await job.run({ dry: false });
    return { queued: summary['queued'], isDecided: lookups > 0 };
  };
  expect(await minute()).toEqual({ queued: 1, isDecided: true });
  expect(await minute()).toEqual({ queued: 0, isDecided: true });
  expect(await minute()).toEqual({ queued: 0, isDecided: false });
  await figures(day, '2026-11-23T08:10', [{ ...LATE, late: 510 }]);
  expect(await minute()).toEqual({ queued: 1, isDecided: true });
});

test('what is asked for in a topic is told there: each topic gets its own, in one message', async () => {
  await using day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, '-50');
  const { audience } = day.open.reception;
  await audience.unsubscribe('telegram', '-50');
  const since = moment('2026-11-23T06:00');
  const watch = (id: string, topic: string | null) =>
    audience.subscribe({
      channel: 'telegram',
      address: { chat: '-50', topic },
      kind: 'alerts',
      agency: AgencyId.parse(id),
      ownLimit: null,
      since,
      pausedBecause: null,
    });
  await watch('h-cam-lam', '7');
  await watch('h-dien-khanh', '8');
  await watch('h-van-ninh', null);
  await figures(day, '2026-11-23T08:00', [
    LATE,
    { ...LATE, id: 'h-dien-khanh' },
    { ...LATE, id: 'h-van-ninh' },
  ]);
  const { details } = await day.jobs.alerts.run({ dry: false });
  expect(details.toSorted()).toEqual([
    expect.stringMatching(/^alert\/2026-11-23\/telegram:-50\/1 .*UBND huyện Vạn Ninh/u),
    expect.stringMatching(/^alert\/2026-11-23\/telegram:-50\/1\/7 .*UBND huyện Cam Lâm/u),
    expect.stringMatching(/^alert\/2026-11-23\/telegram:-50\/1\/8 .*UBND huyện Diên Khánh/u),
  ]);
  const outbox = outboxStore(day.open.storage);
  // Of each chat the oldest is due first.
  const addresses = [];
  for (;;) {
    const [first] = await outbox.due('telegram', NOW);
    const claim = first && (await outbox.claim(first.id, { owner: 'x', at: NOW, until: LATER }));
    if (first === undefined || claim === undefined || claim === null) break;
    addresses.push(first.address);
    await outbox.settle(claim, { kind: 'dead', reason: 'never', why: '' }, NOW);
  }
  expect(addresses).toEqual([
    { chat: '-50', topic: null },
    { chat: '-50', topic: '7' },
    { chat: '-50', topic: '8' },
  ]);
  // All of it is told: nothing comes again.
  expect((await day.jobs.alerts.run({ dry: false })).summary).toMatchObject({ nothingNew: 1 });
});
