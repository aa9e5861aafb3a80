import type { Problem } from '../errors.ts';
import type { TakenDossiers } from '../polling/take-in-dossiers.ts';
import { dossierLines, importLines, type TakenFile } from './import-lines.ts';
import { count } from './numbers.ts';
import { problemText } from './problem-text.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';

/** What was found in a watched folder just now, and what lies there after it. */
export type LookedAt = {
  readonly name: string;
  readonly path: string;
  /** Null where files stay where they are. */
  readonly putAway: {
    readonly unready: readonly string[];
    readonly strays: readonly { readonly problems: readonly Problem[] }[];
    readonly problems: readonly Problem[];
  } | null;
  /** How many files lie there; null where nothing can be seen. */
  readonly state: Readonly<Record<'waiting' | 'done' | 'rejected', number | null>>;
} & (
  | { readonly kind: 'figures'; readonly taken: readonly TakenFile[] }
  | { readonly kind: 'dossiers'; readonly taken: readonly TakenDossiers[] }
);

/** More lines are no answer to read on a phone; all of them stand beside the file. */
const MOST_LINES = 15;

const HOW =
  'Nạp một tệp: trong Telegram gửi tệp kèm chú thích /nap; hoặc chép vào thư mục đã khai báo; hoặc npm run import -- TỆP trên máy chủ.';

/** The replies to /nap. */
export const takingInReplies = {
  /** A file that came with the command. */
  file(taken: TakenFile): Reply {
    const isRefused = taken.kind === 'refused';
    return textReply([
      headline(isRefused ? `Không nạp tệp ${taken.origin}` : `Đã đọc tệp ${taken.origin}`),
      ...listed(importLines(taken, problemText).slice(isRefused ? 1 : 0)),
      {
        kind: 'note',
        line: [
          isRefused
            ? 'Kho số liệu giữ nguyên. Sửa tệp rồi gửi lại kèm /nap.'
            : 'Xem chỗ không khớp: /doi-chieu.',
        ],
      },
    ]);
  },

  list(name: string): Reply {
    return textReply([
      headline(`${name} là danh sách hồ sơ, không nạp qua tin nhắn`),
      {
        kind: 'warning',
        line: [
          'Danh sách có họ tên, số giấy tờ, địa chỉ của người nộp. Hãy xóa tin nhắn có tệp này, rồi chép tệp vào thư mục nguồn trên máy chủ hoặc dùng npm run import.',
        ],
      },
    ]);
  },

  tooLarge(name: string, mostBytes: number): Reply {
    const megabytes = String(Math.round(mostBytes / 1_000_000));
    return textReply([
      headline(`Tệp ${name} quá lớn`),
      { kind: 'text', line: [`Bảng số liệu gửi qua tin nhắn tối đa ${megabytes} MB. ${HOW}`] },
    ]);
  },

  notFetched(name: string, why: string): Reply {
    return textReply([
      headline(`Không tải được tệp ${name}`),
      { kind: 'text', line: [`Ứng dụng nhắn tin không đưa tệp: ${why}. Hãy gửi lại. ${HOW}`] },
    ]);
  },

  /** What lies in the watched folders, after they were looked into. */
  folders(looked: readonly LookedAt[]): Reply {
    if (looked.length === 0) {
      return textReply([
        headline('Chưa có thư mục nào được theo dõi'),
        { kind: 'text', line: ['Khai báo ở mục sources của config.yaml.'] },
        { kind: 'note', line: [HOW] },
      ]);
    }
    return textReply([
      headline(`Đã kiểm tra ${String(looked.length)} thư mục: ${sumOf(looked)}`),
      ...looked.flatMap(folderBlocks),
      { kind: 'note', line: [HOW] },
    ]);
  },
} as const;

function headline(text: string): Block {
  return { kind: 'headline', line: [{ strong: text }] };
}

function sumOf(looked: readonly LookedAt[]): string {
  const all = looked.flatMap(({ taken }): readonly { readonly kind: string }[] => taken);
  const strays = looked.flatMap(({ putAway }) => putAway?.strays ?? []).length;
  if (all.length + strays === 0) return 'không có tệp mới';
  const refused = all.filter(({ kind }) => kind === 'refused').length;
  return `đọc được ${count(all.length - refused)} tệp, từ chối ${count(refused + strays)}`;
}

function folderBlocks(looked: LookedAt): readonly Block[] {
  const { name, path, putAway, state } = looked;
  return [
    { kind: 'text', line: [{ strong: name }, ` — ${path}: ${stateText(state, putAway !== null)}`] },
    ...listed(takenLines(looked)),
    ...listed(
      (putAway?.unready ?? []).map((file) => `${file}: đang được chép vào, sẽ đọc khi chép xong`),
    ),
    ...listed(
      (putAway?.strays ?? []).flatMap(({ problems }) =>
        problems.map((problem) => `✗ ${problemText(problem)}; đã chuyển vào rejected/`),
      ),
    ),
    ...listed((putAway?.problems ?? []).map(problemText)),
  ];
}

function takenLines(looked: LookedAt): readonly string[] {
  return looked.kind === 'figures'
    ? looked.taken.flatMap((taken) => importLines(taken, problemText))
    : looked.taken.flatMap((taken) => dossierLines(taken, problemText));
}

function stateText({ waiting, done, rejected }: LookedAt['state'], areMoved: boolean): string {
  if (waiting === null) return 'không mở được thư mục';
  if (!areMoved) return `${count(waiting)} tệp, giữ nguyên tại chỗ`;
  return `đang chờ ${count(waiting)}, đã nạp (done) ${count(done ?? 0)}, từ chối (rejected) ${count(rejected ?? 0)}`;
}

function listed(lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).map((line): Line => [line.trim().replace(/^- /u, '')]);
  const rest = lines.length - shown.length;
  return [
    { kind: 'list', items: shown },
    ...(rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} dòng nữa.`] } as const] : []),
  ];
}
