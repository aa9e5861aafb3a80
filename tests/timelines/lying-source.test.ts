import { describe, expect, test } from 'vitest';

import { openStorage } from '../../src/storage/open.ts';
import type { Said } from '../polling/one-stop-readings.ts';
import { startHour } from './start-hour.ts';

const NHA_TRANG = 'tp-nha-trang';

/** The quarter that runs: so many were received by 20/11. */
const running = (received: number): Said => ({
  asOf: '2026-11-20',
  counts: { [NHA_TRANG]: { received } },
});

/** The quarter before, which is over: so many of 1.000 were late. */
const closed = (late: number, agency = NHA_TRANG): Said => ({
  asOf: '2026-09-14',
  period: '2026-Q3',
  counts: {
    [agency]: {
      resolved: 1_000,
      resolvedOnTime: 1_000 - late,
      resolvedOverdue: late,
      pending: 0,
      pendingWithin: 0,
      pendingOverdue: 0,
    },
  },
});

/** The same of two agencies. */
const both = (late: number, other: number): Said => ({
  ...closed(late),
  counts: { ...closed(late).counts, ...closed(other, 'tp-cam-ranh').counts },
});

const WELL = [closed(10), running(6_600)];
const QUESTION = '/tre-han Nha Trang quý 3/2026';

/** A group of leaders, let in by who sits at the machine. */
async function letIn(hour: Awaited<ReturnType<typeof startHour>>, chat: string) {
  await hour.ask(chat, '/gan-nhom lãnh đạo');
}

describe('an hour of a system that lies, fails, corrects itself and recovers', () => {
  test('is told exactly as a careful person would', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    await letIn(hour, 'Lãnh đạo');
    hour.says(WELL);
    await hour.runUntil('2026-11-20T08:04');
    expect((await hour.ask('Lãnh đạo', QUESTION)).headline).toContain('1,00%');

    hour.says('fault');
    await hour.runUntil('2026-11-20T08:14');
    expect((await hour.ask('Lãnh đạo', '/ho-so Nha Trang')).text).toContain(
      'Nguồn mot-cua không đọc được từ 08:04 ngày 20/11/2026; số liệu đọc lúc 08:04 ngày 20/11/2026 có thể đã khác.',
    );

    // A hundred times as much, with the quarter before changed in the same breath.
    hour.says([closed(500), running(660_000)]);
    await hour.runUntil('2026-11-20T08:20');
    expect((await hour.ask('Lãnh đạo', QUESTION)).headline).toContain('1,00%');

    hour.says(WELL);
    await hour.runUntil('2026-11-20T08:30');
    expect((await hour.ask('Lãnh đạo', '/ho-so Nha Trang')).text).not.toContain('mot-cua');

    hour.says([closed(12), running(6_610)]);
    await hour.runUntil('2026-11-20T09:00');
    expect(hour.heard()).toEqual([
      '08:04 keeper: Nguồn mot-cua không đọc được',
      '08:25 keeper: Nguồn mot-cua đã đọc lại được',
      '08:40 Lãnh đạo: Số liệu đã điều chỉnh so với đã báo, quý III/2026',
    ]);
    expect(hour.got.at(-1)?.text).toContain(
      'UBND thành phố Nha Trang: trễ hạn 1,20% (12/1.000), trước là 1,00% (10/1.000)',
    );
    const { text } = await hour.ask('Lãnh đạo', '/nguon Nha Trang');
    expect(text).toContain('đang dùng, nạp lúc 08:30 ngày 20/11/2026; trễ hạn 1,20% (12/1.000)');
    expect(text).toContain('bản cũ đã được thay, nạp lúc 08:00 ngày 20/11/2026; trễ hạn 1,00%');
  });

  test('that only fell silent is told of once an hour has gone by without anything new', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    hour.says(WELL);
    await hour.runUntil('2026-11-20T10:00');
    expect(hour.heard()).toEqual(['09:01 keeper: Nguồn mot-cua lâu không có số mới']);
    hour.says([closed(10), running(6_620)]);
    await hour.runUntil('2026-11-20T10:30');
    expect(hour.heard()[1]).toBe('10:05 keeper: Nguồn mot-cua đã đọc lại được');
  });

  test('is not told of again by a process that starts anew', async () => {
    const storage = openStorage(':memory:');
    const first = await startHour('2026-11-20T08:00', storage);
    first.says('fault');
    await first.runUntil('2026-11-20T08:05');
    expect(first.heard()).toHaveLength(1);
    const second = await startHour('2026-11-20T08:06', storage);
    second.says('fault');
    await second.runUntil('2026-11-20T08:20');
    expect(second.heard()).toEqual([]);
    second.says(WELL);
    await second.runUntil('2026-11-20T08:30');
    expect(second.heard()).toEqual(['08:25 keeper: Nguồn mot-cua đã đọc lại được']);
    storage.close();
  });
});

/** The quarter that runs, of two agencies and a little more each minute; and the same without the second. */
const two = (more: number): Said => ({
  asOf: '2026-11-20',
  counts: {
    [NHA_TRANG]: { received: 6_600 + more, resolved: 6_000, pending: 600 + more },
    'tp-cam-ranh': { received: 900, resolved: 800, pending: 100 },
  },
});
const one = (more: number): Said => {
  const { [NHA_TRANG]: left = {} } = two(more).counts;
  return { ...two(more), counts: { [NHA_TRANG]: left } };
};

