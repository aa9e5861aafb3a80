import { describe, expect, test } from 'vitest';

import { auditStore } from '../../src/storage/audit-store.ts';
import { figures, firstLines, type Late, letLeadersIn } from './alert-figures.ts';
import { startDay } from './start-day.ts';

const LEADERS = '-50';
const CAM_LAM = { id: 'h-cam-lam', handled: 10_000 };

/** A Monday on which leaders are warned of everything. */
async function monday(wish = '', at = '2026-11-23T06:00') {
  const day = await startDay({ at });
  await letLeadersIn(day, LEADERS, wish);
  return day;
}

type Day = Awaited<ReturnType<typeof monday>>;

/** Takes figures of Cam Lâm in at a moment, and lets three minutes pass. */
async function late(day: Day, at: string, count: number) {
  await figures(day, at, [{ ...CAM_LAM, late: count }]);
  await day.runUntil(at.replace(/.$/u, '3'));
}

describe('a rate over a day', () => {
  test('is told when it reaches a limit, when it reaches the next, and when it is clearly under it again', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:00', 50);
    await late(day, '2026-11-23T08:10', 100);
    await late(day, '2026-11-23T08:20', 99);
    await late(day, '2026-11-23T08:30', 110);
    await late(day, '2026-11-23T09:00', 510);
    await late(day, '2026-11-23T09:30', 95);
    await late(day, '2026-11-23T10:00', 85);
    expect(firstLines(day)).toEqual([
      '08:10 1,00% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '09:00 5,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '09:30 0,95% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      '10:00 0,85% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
    ]);
    expect(day.got.map(({ text }) => text.split('\n')[2])).toEqual([
      'Chạm ngưỡng 1% (Báo cáo 4589/BC-UBND) — 100/10.000 hồ sơ.',
      'Vượt ngưỡng 5% (Chương trình hành động 12823/CTr-UBND) — 510/10.000 hồ sơ; lần báo trước 1,00%.',
      'Đã xuống dưới 5%, đang sát mức 1% — 95/10.000 hồ sơ; lần báo trước 5,10%.',
      'Đã xuống dưới 1% — 85/10.000 hồ sơ; lần báo trước 0,95%.',
    ]);
  });

  test('says what can be done, where it comes from, and offers to answer', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 112);
    const [alert] = day.got;
    expect(alert?.text.split('\n').filter((line) => line !== '')).toEqual([
      '1,12% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
      'Vượt ngưỡng 1% (Báo cáo 4589/BC-UBND) — 112/10.000 hồ sơ.',
      'Cần thêm 1.201 hồ sơ giải quyết đúng hạn để xuống dưới 1%.',
      'Nguồn: Hệ thống Một cửa điện tử · số liệu đến 23/11/2026. Cách tính trễ hạn: công thức của tỉnh',
    ]);
    expect(alert?.reply.choices.map(({ send }) => send)).toEqual([
      '/canh-bao đã nắm',
      '/canh-bao tạm dừng',
      '/tre-han UBND huyện Cam Lâm #h-cam-lam',
    ]);
    expect(alert?.reply.topic).toMatchObject({
      agency: 'h-cam-lam',
      period: '2026',
      metric: 'overdue',
    });
  });

  test('nobody acknowledges is repeated after five working days, acknowledged it is not', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 110);
    await figures(day, '2026-11-30T06:59', [{ ...CAM_LAM, late: 110 }]);
    await day.runUntil('2026-11-30T07:05');
    expect(day.got[1]?.text).toContain('Vẫn từ 1% trở lên từ 23/11/2026');
    expect(await day.say(LEADERS, '/canh-bao đã nắm')).toContain('1 cảnh báo không nhắc lại nữa');
    await figures(day, '2026-12-08T06:59', [{ ...CAM_LAM, late: 110 }]);
    await day.runUntil('2026-12-08T07:05');
    expect(day.got).toHaveLength(2);
  });

  test('is told once, though two processes look in the same minute and one starts anew', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:10', [{ ...CAM_LAM, late: 110 }]);
    const both = await Promise.all([1, 2].map(() => day.jobs.alerts.run({ dry: false })));
    expect(both.map(({ summary }) => summary['queued']).toSorted((a = 0, b = 0) => a - b)).toEqual([
      0, 1,
    ]);
    await using later = await startDay({ at: '2026-11-23T08:11', storage: day.open.storage });
    expect(await later.jobs.alerts.run({ dry: false })).toMatchObject({
      summary: { nothingNew: 1 },
    });
  });

  test('is accounted for as told about its agency: who was told is told when it is corrected', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T08:10', 110);
    const [entry] = await auditStore(day.open.storage).latest(1);
    expect(entry?.typed).toBe('alert/2026-11-23/telegram:-50/1/h-cam-lam');
  });

  test('a dry run tells what it would send, and sends nothing', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:10', [{ ...CAM_LAM, late: 110 }]);
    const { details } = await day.jobs.alerts.run({ dry: true });
    expect(details).toEqual([
      'alert/2026-11-23/telegram:-50/1 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026',
    ]);
    await day.runUntil('2026-11-23T08:11');
    expect(day.got).toHaveLength(1);
  });
});

