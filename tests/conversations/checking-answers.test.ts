import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { auditCode } from '../../src/audit/audit-code.ts';
import { pushKey } from '../../src/outbox/message.ts';
import { textReply } from '../../src/replies/reply.ts';
import { auditStore } from '../../src/storage/audit-store.ts';
import { outboxStore } from '../../src/storage/outbox-store.ts';
import { auditEntryOf } from '../contracts/audit-store-contract.ts';
import { snapshotOf } from '../contracts/sample-snapshots.ts';
import { messageOf, SEVEN } from '../outbox/messages.ts';
import { row } from '../queries/known.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const LATER = SEVEN.add({ minutes: 30 });
const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
const GROUP = { channel: 'telegram', chat: '-100', person: '5', group: 'Phường Lộc Thọ' } as const;
const ELSEWHERE = { ...GROUP, chat: '-200', group: 'Phường Vĩnh Hải' } as const;

/** A group of leaders and one of a ward that are let in, and a keeper. */
async function openingGroups() {
  const chats = await openingChats({ keepers: [{ channel: 'telegram', person: '9' }] });
  await chats.say({ ...GROUP, person: '9' }, '/gan-nhom lãnh đạo');
  await chats.say({ ...ELSEWHERE, person: '9' }, '/gan-nhom phường Vĩnh Hải');
  return chats;
}

const inVinhHai = (id: string) =>
  dossier(id, '2026-11-18', { agency: AgencyId.parse('p-vinh-hai') });

type Chats = Awaited<ReturnType<typeof openingGroups>>;

/** The codes of the last answers, newest first, as the keeper is offered them. */
async function codesOf(chats: Chats): Promise<readonly string[]> {
  const { reply } = await chats.hear(KEEPER, '/kiem-chung');
  return (reply?.choices ?? []).map(({ label }) => label);
}

/** What the keeper is told of the last answer. */
async function lastChecked(chats: Chats): Promise<string> {
  const [code = ''] = await codesOf(chats);
  return chats.say(KEEPER, `/kiem-chung ${code}`);
}

describe('the last answers', () => {
  let chats: Chats;
  beforeAll(async () => {
    chats = await openingGroups();
    await chats.say(GROUP, '/tre-han Nha Trang');
    chats.wind(1);
    await chats.say(ELSEWHERE, 'Cam Ranh trễ hạn bao nhiêu, gọi 0905123456?');
    await chats.say(ELSEWHERE, '/lich');
  });
  afterAll(() => chats[Symbol.asyncDispose]());

  test('a keeper alone sees those of all chats, newest first, with nothing personal', async () => {
    const listed = await chats.say(KEEPER, '/kiem-chung');
    expect(listed).toContain('2 câu trả lời gần nhất\n');
    expect(listed).toMatch(
      /^• \w{6} 08:01 23\/11\/2026 · Phường Vĩnh Hải · Cam Ranh trễ hạn bao nhiêu, gọi \[…\]\?$/mu,
    );
    expect(listed).toMatch(/^• \w{6} 08:00 23\/11\/2026 · Phường Lộc Thọ · \/tre-han Nha Trang$/mu);
  });

  test('in a group others would read: only what was said there', async () => {
    const [newest = '', oldest = ''] = await codesOf(chats);
    const inGroup = { ...GROUP, person: '9' };
    const listed = await chats.say(inGroup, '/kiem-chung');
    expect(listed).toContain('1 câu trả lời gần nhất của nhóm này');
    expect(listed).toContain(oldest);
    expect(await chats.say(inGroup, `/kiem-chung ${oldest}`)).toContain('khớp với câu trả lời');
    expect(await chats.say(inGroup, `/kiem-chung ${newest}`)).toContain('Không có câu trả lời');
  });

  test('nobody but a keeper is told anything', async () => {
    const [code = ''] = await codesOf(chats);
    expect(await chats.say(ELSEWHERE, `/kiem-chung ${code}`)).toContain('người quản trị');
    expect(await chats.say(ELSEWHERE, '/tro-giup')).not.toContain('kiem-chung');
    expect(await chats.say(KEEPER, '/tro-giup')).toContain('/kiem-chung');
  });

  test('a code nobody was given', async () => {
    expect(await chats.say(KEEPER, '/kiem-chung abc')).toContain(
      'Không có câu trả lời mang mã abc',
    );
  });
});

