import { expect, test } from 'vitest';

import { figures, letLeadersIn } from './alert-figures.ts';
import { startDay } from './start-day.ts';

const LEADERS = '-50';
const LATE = { id: 'h-cam-lam', handled: 10_000, late: 110 };

/** What comes of an alert that is queued, but not sent, when something is done to its chat. */
async function afterwards(deed: (day: Awaited<ReturnType<typeof startDay>>) => Promise<unknown>) {
  await using day = await startDay({ at: '2026-11-23T06:00' });
  await letLeadersIn(day, LEADERS);
  await figures(day, '2026-11-23T08:00', [LATE]);
  await day.jobs.alerts.run({ dry: false });
  await deed(day);
  await day.runUntil('2026-11-23T08:05');
  return day.got.map(({ at }) => at);
}

test.each([
  ['is let go', '/gan-nhom bỏ'],
  ['is let in as the group of another agency', '/gan-nhom UBND huyện Diên Khánh'],
  ['wants no more alerts', '/huy cảnh báo'],
  ['wants nothing more', '/huy'],
])('a chat that %s does not get what waits for it', async (_, said) => {
  expect(await afterwards(async (day) => day.say(LEADERS, said))).toEqual([]);
});

test.each([
  ['is let in as the same again', ['/gan-nhom lãnh đạo'], ['08:00']],
  ['wants no more lists', ['/huy danh sách'], ['08:00']],
  ['wants alerts again, at once', ['/huy', '/dang-ky cảnh báo'], ['08:01']],
  ['ends one of its alerts: the rest is decided anew', ['/huy cảnh báo Diên Khánh'], ['08:01']],
])('a chat that %s does', async (_, said, times) => {
  const deed = async (day: Awaited<ReturnType<typeof startDay>>) => {
    for (const text of said) await day.say(LEADERS, text);
  };
  expect(await afterwards(deed)).toEqual(times);
});