describe('in peace', () => {
  test('what came and went in the night is not told, what stays is, by the figures of the morning', async () => {
    await using day = await monday();
    await late(day, '2026-11-23T19:00', 110);
    await late(day, '2026-11-23T23:00', 50);
    await day.skipTo('2026-11-24T06:50');
    await day.runUntil('2026-11-24T07:10');
    expect(day.got).toEqual([]);
    await late(day, '2026-11-24T18:00', 110);
    await late(day, '2026-11-25T05:00', 130);
    await day.skipTo('2026-11-25T06:55');
    await day.runUntil('2026-11-25T07:05');
    expect(firstLines(day)).toEqual(['07:00 1,30% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
  });

  test('nothing comes on a Sunday', async () => {
    await using day = await monday('', '2026-11-29T06:00');
    await late(day, '2026-11-29T10:00', 110);
    expect(day.got).toEqual([]);
  });

  test('a chat that put them off is told afterwards what is still the case', async () => {
    await using day = await monday();
    expect(await day.say(LEADERS, '/canh-bao tạm dừng 2 giờ')).toContain('08:00 ngày 23/11/2026');
    await late(day, '2026-11-23T07:30', 110);
    expect(day.got).toEqual([]);
    await day.runUntil('2026-11-23T08:02');
    expect(firstLines(day)).toEqual(['08:00 1,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026']);
  });

  test('until the next working morning if it said no more, or until it wants them again', async () => {
    await using day = await monday();
    await day.skipTo('2026-11-27T08:00');
    expect(await day.say(LEADERS, '/canh-bao tạm dừng')).toContain('07:00 ngày 30/11/2026');
    await late(day, '2026-11-27T08:10', 110);
    expect(day.got).toEqual([]);
    expect(await day.say(LEADERS, '/canh-bao')).toContain('Đang tạm dừng');
    await day.say(LEADERS, '/canh-bao bật lại');
    await day.runUntil('2026-11-27T08:15');
    expect(day.got).toHaveLength(1);
  });
});

const DISTRICTS = [
  'h-cam-lam',
  'h-dien-khanh',
  'h-van-ninh',
  'h-khanh-vinh',
  'h-khanh-son',
  'tx-ninh-hoa',
  'tp-cam-ranh',
];

/** Some districts that are all late. */
const rows = (count: number): readonly Late[] =>
  DISTRICTS.slice(0, count).map((id, at) => ({ id, handled: 10_000, late: 200 + at }));

test('who ends the alerts and wants them again is told anew what is still the case; a changed limit is no new wish', async () => {
  await using day = await monday();
  await late(day, '2026-11-23T08:00', 210);
  await day.say(LEADERS, '/huy cảnh báo');
  await day.runUntil('2026-11-23T08:05');
  await day.say(LEADERS, '/dang-ky cảnh báo');
  await day.runUntil('2026-11-23T08:08');
  expect(day.got.map(({ at }) => at)).toEqual(['08:00', '08:05']);
  await day.say(LEADERS, '/dang-ky cảnh báo ngưỡng 2%');
  await day.runUntil('2026-11-23T08:10');
  expect(firstLines(day).at(-1)).toBe('08:08 2,10% hồ sơ trễ hạn — UBND huyện Cam Lâm, năm 2026');
  await day.say(LEADERS, '/dang-ky cảnh báo ngưỡng 3%');
  await day.runUntil('2026-11-23T08:15');
  expect(day.got).toHaveLength(3);
});

describe('several at once', () => {
  test.each([2, 4, 5, 6, 7])('%d come in one message of at most eight lines', async (count) => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:00', rows(count));
    await day.runUntil('2026-11-23T08:03');
    expect(day.got).toHaveLength(1);
    const lines = day.got[0]?.text.split('\n').filter((line) => line !== '') ?? [];
    expect(lines[0]).toBe(`${count} cảnh báo, năm 2026 — 08:00 ngày 23/11/2026`);
    expect(lines.length).toBeLessThanOrEqual(8);
    expect(lines.join(' ')).toContain('Cam Lâm 2,00%');
  });

  test('bad news before good', async () => {
    await using day = await monday();
    await figures(day, '2026-11-23T08:00', rows(1));
    await day.runUntil('2026-11-23T08:03');
    const next = rows(2).map((row, at) => (at === 0 ? { ...row, late: 10 } : row));
    await figures(day, '2026-11-23T08:10', next);
    await day.runUntil('2026-11-23T08:13');
    expect(day.got[1]?.text).toMatch(
      /^1 cảnh báo · 1 mục đã cải thiện, năm 2026[\s\S]*Diên Khánh 2,01%[\s\S]*Cam Lâm 0,10%/u,
    );
  });
});
