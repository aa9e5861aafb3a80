import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { askRate } from '../../src/queries/rate-answer.ts';
import { noFiguresReply } from '../../src/replies/no-figures-reply.ts';
import { rateReply } from '../../src/replies/rate-reply.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { day, type Differences } from '../contracts/sample-snapshots.ts';
import { figure, keyOf, type Known, openKnown, published, row } from '../queries/known.ts';

async function replyIn(
  known: Known,
  id: string,
  period: PeriodAsked | null = null,
): Promise<Reply> {
  const agency = known.agency(id);
  const question = { agency, metric: 'overdue', period, others: [] } as const;
  const answer = await askRate(known.knowledge, question);
  return answer.kind === 'rate' ? rateReply(answer) : noFiguresReply(answer, { metric: 'overdue' });
}

/** The lines about one agency in 2023, with these figures in the store. */
async function linesOf(id: string, ...stored: readonly Differences[]): Promise<readonly string[]> {
  using known = await openKnown();
  for (const differences of stored) await known.record('2023', differences);
  return textOf(await replyIn(known, id)).split('\n');
}

const textOf = ({ blocks }: Reply) =>
  plainText(blocks, { limit: Infinity, tableWidth: 100 })[0] ?? '';
const late = (overdue: number, handled: number) => ({
  figures: [row('tp-nha-trang', overdue, handled)],
});

describe('no number is made up', () => {
  test('0/0 is nothing that arose, and not 0 %', async () => {
    const lines = await linesOf('tp-nha-trang', late(0, 0));
    expect(lines[0]).toBe('Không phát sinh hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023');
    expect(lines.join('\n')).not.toMatch(/%|chưa có số liệu/iu);
  });

  test('0 of 100 is 0 %', async () => {
    const [first] = await linesOf('tp-nha-trang', late(0, 100));
    expect(first).toBe('0,00% hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023');
  });

  test('missing is missing, and what there is is offered', async () => {
    using known = await openKnown();
    await known.record('2022', late(1, 100));
    const reply = await replyIn(known, 'tp-nha-trang', { kind: 'year', year: 2023 });
    const text = textOf(reply);
    expect(text).toMatch(/^Chưa có số liệu hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023/u);
    expect(text).toContain('Kỳ có số liệu của Nha Trang: năm 2022.');
    expect(text).not.toMatch(/0%|không phát sinh/iu);
    expect(reply.choices.map(({ label }) => label)).toEqual(['Năm 2022']);
    expect(reply.snapshots).toEqual([]);
  });

  test('a rate without counts is not given any, nor room under a limit', async () => {
    const lines = await linesOf('tp-nha-trang', { statements: [published('tp-nha-trang', 77)] });
    expect(lines[0]).toMatch(/^0,77% hồ sơ trễ hạn/u);
    expect(lines).toContain('Chỉ công bố tỷ lệ, không có số hồ sơ; văn bản không nêu công thức.');
    expect(lines).toContain('Dưới mục tiêu 1%');
  });
});

test.each([
  [null, 'Đã giải quyết 538.531 hồ sơ'],
  ['mục III.1', 'Đã giải quyết 538.531 hồ sơ (mục II.3)'],
])('the one count printed beside a rate (of %s) is said', async (place, counted) => {
  const lines = await linesOf('toan-tinh', {
    document: { number: '43/BC-UBND', issuedOn: null, place: 'mục II.3' },
    figures: [figure('toan-tinh', { resolved: 538_531 })],
    statements: [published('toan-tinh', 200, { place })],
  });
  expect(lines).toContain(
    `${counted}; không công bố số hồ sơ trễ hạn; văn bản không nêu công thức.`,
  );
  expect(lines.join(' ')).not.toContain('không có số hồ sơ');
});

test.each<[string, readonly (readonly [string, Differences])[], string]>([
  ['no figures of it', [], 'Chưa có số liệu năm 2022 để so sánh.'],
  [
    'figures that are not alike',
    [['2022', { statements: [published('tp-nha-trang', 200)] }]],
    'Chưa so với năm 2022: có số không nêu công thức và có số không kèm số hồ sơ.',
  ],
])('why nothing is said of the year before: %s', async (_why, before, line) => {
  using known = await openKnown();
  await known.record('2023', late(1, 200));
  for (const [period, differences] of before) await known.record(period, differences);
  const year = { kind: 'year', year: 2023 } as const;
  expect(textOf(await replyIn(known, 'tp-nha-trang', year)).split('\n')).toContain(line);
});

test('nothing is said of a missing period where a change is known', async () => {
  const changes = [{ against: keyOf('2022'), points: -10 }];
  const lines = await linesOf('tp-nha-trang', {
    statements: [published('tp-nha-trang', 77, { changes })],
  });
  expect(lines).toContain('Giảm 0,10 điểm % so với năm 2022 (theo báo cáo)');
  expect(lines.join()).not.toContain('để so sánh');
});

