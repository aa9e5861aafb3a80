import { type MonthPlan, needed, type PlanLine } from '../quota/plan-month.ts';
import type { Mark, Usage } from '../quota/used-up.ts';
import { SUBSCRIPTION_NAMES } from './audience-words.ts';
import { channelName } from './channel-names.ts';
import { count } from './numbers.ts';
import { type Line, type Reply, textReply } from './reply.ts';

/** A mark of a plan that a month has reached. */
export type UsedUp = {
  readonly channel: string;
  readonly usage: Usage;
  readonly mark: Mark;
  readonly month: Temporal.PlainYearMonth;
};

/** What is said of a messenger's plan of so many messages a month. */
export const quotaReplies = {
  /** One more subscription would take more than the plan has; the sum is shown, so that it can be done again by hand. */
  doesNotFit(plan: MonthPlan): Reply {
    const { channel, month, used, lines } = plan;
    return textReply([
      {
        kind: 'headline',
        line: [{ strong: `Chưa đăng ký: vượt số tin trong tháng của gói ${channelName(channel)}` }],
      },
      {
        kind: 'text',
        line: [`Nếu đăng ký thêm, ${monthText(month)} ${used === 0 ? 'cần' : 'còn cần'}:`],
      },
      { kind: 'list', items: lines.map(sumLine) },
      { kind: 'text', line: [totalText(plan)] },
      {
        kind: 'note',
        line: [
          'Có thể gõ /huy ở nhóm không cần nữa, đổi sang gửi hằng tuần (/dang-ky tóm tắt thứ hai), hoặc nhờ người quản trị bot nâng gói.',
        ],
      },
    ]);
  },

  /** The keeper is told before the messenger stops taking messages, and when it has come to that. */
  usedUp({ channel, usage: { used, messages }, mark, month }: UsedUp): Reply {
    const left = messages - used;
    const rest =
      left > 0
        ? `Còn ${count(left)} tin. Hết số tin này ứng dụng nhắn tin có thể không nhận tin của bot nữa cho đến đầu tháng sau.`
        : 'Ứng dụng nhắn tin có thể không nhận tin của bot nữa cho đến đầu tháng sau.';
    return textReply([
      {
        kind: 'headline',
        line: [
          `${channelName(channel)} đã dùng ${mark === 100 ? 'hết' : `${String(mark)}%`} số tin ${monthText(month)}: `,
          { strong: `${count(used)}/${count(messages)}` },
        ],
      },
      { kind: 'text', line: [rest] },
      { kind: 'note', line: ['Xem /lich ở từng nhóm để bỏ bớt tin tự động, hoặc nâng gói.'] },
    ]);
  },
};

/** "Cộng đã dùng 1.204 + 138 + 240 tin dành để trả lời = 1.582, gói có 3.000 tin mỗi tháng." */
function totalText(plan: MonthPlan): string {
  const { used, pushed, reserve, messages } = plan;
  const before = used === 0 ? '' : `đã dùng ${count(used)} + `;
  return `Cộng ${before}${count(pushed)} + ${count(reserve)} tin dành để trả lời = ${count(needed(plan))}, gói có ${count(messages)} tin mỗi tháng.`;
}

/** "danh sách hồ sơ đến hạn buổi sáng: 23 ngày × 4 nhóm × 2 tin = 184". */
function sumLine({ kind, days, chats, each, messages }: PlanLine): Line {
  const sum = `${count(days)} ngày × ${count(chats)} nhóm × ${count(each)} tin`;
  return [`${SUBSCRIPTION_NAMES[kind]}: ${sum} = `, { strong: count(messages) }];
}

/** "tháng 12/2026": a calendar month, not a reporting one. */
function monthText({ month, year }: Temporal.PlainYearMonth): string {
  return `tháng ${String(month)}/${String(year)}`;
}

/** The same in a line, for the keeper at the terminal: "webhook, 1.204/3.000 tin tháng này". */
export function usageText(mode: string, { used, messages }: Usage): string {
  return `${mode}, ${count(used)}/${count(messages)} tin tháng này`;
}
