import { describe, expect, test } from 'vitest';

import { openingChats } from './chats.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;

/** The code in what the keeper was told. */
function codeIn(text: string): string {
  const code = /\b\d{6}\b/u.exec(text)?.[0];
  if (code === undefined) throw new Error(`no code in: ${text}`);
  return code;
}

describe('letting a group in', () => {
  test('the keeper issues a code, the group types it, and is served from then on', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('chưa được kết nối');
    const issued = await chats.say(KEEPER, '/gan-nhom phường Lộc Thọ');
    expect(issued).toContain('UBND phường Lộc Thọ');
    const bound = await chats.say(GROUP, `/gan-nhom ${codeIn(issued)}`);
    expect(bound).toContain('Đã kết nối: nhóm của UBND phường Lộc Thọ');
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('0,77%');
    expect(await chats.say({ ...GROUP, person: '6' }, '/tre-han')).toContain('phường Lộc Thọ');
  });

  test('a code works once, and not after 15 minutes', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    const code = codeIn(await chats.say(KEEPER, '/gan-nhom lãnh đạo'));
    await chats.say(GROUP, `/gan-nhom ${code}`);
    const other = { ...GROUP, chat: '-200' };
    expect(await chats.say(other, `/gan-nhom ${code}`)).toContain('không đúng hoặc đã hết hạn');
    const late = codeIn(await chats.say(KEEPER, '/gan-nhom lãnh đạo'));
    chats.wind(15);
    expect(await chats.say(other, `/gan-nhom ${late}`)).toContain('không đúng hoặc đã hết hạn');
  });

  test('a keeper standing in the group binds it at once, and lets it go again', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    const inGroup = { ...GROUP, person: '9' };
    expect(await chats.say(inGroup, '/gan-nhom lãnh đạo')).toContain('Đã kết nối: nhóm lãnh đạo');
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('0,77%');
    expect(await chats.say(KEEPER, '/gan-nhom')).toContain('Phường Lộc Thọ: nhóm lãnh đạo');
    expect(await chats.say(inGroup, '/gan-nhom gỡ')).toContain('Đã gỡ');
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('chưa được kết nối');
  });

  test('nobody else can: neither by asking nor by guessing', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    expect(await chats.say(GROUP, '/gan-nhom phường Lộc Thọ')).toContain('Cần mã kết nối');
    expect(await chats.say(GROUP, '/gan-nhom gỡ')).toContain('Cần mã kết nối');
    const code = codeIn(await chats.say(KEEPER, '/gan-nhom phường Lộc Thọ'));
    for (const tried of ['000001', '000002', '000003', '000004', '000005']) {
      await chats.say(GROUP, `/gan-nhom ${tried}`);
    }
    expect(await chats.say(GROUP, `/gan-nhom ${code}`)).toContain('nhập sai mã nhiều lần');
  });

  test('an unclear name is asked about', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    expect(await chats.say(KEEPER, '/gan-nhom Vạn Thắng')).toContain('là cơ quan nào?');
    expect(await chats.say(KEEPER, '1')).toMatch(/\d{6}/u);
  });

  test('under open access strangers get figures, and no more', async () => {
    await using chats = await openingChats({ keepers: [], access: 'open' });
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('0,77%');
    expect(await chats.say(GROUP, '/dang-ky')).toContain('chưa đăng ký nhận tin được');
  });

  test('a stranger is told how to be let in, and the id a keeper is named by', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    for (const text of ['/start', '/tro-giup', 'xin chào']) {
      const said = await chats.say({ channel: 'telegram', chat: '77', person: '77' }, text);
      expect(said).toContain('gõ tại đây: /gan-nhom và mã');
      expect(said).toContain('Mã của bạn: telegram:77');
      expect(said).not.toContain('/tre-han');
    }
  });

  test('help names what works in the chat: dossiers first for an agency, keeping for keepers only', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Lộc Thọ');
    const { text, reply } = await chats.hear(GROUP, '/tro-giup');
    expect(text.indexOf('/sap-den-han')).toBeLessThan(text.indexOf('/tre-han'));
    expect(text).not.toContain('/chua-gui');
    expect(reply?.choices[0]?.send).toBe('/sap-den-han');
    expect(text.split('\n').length).toBeLessThan(16);
    expect(await chats.say(KEEPER, '/tro-giup')).toContain('/gan-nhom');
  });

  test('a keeper in a group nobody let in is served nothing others would read', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    const inGroup = { ...GROUP, person: '9' };
    expect(await chats.say(inGroup, '/tre-han Nha Trang')).toContain('chưa được kết nối');
    expect(await chats.say(KEEPER, '/tre-han Nha Trang')).toContain('0,77%');
  });
});

describe('subscribing', () => {
  test('an agency group subscribes, changes the hour and ends it', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Lộc Thọ');
    expect(await chats.say(GROUP, '/lich')).toContain('chưa đăng ký nhận tin');
    expect(await chats.say(GROUP, '/dang-ky 7h15')).toContain('07:15 các ngày làm việc');
    expect(await chats.say(GROUP, '/lich')).toContain('UBND phường Lộc Thọ');
    expect(await chats.say(GROUP, '/lich 06:45')).toContain('06:45');
    expect(await chats.say(GROUP, '/lich 13:00')).toContain('từ 05:00 đến 11:30');
    expect(await chats.say(GROUP, '/dang-ky 25:00')).toContain('từ 05:00 đến 11:30');
    const nothing = await chats.say(GROUP, '/huy cảnh báo');
    expect(nothing).toContain('Không có đăng ký nào như vậy để hủy');
    expect(nothing).toContain('06:45 các ngày làm việc');
    expect(await chats.say(GROUP, '/huy')).toContain('Đã hủy');
    expect(await chats.say(GROUP, '/lich')).toContain('chưa đăng ký nhận tin');
  });

  test.each([
    [GROUP, 'Nhóm này'],
    [{ channel: 'telegram', chat: '5', person: '5' }, 'Cuộc trò chuyện này'],
  ])('what it is told of its chat fits it: %j is “%s”', async (chat, called) => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    const code = /\d{6}/u.exec(await chats.say(KEEPER, '/gan-nhom phường Lộc Thọ'))?.[0] ?? '';
    const said = [];
    for (const text of [
      `/gan-nhom ${code}`,
      '/lich',
      '/huy',
      '/dang-ky phường Vĩnh Hải',
      '/da-nhan #p-vinh-hai',
      '/dang-ky 07:00',
      '/huy',
    ]) {
      said.push(await chats.say(chat, text));
    }
    const fitting = said.filter((text) => text.includes(called));
    expect(fitting).toHaveLength(6);
    expect(said.join('\n')).not.toContain(
      called === 'Nhóm này' ? 'Cuộc trò chuyện này' : 'hóm này',
    );
  });

  test('nobody subscribes to the dossiers of another agency', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Lộc Thọ');
    expect(await chats.say(GROUP, '/dang-ky phường Vĩnh Hải')).toContain('chỉ gửi cho nhóm');
    expect(await chats.say(GROUP, '/lich')).toContain('chưa đăng ký nhận tin');
  });

  test('leaders get the digest of the province unless they say otherwise', async () => {
    await using chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
    await chats.say({ ...GROUP, person: '9' }, '/gan-nhom lãnh đạo');
    const said = await chats.say(GROUP, '/dang-ky thứ hai 7h30');
    expect(said).toContain('07:30 thứ Hai');
    expect(said).toContain('Bản tóm tắt cho lãnh đạo — Tỉnh Khánh Hòa');
  });
});
