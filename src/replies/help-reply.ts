import type { Agency } from '../agencies/agency.ts';
import { COMMAND_NAMES, type CommandName } from '../asking/commands.ts';
import { COMMAND_SUMMARIES } from './command-summaries.ts';
import { type Choice, type Line, type Reply, textReply } from './reply.ts';

/** What most people ask, in the order they ask it; the rest is named in one line. */
const FIRST: readonly CommandName[] = [
  'tre-han',
  'xep-hang',
  'so-sanh',
  'dien-bien',
  'ho-so',
  'truc-tuyen',
  'bieu-do',
  'doi-chieu',
];

const EXAMPLES: readonly Choice[] = [
  { label: 'Nha Trang trễ hạn?', send: '/tre-han Nha Trang' },
  { label: 'Xếp hạng huyện', send: '/xep-hang huyện' },
  { label: 'Tổng quan', send: '/tong-quan' },
];

/** Help that fits one phone screen. */
export function helpReply(province: Agency): Reply {
  const rest = COMMAND_NAMES.filter((name) => !FIRST.includes(name) && name !== 'start');
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'Hỏi số liệu hồ sơ' }, ` — ${province.name}`] },
      { kind: 'list', items: FIRST.map(summaryLine) },
      { kind: 'text', line: [`Lệnh khác: ${rest.map((name) => `/${name}`).join(' ')}`] },
      {
        kind: 'text',
        line: [
          'Hoặc hỏi bằng lời: “huyện nào trễ hạn nhiều nhất năm 2023”, rồi “còn 6 tháng đầu năm?”, “vẽ biểu đồ”.',
        ],
      },
      {
        kind: 'note',
        line: ['Không cần dấu, viết hoa hay gạch nối. Trong nhóm, hãy nhắc tên bot trước câu hỏi.'],
      },
    ],
    EXAMPLES,
  );
}

function summaryLine(name: CommandName): Line {
  const { example, summary } = COMMAND_SUMMARIES[name];
  return [{ strong: example }, ` — ${summary.toLowerCase()}`];
}

/** The greeting: what this is, and three questions to tap. */
export function welcomeReply(province: Agency): Reply {
  return textReply(
    [
      {
        kind: 'headline',
        line: [{ strong: 'Đúng Hẹn' }, ` — trợ lý số liệu hồ sơ hành chính, ${province.name}`],
      },
      {
        kind: 'text',
        line: ['Hỏi tên cơ quan để biết tỷ lệ trễ hạn, kèm số hồ sơ, công thức, nguồn và biểu đồ.'],
      },
      {
        kind: 'text',
        line: [
          'Ví dụ: ',
          { strong: '/tre-han Nha Trang' },
          ' hoặc “Nha Trang trễ hạn bao nhiêu?”. Xem thêm: /tro-giup',
        ],
      },
    ],
    EXAMPLES,
  );
}
