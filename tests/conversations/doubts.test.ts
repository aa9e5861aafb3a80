import { describe, expect, test } from 'vitest';

import type { Said } from '../polling/one-stop-readings.ts';
import { startHour } from '../timelines/start-hour.ts';
import { startBot } from './start-bot.ts';

const WARNING = 'Số liệu chưa khớp';

describe('the wrong total of Cam Ranh', () => {
  test.each([
    '/so-sanh cấp xã Cam Ranh, cấp xã Nha Trang',
    '/ho-so cấp xã Cam Ranh',
    '/dien-bien cấp xã Cam Ranh',
  ])('is told by %s', async (question) => {
    await using bot = await startBot();
    const { text } = await bot.hears(question);
    expect(text).toContain(WARNING);
    expect(text).toContain('bảng ghi 8.184, các đơn vị trực thuộc cộng lại 13.413');
  });

  test.each(['/so-sanh Cam Ranh, Nha Trang', '/ho-so Nha Trang', '/xep-hang huyện'])(
    'is no business of %s',
    async (question) => {
      await using bot = await startBot();
      expect((await bot.hears(question)).text).not.toContain(WARNING);
    },
  );

  test('is told once in an answer that tells of it in its own words', async () => {
    await using bot = await startBot();
    const { text } = await bot.hears('/tre-han cấp xã Cam Ranh');
    expect(text).toContain('15 đơn vị cộng lại 62/13.570 = 0,46%');
    expect(text).not.toContain(WARNING);
  });
});

test.each([
  ['/doi-chieu Nha Trang', 'Nguồn: Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2 (số liệu đến'],
  ['/doi-chieu Sở KHĐT', 'Nguồn: Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2 (số liệu đến'],
  ['/doi-chieu Sở Tài chính', 'Nguồn: mọi bảng số liệu hiện có (danh sách: /nguon).'],
])(
  '%s: where nothing contradicts itself, what was looked at is cited',
  async (question, source) => {
    await using bot = await startBot();
    expect((await bot.hears(question)).text).toContain(source);
  },
);

/** What a system says of a closed quarter of Nha Trang. */
function quarter(period: string, asOf: string, counts: Said['counts'][string]): Said {
  return { period, asOf, counts: { 'tp-nha-trang': counts } };
}

describe('a system whose periods and tables do not fit', () => {
  const late = { resolvedOverdue: 5, pendingOverdue: 0, pendingWithin: 40 };
  const q3 = { ...late, received: 400, carriedOver: 160, resolved: 360, pending: 40 };
  const q2 = { ...late, received: 300, resolved: 150, pending: 150, pendingWithin: 150 };

  /** A system that gave both quarters. */
  async function open() {
    const hour = await startHour('2026-11-20T08:00');
    hour.says([quarter('2026-Q2', '2026-06-14', q2), quarter('2026-Q3', '2026-09-14', q3)]);
    await hour.runUntil('2026-11-20T08:00');
    return hour;
  }
  const CARRIED =
    'quý III/2026 ghi kỳ trước chuyển sang 160, nhưng quý II/2026 ghi còn đang giải quyết 150';

  test.each([
    '/ho-so Nha Trang quý 3/2026',
    '/ho-so Nha Trang quý 2/2026',
    '/tre-han Nha Trang quý 3/2026',
    '/dien-bien Nha Trang',
    '/so-sanh Nha Trang quý 2/2026, quý 3/2026',
    '/bieu-do Nha Trang',
  ])('%s says so, once', async (question) => {
    await using hour = await open();
    const { text } = await hour.ask('Lãnh đạo', question);
    expect(text.split(CARRIED)).toHaveLength(2);
  });

  test('/doi-chieu lists it as a warning, and gives the whole list as a workbook', async () => {
    await using hour = await open();
    const { text, reply } = await hour.ask('Lãnh đạo', '/doi-chieu Nha Trang excel');
    expect(text).toContain('Lỗi 0 · cảnh báo 1 · ghi chú 0.');
    expect(reply.file?.name).toBe('doi-chieu-nha-trang-2026-11-20.xlsx');
    const [row] = reply.file?.sheets[0]?.rows ?? [];
    expect(row?.slice(1, 8)).toEqual([
      'Cảnh báo',
      'UBND thành phố Nha Trang',
      'Quý III/2026',
      'Kỳ trước chuyển sang / đang giải quyết',
      160,
      150,
      -10,
    ]);
    const plain = await hour.ask('Lãnh đạo', '/doi-chieu Nha Trang');
    expect(plain.reply.file).toBeUndefined();
    expect(plain.reply.choices.map(({ send }) => send)).toContain(
      '/doi-chieu UBND thành phố Nha Trang #tp-nha-trang excel',
    );
  });

  test('/doi-chieu tells of what was set aside, and /trang-thai whose fault it is', async () => {
    await using hour = await open();
    hour.says([quarter('2026-Q3', '2026-09-14', { ...q3, received: 4 })]);
    await hour.runUntil('2026-11-20T08:01');
    const { text } = await hour.ask('keeper', '/doi-chieu');
    expect(text).toContain('Lỗi 1 (không nạp, giữ số cũ)');
    expect(text).toContain('Nha Trang, kỳ trước chuyển sang: 160 > 4');
    const status = await hour.ask('keeper', '/trang-thai');
    expect(status.headline).toBe('1 chỗ cần xem — 08:01 ngày 20/11/2026');
    expect(status.text).toContain('mot-cua không đọc được từ 08:00 20/11/2026');
  });
});
