import type { Agency } from '../agencies/agency.ts';
import { COMMAND_NAMES, type CommandName, COMMANDS } from '../asking/commands.ts';
import { exactName } from '../asking/question-text.ts';
import { mayUse } from '../audience/rights.ts';
import type { AskerStanding } from '../audience/standing.ts';
import { COMMAND_SUMMARIES } from './command-summaries.ts';
import { type BotNames, hearsNameOnly, pickedAt, type Place, typedAt } from './in-group.ts';
import { type Choice, type Line, type Reply, textReply } from './reply.ts';
import { uncapital } from './sentence.ts';

/** Who asks for help, and whose figures the bot has. */
export type HelpFor = {
  readonly province: Agency;
  /** The chat's own agency. */
  readonly home: Agency | null;
  readonly standing: AskerStanding;
  /** Where it is asked. */
  readonly place: Place;
  readonly botNames: BotNames;
};

/** What most people ask, in the order they ask it; the rest is named in one line: all is to be seen at once on a phone. */
const FIGURES_FIRST: readonly CommandName[] = ['tre-han', 'xep-hang', 'so-sanh'];

/** In the group of an agency its dossiers come first. */
const DOSSIERS_FIRST: readonly CommandName[] = [
  'sap-den-han',
  'qua-han',
  'dang-ky',
  'tre-han',
  'xep-hang',
];

const EXAMPLES: readonly Choice[] = [
  { label: 'Nha Trang trễ hạn?', send: '/tre-han Nha Trang' },
  { label: 'Xếp hạng huyện', send: '/xep-hang huyện' },
  { label: 'Tổng quan', send: '/tong-quan' },
];

/** Help that fits one phone screen: only what works in this chat. */
export function helpReply(who: HelpFor): Reply {
  const { province, standing } = who;
  const usable = COMMAND_NAMES.filter((name) => mayUse(COMMANDS[name].right, standing));
  const first = (standing.role === 'agency' ? DOSSIERS_FIRST : FIGURES_FIRST).filter((name) =>
    usable.includes(name),
  );
  const rest = usable.filter((name) => !first.includes(name) && name !== 'start');
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'Hỏi số liệu hồ sơ' }, ` — ${province.name}`] },
      { kind: 'list', items: first.map(summaryLine) },
      { kind: 'text', line: [`Lệnh khác: ${rest.map((name) => `/${name}`).join(' ')}`] },
      {
        kind: 'text',
        line: ['Hoặc hỏi bằng lời: “huyện nào trễ nhất”, rồi “còn cấp xã?”.'],
      },
      {
        kind: 'note',
        line: [`Không cần dấu, gạch nối. ${inGroups(who)}`],
      },
    ],
    examplesFor(who),
  );
}

/** How a group reaches the bot. In one of Zalo nothing else ever does, not even a command. */
function inGroups({ place: { channel }, botNames }: HelpFor): string {
  return hearsNameOnly(channel, botNames)
    ? 'Trong nhóm Zalo, bot chỉ nhận tin có nhắc tên nó: gõ @, chọn tên bot trong danh sách hiện ra rồi mới viết câu hỏi hay lệnh; hoặc bấm trả lời một tin của bot.'
    : 'Trong nhóm, hãy nhắc tên bot.';
}

function summaryLine(name: CommandName): Line {
  const { example, summary } = COMMAND_SUMMARIES[name];
  return [{ strong: example }, ` — ${uncapital(summary)}`];
}

/** Three questions that have an answer here. */
function examplesFor({ home, standing }: HelpFor): readonly Choice[] {
  if (home === null) return EXAMPLES;
  return [
    ...(standing.role === 'agency' ? [{ label: 'Hồ sơ sắp đến hạn', send: '/sap-den-han' }] : []),
    { label: `${home.shortName} trễ hạn?`, send: `/tre-han ${exactName(home)}` },
    ...EXAMPLES.slice(1),
  ].slice(0, 3);
}

/** The greeting: what this is, and three questions to tap. */
export function welcomeReply(who: HelpFor): Reply {
  return textReply(
    [
      greeting(who),
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
      ...(hearsNameOnly(who.place.channel, who.botNames)
        ? [{ kind: 'note', line: [inGroups(who)] } as const]
        : []),
    ],
    examplesFor(who),
  );
}

/** To those nobody has let in: how that is done, and the id a keeper is named by. */
export function strangerReply(who: HelpFor, id: string): Reply {
  return textReply([
    greeting(who),
    {
      kind: 'text',
      line: [
        'Cuộc trò chuyện này chưa được kết nối. Xin người quản trị bot cấp mã, rồi gõ tại đây: ',
        { strong: `${typedAt(who.place, '/gan-nhom', who.botNames)} và mã` },
        `${pickedAt(who.place, who.botNames)}.`,
      ],
    },
    { kind: 'note', line: [`Mã của bạn: ${id}`] },
  ]);
}

function greeting({ province }: HelpFor) {
  return {
    kind: 'headline',
    line: [{ strong: 'Đúng Hẹn' }, ` — trợ lý số liệu hồ sơ hành chính, ${province.name}`],
  } as const;
}
