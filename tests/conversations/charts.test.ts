import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { startBot, type TestBot } from './start-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot[Symbol.asyncDispose]());

const chartOf = async (question: string) => (await bot.hears(question)).reply.chart;

/** How many bars, points or groups a chart has. */
function sizeOf(chart: ChartRequest): number {
  if (chart.kind === 'trend') return chart.points.length;
  return chart.kind === 'comparison' ? chart.groups.length : chart.bars.length;
}

describe('the right kind for the question, with the finding as its title', () => {
  test.each<[string, ChartRequest['kind'], number, string]>([
    ['/tre-han Nha Trang', 'ranking', 8, '4/8 huyện có tỷ\u00a0lệ trễ hạn từ 1% trở lên'],
    [
      '/tre-han cấp xã Cam Ranh',
      'ranking',
      15,
      '3/15 xã, phường thuộc Cam\u00a0Ranh có tỷ\u00a0lệ trễ hạn từ 1% trở lên',
    ],
    [
      '/tre-han Lộc Thọ',
      'ranking',
      27,
      '27/27 xã, phường thuộc Nha\u00a0Trang có tỷ\u00a0lệ trễ hạn dưới 1%',
    ],
    [
      '/tre-han CN Nha Trang',
      'ranking',
      9,
      '1/9 văn phòng, chi nhánh có tỷ\u00a0lệ trễ hạn từ 1% trở lên',
    ],
    ['/tre-han sở KHĐT quý 3 2023', 'byField', 2, 'Sở KHĐT: hồ sơ trễ hạn theo lĩnh vực'],
    [
      '/tre-han Nha Trang 6 tháng đầu năm 2023',
      'byField',
      2,
      'Nha Trang: 0,96% hay 1,10% — do công thức',
    ],
    ['/xep-hang huyện', 'ranking', 8, '4/8 huyện trễ hạn từ 1% trở lên'],
    ['/xep-hang sở đúng hạn', 'ranking', 17, 'Sở TNMT 94,23% thấp nhất'],
    ['/xep-hang xã của Nha Trang', 'ranking', 27, '27/27 xã, phường trễ hạn dưới 1%'],
    ['/tre-han Nha Trang 2020', 'ranking', 3, 'Nha Trang: 12,44% hồ sơ trễ hạn'],
    ['/xep-hang huyện top 3', 'ranking', 3, '4/8 huyện trễ hạn từ 1% trở lên'],
    ['/so-sanh Nha Trang, Cam Ranh', 'ranking', 2, 'Nha Trang 0,77% · Cam Ranh 1,62%'],
    ['/dien-bien Nha Trang', 'trend', 3, 'Nha Trang: 0,77% (2023)'],
    ['/ho-so Nha Trang', 'composition', 3, 'Nha Trang: 109 hồ sơ trễ hạn'],
    ['/truc-tuyen Nha Trang', 'target', 1, 'Nha Trang: 68,67%, vượt chỉ tiêu'],
    ['/hai-long', 'target', 9, '7/9 đơn vị đạt chỉ tiêu 84%'],
    ['/linh-vuc Sở KHĐT', 'byField', 2, 'Sở KHĐT: lĩnh vực cao nhất 0,19%'],
    ['/bieu-do huyện', 'ranking', 8, '4/8 huyện trễ hạn từ 1% trở lên'],
  ])('%s', async (question, kind, size, title) => {
    const chart = await chartOf(question);
    if (chart === null) throw new Error('no chart');
    expect([chart.kind, sizeOf(chart), chart.title]).toEqual([kind, size, title]);
  });

  test.each(['/cong-thuc', '/nguon', '/doi-chieu', '/tro-giup', '/tre-han phường Bắc Nha Trang'])(
    '%s: nothing to draw',
    async (question) => {
      expect(await chartOf(question)).toBeNull();
    },
  );
});

describe('a picture can stand alone', () => {
  test.each(['/tre-han Nha Trang', '/xep-hang huyện', '/dien-bien Nha Trang', '/ho-so Nha Trang'])(
    '%s: what is shown, when, and where it comes from',
    async (question) => {
      const chart = await chartOf(question);
      expect(chart?.subtitle).toMatch(/%|Hồ sơ/u);
      expect(chart?.source).toMatch(/^Nguồn: Báo cáo .*(?:· số liệu |\()đến 14\/12\/2023\)?$/u);
    },
  );

  test('the agency asked about is marked, and only it; the limit is a line', async () => {
    const chart = await chartOf('/tre-han Nha Trang');
    if (chart?.kind !== 'ranking') throw new Error('no ranking');
    expect(chart.bars.filter(({ marked }) => marked).map(({ label }) => label)).toEqual([
      'Nha Trang',
    ]);
    const marked = chart.bars.find((bar) => bar.marked);
    expect(marked?.value).toBeCloseTo(0.7723, 4);
    expect(marked).toMatchObject({ valueLabel: '0,77%', detail: '109/14.114' });
    expect(chart.limit).toEqual({ value: 1, label: 'Mục tiêu 1%' });
  });

  test('points that cannot be compared are not joined', async () => {
    const chart = await chartOf('/dien-bien Nha Trang');
    if (chart?.kind !== 'trend') throw new Error('no trend');
    expect(chart.points.map(({ joined }) => joined)).toEqual([false, false, false]);
    expect(chart.subtitle).toContain('không so sánh trực tiếp được');
  });

  test('the target of the level is a band', async () => {
    const chart = await chartOf('/truc-tuyen Nha Trang');
    if (chart?.kind !== 'target') throw new Error('no target');
    expect(chart.target).toEqual({ from: 40, to: 45, label: 'Chỉ tiêu UBND cấp huyện 40–45%' });
  });
});

test('/bieu-do says the finding and the source, and leaves the rest to the picture', async () => {
  const { reply } = await bot.hears('/bieu-do Nha Trang');
  expect(new Set(reply.blocks.map(({ kind }) => kind))).toEqual(new Set(['headline', 'source']));
});
