import { expect, test } from 'vitest';

import { firstTime } from '../../src/channels/first-time.ts';
import { roomLog } from '../../src/channels/room-log.ts';
import { openStorage } from '../../src/storage/open.ts';
import { seenEvents } from '../../src/storage/seen-events.ts';
import { KeptLog } from '../doubles/kept-log.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00+07:00');

/** What two messengers brought, and the log. */
function opened() {
  const storage = openStorage(':memory:');
  const kept = new KeptLog();
  const deps = {
    seen: seenEvents(storage),
    clock: { now: () => NOON },
    log: roomLog('zaloOa', kept),
  };
  const [oa, bot] = [firstTime('zalo-oa', deps), firstTime('zalo-bot', deps)];
  return { storage, kept, oa, bot };
}

test('the same event of the same messenger is new once; without a key everything is', async () => {
  const { storage, oa, bot } = opened();
  expect([await oa('a'), await oa('a'), await bot('a'), await oa('b')]).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect([await oa(null), await oa(null)]).toEqual([true, true]);
  storage.close();
});

test('what cannot be written down is new: rather answered twice than not at all', async () => {
  const { storage, kept, oa } = opened();
  storage.close();
  expect(await oa('a')).toBe(true);
  expect(kept.lines).toMatchObject([{ level: 'error', event: 'zaloOa.notWrittenDown' }]);
});
