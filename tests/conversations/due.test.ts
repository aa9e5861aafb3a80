import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

/** Monday. */
const NOW = '2026-11-23T08:00+07:00';
const VINH_HAI = AgencyId.parse('p-vinh-hai');
const NHA_TRANG = AgencyId.parse('tp-nha-trang');

const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;
const CITY = { ...GROUP, chat: '-200', group: 'Nha Trang' } as const;
const LEADERS = { ...GROUP, chat: '-300', group: 'Lãnh đạo' } as const;

/** Three groups let in: a ward, its city, and leaders; dossiers of two wards and of the city. */
async function openedChats() {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }], now: NOW });
  const keeper = { person: '9' };
  await chats.say({ ...GROUP, ...keeper }, '/gan-nhom phường Lộc Thọ');
  await chats.say({ ...CITY, ...keeper }, '/gan-nhom thành phố Nha Trang');
  await chats.say({ ...LEADERS, ...keeper }, '/gan-nhom lãnh đạo');
  await takeIn(chats.open.due.dossiers, [
    dossier('0001', '2026-11-18'),
    dossier('0002', '2026-11-23'),
    dossier('0003', '2026-11-24', { step: 'Trình ký', handlingUnit: 'Lãnh đạo UBND' }),
    dossier('0004', '2026-11-26'),
    dossier('0005', '2026-12-10'),
    dossier('0006', '2026-11-23', { sensitive: true, procedure: null }),
    dossier('0007', '2026-11-20', { state: 'supplementRequested' }),
    dossier('0008', '2026-11-20', { test: true }),
    dossier('0101', '2026-11-19', { agency: VINH_HAI }),
    dossier('0201', '2026-11-23', { agency: NHA_TRANG }),
  ]);
  return chats;
}

describe('what is late today', () => {
  test.each(['hiện nay phường Lộc Thọ quá hạn bao nhiêu hồ sơ', 'Lộc Thọ hôm nay'])(
    'is answered from the list of its own group: %s',
    async (asked) => {
      await using chats = await openedChats();
      const [first] = (await chats.say(GROUP, asked)).split('\n');
      expect(first).toBe('UBND phường Lộc Thọ: 1 quá hạn');
    },
  );

  test('of an agency without a list is not known: that is said before the newest figures', async () => {
    await using chats = await openedChats();
    const [first] = (await chats.say(LEADERS, 'hiện nay Cam Ranh quá hạn bao nhiêu')).split('\n');
    expect(first).toBe(
      'Chưa có số liệu hôm nay; mới nhất hiện có: 1,62% hồ sơ trễ hạn — UBND thành phố Cam Ranh, năm 2023',
    );
  });

  test('of another agency is told in numbers', async () => {
    await using chats = await openedChats();
    const [city] = (await chats.say(GROUP, 'hôm nay Nha Trang quá hạn bao nhiêu')).split('\n');
    expect(city).toBe('UBND thành phố Nha Trang: 2 quá hạn');
  });
});

describe('who has what is late', () => {
  test.each([
    [LEADERS, 'ai đang giữ hồ sơ quá hạn của Lộc Thọ', 'Bộ phận Tư pháp - Hộ tịch — Thẩm định (1)'],
    [
      LEADERS,
      'bước nào đang tắc',
      'Tỉnh Khánh Hòa: 2 hồ sơ quá hạn, nhiều nhất ở bước Thẩm định (2); Lộc Thọ (1)',
    ],
    [GROUP, 'hồ sơ quá hạn đang nằm ở đâu', 'Bộ phận Tư pháp - Hộ tịch — Thẩm định (1)'],
    // Of those below it a city sees how many there are, and not where.
    [
      CITY,
      'ai đang giữ hồ sơ quá hạn',
      'UBND thành phố Nha Trang: 2 hồ sơ quá hạn, nhiều nhất ở Lộc Thọ (1)',
    ],
  ])('%j, %s', async (chat, asked, words) => {
    await using chats = await openedChats();
    expect((await chats.say(chat, asked)).split('\n')[0]).toContain(words);
  });

  test('is told to the group of another agency by unit only, and not known without a list', async () => {
    await using chats = await openedChats();
    const others = await chats.say(GROUP, 'ai đang giữ hồ sơ quá hạn của Nha Trang');
    expect(others).toMatch(
      /^UBND thành phố Nha Trang: 2 hồ sơ quá hạn, nhiều nhất ở Lộc Thọ \(1\)/u,
    );
    expect(others).not.toContain('Thẩm định');
    expect(await chats.say(LEADERS, 'ai đang giữ hồ sơ quá hạn của Cam Ranh')).toMatch(
      /^Chưa có danh sách hồ sơ nên chưa biết đang ở đâu; mới nhất hiện có: 103 hồ sơ trễ hạn/u,
    );
  });
});

