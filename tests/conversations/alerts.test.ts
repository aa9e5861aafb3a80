import { describe, expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const LAN = { channel: 'telegram', person: '9', chat: '-100', group: 'Tổ giúp việc' } as const;
const KEEPERS = { keepers: [{ channel: 'telegram', person: '9' }] };

/** A group bound as what it is said to be. */
async function boundAs(what: string) {
  const chats = await openingChats(KEEPERS);
  await chats.say(LAN, `/gan-nhom ${what}`);
  return chats;
}

describe('subscribing', () => {
  test.each([
    ['/dang-ky cảnh báo', 'khi chạm ngưỡng chung', 'Tỉnh Khánh Hòa'],
    ['/dang-ky canh-bao', 'khi chạm ngưỡng chung', 'Tỉnh Khánh Hòa'],
    [
      '/dangky CANH BAO p tay nha trang nguong 2%',
      'khi tỷ lệ trễ hạn từ 2%',
      'UBND phường Tây Nha Trang',
    ],
    ['/dang-ky cảnh báo xã Cam An 0,75%', 'khi tỷ lệ trễ hạn từ 0,75%', 'UBND xã Cam An'],
  ])('leaders may to any agency: %s', async (typed, when, agency) => {
    await using chats = await boundAs('lãnh đạo');
    const said = await chats.say(LAN, typed);
    expect(said).toContain(`Đã đăng ký: ${when}`);
    expect(said).toContain(`Cảnh báo trễ hạn — ${agency}`);
  });

  test('an agency may to itself and what belongs to it, and to nobody else', async () => {
    await using chats = await boundAs('thành phố Nha Trang #tp-nha-trang');
    expect(await chats.say(LAN, '/dang-ky cảnh báo')).toContain('UBND thành phố Nha Trang');
    expect(await chats.say(LAN, '/dang-ky cảnh báo phường Lộc Thọ #p-loc-tho')).toContain(
      'Đã đăng ký',
    );
    const refused = await chats.say(LAN, '/dang-ky cảnh báo huyện Cam Lâm');
    expect(refused).toContain('Nhóm này không nhận được cảnh báo đó');
  });

  test.each(['/dang-ky cảnh báo ngưỡng 0%', '/dang-ky cảnh báo 150%'])(
    '%s is no limit',
    async (typed) => {
      await using chats = await boundAs('lãnh đạo');
      expect(await chats.say(LAN, typed)).toContain('Ngưỡng cảnh báo chưa phù hợp');
    },
  );

  test('in doubt about the agency it is asked, and the choice says the rest again', async () => {
    await using chats = await boundAs('lãnh đạo');
    const { reply } = await chats.hear(LAN, '/dang-ky cảnh báo Vạn Thắng ngưỡng 2%');
    const send = reply?.choices[0]?.send ?? '';
    expect(send).toMatch(/^\/dang-ky canh bao 2\.00% .*#/u);
    expect(await chats.say(LAN, send)).toContain('khi tỷ lệ trễ hạn từ 2%');
  });

  test('a place that was not let in gets none', async () => {
    await using chats = await openingChats(KEEPERS);
    const alone = { channel: 'telegram', person: '9', chat: '9' } as const;
    expect(await chats.say(alone, '/dang-ky cảnh báo')).toContain('chưa được kết nối');
  });
});

describe('an agency that is no more today', () => {
  const OLD = 'UBND thành phố Nha Trang không còn từ 01/07/2025';

  test.each([
    ['cảnh báo Nha Trang ngưỡng 2%', '/dang-ky canh bao 2.00% UBND phường Nha Trang #'],
    ['danh sách Nha Trang 07:15', '/dang-ky danh sach 07:15 UBND phường Nha Trang #'],
    ['tóm tắt Nha Trang thứ ba', '/dang-ky tom tat thu 3 UBND phường Nha Trang #'],
    ['danh sách Nha Trang im lặng', '/dang-ky danh sach im lang UBND phường Nha Trang #'],
    ['cảnh báo Nha Trang ngưỡng chung', '/dang-ky canh bao nguong chung UBND phường Nha Trang #'],
  ])('is asked about, and whom it became offered: %s', async (typed, again) => {
    await using chats = await boundAs('lãnh đạo');
    const { text, reply } = await chats.hear(LAN, `/dang-ky ${typed}`);
    expect(text).toContain(OLD);
    expect(text).toContain('được tổ chức lại thành phường Bắc Nha Trang, phường Nha Trang');
    expect(reply?.choices.map(({ label }) => label)).toEqual([
      'UBND phường Bắc Nha Trang',
      'UBND phường Nha Trang',
      'UBND phường Tây Nha Trang',
      'UBND phường Nam Nha Trang',
      'Vẫn UBND thành phố Nha Trang (tên cũ)',
    ]);
    const send = reply?.choices[1]?.send ?? '';
    expect(send).toContain(again);
    const { text: subscribed, reply: done } = await chats.hear(LAN, send);
    expect(subscribed).toContain('Đã đăng ký');
    expect(subscribed).not.toContain('không còn');
    const end = done?.choices.find(({ label }) => label === 'Hủy')?.send ?? '';
    expect(await chats.say(LAN, end)).toContain('Nhóm này không nhận tin tự động nữa');
  });

  test('was 2023’s: then it is subscribed to as it is', async () => {
    await using chats = await openingChats({ ...KEEPERS, now: '2023-09-15T08:00+07:00' });
    await chats.say(LAN, '/gan-nhom lãnh đạo');
    expect(await chats.say(LAN, '/dang-ky cảnh báo Nha Trang')).toContain('Đã đăng ký');
  });

  test('is subscribed to if it is wanted all the same, and what will not come is said', async () => {
    await using chats = await boundAs('lãnh đạo');
    const { reply } = await chats.hear(LAN, '/dang-ky cảnh báo Nha Trang ngưỡng 2%');
    const { text, reply: done } = await chats.hear(LAN, reply?.choices.at(-1)?.send ?? '');
    expect(text).toContain('Đã đăng ký: khi tỷ lệ trễ hạn từ 2%');
    expect(text).toContain(`${OLD}: chỉ có tin nếu nguồn vẫn gửi số liệu theo tên cũ.`);
    expect(done?.choices[0]?.label).toBe('Đăng ký Bắc Nha Trang');
    expect(await chats.say(LAN, '/lich')).toContain('UBND thành phố Nha Trang, có đến 30/06/2025');
    // Then its limit may be changed by its name.
    expect(await chats.say(LAN, '/dang-ky cảnh báo Nha Trang ngưỡng 3%')).toContain('từ 3%');
  });

  test('is said of a group’s own, which can be sent nothing of whom it became', async () => {
    await using chats = await boundAs('phường Lộc Thọ');
    const { text, reply } = await chats.hear(LAN, '/dang-ky 07:15');
    expect(text).toContain('Đã đăng ký: 07:15');
    expect(text).toContain('UBND phường Lộc Thọ không còn từ 01/07/2025: chỉ có tin nếu');
    expect(text).toContain('Từ 01/07/2025 phường Lộc Thọ nhập vào phường Nha Trang.');
    expect(text).toContain('người quản trị bot gắn lại cuộc trò chuyện này (/gan-nhom)');
    expect(reply?.choices.some(({ label }) => label.startsWith('Đăng ký'))).toBe(false);
  });

  test('is ended by the old name if only whom it became is sent', async () => {
    await using chats = await boundAs('lãnh đạo');
    await chats.say(LAN, '/dang-ky cảnh báo phường Nha Trang');
    await chats.say(LAN, '/dang-ky tóm tắt phường Nha Trang');
    const { reply } = await chats.hear(LAN, '/huy cảnh báo Nha Trang');
    expect(reply?.choices.map(({ label }) => label)).toEqual([
      'UBND phường Nha Trang (tỉnh Khánh Hòa, từ 01/07/2025)',
    ]);
    const left = await chats.say(LAN, reply?.choices[0]?.send ?? '');
    expect(left).toContain('Đã hủy đăng ký');
    expect(left).toContain('bản tóm tắt');
    expect(left).not.toContain('cảnh báo trễ hạn');
  });
});

test('the button under the alerts of one agency ends them alone', async () => {
  await using chats = await boundAs('lãnh đạo');
  await chats.say(LAN, '/dang-ky cảnh báo xã Cam An');
  const { reply } = await chats.hear(LAN, '/dang-ky cảnh báo xã Suối Dầu');
  const end = reply?.choices.find(({ label }) => label === 'Hủy')?.send ?? '';
  const left = await chats.say(LAN, end);
  expect(left).toContain('UBND xã Cam An');
  expect(left).not.toContain('UBND xã Suối Dầu');
});

test('alerts stand in the list beside the rest, their limit is changed there, and they are removed alone', async () => {
  await using chats = await boundAs('lãnh đạo');
  await chats.say(LAN, '/dang-ky tóm tắt 07:30');
  await chats.say(LAN, '/dang-ky cảnh báo ngưỡng 2%');
  const list = await chats.say(LAN, '/lich');
  expect(list).toContain('07:30 các ngày làm việc: bản tóm tắt cho lãnh đạo');
  expect(list).toContain('khi tỷ lệ trễ hạn từ 2%: cảnh báo trễ hạn (Tỉnh Khánh Hòa)');
  expect(await chats.say(LAN, '/lich ngưỡng 3%')).toContain('khi tỷ lệ trễ hạn từ 3%');
  expect(await chats.say(LAN, '/lich cảnh báo ngưỡng chung')).toContain('khi chạm ngưỡng chung');
  expect(await chats.say(LAN, '/lich 07:15')).toContain('07:15 các ngày làm việc');
  const left = await chats.say(LAN, '/huy cảnh báo');
  expect(left).toContain('Đã hủy đăng ký');
  expect(left).not.toContain('cảnh báo trễ hạn');
  expect(left).toContain('bản tóm tắt');
});

test('a group that becomes another agency’s loses the alerts of the first', async () => {
  await using chats = await boundAs('huyện Cam Lâm');
  await chats.say(LAN, '/dang-ky cảnh báo');
  await chats.say(LAN, '/gan-nhom huyện Diên Khánh #h-dien-khanh');
  expect(await chats.say(LAN, '/lich')).toContain('chưa đăng ký');
});

describe('/canh-bao', () => {
  test.each([
    ['', 'Nơi này chưa đăng ký nhận cảnh báo'],
    ['đã nắm', 'Không có cảnh báo nào chờ xác nhận'],
    ['tạm dừng 3 giờ', 'Tạm dừng cảnh báo đến 11:00 ngày 23/11/2026'],
    ['tạm dừng', 'Tạm dừng cảnh báo đến 07:00 ngày 24/11/2026'],
    ['bật lại', 'Đã bật lại cảnh báo'],
  ])('%j', async (words, said) => {
    await using chats = await boundAs('lãnh đạo');
    expect(await chats.say(LAN, `/canh-bao ${words}`)).toContain(said);
  });

  test.each([
    ['đã nắm', 'Không có cảnh báo nào chờ xác nhận'],
    ['tạm dừng cảnh báo 3 giờ', 'Tạm dừng cảnh báo đến 11:00 ngày 23/11/2026'],
    ['bật lại cảnh báo', 'Đã bật lại cảnh báo'],
  ])('is not needed where there are no buttons: %j', async (words, said) => {
    await using chats = await boundAs('lãnh đạo');
    expect(await chats.say(LAN, words)).toContain(said);
  });

  test('with nothing to warn of says so', async () => {
    await using chats = await boundAs('lãnh đạo');
    await chats.say(LAN, '/dang-ky cảnh báo');
    expect(await chats.say(LAN, '/canh-bao')).toContain('Không có cảnh báo nào đang mở');
  });

  test('is not for strangers', async () => {
    await using chats = await openingChats({ ...KEEPERS, access: 'open' });
    const stranger = { channel: 'telegram', person: '1', chat: '1' } as const;
    expect(await chats.say(stranger, '/canh-bao')).not.toContain('cảnh báo nào');
  });
});
