import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const CITY = { channel: 'telegram', chat: '-200', person: '5', group: 'Nha Trang' } as const;
const WARD = { ...CITY, chat: '-100', group: 'Phường Lộc Thọ' } as const;
const LEADERS = { ...CITY, chat: '-300', group: 'Lãnh đạo' } as const;
const VINH_HAI = AgencyId.parse('p-vinh-hai');
const CAM_LAM = AgencyId.parse('h-cam-lam');
const asOf = (moment: string) => Temporal.Instant.from(`${moment}+07:00`);

/** Monday: a ward of Nha Trang has its list of this morning, another that of Thursday; Cam Lâm a sample. */
async function openedChats(now = '2026-11-23T08:00+07:00') {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }], now });
  await chats.say({ ...CITY, person: '9' }, '/gan-nhom thành phố Nha Trang');
  await chats.say({ ...WARD, person: '9' }, '/gan-nhom phường Lộc Thọ');
  await chats.say({ ...LEADERS, person: '9' }, '/gan-nhom lãnh đạo');
  const { dossiers } = chats.open.due;
  await takeIn(dossiers, [dossier('0001', '2026-11-18')], { origin: 'loc-tho.csv' });
  await takeIn(dossiers, [dossier('0101', '2026-12-30', { agency: VINH_HAI })], {
    origin: 'vinh-hai.csv',
    contentHash: 'b'.repeat(64),
    asOf: asOf('2026-11-19T06:45'),
  });
  await takeIn(dossiers, [dossier('0301', '2026-11-23', { agency: CAM_LAM })], {
    source: 'du-lieu-mau',
    origin: 'mau.csv',
    contentHash: 'c'.repeat(64),
    sample: true,
  });
  return chats;
}

describe('the units of a city', () => {
  test('without a list are counted as such, never as having nothing due', async () => {
    await using chats = await openedChats();
    const text = await chats.say(CITY, '/sap-den-han');
    // Its wards and communes ended with the reorganisation; the land office goes on.
    expect(text).toContain('Chưa có danh sách hồ sơ của 1 đơn vị: ');
    expect(await chats.say(WARD, '/sap-den-han')).not.toContain('Chưa có danh sách');
  });

  test('whose list is old are counted too, and not hidden by what is new', async () => {
    await using chats = await openedChats();
    expect(await chats.say(CITY, '/sap-den-han')).toContain(
      'Danh sách của 1 đơn vị chưa được cập nhật từ ngày làm việc trước: Vĩnh Hải',
    );
  });

  test('nothing is said of the lists of others: neither that they are samples nor that they are new', async () => {
    await using chats = await openedChats('2026-11-25T08:00+07:00');
    await takeIn(chats.open.due.dossiers, [dossier('0301', '2026-11-23', { agency: CAM_LAM })], {
      source: 'du-lieu-mau',
      origin: 'mau.csv',
      contentHash: 'd'.repeat(64),
      sample: true,
      asOf: asOf('2026-11-25T06:45'),
    });
    const text = await chats.say(CITY, '/sap-den-han');
    expect(text).not.toContain('Dữ liệu mẫu');
    expect(text).not.toContain('du-lieu-mau');
    expect(text).toContain('Danh sách chưa được cập nhật từ 06:45 ngày 23/11/2026');
    expect(await chats.say(LEADERS, '/sap-den-han')).toContain('Dữ liệu mẫu');
  });

  test('do not include the land office on its place, which is told apart', async () => {
    await using chats = await openedChats();
    const late = ['0901', '0902'].map((code) =>
      dossier(code, '2026-11-17', { agency: AgencyId.parse('cn-nha-trang') }),
    );
    await takeIn(chats.open.due.dossiers, late, { origin: 'cn.csv', contentHash: 'e'.repeat(64) });
    const text = await chats.say(CITY, '/sap-den-han');
    expect(text.split('\n')[0]).toContain('1 quá hạn');
    expect(text).toContain(
      'Trên địa bàn còn CN Nha Trang, không trực thuộc và không tính ở trên: 2 quá hạn.',
    );
  });

  test('that have a list and nothing open any more are not missing', async () => {
    await using chats = await openedChats();
    const before = await chats.say(CITY, '/sap-den-han');
    await takeIn(
      chats.open.due.dossiers,
      [
        dossier('0101', '2026-12-30', {
          agency: VINH_HAI,
          state: 'returned',
          closedAt: asOf('2026-11-23T07:00'),
        }),
      ],
      {
        origin: 'vinh-hai.csv',
        contentHash: 'e'.repeat(64),
      },
    );
    const missing = /Chưa có danh sách hồ sơ của \d+/u;
    const after = await chats.say(CITY, '/sap-den-han');
    expect(missing.exec(after)?.[0]).toBe(missing.exec(before)?.[0]);
  });
});

describe('what is late only', () => {
  test('counts as new what has become late, and as done what was late', async () => {
    await using chats = await openedChats('2026-11-23T08:00+07:00');
    const { dossiers } = chats.open.due;
    const list = { origin: 'loc-tho.csv', contentHash: 'f'.repeat(64) };
    await takeIn(
      dossiers,
      [dossier('0002', '2026-11-23'), dossier('0003', '2026-11-25'), dossier('0004', '2026-11-17')],
      list,
    );
    chats.wind(24 * 60);
    const done = { state: 'done', closedAt: asOf('2026-11-23T15:00') } as const;
    await takeIn(
      dossiers,
      [dossier('0003', '2026-11-25', done), dossier('0004', '2026-11-17', done)],
      { ...list, contentHash: 'a1'.repeat(32), asOf: asOf('2026-11-24T06:45') },
    );
    const late = await chats.say(WARD, '/qua-han');
    expect(late).toContain('1 hồ sơ mới vào danh sách, 1 hồ sơ đã xong');
    expect(late).toMatch(/0002 .*· mới/u);
    expect(await chats.say(WARD, '/sap-den-han')).toContain(': 2 hồ sơ đã xong');
  });

  test('says nothing of what falls due soon, and offers no more of itself', async () => {
    await using chats = await openedChats();
    await takeIn(chats.open.due.dossiers, [dossier('0102', '2026-11-23', { agency: VINH_HAI })], {
      origin: 'vinh-hai.csv',
      contentHash: 'b1'.repeat(32),
    });
    const none = await chats.hear(LEADERS, '/qua-han phường Vĩnh Hải #p-vinh-hai');
    expect(none.text.split('\n')[0]).toBe('UBND phường Vĩnh Hải: không có hồ sơ quá hạn');
    const city = await chats.hear(CITY, '/qua-han');
    expect(city.reply?.choices.map(({ send }) => send)).toEqual([
      '/qua-han UBND phường Lộc Thọ #p-loc-tho',
    ]);
  });
});