test('of what is late alone nothing else is counted, and no column says that nothing falls due', async () => {
  await using chats = await openedChats();
  const text = await chats.say(CITY, '/qua-han');
  expect(text).toMatch(/Đơn vị +Quá hạn\n/u);
  expect(text).not.toContain('Hôm nay');
  expect(await chats.say(CITY, '/sap-den-han')).toMatch(/Đơn vị +Quá hạn +Hôm nay +3 ngày\n/u);
});

describe('who has most at this moment', () => {
  test.each([
    [
      'đơn vị nào đang có nhiều hồ sơ quá hạn nhất',
      'Lộc Thọ, Vĩnh Hải 1 hồ sơ đang quá hạn, nhiều nhất — mọi đơn vị của tỉnh, lúc 08:00',
    ],
    ['phường nào của Nha Trang đang quá hạn nhiều nhất', 'Lộc Thọ, Vĩnh Hải 1 hồ sơ đang quá hạn'],
    ['đơn vị nào hiện nay quá hạn ít nhất', 'Nha Trang 0 hồ sơ đang quá hạn, ít nhất'],
    ['huyện nào đang quá hạn nhiều nhất', 'Không nơi nào có hồ sơ đang quá hạn — UBND cấp huyện'],
    ['sở nào đang quá hạn nhiều nhất', 'Chưa có số liệu hôm nay; mới nhất hiện có: Sở TNMT 9,26%'],
  ])('%s', async (asked, words) => {
    await using chats = await openedChats();
    expect(await chats.say(LEADERS, asked)).toContain(words);
  });

  test('is told to a group in numbers, and of samples it is said', async () => {
    await using chats = await openedChats();
    const own = await chats.say(GROUP, 'đơn vị nào đang có nhiều hồ sơ quá hạn nhất');
    expect(own).toContain('3 đơn vị có danh sách');
    expect(own).toMatch(/Vĩnh Hải +1/u);
    await takeIn(chats.open.due.dossiers, [dossier('0301', '2026-11-18')], {
      source: 'du-lieu-mau',
      sample: true,
      contentHash: 'b'.repeat(64),
    });
    expect(await chats.say(LEADERS, 'đơn vị nào đang quá hạn nhiều nhất')).toContain(
      'Dữ liệu mẫu, không phải hồ sơ thật.',
    );
  });
});

describe('a time that no list is narrowed by is said', () => {
  test.each([
    [
      '/sap-den-han ngày mai',
      '“ngày mai”: đây là mọi hồ sơ quá hạn và đến hạn trong 3 ngày làm việc.',
    ],
    ['hồ sơ đến hạn thứ sáu', '“thứ sáu”: đây là mọi hồ sơ quá hạn'],
    ['/qua-han trên 10 ngày', '“trên 10 ngày”: đây là mọi hồ sơ đang quá hạn.'],
    ['hồ sơ quá hạn trên 10 ngày', '“trên 10 ngày”: đây là mọi hồ sơ đang quá hạn.'],
  ])('%s', async (asked, note) => {
    await using chats = await openedChats();
    const text = await chats.say(GROUP, asked);
    expect(text).toMatch(/^UBND phường Lộc Thọ: 1 quá hạn/u);
    expect(text).toContain(`Chưa lọc được theo ${note}`);
  });
});

