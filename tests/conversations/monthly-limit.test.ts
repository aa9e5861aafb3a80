import { expect, test } from 'vitest';

import { monthlyLimit } from '../../src/answers/monthly-limit.ts';
import { subscribe } from '../../src/answers/subscribe.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import { readSubscription } from '../../src/dialogue/read-subscription.ts';
import { openingChats } from './chats.ts';

const KEEPER = { channel: 'zalo-bot', person: '9' } as const;
const GROUPS = ['phường Lộc Thọ', 'phường Vạn Thắng', 'xã Diên An'] as const;

/** Three groups of Zalo that want their list each morning, of a plan of so many messages a month. */
async function subscribing(messages: number, used = 0) {
  await using chats = await openingChats({ keepers: [KEEPER] });
  const { reception, due } = chats.open;
  const limits = { 'zalo-bot': { messages, reserve: 50, receivedCount: true } };
  const counts = {
    of: async (_channel: string, { month }: Temporal.PlainYearMonth) => ({
      sent: month === 11 ? used : 0,
      received: 0,
    }),
  };
  const overfull = monthlyLimit(limits, {
    audience: reception.audience,
    calendar: due.calendar,
    counts,
    clock: reception.clock,
  });
  const said: string[] = [];
  for (const group of GROUPS) {
    const from = { ...KEEPER, chat: group, group };
    await chats.say(from, `/gan-nhom ${group}`);
    const binding = await reception.audience.bindingOf('zalo-bot', group);
    const asker = {
      ...from,
      chatKind: 'group' as const,
      standing: { role: 'agency' as const, agency: binding?.agency ?? null, isKeeper: true },
      words: '07:00',
    };
    const reply = await subscribe(readSubscription('07:00'), asker, { ...reception, overfull });
    said.push(plainText(reply.blocks, { limit: Infinity, tableWidth: 0 }).join('\n'));
  }
  const kept = await reception.audience.subscriptions('morningList');
  return { said, kept: kept.length };
}

test('what the month can carry is subscribed', async () => {
  // December 2026 has 23 working days: 23 × 3 × 2 + 50
  const { said, kept } = await subscribing(188);
  expect(said.map((text) => text.split('\n')[0])).toEqual(
    GROUPS.map(() => 'Đã đăng ký: 07:00 các ngày làm việc'),
  );
  expect(kept).toBe(3);
});

test('what it cannot is refused, with the sum in words', async () => {
  const { said, kept } = await subscribing(187);
  expect(
    said
      .at(-1)
      ?.split('\n')
      .filter((line) => line !== ''),
  ).toEqual([
    'Chưa đăng ký: vượt số tin trong tháng của gói Zalo Bot',
    'Nếu đăng ký thêm, tháng 12/2026 cần:',
    '• danh sách hồ sơ đến hạn buổi sáng: 23 ngày × 3 nhóm × 2 tin = 138',
    'Cộng 138 + 50 tin dành để trả lời = 188, gói có 187 tin mỗi tháng.',
    'Có thể gõ /huy ở nhóm không cần nữa, đổi sang gửi hằng tuần (/dang-ky tóm tắt thứ hai), hoặc nhờ người quản trị bot nâng gói.',
  ]);
  expect(kept).toBe(2);
});

test('what the month has used already counts, and what is left of it is not a whole month', async () => {
  // From Monday, 23 November 2026, 08:00: 6 working days, and 8 of 30 days of the reserve.
  const { said, kept } = await subscribing(1000, 951);
  expect(kept).toBe(2);
  expect(said.at(-1)).toContain('Nếu đăng ký thêm, tháng 11/2026 còn cần:');
  expect(said.at(-1)).toContain('6 ngày × 3 nhóm × 2 tin = 36');
  expect(said.at(-1)).toContain('Cộng đã dùng 951 + 36 + 14 tin dành để trả lời = 1.001, gói');
  expect((await subscribing(1000, 950)).kept).toBe(3);
});
