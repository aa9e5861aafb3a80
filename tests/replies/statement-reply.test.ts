import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import type { Metric } from '../../src/figures/metric.ts';
import { askStatement } from '../../src/queries/statement-answer.ts';
import { statementReply } from '../../src/replies/statement-reply.ts';
import { targetRange, targetText } from '../../src/replies/target-lines.ts';
import type { Statement } from '../../src/snapshots/snapshot.ts';
import { keyOf, openKnown, published } from '../queries/known.ts';

async function linesOf(id: string, metric: Metric, ...statements: readonly Statement[]) {
  using known = await openKnown();
  await known.record('2023', { statements });
  const agency = known.agency(id);
  const answer = await askStatement(known.knowledge, { agency, metric, period: null });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  const { blocks } = statementReply(answer, known.knowledge.directory);
  return (plainText(blocks, { limit: Infinity, tableWidth: 100 })[0] ?? '').split('\n');
}

describe('the number comes first, as it was published', () => {
  test.each<[string, Metric, Partial<Statement>, string, readonly string[]]>([
    [
      'a rate with both counts',
      'online',
      { numerator: 185_296, denominator: 294_588, formula: 'ONLINE_OVER_PUBLISHED_ONLINE' },
      '62,90% hồ sơ trực tuyến — Tỉnh Khánh Hòa, năm 2023',
      [
        '185.296/294.588 hồ sơ',
        'Công thức: hồ sơ nộp trực tuyến ÷ hồ sơ phát sinh của các thủ tục đã công bố trực tuyến',
      ],
    ],
    [
      'a rate with one count',
      'online',
      { numerator: 3996 },
      '62,90% hồ sơ trực tuyến — Tỉnh Khánh Hòa, năm 2023',
      ['3.996 hồ sơ trực tuyến; văn bản không ghi mẫu số, không nêu công thức'],
    ],
    [
      'a rate with both counts and no formula',
      'online',
      { numerator: 185_296, denominator: 294_588 },
      '62,90% hồ sơ trực tuyến — Tỉnh Khánh Hòa, năm 2023',
      ['185.296/294.588 hồ sơ; văn bản không nêu công thức'],
    ],
    [
      'a rate with one count and a formula',
      'postal',
      { numerator: 50, formula: 'POSTAL_OVER_RESOLVED' },
      '62,90% hồ sơ qua bưu chính công ích — Tỉnh Khánh Hòa, năm 2023',
      [
        '50 hồ sơ qua bưu chính công ích; văn bản không ghi mẫu số',
        'Công thức: hồ sơ qua bưu chính công ích ÷ hồ sơ đã giải quyết',
      ],
    ],
    [
      'a rate alone',
      'digitization',
      {},
      '62,90% số hóa hồ sơ, kết quả giải quyết — Tỉnh Khánh Hòa, năm 2023',
      ['Chỉ công bố tỷ lệ, không có số hồ sơ; văn bản không nêu công thức'],
    ],
    [
      'an index of a survey',
      'satisfaction',
      {},
      '62,90% chỉ số hài lòng — Tỉnh Khánh Hòa, năm 2023',
      ['Chỉ công bố chỉ số, không có số phiếu từng khối; văn bản không nêu công thức'],
    ],
    [
      'payments with an amount',
      'onlinePayment',
      { rate: null, numerator: 135_943, amountVnd: 134_041_693_402 },
      '135.943 giao dịch thanh toán trực tuyến (134.041.693.402 đồng) — Tỉnh Khánh Hòa, năm 2023',
      ['Kỳ: năm 2023 (15/12/2022–14/12/2023) — mới nhất hiện có, đã quá một năm'],
    ],
  ])('%s', async (_words, metric, differences, first, more) => {
    const lines = await linesOf('toan-tinh', metric, {
      ...published('toan-tinh', 6290, { metric }),
      ...differences,
    });
    expect(lines[0]).toBe(first);
    for (const line of more) expect(lines).toContain(line);
    expect(lines.join('\n').split('134.041.693.402').length).toBeLessThanOrEqual(2);
  });

  test('a printed change names the period it is held against', async () => {
    const changes = [{ against: keyOf('2022-H1'), points: 826 }];
    const lines = await linesOf(
      'toan-tinh',
      'online',
      published('toan-tinh', 6290, { metric: 'online', changes }),
    );
    expect(lines).toContain('Tăng 8,26 điểm % so với 6 tháng đầu năm 2022 (theo báo cáo)');
  });

  test('the figure of a block is never passed off as that of its member', async () => {
    const block = published('khoi-huyen', 7797, { metric: 'online' });
    const lines = await linesOf('tp-nha-trang', 'online', block);
    expect(lines[0]).toBe('77,97% hồ sơ trực tuyến — Khối UBND cấp huyện, năm 2023');
    expect(lines).toContain(
      '⚠️ Chưa có số liệu riêng của UBND thành phố Nha Trang; đây là số của Khối UBND cấp huyện.',
    );
  });
});

