import type { Problem } from '../errors.ts';
import { isOfHistory } from '../snapshots/severity.ts';
import { momentWords } from './moment-words.ts';
import { problemText } from './problem-text.ts';
import { type Line, type Reply, textReply } from './reply.ts';

/** How a source does; the shape is `SourceHealth` of the polling room. */
export type HealthToTell = {
  readonly source: string;
  readonly state: 'fresh' | 'stale' | 'doubted' | 'partial' | 'failed';
  readonly since: Temporal.Instant;
  readonly lastGoodAt: Temporal.Instant | null;
  readonly lastChangedAt: Temporal.Instant | null;
  readonly problem: Problem | null;
};

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
    [{ label: 'Tình trạng', send: '/trang-thai' }],
  );
}

/** What goes on meanwhile, and what a keeper may do. */
function afterwards({ source, state, lastGoodAt, lastChangedAt, problem }: HealthToTell): string {
  const known = state === 'stale' ? lastChangedAt : lastGoodAt;
  const since =
    known === null
      ? 'Chưa lần nào đọc được.'
      : `${state === 'stale' ? 'Số mới gần nhất' : 'Lần đọc tốt gần nhất'}: ${momentWords(known)}; câu trả lời vẫn dùng số đang có và nói rõ.`;
  const act = problem !== null && isOfHistory(problem) ? ` ${believe(source)}` : '';
  return `${since}${act} Khi nguồn trở lại bình thường sẽ báo một lần.`;
}

/** A refused file has left its folder: there would be nothing to believe. */
function believe(source: string): string {
  return `Nếu số mới là đúng: ${believeCommand(source)} trên máy chủ (nguồn là thư mục thì trước đó chuyển tệp từ rejected/ về thư mục).`;
}

/** The command by which a keeper says that what comes of a source is true. */
export function believeCommand(source: string): string {
  return `npm run -s job -- poll-figures/${source} --believe`;
}
