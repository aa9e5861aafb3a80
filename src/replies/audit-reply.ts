import type { Audited } from '../audit/store.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { momentText, momentWords } from './moment-words.ts';
import { pushName } from './push-words.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { documentName } from './source-line.ts';

/** What became of giving an old answer again. */
export type Verdict =
  | { readonly kind: 'same'; readonly sources: readonly SnapshotHead[] }
  /** `now` is the first line of what is computed today from what was known then. */
  | {
      readonly kind: 'differs';
      readonly sources: readonly SnapshotHead[];
      readonly now: string;
    }
  | { readonly kind: 'notReplayed'; readonly because: 'push' | 'dossiers' | 'noQuestion' };

/** An entry with the name of its chat. */
export type InChat = { readonly entry: Audited; readonly chat: string };

const NOT_REPLAYED: Readonly<Record<Extract<Verdict, { kind: 'notReplayed' }>['because'], string>> =
  {
    push: 'Tin bot tự gửi về hồ sơ không tính lại được: danh sách hồ sơ thay đổi từng giờ và không được lưu trong nhật ký. Chỉ còn dòng đầu và mã đối chiếu nội dung.',
    dossiers:
      'Câu trả lời về từng hồ sơ không tính lại được: danh sách hồ sơ thay đổi từng giờ và không được lưu trong nhật ký. Chỉ còn dòng đầu và mã đối chiếu nội dung.',
    noQuestion: 'Đây là lời hỏi lại, từ chối hoặc lệnh về bot, không có số liệu để tính lại.',
  };

const LONGEST_LINE = 90;

/** What /kiem-chung says. */
export const auditReplies = {
  audited({ entry, chat }: InChat, verdict: Verdict): Reply {
    const said: readonly Block[] =
      entry.headline === '' ? [] : [{ kind: 'text', line: [`Đã trả lời: ${entry.headline}`] }];
    return textReply(
      [
        { kind: 'headline', line: [{ strong: entry.code }, ` — ${VERDICTS[verdict.kind]}`] },
        ...askedBlocks({ entry, chat }),
        ...said,
        ...verdictBlocks(verdict),
      ],
      entry.asked === null ? [] : [{ label: 'Hỏi lại hôm nay', send: entry.asked }],
    );
  },

  unknownCode(typed: string): Reply {
    return textReply([
      {
        kind: 'headline',
        line: ['Không có câu trả lời mang mã ', { strong: typed.slice(0, 20) }],
      },
      {
        kind: 'text',
        line: [
          'Mã có 6 chữ và số. Gõ /kiem-chung để xem các câu trả lời gần nhất; câu của nhóm khác chỉ xem được ở trò chuyện riêng.',
        ],
      },
    ]);
  },

  latest(entries: readonly InChat[], { isAllChats }: { readonly isAllChats: boolean }): Reply {
    const where = isAllChats ? '' : ' của nhóm này';
    if (entries.length === 0) {
      return textReply([{ kind: 'headline', line: [`Chưa có câu trả lời nào${where}`] }]);
    }
    return textReply(
      [
        {
          kind: 'headline',
          line: [`${String(entries.length)} câu trả lời gần nhất${where}`],
        },
        { kind: 'list', items: entries.map((each) => entryLine(each, isAllChats)) },
        { kind: 'note', line: ['Xem một câu: /kiem-chung kèm mã.'] },
      ],
      entries.map(({ entry }): Choice => ({
        label: entry.code,
        send: `/kiem-chung ${entry.code}`,
      })),
    );
  },
};

const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  same: 'khớp với câu trả lời đã gửi',
  differs: 'tính lại khác câu trả lời đã gửi',
  notReplayed: 'không tính lại được',
};

function askedBlocks({ entry, chat }: InChat): readonly Block[] {
  const { at, channel, person, typed, asked } = entry;
  const when = momentWords(at);
  if (person === null) {
    return [{ kind: 'text', line: [`Tự gửi lúc ${when}, ${chat}: ${pushName(typed)}`] }];
  }
  const understood: readonly Block[] =
    asked === null ? [] : [{ kind: 'text', line: [`Hiểu là: ${asked}`] }];
  return [
    { kind: 'text', line: [`Hỏi lúc ${when}, ${chat}, người hỏi ${channel}:${person}`] },
    { kind: 'text', line: [`Đã gõ: “${typed}”`] },
    ...understood,
  ];
}

function verdictBlocks(verdict: Verdict): readonly Block[] {
  if (verdict.kind === 'notReplayed') {
    return [{ kind: 'note', line: [NOT_REPLAYED[verdict.because]] }];
  }
  const sources: readonly Block[] = verdict.sources.map((head) => ({
    kind: 'source',
    line: [`Nguồn: ${documentName(head)}, ghi nhận lúc ${momentWords(head.fetchedAt)}`],
  }));
  if (verdict.kind === 'same') return sources;
  return [
    { kind: 'warning', line: [`Nay tính lại: ${verdict.now}`] },
    {
      kind: 'note',
      line: [
        'Tính lại bằng đúng số liệu và thời điểm lúc trả lời; khác do danh mục cơ quan, mục tiêu hoặc cách trình bày của bot đã thay đổi từ đó.',
      ],
    },
    ...sources,
  ];
}

function entryLine({ entry, chat }: InChat, isAllChats: boolean): Line {
  const { code, at, person, typed } = entry;
  const what = person === null ? `tự gửi ${pushName(typed)}` : typed;
  const where = isAllChats ? `${chat} · ` : '';
  return [{ strong: code }, cut(` ${momentText(at)} · ${where}${what}`)];
}

function cut(text: string): string {
  return text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE - 1)}…`;
}
