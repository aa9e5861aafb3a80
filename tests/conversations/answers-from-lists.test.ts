import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { membersOf } from '../../src/agencies/members.ts';
import { countLists } from '../../src/answers/count-lists.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import { countingIn } from '../../src/shell/dossier-lists.ts';
import { directory } from '../agencies/khanh-hoa.ts';
import { snapshotOf } from '../contracts/sample-snapshots.ts';
import { keyOf, row } from '../queries/known.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
/** Wards of 2025, of which nothing was ever reported. */
const NHA_TRANG = AgencyId.parse('p-nha-trang-2025');
const NAM_NHA_TRANG = AgencyId.parse('p-nam-nha-trang-2025');
/** A department with official figures of 2023. */
const SO_KHCN = AgencyId.parse('so-khcn');

const day = (on: string) => Temporal.Instant.from(`${on}T10:00+07:00`);

/** Of an agency `all` dossiers finished on a day, `late` of them after their time. */
function finished(agency: AgencyId, on: string, { late, all }: { late: number; all: number }) {
  return Array.from({ length: all }, (_, at): Dossier =>
    dossier(`${agency}-${on}-${String(at)}`, at < late ? '2025-12-16' : '2026-11-20', {
      agency,
      state: 'returned',
      receivedAt: day('2025-12-15'),
      closedAt: day(on),
    }),
  );
}

/** Chats on the morning of Monday 23 November 2026, with the official figures and counted lists. */
async function counting(rows: readonly Dossier[], { sample = false } = {}) {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await takeIn(chats.open.due.dossiers, rows, { sample });
  await countLists(countingIn(chats.open), { dry: false });
  const ask = (text: string) => chats.say(KEEPER, text);
  return {
    ...chats,
    ask,
    /** What checking the last answer comes to. */
    async checkLast() {
      const { reply } = await chats.hear(KEEPER, '/kiem-chung');
      return ask(`/kiem-chung ${reply?.choices[0]?.label ?? ''}`);
    },
  };
}

type Counted = Awaited<ReturnType<typeof counting>>;

describe('where only lists tell of the running year', () => {
  let chats: Counted;
  beforeAll(async () => {
    chats = await counting([
      ...finished(NHA_TRANG, '2025-12-20', { late: 3, all: 150 }),
      ...finished(NAM_NHA_TRANG, '2025-12-20', { late: 1, all: 200 }),
      ...finished(SO_KHCN, '2025-12-20', { late: 2, all: 120 }),
    ]);
  });
  afterAll(() => chats[Symbol.asyncDispose]());

  test.each([
    ['/tre-han phường Nha Trang', '2,00% hồ sơ trễ hạn — UBND phường Nha Trang, năm 2026'],
    ['/tre-han phường Nha Trang 2026', '3/150 hồ sơ = '],
    ['/dung-han phường Nha Trang', '98,00% hồ sơ đúng hạn — UBND phường Nha Trang, năm 2026'],
    ['/ho-so phường Nha Trang', '150 hồ sơ tiếp nhận — UBND phường Nha Trang, năm 2026'],
    ['/tong-quan phường Nha Trang', '2,00% hồ sơ trễ hạn — UBND phường Nha Trang, năm 2026'],
    // A department with reports of 2023: the running year is what is meant.
    ['/tre-han Sở KHCN', '1,67% hồ sơ trễ hạn — Sở Khoa học và Công nghệ, năm 2026'],
  ])('%s', async (asked, expected) => {
    const text = await chats.ask(asked);
    expect(text).toContain(expected);
    expect(text).toContain('(tạm tính, đếm từ danh sách hồ sơ)');
    expect(text).toContain('kỳ này chưa có số báo cáo, bot đếm từ danh sách hồ sơ');
    expect(text).toContain('Nguồn: Số đếm từ danh sách hồ sơ · số liệu đến 23/11/2026');
    expect(text).not.toContain('dữ liệu mẫu');
  });

  test('two of them are held against each other, and marked', async () => {
    const text = await chats.ask('/so-sanh phường Nha Trang, phường Nam Nha Trang');
    expect(text).toContain('2,00% (tạm tính, đếm từ danh sách hồ sơ) · Nam Nha Trang 0,50%');
    expect(text).toContain('thấp hơn 1,50 điểm %');
    expect(text.match(/bot đếm từ danh sách hồ sơ/gu)).toHaveLength(1);
  });

  test('what was counted and what was reported are not held against each other', async () => {
    const text = await chats.ask('/so-sanh Sở KHCN 2026 với 2023');
    expect(text).toContain('Không so sánh trực tiếp được');
    expect(text).toContain('phạm vi hồ sơ khác nhau');
  });

  test('nor joined in a trend', async () => {
    const text = await chats.ask('/dien-bien Sở KHCN');
    expect(text).toContain(' · 2026: 1,67% (tạm tính, đếm từ danh sách hồ sơ)');
    expect(text).toContain('không nối thành một đường');
  });

  test('reports of another year are one tap away, and asked for are told as they are', async () => {
    const { reply } = await chats.hear(KEEPER, '/tre-han Sở KHCN');
    expect(reply?.choices.map(({ label }) => label)).toContain('Năm 2023');
    const text = await chats.ask('/tre-han Sở KHCN 2023');
    expect(text).toContain('Nguồn: Báo cáo 55/BC-UBND');
    expect(text).not.toContain('danh sách hồ sơ');
  });

  test('three of some hundred units make no total, and no order', async () => {
    expect(await chats.ask('/tre-han toàn tỉnh 2026')).toContain('Chưa có số liệu');
    expect(await chats.ask('/tre-han toàn tỉnh')).toContain('0,49% hồ sơ trễ hạn');
    expect(await chats.ask('/xep-hang xã năm 2026')).toContain('Chưa đủ số liệu');
  });
});

