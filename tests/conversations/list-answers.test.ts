import { expect, test } from 'vitest';

import { remind } from '../../jobs/remind.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;
const LEADERS = { ...GROUP, chat: '-300', group: 'Lãnh đạo' } as const;
const TODAY = Temporal.PlainDate.from('2026-11-23');

async function openedChats() {
  const chats = await openingChats({
    keepers: [{ channel: 'telegram', person: '9' }],
    now: '2026-11-23T07:12+07:00',
  });
  await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Lộc Thọ');
  await chats.say({ ...LEADERS, person: '9' }, '/gan-nhom lãnh đạo');
  await takeIn(chats.open.due.dossiers, [
    dossier('0001', '2026-11-18'),
    dossier('0002', '2026-11-23'),
    dossier('1002', '2026-11-23', { sensitive: true, procedure: null }),
    dossier('0102', '2026-11-24'),
  ]);
  return chats;
}

test('who acknowledges first is kept, in words or by the button', async () => {
  await using chats = await openedChats();
  expect(await chats.say(GROUP, 'đã nhận')).toContain('Đã ghi nhận lúc 07:12');
  chats.wind(10);
  expect(await chats.say({ ...GROUP, person: '6' }, '/da-nhan #p-loc-tho')).toContain('lúc 07:12');
  const kept = await chats.open.acknowledgements.acknowledgedOn(TODAY);
  expect(kept.map(({ chat, agency, person }) => [chat, agency, person])).toEqual([
    ['-100', 'p-loc-tho', '5'],
  ]);
});

test('nobody acknowledges for another agency', async () => {
  await using chats = await openedChats();
  const other = await chats.say(GROUP, '/da-nhan #p-vinh-hai');
  expect(other).toContain('Không phải danh sách của nhóm này');
  expect(other).toContain('Nhóm này gắn với UBND phường Lộc Thọ');
  expect(await chats.say(GROUP, '/nhac-lai 14:00 #p-vinh-hai')).toContain('Không phải danh sách');
  expect(await chats.say(GROUP, '/da-nhan #khong-co')).toContain('chỉ cần gõ lệnh');
  expect(await chats.say(LEADERS, 'đã nhận')).toContain('Danh sách của cơ quan nào?');
  expect(await chats.open.acknowledgements.acknowledgedOn(TODAY)).toEqual([]);
});

test('a reminder is kept for later today only', async () => {
  await using chats = await openedChats();
  expect(await chats.say(GROUP, '/nhac-lai 06:00')).toContain('phải ở sau, trong ngày hôm nay');
  expect(await chats.say(GROUP, 'nhắc lại lúc 14:00')).toContain(
    'Sẽ nhắc lại lúc 14:00 ngày 23/11/2026',
  );
  const at = Temporal.Instant.from('2026-11-23T14:00+07:00');
  expect(await chats.open.acknowledgements.remindersUntil(at.subtract({ seconds: 1 }))).toEqual([]);
  expect(await chats.open.acknowledgements.remindersUntil(at)).toMatchObject([
    { channel: 'telegram', address: { chat: '-100', topic: null }, agency: 'p-loc-tho' },
  ]);
});

test('an hour that cannot be read is asked for, not guessed', async () => {
  await using chats = await openedChats();
  for (const unclear of ['nhắc lại lúc 15', '/nhac-lai 25:00']) {
    const asked = await chats.say(GROUP, unclear);
    expect(asked).toContain('Chưa rõ nhắc lại lúc mấy giờ');
    expect(asked).toContain('Ví dụ: /nhac-lai 14:00');
  }
  expect(await chats.say(GROUP, '/nhac-lai 3 giờ chiều')).toContain('lúc 15:00 ngày 23/11/2026');
});

test('a reminder that could not be sent that day is not sent the next', async () => {
  await using chats = await openedChats();
  await chats.say(GROUP, '/nhac-lai 14:00');
  chats.wind(7 * 60);
  const { due, reception, acknowledgements, storage } = chats.open;
  const outbox = outboxStore(storage);
  const room = { due, audience: reception.audience, acknowledgements, outbox };
  expect((await remind(room).run({ dry: false })).summary).toEqual({ queued: 1, dropped: 0 });
  const midnight = Temporal.Instant.from('2026-11-24T00:00+07:00');
  expect(await outbox.expire('telegram', midnight.subtract({ seconds: 1 }))).toBe(0);
  expect(await outbox.expire('telegram', midnight)).toBe(1);
});

test('of two processes that look at once one reminds, and only that one counts it', async () => {
  await using chats = await openedChats();
  await chats.say(GROUP, '/nhac-lai 14:00');
  chats.wind(7 * 60);
  const { due, reception, acknowledgements, storage } = chats.open;
  const reminders = await acknowledgements.remindersUntil(due.clock.now());
  const seen = { ...acknowledgements, remindersUntil: async () => reminders };
  const room = { due, audience: reception.audience, outbox: outboxStore(storage) };
  const run = () => remind({ ...room, acknowledgements: seen }).run({ dry: false });
  expect((await run()).summary).toEqual({ queued: 1, dropped: 0 });
  expect((await run()).summary).toEqual({ queued: 0, dropped: 0, known: 1 });
});

test('a chat that is bound as something else is reminded of nothing', async () => {
  await using chats = await openedChats();
  await chats.say(GROUP, '/nhac-lai 14:00');
  await chats.say({ ...GROUP, person: '9' }, '/gan-nhom phường Vĩnh Hải');
  expect(await chats.say(GROUP, '/da-nhan #p-loc-tho')).toContain(
    'Nhóm này gắn với UBND phường Vĩnh Hải',
  );
  chats.wind(7 * 60);
  const { due, reception, acknowledgements, storage } = chats.open;
  const outbox = outboxStore(storage);
  const room = { due, audience: reception.audience, acknowledgements, outbox };
  expect((await remind(room).run({ dry: false })).summary).toEqual({ queued: 0, dropped: 1 });
});

test('a dossier is handed up by the end of its code, and the list says so', async () => {
  await using chats = await openedChats();
  expect(await chats.say(GROUP, 'đã trình 0001')).toContain('H32.12.7-261101-0001');
  const list = await chats.say(GROUP, '/sap-den-han');
  expect(list).toMatch(/0001 .*· đã trình/u);
  expect(list).not.toMatch(/0002 .*· đã trình/u);
});

test('which dossier is asked when several end alike, and sensitive ones are never named', async () => {
  await using chats = await openedChats();
  const { text, reply } = await chats.hear(GROUP, '/da-trinh 02');
  expect(text).toContain('Hồ sơ nào đã trình?');
  expect(reply?.choices.map(({ label }) => label)).toEqual([
    'H32.12.7-261101-0002',
    'H32.12.7-261101-0102',
  ]);
  expect(await chats.say(GROUP, '2')).toContain('đã trình: H32.12.7-261101-0102');
  expect(await chats.say(GROUP, '/da-trinh 1002')).toContain('Không có hồ sơ “1002”');
});

test('leaders do not hand up the dossiers of an agency', async () => {
  await using chats = await openedChats();
  expect(await chats.say(LEADERS, '/da-trinh #p-loc-tho 0001')).toContain(
    'Danh sách của UBND phường Lộc Thọ do nhóm của cơ quan ấy trả lời',
  );
});
