import type { Agency } from '../agencies/agency.ts';
import type { FailingJob, SourceStatus, StatusAnswer } from '../queries/status.ts';
import { lastDayText } from './agency-names.ts';
import { momentText, momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { problemText } from './problem-text.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';
import { HEALTH_WORDS } from './source-notices.ts';

/** Lines of a kind that a screen has room for. */
const SHOWN = 5;
/** Letters that one line of them may take: what failed is told in the words of a system, which may have many. */
const LONGEST = 160;

/** The reply to /trang-thai, on a screen: what is wrong first, then how everything does. */
export function statusReply(answer: StatusAnswer): Reply {
  const { wrong, now, outbox, restingChats } = answer;
  const headline = wrong === 0 ? 'Mọi thứ bình thường' : `${count(wrong)} chỗ cần xem`;
  return textReply(
    [
      { kind: 'headline', line: [{ strong: headline }, ` — ${momentWords(now)}`] },
      ...sourceBlocks(answer),
      { kind: 'text', line: [outboxText(answer)] },
      ...unservedBlocks(answer),
      ...usageBlocks(answer),
      ...jobBlocks(answer),
      { kind: 'text', line: [sizeText(answer)] },
      { kind: 'note', line: [versionText(answer)] },
    ],
    outbox.dead + restingChats > 0 ? [{ label: 'Tin chưa gửi', send: '/chua-gui' }] : [],
  );
}

function sourceBlocks({ sources }: StatusAnswer): readonly Block[] {
  if (sources.length === 0) {
    return [{ kind: 'text', line: ['Nguồn: chưa nguồn nào được đọc theo lịch.'] }];
  }
  const items = sources
    .slice(0, SHOWN)
    .map((source): Line => [{ strong: source.source }, ` ${sourceText(source)}`]);
  return [{ kind: 'list', items }, ...restBlock(sources.length, 'nguồn')];
}

function sourceText({ state, since, lastGoodAt, nextAt, problem }: SourceStatus): string {
  const parts = [
    state === 'fresh' ? HEALTH_WORDS.fresh : `${HEALTH_WORDS[state]} từ ${momentText(since)}`,
    lastGoodAt === null ? 'chưa lần nào đọc được' : `đọc tốt lúc ${momentText(lastGoodAt)}`,
    ...(nextAt === null ? [] : [`lần tới ${momentText(nextAt)}`]),
    ...(problem === null ? [] : [cut(problemText(problem))]),
  ];
  return parts.join('; ');
}

function outboxText({ outbox, restingChats }: StatusAnswer): string {
  const { waiting, sending, sent, dead } = outbox;
  const resting = restingChats === 0 ? '' : `; ${count(restingChats)} nhóm đang tạm dừng`;
  return `Tin 24 giờ qua: gửi ${count(sent)}, đang chờ ${count(waiting + sending)}, hỏng ${count(dead)}${resting}.`;
}

/** Chats that subscribed to a list which nobody gives the bot: most have to be bound to whoever took over. */
function unservedBlocks({ unserved }: StatusAnswer): readonly Block[] {
  if (unserved.length === 0) return [];
  const items = unserved
    .slice(0, SHOWN)
    .map(({ chat, agency }): Line => [
      { strong: chat },
      ` chờ danh sách của ${agency.name}${goneText(agency)}`,
    ]);
  return [
    { kind: 'text', line: ['Đăng ký nhận tin buổi sáng nhưng chưa có danh sách hồ sơ:'] },
    { kind: 'list', items },
    ...restBlock(unserved.length, 'nhóm'),
  ];
}

function goneText(agency: Agency): string {
  return agency.validTo === null ? '' : `${lastDayText(agency)}: gắn lại nhóm bằng /gan-nhom`;
}

/** "Zalo Bot: đã dùng 1.204/3.000 tin tháng này." */
function usageBlocks({ usage }: StatusAnswer): readonly Block[] {
  if (usage === null) return [];
  const { used, messages, isNearEnd } = usage;
  const end = isNearEnd ? ', sắp hết hoặc đã hết' : '';
  const text = `Zalo Bot: đã dùng ${count(used)}/${count(messages)} tin tháng này${end}.`;
  return [{ kind: 'text', line: [text] }];
}

function jobBlocks({ jobs, failing }: StatusAnswer): readonly Block[] {
  if (jobs.count === 0) return [{ kind: 'text', line: ['Việc theo lịch: chưa chạy lần nào.'] }];
  const items = failing.slice(0, SHOWN).map(failingLine);
  const last = jobs.lastDoneAt === null ? '' : `, chạy gần nhất ${momentText(jobs.lastDoneAt)}`;
  const next = jobs.nextAt === null ? '' : `, lần tới ${momentText(jobs.nextAt)}`;
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...restBlock(failing.length, 'việc lỗi'),
    { kind: 'text', line: [`${count(jobs.count)} việc theo lịch${last}${next}.`] },
  ];
}

function failingLine({ job, failedAt, why }: FailingJob): Line {
  return [{ strong: job }, ` lỗi lúc ${momentText(failedAt)}: ${cut(why)}`];
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function sizeText({ size }: StatusAnswer): string {
  const { bytes, freeBytes, isLow } = size;
  const free = freeBytes === null ? '' : `; đĩa còn ${bytesText(freeBytes)}`;
  return `Kho số liệu ${bytesText(bytes)}${free}${isLow ? ', sắp đầy' : ''}.`;
}

/** In whole megabytes, or gigabytes from ten on. */
function bytesText(bytes: number): string {
  const megabytes = Math.ceil(bytes / 1_000_000);
  return megabytes < 10_000
    ? `${count(megabytes)} MB`
    : `${count(Math.floor(megabytes / 1_000))} GB`;
}

function versionText({ versions: { bot, runtime, schema } }: StatusAnswer): string {
  return `Đúng Hẹn ${bot}; Node ${runtime.replace(/^v/u, '')}; lược đồ kho ${String(schema)}.`;
}

function restBlock(all: number, unit: string): readonly Block[] {
  const rest = all - SHOWN;
  return rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} ${unit} nữa.`] }] : [];
}
