import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Agency, AgencyId } from '../../src/agencies/agency.ts';
import { belongingTo } from '../../src/agencies/members.ts';
import { PeriodKey } from '../../src/calendar/period.ts';
import { day, snapshotOf } from '../contracts/sample-snapshots.ts';
import { row } from '../queries/known.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
let units: readonly Agency[];

/** A table of the system for the running year; each day is a version of it. */
async function store(period: string, asOf: string, late: Readonly<Record<string, number>>) {
  await bot.knowledge.snapshots.record(
    snapshotOf({
      source: 'mot-cua',
      document: { number: null, title: 'Hệ thống một cửa', issuedOn: null },
      period: PeriodKey.parse(period),
      asOf: day(asOf),
      fetchedAt: Temporal.Instant.from(`${asOf}T16:00:00Z`),
      figures: [
        row('tp-nha-trang', late['tp-nha-trang'] ?? 0, 1000),
        ...units.map(({ id }) => row(id, late[id] ?? 2, 1000)),
      ],
    }),
  );
}

beforeAll(async () => {
  bot = await startBot({ now: '2023-11-21T08:00+07:00', samples: 'none' });
  const { directory } = bot.knowledge;
  units = belongingTo(directory, AgencyId.parse('tp-nha-trang')).filter(
    ({ id, validFrom }) => validFrom === null && directory.children(id).length === 0,
  );
  await store('2022', '2022-11-20', { 'tp-nha-trang': 30, 'x-vinh-luong': 40, 'p-loc-tho': 9 });
  await store('2022', '2022-12-14', { 'tp-nha-trang': 50, 'x-vinh-luong': 60, 'p-loc-tho': 90 });
  await store('2023', '2023-11-17', { 'tp-nha-trang': 20, 'x-vinh-luong': 11, 'p-loc-tho': 8 });
  await store('2023', '2023-11-20', { 'tp-nha-trang': 23, 'x-vinh-luong': 12, 'p-loc-tho': 6 });
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

test('a district in at most eight lines: its place, who got better, and what came since the last day known', async () => {
  const { text } = await bot.hears('/tong-quan Nha Trang');
  expect(text).toContain('Cao nhất trên địa bàn: Vĩnh Lương 1,20% (12/1.000) · Lộc Thọ 0,60%');
  // As many days of the year before, not all of it: Lộc Thọ fell by 8,40 points only against that.
  expect(text).toContain('Giảm nhiều nhất: Vĩnh Lương giảm 2,80 điểm % so với năm 2022');
  expect(text).toContain('Từ 17/11/2023: thêm 3 hồ sơ trễ hạn (nhiều nhất Vĩnh Lương, thêm 1)');
  expect(text.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
});

test('of a period that is over it is not told what came since which day', async () => {
  const { text } = await bot.hears('/tong-quan Nha Trang năm 2022');
  expect(text).toContain('năm 2022');
  expect(text).not.toContain('Từ 20/11/2022');
});
