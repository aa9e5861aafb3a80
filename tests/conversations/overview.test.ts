import { afterAll, beforeAll, describe, expect, test } from 'vitest';

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

const linesIn = (text: string) => text.split('\n').filter((line) => line !== '');

test('a district in at most eight lines: its place, who got better, and what came since the last day known', async () => {
  const { text } = await bot.hears('/tong-quan Nha Trang');
  expect(text).toContain('Cao nhất trên địa bàn: Vĩnh Lương 1,20% (12/1.000) · Lộc Thọ 0,60%');
  // As many days of the year before, not all of it: Lộc Thọ fell by 8,40 points only against that.
  expect(text).toContain('Giảm nhiều nhất: Vĩnh Lương giảm 2,80 điểm % so với năm 2022');
  expect(text).toContain('Từ 17/11/2023: thêm 3 hồ sơ trễ hạn (nhiều nhất Vĩnh Lương, thêm 1)');
  expect(linesIn(text).length).toBeLessThanOrEqual(8);
});

test('of a period that is over it is not told what came since which day', async () => {
  const { text } = await bot.hears('/tong-quan Nha Trang năm 2022');
  expect(text).toContain('năm 2022');
  expect(text).not.toContain('Từ 20/11/2022');
});

describe('from the official documents', () => {
  let official: TestBot;
  beforeAll(async () => {
    official = await startBot();
  });
  afterAll(() => official[Symbol.asyncDispose]());

  test('two truths: each with its counts, formula and standing, why they differ, and both changes', async () => {
    const lines = linesIn((await official.hears('/tong-quan Nha Trang 6 tháng đầu năm 2023')).text);
    expect(lines).toHaveLength(7);
    expect(lines.slice(1, 5)).toEqual([
      '0,96%: 63/6.571 hồ sơ = đã giải quyết trễ hạn ÷ đã giải quyết · dưới mục tiêu 1%',
      expect.stringMatching(/^1,10%: 85\/7\.718 hồ sơ = .* · vượt mục tiêu 1% · /u),
      'Giảm 0,74 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo) · giảm 0,52 điểm % so với quý I/2023 (theo báo cáo)',
      '⚠️ Hai số khác nhau do công thức; một cách tính dưới 1%, một cách tính từ 1% trở lên.',
    ]);
  });

  test('counts, formula, standing, change and what does not add up are in eight lines', async () => {
    const { text } = await official.hears('/tong-quan');
    expect(linesIn(text)).toHaveLength(8);
    for (const part of [
      '2.597/525.433 hồ sơ = (đã giải quyết trễ hạn',
      '· giảm 1,10 điểm % so với năm 2022',
      'cộng lại 2.635/530.662',
      'Cao nhất: Sở TNMT',
    ]) {
      expect(text).toContain(part);
    }
  });

  test.each([
    ['/tong-quan 2020', 'mục III.1', 'Đã giải quyết 538.531 hồ sơ (mục II.3)'],
    ['/tong-quan Nha Trang 2020', 'mục III.2', 'Chỉ công bố tỷ lệ, không có số hồ sơ'],
  ])('%s: the place is that of its own figure', async (question, place, counts) => {
    const { text } = await official.hears(question);
    expect(text).toContain(`Báo cáo 43/BC-UBND ngày 17/03/2021, ${place} · số liệu đến 14/12/2020`);
    expect(text).toContain(counts);
  });
});
