import type { MonthPlan, PlanLine } from '../quota/plan-month.ts';
import type { Mark, Usage } from '../quota/used-up.ts';
import { SUBSCRIPTION_NAMES } from './audience-words.ts';
import { count } from './numbers.ts';
import { type Line, type Reply, textReply } from './reply.ts';

/** What is said of a messenger's plan of so many messages a month. */
export const quotaReplies = {
  /** One more subscription would take more than the plan has; the sum is shown, so that it can be done again by hand. */
  doesNotFit({ month, lines, pushed, allowance }: MonthPlan): Reply {
    const { messages, reserve } = allowance;
    return textReply([
      {
        kind: 'headline',
        line: [{ strong: 'Chưa đăng ký: vượt số tin trong tháng của gói Zalo Bot' }],
      },
      { kind: 'text', line: [`Nếu đăng ký thêm, ${monthText(month)} cần:`] },
      { kind: 'list', items: lines.map(sumLine) },
      {
        kind: 'text',
        line: [
          `Cộng ${count(pushed)} + ${count(reserve)} tin dành để trả lời = ${count(pushed + reserve)}, gói có ${count(messages)} tin mỗi tháng.`,
        ],
      },
      {
        kind: 'note',
        line: [
          'Có thể gõ /huy ở nhóm không cần nữa, đổi sang gửi hằng tuần (/dang-ky tóm tắt thứ hai), hoặc nhờ người quản trị bot nâng gói.',
        ],
      },
    ]);
  },

  /** The keeper is told before the messenger stops taking messages, and when it has come to that. */
  usedUp({ used, messages }: Usage, mark: Mark, month: Temporal.PlainYearMonth): Reply {
    const left = messages - used;
    const rest =
      left > 0
        ? `Còn ${count(left)} tin. Hết số tin này Zalo có thể không nhận tin của bot nữa cho đến đầu tháng sau.`
        : 'Zalo có thể không nhận tin của bot nữa cho đến đầu tháng sau.';
    return textReply([
      {
        kind: 'headline',
        line: [
          `Zalo Bot đã dùng ${mark === 100 ? 'hết' : `${String(mark)}%`} số tin ${monthText(month)}: `,
          { strong: `${count(used)}/${count(messages)}` },
        ],
      },
      { kind: 'text', line: [rest] },
      { kind: 'note', line: ['Xem /lich ở từng nhóm để bỏ bớt tin tự động, hoặc nâng gói.'] },
    ]);
  },
};

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
