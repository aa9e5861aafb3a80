import type { Agency } from '../agencies/agency.ts';
import type { Right } from '../asking/commands.ts';
import type { CommandChoice } from '../asking/meant-choices.ts';
import { exactName, questionText } from '../asking/question-text.ts';
import type { AskerStanding } from '../audience/standing.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { parsePeriodKey } from '../calendar/periods.ts';
import { short, unknownAgency, whichAgency, whichField } from './agency-choices.ts';
import { COMMAND_SUMMARIES } from './command-summaries.ts';
import { type BotNames, pickedAt, type Place, typedAt } from './in-group.ts';
import { periodName } from './period-names.ts';
import { type Block, type Choice, type Reply, textReply } from './reply.ts';

type Refusal = readonly [headline: string, hint: string];

/** What nobody is refused who has been let in is not here. */
const REFUSALS: Readonly<Partial<Record<Right, Refusal>>> = {
  dossiers: [
    'Danh sách hồ sơ chỉ gửi cho nhóm của cơ quan',
    'Xin người quản trị bot gắn cuộc trò chuyện này với cơ quan của mình (/gan-nhom).',
  ],
  subscribing: [
    'Cuộc trò chuyện này chưa đăng ký nhận tin được',
    'Xin người quản trị bot gắn cuộc trò chuyện này với cơ quan của mình (/gan-nhom).',
  ],
  keeping: ['Lệnh này dành cho người quản trị bot', 'Xin liên hệ người quản trị bot của tỉnh.'],
};

/** What the dialogue says by itself, but for refusals; the shape is `DialogueReplies` of the dialogue room. */
export const dialogueReplies = {
  whichAgency,
  whichField,
  unknownAgency,

  added(typed: string): Block {
    return { kind: 'note', line: [`Đã ghi nhận “${short(typed)}”.`] };
  },

  whyWhat(): Reply {
    const text =
      'Xin nói vì sao về số liệu nào, của cơ quan nào. Tôi cho biết được hồ sơ trễ hạn nằm ở đơn vị, lĩnh vực nào; nguyên nhân thì số liệu không nêu.';
    return textReply(
      [
        { kind: 'headline', line: [{ strong: 'Vì sao về số liệu nào?' }] },
        { kind: 'text', line: [text] },
      ],
      [
        { label: 'Vì sao toàn tỉnh trễ hạn?', send: '/tre-han toàn tỉnh vì sao' },
        { label: 'Đơn vị nào trễ hạn nhiều nhất?', send: 'Đơn vị nào trễ hạn nhiều nhất?' },
        { label: 'Xem hướng dẫn', send: '/tro-giup' },
      ],
    );
  },

  reportWhat(): Reply {
    const text =
      'Ví dụ: “báo cáo Nha Trang năm 2023”, “báo cáo Sở KHĐT quý III/2023”, “báo cáo toàn tỉnh”.';
    return textReply(
      [
        { kind: 'headline', line: [{ strong: 'Báo cáo của cơ quan nào, kỳ nào?' }] },
        { kind: 'text', line: [text] },
      ],
      [
        { label: 'Toàn tỉnh', send: '/bao-cao toàn tỉnh' },
        { label: 'Cấp xã', send: '/bao-cao cấp xã' },
        { label: 'Xem hướng dẫn', send: '/tro-giup' },
      ],
    );
  },

  unknownCommand(typed: string, nearest: readonly CommandChoice[]): Reply {
    return textReply(
      [
        { kind: 'headline', line: [{ strong: `Không có lệnh /${short(typed)}` }] },
        {
          kind: 'text',
          line: [
            nearest.length === 0 ? 'Xem /tro-giup để biết các lệnh.' : 'Có phải lệnh sau không?',
          ],
        },
      ],
      nearest.map(({ command, send }) => ({
        label: `/${command} — ${COMMAND_SUMMARIES[command].summary}`,
        send,
      })),
    );
  },

  notUnderstood(about: Agency | null): Reply {
    const name = about?.shortName ?? 'Nha Trang';
    const exact = about === null ? name : exactName(about);
    return textReply(
      [
        { kind: 'headline', line: [{ strong: 'Tôi chưa hiểu câu hỏi này' }] },
        { kind: 'text', line: ['Tôi trả lời được, chẳng hạn:'] },
      ],
      [
        {
          label: `${name} trễ hạn bao nhiêu?`,
          send: questionText('tre-han', { agencies: [exact] }),
        },
        {
          label: 'Huyện nào trễ hạn nhiều nhất?',
          send: questionText('xep-hang', { among: { level: 'district', within: null } }),
        },
        { label: 'Xem hướng dẫn', send: '/tro-giup' },
      ],
    );
  },

  chooseAgain(choices: readonly Choice[]): Reply {
    return textReply(
      [{ kind: 'headline', line: [{ strong: `Xin chọn từ 1 đến ${String(choices.length)}` }] }],
      choices,
    );
  },

  otherPeriod(now: PeriodKey, before: PeriodKey): Block {
    return {
      kind: 'note',
      line: [
        `Khác kỳ với câu trước: đây là số của ${nameOf(now)}, câu trước là ${nameOf(before)}.`,
      ],
    };
  },

  tooLong(limit: number): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Câu hỏi quá dài' }] },
      { kind: 'text', line: [`Xin hỏi trong ${String(limit)} ký tự, ví dụ: /tre-han Nha Trang`] },
    ]);
  },

  failed(): Reply {
    return textReply([
      { kind: 'headline', line: [{ strong: 'Chưa trả lời được vì lỗi của hệ thống' }] },
      {
        kind: 'text',
        line: [
          'Xin thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị bot. Lỗi đã được ghi lại.',
        ],
      },
    ]);
  },
};

/** The same, and refusals: a stranger is told how to be let in, in the way that reaches the bot there. */
export function dialogueRepliesWith(names: BotNames) {
  return {
    ...dialogueReplies,
    refused(right: Right, { role }: AskerStanding, place: Place): Reply {
      const refusal = role === null ? undefined : REFUSALS[right];
      const [headline, hint] = refusal ?? notLetIn(place, names);
      return textReply([
        { kind: 'headline', line: [{ strong: headline }] },
        { kind: 'text', line: [hint] },
      ]);
    },
  };
}

function notLetIn(place: Place, names: BotNames): Refusal {
  const typed = typedAt(place, '/gan-nhom', names);
  return [
    'Cuộc trò chuyện này chưa được kết nối',
    `Xin người quản trị bot cấp mã kết nối, rồi gõ tại đây: ${typed} và mã${pickedAt(place, names)}.`,
  ];
}

function nameOf(key: PeriodKey): string {
  return periodName(parsePeriodKey(key));
}
