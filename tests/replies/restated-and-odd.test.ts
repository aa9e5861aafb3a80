import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Differences, snapshotOf } from '../contracts/sample-snapshots.ts';
import { startBot, type TestBot } from '../conversations/start-bot.ts';
import { figure, row } from '../queries/known.ts';

let bot: TestBot;

const at = (text: string) => ({ fetchedAt: Temporal.Instant.from(text) });

beforeAll(async () => {
  bot = await startBot({ now: '2024-03-01T08:00+07:00', samples: 'none' });
  const record = (differences: Differences) =>
    bot.knowledge.snapshots.record(snapshotOf(differences));
  const counts = { received: 15_000, resolved: 13_000, resolvedOnTime: 12_891 };
  const rowWith = (resolvedOverdue: number) =>
    figure('tp-nha-trang', { ...counts, resolvedOverdue, pending: 1114, pendingOverdue: 0 });
  const others = [
    row('tp-cam-ranh', 103, 6372),
    row('h-cam-lam', 83, 2641),
    row('h-dien-khanh', 85, 4680),
  ];
  const field = { ...row('tp-nha-trang', 61, 1400), field: 'Đất đai' };
  await record({ ...at('2024-02-21T01:00:00Z'), figures: [rowWith(109), ...others, field] });
  await record({
    ...at('2024-02-29T02:30:00Z'),
    source: 'file',
    figures: [
      rowWith(119),
      ...others,
      { ...field, ...row('tp-nha-trang', 65, 1400), field: 'Đất đai' },
    ],
  });
});
afterAll(() => bot[Symbol.asyncDispose]());

const WHEN =
  'nguồn Báo cáo 55/BC-UBND ngày 20/02/2024, Phụ lục 2, ghi nhận lúc 08:00 ngày 21/02/2024; số mới ghi nhận lúc 09:30 ngày 29/02/2024.';

describe('a corrected figure says what it was', () => {
  test.each([
    ['/tre-han Nha Trang', `Số liệu đã được điều chỉnh: trước là 0,77% (109/14.114), ${WHEN}`],
    [
      '/xep-hang huyện',
      `Số liệu đã được điều chỉnh: Nha Trang trước là 0,77% (109/14.114), ${WHEN}`,
    ],
    ['/xep-hang huyện số hồ sơ trễ hạn', `điều chỉnh: Nha Trang trước là 109, ${WHEN}`],
    ['huyện nào trễ hạn trên 0,5%', `điều chỉnh: Nha Trang trước là 0,77% (109/14.114), ${WHEN}`],
    [
      '/linh-vuc Nha Trang',
      'Bảng số liệu đã được điều chỉnh: bản trước ghi nhận lúc 08:00 ngày 21/02/2024, bản đang dùng ghi nhận lúc 09:30 ngày 29/02/2024.',
    ],
    ['/ho-so Nha Trang', `Số liệu đã được điều chỉnh: giải quyết trễ hạn trước là 109, ${WHEN}`],
  ])('%s', async (question, line) => {
    expect((await bot.hears(question)).text).toContain(line);
  });

  test('a ranking in which nothing changed does not', async () => {
    const { text } = await bot.hears('/xep-hang huyện số hồ sơ tiếp nhận');
    expect(text).not.toContain('điều chỉnh');
  });

  test('/nguon tells both versions, and which is in force', async () => {
    const { text, reply } = await bot.hears('/nguon');
    expect(text).toMatch(/^1 bảng số liệu/u);
    expect(text).toMatch(
      /đang dùng, nạp lúc 09:30 ngày 29\/02\/2024\n.*bản cũ đã được thay, nạp lúc 08:00 ngày 21\/02\/2024/u,
    );
    expect(reply.snapshots).toHaveLength(1);
  });
});

describe('official figures that are odd', () => {
  let official: TestBot;
  beforeAll(async () => {
    official = await startBot();
  });
  afterAll(() => official[Symbol.asyncDispose]());

  test('a printed rate that its own counts deny is said to be so', async () => {
    const { text } = await official.hears('/truc-tuyen sở KHĐT quý 3');
    expect(text).toContain('2.493/2.558 tính ra 97,46%; văn bản in 97,45%');
    expect((await official.hears('/truc-tuyen Nha Trang')).text).not.toContain('tính ra');
  });

  test('departments beside a total of them are counted as units', async () => {
    const { reply } = await official.hears('/tre-han sở ngành');
    expect(reply.chart?.title).toMatch(/^\d+\/\d+ đơn vị có tỷ\slệ trễ hạn/u);
    const districts = await official.hears('/tre-han Nha Trang');
    expect(districts.reply.chart?.title).toMatch(/^4\/8 huyện có tỷ\slệ trễ hạn/u);
  });

  test('the chart of a total is judged by the limit of its members', async () => {
    const { reply } = await official.hears('/dien-bien các huyện');
    expect(reply.chart).toMatchObject({ kind: 'trend', limit: { value: 1 } });
  });
});