describe('an answer checked', () => {
  test('is the same however the figures were restated since', async () => {
    await using chats = await openingGroups();
    const { snapshots } = chats.open.knowledge;
    const first = await chats.say(GROUP, '/tre-han Nha Trang');
    expect(first).toContain('0,77%');
    const current = (await snapshots.heads()).find(
      ({ period, document }) => period === '2023' && document.place === 'Phụ lục 2',
    );
    if (current === undefined) throw new Error('no Phụ lục 2');
    await snapshots.record(
      snapshotOf({ ...current, source: 'file', figures: [row('tp-nha-trang', 200, 10_000)] }),
    );
    expect(await chats.say(GROUP, '/tre-han Nha Trang')).toContain('2,00%');
    const [again = '', old = ''] = await codesOf(chats);
    const checked = await chats.say(KEEPER, `/kiem-chung ${old}`);
    expect(checked).toContain(`${old} — khớp với câu trả lời đã gửi`);
    expect(checked).toContain(
      'Đã trả lời: 0,77% hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023',
    );
    expect(checked).toContain('Hiểu là: /tre-han UBND thành phố Nha Trang #tp-nha-trang');
    expect(checked).toContain(
      'Hỏi lúc 08:00 ngày 23/11/2026, Phường Lộc Thọ, người hỏi telegram:5',
    );
    expect(checked).toContain('Nguồn: Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2, ghi nhận');
    expect(await chats.say(KEEPER, `/kiem-chung ${again.toLowerCase()}`)).toContain('khớp với');
  });

  test('stands by itself when it went on from another, on another day', async () => {
    await using chats = await openingGroups();
    await chats.say(GROUP, '/tre-han Nha Trang');
    await chats.say(GROUP, 'còn 6 tháng đầu năm?');
    chats.wind(400 * 24 * 60);
    const checked = await lastChecked(chats);
    expect(checked).toContain('khớp với câu trả lời đã gửi');
    expect(checked).toMatch(/Hiểu là: \/tre-han UBND thành phố Nha Trang #tp-nha-trang 6 tháng/u);
  });

  test('in the group of a ward is about that ward', async () => {
    await using chats = await openingGroups();
    await chats.say(ELSEWHERE, '/tong-quan');
    const checked = await lastChecked(chats);
    expect(checked).toContain('khớp với câu trả lời đã gửi');
    expect(checked).toContain('Hiểu là: /tong-quan UBND phường Vĩnh Hải');
  });

  test('shows what is computed again beside what was said', async () => {
    await using chats = await openingGroups();
    await chats.say(GROUP, '/xep-hang huyện năm 2023');
    const ranked = await lastChecked(chats);
    expect(ranked).toContain('Tính lại: Cam Lâm 3,14% cao nhất');
    expect(ranked).toMatch(/5\. Vạn Ninh +0,82% +25\/3\.046/u);
    expect(ranked).not.toContain('6. Nha Trang');
    await chats.say(GROUP, '/tre-han Nha Trang');
    expect(await lastChecked(chats)).toContain('109/14.114 hồ sơ = (đã giải quyết trễ hạn');
  });

  test('that comes out otherwise tells what it says now, and whether the first line has changed', async () => {
    await using chats = await openingGroups();
    await chats.say(GROUP, '/tre-han Nha Trang');
    const [code = ''] = await codesOf(chats);
    const kept = await auditStore(chats.open.storage).find(code);
    if (kept === null) throw new Error('no entry');
    const store = auditStore(chats.open.storage);
    await store.add([
      { ...kept, replyHash: 'a'.repeat(43) },
      { ...kept, replyHash: 'a'.repeat(43), headline: '0,66% hồ sơ trễ hạn' },
    ]);
    const [another = '', sameFirst = ''] = await codesOf(chats);
    expect(await chats.say(KEEPER, `/kiem-chung ${sameFirst}`)).toContain(
      'Dòng đầu như cũ, phần sau đã khác. Nay tính lại:',
    );
    const other = await chats.say(KEEPER, `/kiem-chung ${another}`);
    expect(other).toContain('tính lại khác câu trả lời đã gửi');
    expect(other).toContain('Đã trả lời: 0,66% hồ sơ trễ hạn');
    expect(other).toContain('Nay tính lại: 0,77% hồ sơ trễ hạn');
    expect(other).toContain('109/14.114');
  });

  test('that refused used no figures', async () => {
    await using chats = await openingGroups();
    await chats.say({ ...GROUP, chat: '-300' }, '/tre-han Nha Trang');
    // Behind the two bindings.
    const checked = await chats.say(KEEPER, `/kiem-chung ${auditCode(3)}`);
    expect(checked).toContain('Đã gõ: “/tre-han Nha Trang”');
    expect(checked).toMatch(/ — không dùng số liệu nào/u);
  });

  test('about dossiers says that there was no list', async () => {
    await using chats = await openingGroups();
    await chats.say(ELSEWHERE, '/qua-han');
    const checked = await lastChecked(chats);
    expect(checked).toContain('không tính lại được');
    expect(checked).toContain('Nhật ký không ghi danh sách hồ sơ nào');
  });

  test('about dossiers tells the list it rested on, and whether that is still the newest', async () => {
    await using chats = await openingGroups();
    const { dossiers } = chats.open.due;
    const late = inVinhHai('0001');
    await takeIn(dossiers, [late]);
    await chats.say(ELSEWHERE, '/qua-han');
    const [code = ''] = await codesOf(chats);
    const checked = await chats.say(KEEPER, `/kiem-chung ${code}`);
    expect(checked).toContain('Dựa trên: danh sách hồ sơ mot-cua, lúc 06:45 ngày 23/11/2026.');
    expect(checked).toContain('vẫn là danh sách mới nhất của nguồn mot-cua.');
    expect(checked).toContain('danh sách hồ sơ thay đổi từng giờ');
    const asOf = Temporal.Instant.from('2026-11-23T07:30+07:00');
    await takeIn(dossiers, [late], { contentHash: 'b'.repeat(64), asOf });
    const renewed = await chats.say(KEEPER, `/kiem-chung ${code}`);
    expect(renewed).toContain('Nay đã có danh sách khác: danh sách hồ sơ mot-cua, lúc 07:30');
    const kept = JSON.stringify(await auditStore(chats.open.storage).latest(50));
    expect(kept).not.toContain('261101-0001');
  });

  test('a list pushed is held against those of its agency, from its own source', async () => {
    await using chats = await openingGroups();
    const { dossiers } = chats.open.due;
    const list = { source: 'mot-cua', origin: 'a.csv', asOf: SEVEN };
    await takeIn(dossiers, [inVinhHai('0001')], list);
    await takeIn(dossiers, [inVinhHai('0002')], { source: 'khac', origin: 'b.csv', asOf: LATER });
    const reply = { ...textReply([{ kind: 'headline', line: ['4 quá hạn'] }]), list };
    const key = pushKey('morning-list', '2026-11-23', 'telegram:-200', 'p-vinh-hai');
    await outboxStore(chats.open.storage).put([messageOf(key, { chat: '-200', reply })], SEVEN);
    const checked = await lastChecked(chats);
    expect(checked).toContain('Dựa trên: danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026.');
    expect(checked).toContain('vẫn là danh sách mới nhất của nguồn mot-cua.');
    await takeIn(dossiers, [inVinhHai('0001')], {
      ...list,
      origin: 'c.csv',
      contentHash: 'c'.repeat(64),
    });
    expect(await lastChecked(chats)).toContain(
      'Nay đã có danh sách khác: danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026 (c.csv, không phải a.csv).',
    );
    await dossiers.removeSource('mot-cua');
    expect(await lastChecked(chats)).toContain('Danh sách ấy nay không còn trong kho.');
  });

  test('of an entry of before lists were kept as data, the list is told in the words kept', async () => {
    await using chats = await openingGroups();
    const inWords =
      'Phường Vĩnh Hải: 4 quá hạn\nNguồn: danh sách hồ sơ mot-cua, lúc 07:00 ngày 2/1/2026';
    const entry = auditEntryOf({
      person: null,
      asked: null,
      typed: 'reminder/1',
      headline: inWords,
    });
    await auditStore(chats.open.storage).add([entry]);
    const checked = await lastChecked(chats);
    expect(checked).toContain('Đã trả lời: Phường Vĩnh Hải: 4 quá hạn\n');
    expect(checked).toContain('Dựa trên: danh sách hồ sơ mot-cua, lúc 07:00 ngày 2/1/2026.\n');
    expect(checked).not.toContain('mới nhất');
  });

  test('a push is shown with what it was', async () => {
    await using chats = await openingGroups();
    const reply = textReply([{ kind: 'headline', line: ['4 quá hạn'] }]);
    const message = messageOf('morning-list/2026-11-23/telegram:-200', { chat: '-200', reply });
    await outboxStore(chats.open.storage).put([message], SEVEN);
    const checked = await lastChecked(chats);
    expect(checked).toContain('Tự gửi lúc 07:00 ngày 23/11/2026, Phường Vĩnh Hải: danh sách hồ sơ');
    expect(checked).toContain('Đã trả lời: 4 quá hạn');
  });
});