test('an agency that drops out of a table is missed until it returns, and who asks is told', async () => {
  await using hour = await startHour('2026-11-20T08:00');
  await letIn(hour, 'Lãnh đạo');
  hour.says([two(0)]);
  await hour.runUntil('2026-11-20T08:01');
  hour.says([one(1)]);
  await hour.runUntil('2026-11-20T08:02');
  hour.says([one(2)]);
  await hour.runUntil('2026-11-20T08:20');
  expect(hour.heard()).toHaveLength(1);
  expect(hour.heard()[0]).toMatch(/^08:01 keeper: Nguồn mot-cua /u);
  const { text } = await hour.ask('Lãnh đạo', '/tre-han Cam Ranh');
  expect(text).toContain('đơn vị này không còn trong bảng, trước có 900 hồ sơ');
  expect(text).not.toContain('Chưa nguồn nào cung cấp');
  expect((await hour.ask('Lãnh đạo', '/doi-chieu Cam Ranh')).text).toContain(
    'Không còn trong bảng, trước có 900 hồ sơ',
  );

  hour.says([two(3)]);
  await hour.runUntil('2026-11-20T08:40');
  expect(hour.heard()[1]).toBe('08:25 keeper: Nguồn mot-cua đã đọc lại được');
});

describe('a correction', () => {
  test('that is taken back within minutes says what is now, once', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    await letIn(hour, 'Lãnh đạo');
    hour.says(WELL);
    await hour.runUntil('2026-11-20T08:01');
    await hour.ask('Lãnh đạo', QUESTION);
    hour.says([closed(12)]);
    await hour.runUntil('2026-11-20T08:05');
    hour.says([closed(10)]);
    await hour.runUntil('2026-11-20T08:30');
    expect(hour.heard()).toEqual(['08:11 Lãnh đạo: Số liệu không đổi so với đã báo, quý III/2026']);
  });

  test('that removes a row is told to those who were told its figure', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    await letIn(hour, 'Lãnh đạo');
    hour.says([both(10, 20)]);
    await hour.runUntil('2026-11-20T08:01');
    await hour.ask('Lãnh đạo', '/tre-han Cam Ranh quý 3/2026');
    hour.says([closed(10)]);
    await hour.runUntil('2026-11-20T08:30');
    const told = hour.got.filter(({ chat }) => chat === 'Lãnh đạo');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(
      'UBND thành phố Cam Ranh: không còn trong bảng, trước là trễ hạn 2,00% (20/1.000)',
    );
  });

  test('that comes at night is told in the morning, as what it is by then', async () => {
    await using hour = await startHour('2026-11-20T17:30');
    await letIn(hour, 'Lãnh đạo');
    hour.says([closed(10)]);
    await hour.runUntil('2026-11-20T17:31');
    await hour.ask('Lãnh đạo', QUESTION);
    hour.says([closed(12)]);
    await hour.runUntil('2026-11-20T17:55');
    hour.says([closed(13)]);
    await hour.runUntil('2026-11-20T18:30');
    expect(hour.got.map(({ at }) => at)).toEqual(['17:41']);
    hour.says([closed(14)]);
    await hour.runUntil('2026-11-20T18:45');
    expect(hour.got).toHaveLength(1);
    // The next day is a Saturday.
    await hour.skipTo('2026-11-23T06:55');
    await hour.runUntil('2026-11-23T07:20');
    const told = hour.got.filter(({ chat }) => chat === 'Lãnh đạo');
    expect(told.map(({ at }) => at)).toEqual(['17:41', '07:00']);
    expect(told[1]?.text).toContain('1,40% (14/1.000), trước là 1,20% (12/1.000)');
  });

  test('reaches those who were told, and nobody else', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    for (const chat of ['Đã hỏi', 'Hỏi nơi khác', 'Chưa hỏi', 'Đã rời']) await letIn(hour, chat);
    hour.says([
      closed(10),
      { ...closed(10, 'tp-cam-ranh'), period: '2026-Q2', asOf: '2026-06-14' },
    ]);
    await hour.runUntil('2026-11-20T08:01');
    for (const chat of ['Đã hỏi', 'Đã rời']) await hour.ask(chat, QUESTION);
    await hour.ask('Hỏi nơi khác', '/tre-han Cam Ranh quý 2/2026');
    await hour.open.reception.audience.unbind('web', 'Đã rời');
    hour.says([closed(12)]);
    await hour.runUntil('2026-11-20T08:30');
    expect(hour.got.map(({ chat }) => chat)).toEqual(['Đã hỏi']);
  });

  test('of what was corrected before is about that, and not about the whole table', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    await letIn(hour, 'Nha Trang');
    hour.says([both(10, 10)]);
    await hour.runUntil('2026-11-20T08:01');
    await hour.ask('Nha Trang', QUESTION);
    hour.says([both(12, 10)]);
    await hour.runUntil('2026-11-20T08:40');
    hour.says([both(13, 20)]);
    await hour.runUntil('2026-11-20T09:10');
    expect(hour.got.map(({ text }) => text.includes('UBND thành phố Nha Trang: trễ hạn'))).toEqual([
      true,
      true,
    ]);
    expect(hour.got.filter(({ text }) => text.includes('Cam Ranh'))).toEqual([]);
  });

  test('told before is not told again, and a later one is told against it', async () => {
    await using hour = await startHour('2026-11-20T08:00');
    await letIn(hour, 'Lãnh đạo');
    hour.says(WELL);
    await hour.runUntil('2026-11-20T08:01');
    await hour.ask('Lãnh đạo', QUESTION);
    hour.says([closed(12)]);
    await hour.runUntil('2026-11-20T08:40');
    hour.says([closed(13)]);
    await hour.runUntil('2026-11-20T09:10');
    expect(hour.got.map(({ at }) => at)).toEqual(['08:11', '08:50']);
    expect(hour.got[1]?.text).toContain('1,30% (13/1.000), trước là 1,20% (12/1.000)');
  });
});
