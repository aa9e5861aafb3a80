import { expect, test } from 'vitest';

import { countDossiers } from '../../jobs/count-dossiers.ts';
import { AgencyId } from '../../src/agencies/agency.ts';
import { openingChats } from './chats.ts';
import { dossier, takeIn } from './due-dossiers.ts';

const KEEPER = { channel: 'telegram', chat: '9', person: '9' } as const;
/** In Phụ lục 2 of 2023: 255 received, 214 resolved on time, early ones among them, and 2 late; 14 pending. */
const SO_KHDT = AgencyId.parse('so-khdt');
const CLOSING = Temporal.Instant.from('2023-12-14T20:00+07:00');

/** A dossier of the year, closed on time, before its time, or late. */
function closed(code: string, on: string) {
  return dossier(code, '2023-10-10', {
    agency: SO_KHDT,
    state: 'returned',
    receivedAt: Temporal.Instant.from('2023-10-02T08:00+07:00'),
    closedAt: Temporal.Instant.from(`${on}T10:00+07:00`),
  });
}

test('what was counted from dossiers is held against what was reported; early ones count as on time there', async () => {
  await using chats = await openingChats({
    keepers: [{ channel: 'telegram', person: '9' }],
    now: '2023-12-14T21:00+07:00',
  });
  const { due, intake, knowledge } = chats.open;
  await takeIn(
    due.dossiers,
    [closed('0001', '2023-10-03'), closed('0002', '2023-10-10'), closed('0003', '2023-10-20')],
    { asOf: CLOSING },
  );
  const { directory, clock } = knowledge;
  await countDossiers({ dossiers: due.dossiers, snapshots: intake.store, directory, clock }).run({
    dry: false,
  });
  const text = await chats.say(KEEPER, '/doi-chieu Sở KHĐT');
  expect(text).toContain('Số đếm từ danh sách hồ sơ (chưa đủ kỳ) đến 14/12/2023 khác số báo cáo');
  expect(text).toContain('giải quyết đúng hạn 214, đếm được 2');
  // What the rates are made of first, and no column left out without a word.
  expect(text).toContain(
    'tiếp nhận 255, đếm được 3; đã giải quyết 216, đếm được 3; giải quyết trễ',
  );
  expect(text).toMatch(/còn \d cột nữa/u);
  const { reply } = await chats.hear(KEEPER, '/doi-chieu Sở KHĐT excel');
  const sheet = reply?.file?.sheets.find(({ name }) => name === 'Đếm từ hồ sơ');
  const told = sheet?.rows.map(([, , , column, reported, counted]) => [column, reported, counted]);
  expect(told).toContainEqual(['Tiếp nhận', 255, 3]);
  expect(told).toContainEqual(['Đang giải quyết', 14, 0]);
  // Answers go on with what was reported.
  expect(await chats.say(KEEPER, '/ho-so Sở KHĐT năm 2023')).toContain('255');
});
