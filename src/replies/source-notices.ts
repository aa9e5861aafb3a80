import type { Problem } from '../errors.ts';
import type { SourceHealth } from '../polling/health.ts';
import { isOfHistory } from '../snapshots/finding-kinds.ts';
import { hasTrait } from '../snapshots/intake-problem.ts';
import { momentWords } from './moment-words.ts';
import { problemText } from './problem-text.ts';
import { type Line, type Reply, textReply } from './reply.ts';

/** How a source does, as far as people are told. */
export type HealthToTell = Pick<
  SourceHealth,
  'source' | 'state' | 'since' | 'lastGoodAt' | 'lastChangedAt' | 'problem'
>;

/** What is wrong with a source, behind its name. */
export const HEALTH_WORDS: Readonly<Record<HealthToTell['state'], string>> = {
  fresh: 'đọc bình thường',
  stale: 'lâu không có số mới',
  doubted: 'nói khác hẳn lần trước',
  failed: 'không đọc được',
  partial: 'chỉ tin được một phần',
};

/** A source failed, fell silent or contradicts itself; or it is well again. */
export function sourceNoticeReply(health: HealthToTell): Reply {
  const { source, state, problem } = health;
  const isWell = state === 'fresh';
  const words = isWell ? 'đã đọc lại được' : HEALTH_WORDS[state];
  const headline: Line = ['Nguồn ', { strong: source }, ` ${words}`];
  return textReply(
    [
      { kind: 'headline', line: headline },
      ...(problem === null ? [] : [{ kind: 'text', line: [`${problemText(problem)}.`] } as const]),
      {
        kind: 'text',
        line: [isWell ? 'Số liệu của nguồn lại được cập nhật.' : afterwards(health)],
      },
    ],
    [
      { label: 'Tình trạng', send: '/trang-thai' },
      ...(state === 'doubted' ? [{ label: 'Đối chiếu', send: '/doi-chieu' }] : []),
    ],
  );
}

/** What goes on meanwhile, what does not, and what a keeper may do. */
function afterwards(health: HealthToTell): string {
  const { source, state, problem } = health;
  return [
    inUse(health),
    ...(state === 'fresh' ? [] : [HELD_BACK[state]]),
    ...(problem === null ? [] : believe(source, problem)),
    'Khi nguồn trở lại bình thường sẽ báo một lần.',
  ].join(' ');
}

/** Which figures answers are made of. */
function inUse({ state, lastGoodAt, lastChangedAt }: HealthToTell): string {
  if (state === 'doubted') return 'Số đã nạp; câu trả lời dùng số ấy có kèm lời nhắc.';
  if (state === 'partial') return `Phần đọc được đã nạp${lastRead(lastGoodAt)}.`;
  const known = state === 'stale' ? lastChangedAt : lastGoodAt;
  if (known === null) return 'Chưa lần nào đọc được.';
  const since = state === 'stale' ? 'Số mới gần nhất' : 'Lần đọc tốt gần nhất';
  return `${since}: ${momentWords(known)}; câu trả lời vẫn dùng số đang có và nói rõ.`;
}

function lastRead(lastGoodAt: Temporal.Instant | null): string {
  return lastGoodAt === null ? '' : `; lần đọc trọn vẹn gần nhất: ${momentWords(lastGoodAt)}`;
}

/** Which alerts are not sent meanwhile, and until when. */
const HELD_BACK = {
  stale: 'Cảnh báo vượt ngưỡng từ nguồn này tạm dừng đến khi nguồn có số mới.',
  doubted:
    'Cảnh báo của cơ quan ấy tạm dừng đến khi số hết khác thường; cơ quan khác vẫn được cảnh báo.',
  partial: 'Cảnh báo vượt ngưỡng từ nguồn này tạm dừng đến khi đọc được trọn vẹn.',
  failed: 'Cảnh báo vượt ngưỡng từ nguồn này tạm dừng đến khi đọc lại được.',
} as const;

/** A refused file has left its folder: there would be nothing to believe. */
function believe(source: string, problem: Problem): readonly string[] {
  const command = believeCommand(source, problem);
  if (command === null) return [];
  return [
    `Nếu số mới là đúng: ${command} trên máy chủ (nguồn là thư mục thì trước đó chuyển tệp từ rejected/ về thư mục).`,
  ];
}

/** The command by which a keeper says that what comes of a source is true; null where nobody can say so. */
export function believeCommand(source: string, problem: Problem): string | null {
  const isOfList = hasTrait(problem, 'believable');
  if (!isOfList && !isOfHistory(problem)) return null;
  return `npm run -s job -- poll-${isOfList ? 'dossiers' : 'figures'}/${source} --believe`;
}