describe('an agency group', () => {
  test('sees its own dossiers whole: the first line says it all', async () => {
    await using chats = await openedChats();
    const text = await chats.say(GROUP, '/sap-den-han');
    expect(text.split('\n')[0]).toBe(
      'UBND phường Lộc Thọ: 1 quá hạn · 2 đến hạn hôm nay · 2 trong 3 ngày',
    );
    expect(text).toContain('H32.12.7-261101-0001 quá hạn 3 ngày làm việc');
    expect(text).toContain('Công chức tư pháp 1');
    expect(text).toContain('hạn chót gửi thư xin lỗi');
    expect(text).toContain('Nguồn: danh sách hồ sơ mot-cua, lúc 06:45 ngày 23/11/2026');
  });

  test('is listed nothing that is far off, sensitive, paused or a test; numbers say what is left out', async () => {
    await using chats = await openedChats();
    const text = await chats.say(GROUP, '/sap-den-han');
    expect(['0005', '0006', '0007', '0008'].filter((code) => text.includes(code))).toEqual([]);
    expect(text).toContain('1 hồ sơ thuộc lĩnh vực nhạy cảm chỉ tính số lượng');
    expect(text).toContain('1 hồ sơ đang tạm dừng (chờ bổ sung, nộp phí)');
  });

  test.each([
    ['/sap-den-han phường Vĩnh Hải', 'UBND phường Vĩnh Hải: 1 quá hạn'],
    ['/qua-han TP Nha Trang', 'UBND thành phố Nha Trang: 2 quá hạn'],
    ['/sap-den-han TP Nha Trang', 'Nha Trang: 2 quá hạn · 3 đến hạn hôm nay · 2 trong 3 ngày'],
    ['/sap-den-han toàn tỉnh', 'Tỉnh Khánh Hòa: 2 quá hạn · 3 đến hạn hôm nay · 2 trong 3 ngày'],
  ])('sees of others the numbers alone: %s', async (asked, first) => {
    await using chats = await openedChats();
    const { text, reply } = await chats.hear(GROUP, asked);
    expect(text.split('\n')[0]).toContain(first);
    expect(text).toContain('Chỉ số lượng: danh sách hồ sơ dành cho nhóm của từng cơ quan.');
    expect(text).not.toContain('nhạy cảm');
    expect(text).not.toMatch(/\d{4} (?:quá|hôm|còn)|H32|Công chức|Thẩm định/u);
    expect(reply?.file).toBeUndefined();
  });

  test('goes on from those numbers to those of a unit, and not to its dossiers', async () => {
    await using chats = await openedChats();
    await chats.say(GROUP, '/sap-den-han toàn tỉnh');
    const unit = await chats.say(GROUP, '/sap-den-han UBND thành phố Nha Trang #tp-nha-trang');
    expect(unit).toMatch(/Lộc Thọ +1 +2 +2/u);
    expect(unit).not.toContain('0201');
  });

  test('asks for what is late only', async () => {
    await using chats = await openedChats();
    const text = await chats.say(GROUP, '/qua-han');
    expect(text.split('\n')[0]).toBe('UBND phường Lộc Thọ: 1 quá hạn');
    expect(text).toContain('0001');
    expect(text).not.toContain('0002');
  });
});

describe('others', () => {
  test('a city sees the numbers of its wards, the worst first, and its own dossiers', async () => {
    await using chats = await openedChats();
    const text = await chats.say(CITY, '/sap-den-han');
    expect(text.split('\n')[0]).toBe(
      'UBND thành phố Nha Trang: 2 quá hạn · 3 đến hạn hôm nay · 2 trong 3 ngày',
    );
    expect(text).toMatch(/Lộc Thọ +1 +2 +2/u);
    expect(text).toMatch(/Vĩnh Hải +1 +0 +0/u);
    expect(text).toContain('0201');
    expect(text).not.toContain('0001');
  });

  test('a city asks about a ward and gets numbers', async () => {
    await using chats = await openedChats();
    const text = await chats.say(CITY, '/sap-den-han phường Lộc Thọ');
    expect(text).toContain('1 quá hạn · 2 đến hạn hôm nay · 2 trong 3 ngày');
    expect(text).not.toContain('0001');
    expect(text).not.toContain('nhạy cảm');
  });

  test('leaders see any agency, without desks and with the end of codes', async () => {
    await using chats = await openedChats();
    const text = await chats.say(LEADERS, '/sap-den-han phường Lộc Thọ');
    expect(text).toContain('…0001 quá hạn 3 ngày làm việc');
    expect(text).not.toContain('H32');
    expect(text).not.toContain('Công chức');
  });

  test('leaders who name nobody see the province', async () => {
    await using chats = await openedChats();
    const text = await chats.say(LEADERS, '/sap-den-han');
    expect(text.split('\n')[0]).toContain('2 quá hạn · 3 đến hạn hôm nay · 2 trong 3 ngày');
  });
});

