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
    ['/dangky CANH BAO h Cam Lam nguong 2%', 'khi tỷ lệ trễ hạn từ 2%', 'UBND huyện Cam Lâm'],
    ['/dang-ky cảnh báo huyện Cam Lâm 0,75%', 'khi tỷ lệ trễ hạn từ 0,75%', 'UBND huyện Cam Lâm'],
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
