import type { Audited } from '../audit/store.ts';
import type { SnapshotHead } from '../snapshots/snapshot.ts';
import { momentText, momentWords } from './moment-words.ts';
import { type NotReplayed, notReplayedBlocks } from './not-replayed-blocks.ts';
import { pushName } from './push-words.ts';
import { type Block, type Choice, headlineOf, type Line, type Reply, textReply } from './reply.ts';
import { documentName } from './source-line.ts';

/** What became of giving an old answer again. */
export type Verdict =
  | {
      readonly kind: 'same' | 'differs';
      readonly sources: readonly SnapshotHead[];
      /** What is computed today from what was known then; null = nothing is said to it today. */
      readonly reply: Reply | null;
    }
  /** The bot asked back or refused, or it was about the bot itself. */
  | { readonly kind: 'noFigures' }
  | ({ readonly kind: 'notReplayed' } & NotReplayed);

/** An entry with the name of its chat. */
export type InChat = { readonly entry: Audited; readonly chat: string };

const LONGEST_LINE = 90;

/** What /kiem-chung says. */
export const auditReplies = {
  audited({ entry, chat }: InChat, verdict: Verdict): Reply {
    const [first = '', olderSource = null] = entry.headline.split('\n');
    const said: readonly Block[] =
      first === '' ? [] : [{ kind: 'text', line: [`Đã trả lời: ${first}`] }];
    return textReply(
      [
        { kind: 'headline', line: [{ strong: entry.code }, ` — ${VERDICTS[verdict.kind]}`] },
        ...askedBlocks({ entry, chat }),
        ...said,
        ...verdictBlocks(verdict, { first, olderSource }),
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
  noFigures: 'không dùng số liệu nào',
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

/** What is kept of an answer's words. Before lists were kept as data, their source in words was a second line. */
type KeptLines = { readonly first: string; readonly olderSource: string | null };

function verdictBlocks(verdict: Verdict, { first, olderSource }: KeptLines): readonly Block[] {
  if (verdict.kind === 'noFigures') {
    const why = 'Đây là lời hỏi lại, từ chối hoặc lệnh về bot: không có số liệu để tính lại.';
    return [{ kind: 'note', line: [why] }];
  }
  if (verdict.kind === 'notReplayed') return notReplayedBlocks(verdict, olderSource);
  const sources: readonly Block[] = verdict.sources.map((head) => ({
    kind: 'source',
    line: [`Nguồn: ${documentName(head)}, ghi nhận lúc ${momentWords(head.fetchedAt)}`],
  }));
  return [...recomputedBlocks(verdict, first), ...sources];
}

function recomputedBlocks(
  { kind, reply }: Extract<Verdict, { readonly kind: 'same' | 'differs' }>,
  first: string,
): readonly Block[] {
  const now = reply === null ? '' : headlineOf(reply);
  const essentials = reply === null ? [] : essentialsOf(reply);
  if (kind === 'same') {
    return [{ kind: 'text', line: [`Tính lại: ${now}`] }, ...essentials];
  }
  const what =
    now === first
      ? 'Dòng đầu như cũ, phần sau đã khác. Nay tính lại:'
      : `Nay tính lại: ${now === '' ? 'không có câu trả lời' : now}`;
  return [{ kind: 'warning', line: [what] }, ...essentials, { kind: 'note', line: [WHY_OTHER] }];
}

const WHY_OTHER =
  'Tính lại bằng đúng số liệu và thời điểm lúc trả lời; khác do danh mục cơ quan, mục tiêu hoặc cách trình bày của bot đã thay đổi từ đó.';

/** Lines of the answer a screen has room for beside the verdict. */
const MOST_ESSENTIALS = 4;
const MOST_ROWS = 5;

/** What the answer says behind its first line: counts and formula, doubts, the head of its table. */
function essentialsOf({ blocks }: Reply): readonly Block[] {
  return blocks
    .filter(({ kind }) => kind === 'text' || kind === 'warning' || kind === 'table')
    .slice(0, MOST_ESSENTIALS)
    .map((block) =>
      block.kind === 'table' ? { ...block, rows: block.rows.slice(0, MOST_ROWS) } : block,
    );
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