describe('what has changed since the working day before', () => {
  test('is nothing on the first day of a list', async () => {
    await using chats = await openedChats();
    expect(await chats.say(GROUP, '/sap-den-han')).not.toContain('mới');
  });

  test('new ones are marked, finished ones counted', async () => {
    await using chats = await openedChats();
    chats.wind(24 * 60);
    const later = {
      contentHash: 'b'.repeat(64),
      asOf: Temporal.Instant.from('2026-11-24T06:45+07:00'),
    };
    await takeIn(
      chats.open.due.dossiers,
      [
        dossier('0001', '2026-11-18', {
          state: 'done',
          closedAt: Temporal.Instant.from('2026-11-23T15:00+07:00'),
        }),
        dossier('0009', '2026-11-25'),
      ],
      later,
    );
    const text = await chats.say(GROUP, '/sap-den-han');
    expect(text).toContain('1 hồ sơ mới vào danh sách, 1 hồ sơ đã xong');
    expect(text).toMatch(/0009 .*· mới/u);
    expect(text).not.toMatch(/0002 .*· mới/u);
  });

  test('a list nobody has renewed is called old', async () => {
    await using chats = await openedChats();
    expect(await chats.say(GROUP, '/sap-den-han')).not.toContain('chưa được cập nhật');
    chats.wind(48 * 60);
    expect(await chats.say(GROUP, '/sap-den-han')).toContain(
      'Danh sách chưa được cập nhật từ 06:45 ngày 23/11/2026',
    );
  });
});

test('an agency without a list is told so: nothing due is another answer', async () => {
  await using chats = await openedChats();
  expect(await chats.say(LEADERS, '/sap-den-han Cam Lâm')).toContain('Chưa có danh sách hồ sơ');
  await takeIn(
    chats.open.due.dossiers,
    [dossier('0301', '2026-12-10', { agency: AgencyId.parse('h-cam-lam') })],
    {
      contentHash: 'c'.repeat(64),
      origin: 'cam-lam.csv',
    },
  );
  expect(await chats.say(LEADERS, '/sap-den-han Cam Lâm')).toContain(
    'không có hồ sơ quá hạn hoặc sắp đến hạn',
  );
});

test('made-up dossiers are called so', async () => {
  await using chats = await openedChats();
  await takeIn(chats.open.due.dossiers, [dossier('0102', '2026-11-23', { agency: VINH_HAI })], {
    source: 'du-lieu-mau',
    sample: true,
    contentHash: 'd'.repeat(64),
  });
  expect(await chats.say(LEADERS, '/sap-den-han phường Vĩnh Hải')).toContain('Dữ liệu mẫu');
});

test('a long list comes with a file', async () => {
  await using chats = await openedChats();
  const many = Array.from({ length: 40 }, (_, at) =>
    dossier(`1${String(at).padStart(3, '0')}`, '2026-11-23'),
  );
  await takeIn(chats.open.due.dossiers, many, { contentHash: 'e'.repeat(64), origin: 'them.csv' });
  const { text, reply } = await chats.hear(GROUP, '/sap-den-han');
  expect(text).toContain('Còn 32 hồ sơ nữa trong tệp đính kèm');
  expect(reply?.file?.name).toBe('ho-so-den-han-loc-tho-2026-11-23.xlsx');
  expect(reply?.file?.sheets[0]?.rows).toHaveLength(44);
});
