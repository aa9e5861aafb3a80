import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { day, snapshotOf, statementOf } from '../contracts/sample-snapshots.ts';
import { row } from '../queries/known.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;

/** A table of four districts in a period, up to a day; each table is a document of its own. */
async function store(period: string, asOf: string, overdue: number): Promise<void> {
  await bot.knowledge.snapshots.record(
    snapshotOf({
      document: { number: `${period}/BC`, title: 'Báo cáo nhanh' },
      period: PeriodKey.parse(period),
      asOf: day(asOf),
      fetchedAt: Temporal.Instant.from(`${asOf}T16:00:00Z`),
      figures: [
        row('tp-nha-trang', overdue, 1000),
        ...['tp-cam-ranh', 'h-cam-lam', 'h-dien-khanh'].map((id) => row(id, 20, 1000)),
        { ...row('tp-nha-trang', 3, 100), field: 'Đất đai' },
      ],
      statements: [statementOf({ rate: 6867 })],
    }),
  );
}

beforeAll(async () => {
  bot = await startBot({ now: '2023-08-21T08:00+07:00', samples: 'none' });
  await store('2022-Q3', '2022-08-20', 14);
  await store('2022-Q3', '2022-09-14', 17);
  await store('2023-Q2', '2023-06-14', 12);
  await store('2023-Q3', '2023-08-20', 10);
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
});

describe('in a running quarter every answer says so, in words and in the chart', () => {
  test.each([
    '/tre-han Nha Trang',
    '/dung-han Nha Trang',
    '/ho-so Nha Trang',
    '/xep-hang huyện',
    '/linh-vuc Nha Trang',
    '/tong-quan Nha Trang',
    '/truc-tuyen Nha Trang',
    '/so-sanh Nha Trang, Cam Ranh',
    '/so-sanh hồ sơ Nha Trang, Cam Ranh',
    '/dien-bien Nha Trang',
  ])('%s', async (question) => {
    const { text, reply } = await bot.hears(question);
    expect(text.split('\n')[0]).toContain('(tạm tính)');
    expect(text).toContain('tạm tính, kỳ đang chạy, mới đến 20/08/2023');
    expect(JSON.stringify(reply.chart ?? 'tạm tính')).toContain('tạm tính');
  });

  test('a period that is over is not', async () => {
    const { text } = await bot.hears('/tre-han Nha Trang quý 2');
    expect(text).not.toContain('tạm tính');
  });
});

describe('a running quarter is compared with as many days', () => {
  test('of the year before, and not with a whole quarter', async () => {
    const { text } = await bot.hears('/tre-han Nha Trang');
    expect(text).toContain('Giảm 0,40 điểm % so với quý III/2022 tính đến 20/08/2022');
    expect(text).toContain('Chưa so với quý II/2023: kỳ đang chạy, mới đến 20/08/2023.');
    expect(text).not.toContain('Giảm 0,70');
  });

  test('nor side by side with a whole one', async () => {
    const { text } = await bot.hears('/so-sanh Nha Trang quý 2, quý 3');
    expect(text).toMatch(/Không so sánh trực tiếp.*kỳ đang chạy/u);
    expect(text).not.toContain('điểm %');
  });

  test('nor joined to a whole one in a trend', async () => {
    const { reply } = await bot.hears('/dien-bien Nha Trang');
    if (reply.chart?.kind !== 'trend') throw new Error('no trend');
    const points = reply.chart.points.map(({ label, joined }) => `${label} ${String(joined)}`);
    expect(points.at(-1)).toBe('Q3/2023 tạm tính false');
  });
});

describe('districts whose figures reach different days of one quarter', () => {
  let uneven: TestBot;
  beforeAll(async () => {
    uneven = await startBot({ now: '2023-08-21T08:00+07:00', samples: 'none' });
    const days = ['18', '19', '20', '20'];
    const ids = ['tp-nha-trang', 'tp-cam-ranh', 'h-cam-lam', 'h-dien-khanh'];
    for (const [at, id] of ids.entries()) {
      const snapshot = snapshotOf({
        document: { number: `${id}/BC`, title: 'Báo cáo nhanh' },
        period: PeriodKey.parse('2023-Q3'),
        asOf: day(`2023-08-${days[at] ?? ''}`),
        figures: [row(id, 10 + at, 1000)],
      });
      await uneven.knowledge.snapshots.record(snapshot);
    }
  });
  afterAll(() => uneven[Symbol.asyncDispose]());

  test('have no place among each other', async () => {
    expect((await uneven.hears('/tre-han Nha Trang')).text).not.toContain('Cao thứ');
    expect((await bot.hears('/tre-han Nha Trang')).text).toContain('Cao thứ 4/4');
  });

  test.each(['/xep-hang huyện', '/xep-hang huyện số hồ sơ', 'huyện nào trên 0,1%'])(
    '%s says so',
    async (question) => {
      expect((await uneven.hears(question)).text).toContain(
        'Số liệu các đơn vị không cùng ngày (từ 18/08/2023 đến 20/08/2023)',
      );
      expect((await bot.hears(question)).text).not.toContain('không cùng ngày');
    },
  );
});

describe('figures older than a year say so where no period was asked for', () => {
  test.each([
    '/tre-han Nha Trang',
    '/ho-so Nha Trang',
    '/xep-hang huyện',
    '/so-sanh Nha Trang, Cam Ranh',
    '/so-sanh hồ sơ Nha Trang, Cam Ranh',
    '/dien-bien Nha Trang',
    '/linh-vuc Nha Trang',
    '/tong-quan',
    '/truc-tuyen Nha Trang',
    '/hai-long',
  ])('%s', async (question) => {
    await using later = await startBot();
    expect((await later.hears(question)).text).toContain('đã quá một năm');
  });

  test.each([
    '/ho-so Nha Trang năm 2023',
    '/xep-hang huyện 2023',
    '/so-sanh Nha Trang, Cam Ranh 2023',
  ])('%s names one', async (question) => {
    await using later = await startBot();
    expect((await later.hears(question)).text).not.toContain('đã quá một năm');
  });
});