describe('where it stands', () => {
  test.each([
    [109, 14_114, 'Dưới mục tiêu 1% · còn 32 hồ sơ được trễ thêm, hồ sơ thứ 33 là chạm 1%'],
    // 3/230 is over 1 %: there is no room left.
    [2, 230, 'Dưới mục tiêu 1% · thêm 1 hồ sơ trễ là chạm 1%'],
    [1, 100, 'Vượt mục tiêu 1% · cần thêm 1 hồ sơ giải quyết đúng hạn để xuống dưới 1%'],
    [83, 2641, 'Vượt mục tiêu 1% · cần thêm 5.660 hồ sơ giải quyết đúng hạn để xuống dưới 1%'],
    // Of two limits that are reached the stricter verdict is said.
    [116, 1253, 'Vượt mục tiêu 5% · cần thêm 1.068 hồ sơ giải quyết đúng hạn để xuống dưới 5%'],
  ])('%i of %i', async (overdue, handled, line) => {
    expect(await linesOf('tp-nha-trang', late(overdue, handled))).toContain(line);
  });
});

describe('several rates', () => {
  const byResolved = published('tp-nha-trang', 96, {
    numerator: 63,
    denominator: 6571,
    formula: 'OVERDUE_RESOLVED_ONLY',
  });

  test('by two formulas: both in the first line, each with its own, and the verdicts', async () => {
    const lines = await linesOf('tp-nha-trang', { ...late(85, 7718), statements: [byResolved] });
    expect(lines[0]).toContain(
      '0,96% (công bố, chỉ tính hồ sơ đã giải quyết) · 1,10% (công thức của tỉnh)',
    );
    expect(lines).toContain(
      '⚠️ Hai số khác nhau do công thức; một cách tính dưới 1%, một cách tính từ 1% trở lên.',
    );
  });

  test('with the same verdict nothing is said about verdicts', async () => {
    const lines = await linesOf('tp-nha-trang', { ...late(75, 7718), statements: [byResolved] });
    expect(lines).toContain('⚠️ Hai số khác nhau do công thức.');
  });

  test('of two tables are not blamed on the formula', async () => {
    const lines = await linesOf('tp-nha-trang', late(5, 1000), {
      document: { number: '56/BC-UBND' },
      ...late(6, 1000),
    });
    expect(lines).toContain('⚠️ Hai số khác nhau giữa các bảng số liệu.');
  });

  test('of two scopes are blamed on the scope', async () => {
    const other = { scope: 'all-systems', ...late(6, 1000) };
    const lines = await linesOf('tp-nha-trang', late(5, 1000), other);
    expect(lines).toContain('⚠️ Hai số khác nhau do phạm vi hồ sơ.');
  });
});

/** The line that says the place of Nha Trang, if there is one. */
const placeOf = async (...stored: readonly Differences[]) =>
  (await linesOf('tp-nha-trang', ...stored)).filter((line) => line.startsWith('Cao thứ'));

describe('the place among its peers', () => {
  const DISTRICTS = ['h-cam-lam', 'h-dien-khanh', 'tp-cam-ranh', 'tp-nha-trang'];
  const figuresOf = (...overdue: readonly number[]) =>
    DISTRICTS.map((id, at) => row(id, overdue[at] ?? 0, 10_000));
  test.each([
    [[90, 50, 30, 10], 4],
    [[90, 0, 0, 0], 2],
    [[10, 10, 10, 10], 1],
    // 0,10 % and 0,1 % of other counts are told apart exactly, not as printed.
    [[1, 1, 1, 2], 1],
  ])('late dossiers %j: place %i', async (overdue, place) => {
    expect(await placeOf({ figures: figuresOf(...overdue) })).toEqual([
      `Cao thứ ${String(place)}/4 UBND cấp huyện có số liệu cùng kỳ.`,
    ]);
  });

  test('two make no order', async () => {
    expect(await placeOf({ figures: figuresOf(5, 5).slice(2) })).toEqual([]);
  });

  test('rates without a stated formula give no place: the document may name only the worst', async () => {
    expect(await placeOf({ statements: DISTRICTS.map((id) => published(id, 1200)) })).toEqual([]);
  });

  test('a rate by another formula is not counted', async () => {
    const [, ...figures] = figuresOf(90, 50, 30, 10);
    const statements = [published('h-cam-lam', 90, { formula: 'OVERDUE_RESOLVED_ONLY' })];
    expect(await placeOf({ figures, statements })).toEqual([
      'Cao thứ 3/3 UBND cấp huyện có số liệu cùng kỳ.',
    ]);
  });
});

test.each([
  ['2023-09-20T08:00+07:00', '2023-09-19', ' — tạm tính, kỳ đang chạy, mới đến 19/09/2023'],
  // The period is over, the figures stop short of its end.
  ['2024-01-20T08:00+07:00', '2023-12-10', ' — tạm tính, số liệu mới đến 10/12/2023'],
  ['2024-01-20T08:00+07:00', '2023-12-14', ''],
])('at %s with figures to %s', async (now, asOf, mark) => {
  using known = await openKnown({ now });
  await known.record('2023', { asOf: day(asOf), ...late(1, 100) });
  expect(textOf(await replyIn(known, 'tp-nha-trang'))).toContain(
    `Kỳ: năm 2023 (15/12/2022–14/12/2023)${mark}\n`,
  );
});