test('a report of the same period goes before what was counted of it, in old answers too', async () => {
  await using chats = await counting(finished(NHA_TRANG, '2026-09-20', { late: 3, all: 150 }));
  const figures = [row(NHA_TRANG, 10, 1000)];
  const asOf = Temporal.PlainDate.from('2026-11-14');
  await chats.open.intake.store.record(snapshotOf({ period: keyOf('2026'), asOf, figures }));
  const text = await chats.ask('/tre-han phường Nha Trang năm 2026');
  expect(text).toContain('1,00% hồ sơ trễ hạn — UBND phường Nha Trang, năm 2026 (tạm tính)');
  expect(text).not.toContain('Nguồn: Số đếm');
  expect(text).not.toContain('khác số báo cáo');
  expect(await chats.checkLast()).toContain('khớp với câu trả lời đã gửi');
  const quarter = await chats.ask('/tre-han phường Nha Trang quý 4 2026');
  expect(quarter).toContain('2,00% hồ sơ trễ hạn — UBND phường Nha Trang, quý IV/2026');
  expect(await chats.checkLast()).toContain('khớp với câu trả lời đã gửi');
});

describe('beside the report of a running year', () => {
  const lists = finished(NHA_TRANG, '2025-12-20', { late: 3, all: 150 });
  const reporting = async (late: number, asOf: string, chats: Counted) => {
    const figures = [row(NHA_TRANG, late, 100)];
    const until = Temporal.PlainDate.from(asOf);
    const report = snapshotOf({ period: keyOf('2026'), asOf: until, figures });
    await chats.open.intake.store.record(report);
    return chats.ask('/tre-han phường Nha Trang năm 2026');
  };

  test('lists that show all of it and give another rate are told', async () => {
    await using chats = await counting(lists);
    expect(await reporting(1, '2026-11-23', chats)).toContain(
      'Đếm từ danh sách hồ sơ đến 23/11/2026: 2,00% (3/150), khác số báo cáo (chi tiết: /doi-chieu).',
    );
    expect(await reporting(2, '2026-11-23', chats)).not.toContain('khác số báo cáo');
  });

  test('lists of nine days later are no other truth', async () => {
    await using chats = await counting(lists);
    expect(await reporting(1, '2026-11-14', chats)).not.toContain('khác số báo cáo');
  });
});

test('lists that began in the middle of a year are said to be incomplete, and never meant where a report is', async () => {
  await using chats = await counting([
    ...finished(NHA_TRANG, '2026-11-20', { late: 3, all: 150 }),
    ...finished(SO_KHCN, '2026-11-20', { late: 2, all: 120 }),
  ]);
  const text = await chats.ask('/tre-han phường Nha Trang');
  expect(text).toContain('năm 2026 (tạm tính, đếm từ danh sách hồ sơ, chưa đủ)');
  expect(text).toContain('nên tỷ lệ có thể cao hơn thực tế');
  // 2% of what is known is not held against a target.
  expect(text).not.toContain('mục tiêu');
  expect(await chats.ask('/tre-han Sở KHCN')).toContain('năm 2023');
});