test('of blocks alone: how many reach the target, and that nothing but their index is known', async () => {
  const lines = await linesOf(
    'toan-tinh',
    'satisfaction',
    published('khoi-huyen', 8400, { metric: 'satisfaction' }),
    published('cuc-thue', 8399, { metric: 'satisfaction' }),
  );
  expect(lines).toContain('1/2 đơn vị đạt chỉ tiêu 84% (Báo cáo 55/BC-UBND)');
  expect(lines).toContain(
    'Chỉ công bố chỉ số, không có số phiếu từng khối; văn bản không nêu công thức',
  );
});

test('the band of a target is drawn across those alone whom it is ordered for', async () => {
  using known = await openKnown();
  const online = { metric: 'online', place: 'mục II.2.2.e' } as const;
  await known.record('2023', {
    statements: [
      published('tp-nha-trang', 6867, online),
      published('cap-xa-nha-trang', 5487, online),
    ],
  });
  const agency = known.agency('tp-nha-trang');
  const answer = await askStatement(known.knowledge, { agency, metric: 'online', period: null });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  const { chart } = statementReply(answer, known.knowledge.directory);
  if (chart?.kind !== 'target') throw new Error('no band');
  expect(chart.target?.label).toBe('Chỉ tiêu UBND cấp huyện 40–45%');
  expect(chart.bars.map(({ label }) => label)).toEqual(['Nha Trang']);
  expect(chart.source).toContain(', mục II.2.2.e ·');
});

describe('a target', () => {
  const target = { from: 4000, to: 4500 };
  const one = { from: 8400, to: 8400 };

  test.each([
    [target, '40–45%'],
    [one, '84%'],
    [{ from: 4050, to: 4500 }, '40,5–45%'],
  ])('%j is %s', (range, text) => {
    expect(targetRange(range)).toBe(text);
  });

  test.each([
    [3999, target, 'Chưa đạt chỉ tiêu 40–45%'],
    [4000, target, 'Từ mức 40%, chưa đạt mức 45% của chỉ tiêu'],
    [4499, target, 'Từ mức 40%, chưa đạt mức 45% của chỉ tiêu'],
    [4500, target, 'Vượt chỉ tiêu 40–45%'],
    [8399, one, 'Chưa đạt chỉ tiêu 84%'],
    [8400, one, 'Đạt chỉ tiêu 84%'],
    [9000, one, 'Đạt chỉ tiêu 84%'],
  ])('%i of %j: %s', async (hundredths, range, verdict) => {
    using known = await openKnown();
    const [known2023] = known.knowledge.targets.targets;
    if (known2023 === undefined) throw new Error('no targets');
    expect(targetText({ ...known2023, ...range }, { hundredths, fraction: null })).toBe(
      `${verdict} (${known2023.source})`,
    );
  });
});

test.each([
  ['satisfaction', 8400, 'đạt chỉ tiêu'],
  ['satisfaction', 8399, 'chưa đạt chỉ tiêu'],
] as const)('%s of %i: text and chart give the same verdict', async (metric, rate, verdict) => {
  using known = await openKnown();
  await known.record('2023', {
    statements: ['toan-tinh', 'so-khdt'].map((id) => published(id, rate, { metric })),
  });
  const agency = known.agency('toan-tinh');
  const answer = await askStatement(known.knowledge, { agency, metric, period: null });
  if (answer.kind === 'noFigures') throw new Error('no figures');
  const { blocks, chart } = statementReply(answer, known.knowledge.directory);
  const [text = ''] = plainText(blocks, { limit: Infinity, tableWidth: 100 });
  expect(chart?.title).toMatch(new RegExp(`, ${verdict}$`, 'u'));
  expect(text.toLowerCase()).toContain(`\n${verdict} 84%`);
});
