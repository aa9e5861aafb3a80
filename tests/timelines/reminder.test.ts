import { expect, test } from 'vitest';

import { startDay } from './start-day.ts';
import { letWardsIn, takeInWards, WARDS } from './wards.ts';

/** A group that has its list and wants it again at two. */
async function askedAgain() {
  const day = await startDay({ at: '2026-11-23T05:00' });
  await letWardsIn(day, WARDS.slice(0, 1));
  await takeInWards(day.open.due.dossiers, '2026-11-23');
  await day.skipTo('2026-11-23T07:00');
  await day.runUntil('2026-11-23T07:01');
  await day.say('-1', '/nhac-lai 14:00');
  return day;
}

const sentAgain = ({ text }: { readonly text: string }) => text.includes('Nhắc lại theo yêu cầu');

test('a list put off comes once more at its hour', async () => {
  await using day = await askedAgain();
  await day.skipTo('2026-11-23T13:59');
  await day.runUntil('2026-11-23T14:05');
  expect(day.got.filter(sentAgain)).toMatchObject([{ at: '14:00', chat: '-1' }]);
});

test('queued before an outage, it goes out the same day only', async () => {
  await using sameDay = await askedAgain();
  await sameDay.skipTo('2026-11-23T14:00');
  await sameDay.jobs.remind.run({ dry: false });
  await sameDay.skipTo('2026-11-23T23:59');
  await sameDay.runUntil('2026-11-23T23:59');
  expect(sameDay.got.filter(sentAgain)).toMatchObject([{ at: '23:59' }]);

  await using nextDay = await askedAgain();
  await nextDay.skipTo('2026-11-23T14:00');
  await nextDay.jobs.remind.run({ dry: false });
  await nextDay.skipTo('2026-11-24T00:00');
  await nextDay.runUntil('2026-11-24T00:02');
  expect(nextDay.got.filter(sentAgain)).toEqual([]);
});