test('what is known in part is not held against what else is', async () => {
  await using chats = await counting([
    ...finished(NHA_TRANG, '2026-11-20', { late: 3, all: 150 }),
    ...finished(NAM_NHA_TRANG, '2026-11-20', { late: 1, all: 200 }),
  ]);
  const text = await chats.ask('/so-sanh phường Nha Trang, phường Nam Nha Trang');
  expect(text).toContain('Không so sánh trực tiếp được');
  expect(text).toContain('danh sách hồ sơ chưa đủ kỳ');
  expect(text).not.toContain('điểm %');
  const amounts = await chats.ask('/so-sanh số hồ sơ phường Nha Trang, phường Nam Nha Trang');
  expect(amounts).toContain('danh sách hồ sơ chưa đủ kỳ');
});

test('samples are said to be samples, and never meant where anything else is', async () => {
  const rows = finished(SO_KHCN, '2025-12-20', { late: 2, all: 120 });
  await using chats = await counting(rows, { sample: true });
  expect(await chats.ask('/tre-han Sở KHCN')).toContain('năm 2023');
  expect(await chats.ask('/dien-bien Sở KHCN')).not.toContain('2026');
  expect(await chats.ask('/nguon Sở KHCN')).not.toContain('dữ liệu mẫu');
  const text = await chats.ask('/tre-han Sở KHCN 2026');
  expect(text).toContain('năm 2026 (tạm tính, dữ liệu mẫu)');
  expect(text).toContain('dữ liệu mẫu, không phải hồ sơ thật');
  expect(text).toContain('Nguồn: Số đếm từ danh sách hồ sơ (dữ liệu mẫu)');
});

test('samples that were removed are no source any more', async () => {
  const rows = finished(SO_KHCN, '2025-12-20', { late: 2, all: 120 });
  await using chats = await counting(rows, { sample: true });
  expect(await chats.ask('/nguon năm 2026')).toContain('dữ liệu mẫu');
  await chats.open.due.dossiers.removeSource('mot-cua');
  await countLists(countingIn(chats.open), { dry: false });
  expect(await chats.ask('/nguon năm 2026')).not.toContain('dữ liệu mẫu');
  expect(await chats.ask('/nguon')).not.toContain('năm 2026');
});

test('communes known in part are held against no limit, and their order is told to be a hint', async () => {
  const during = {
    from: Temporal.PlainDate.from('2026-01-01'),
    to: Temporal.PlainDate.from('2026-12-14'),
  };
  const communes = membersOf(directory, { level: 'commune', within: null, during });
  await using chats = await counting(
    communes.flatMap(({ id }, at) => finished(id, '2026-11-20', { late: at % 5, all: 110 })),
  );
  const text = await chats.ask('/xep-hang xã năm 2026');
  expect(text).toContain('(tạm tính, đếm từ danh sách hồ sơ, chưa đủ)');
  expect(text).toContain('mỗi đơn vị thiếu một khác: thứ tự chỉ để tham khảo.');
  expect(text).not.toContain('từ 1% trở lên');
});

test('all communes counted are put in order, and their total says of how many it is', async () => {
  const during = {
    from: Temporal.PlainDate.from('2026-01-01'),
    to: Temporal.PlainDate.from('2026-12-14'),
  };
  const communes = membersOf(directory, { level: 'commune', within: null, during });
  const [left, ...known] = communes;
  await using chats = await counting(
    known.flatMap(({ id }, at) => finished(id, '2025-12-20', { late: at === 7 ? 9 : 0, all: 110 })),
  );
  const text = await chats.ask('/xep-hang xã');
  expect(text).toContain(`${known[7]?.shortName ?? ''} 8,18% cao nhất`);
  expect(text).toContain('năm 2026 (tạm tính, đếm từ danh sách hồ sơ)');
  expect(text).toContain(`Chưa đếm được đủ kỳ này: ${left?.shortName ?? ''}.`);
  const total = await chats.ask('/tre-han khối xã năm 2026');
  expect(total).toContain(
    `Cộng từ ${String(known.length)}/${String(communes.length)} đơn vị có danh sách hồ sơ.`,
  );
});
