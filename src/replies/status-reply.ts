import type { OutboxCounts } from '../outbox/store.ts';
import { momentText, momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import { problemText } from './problem-text.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';
import { HEALTH_WORDS, type HealthToTell } from './source-notices.ts';

/** How the last runs of a job ended; the shape is `JobEnds` of the schedule room. */
type JobEnds = {
  readonly job: string;
  readonly doneAt: Temporal.Instant | null;
  readonly failedAt: Temporal.Instant | null;
  readonly why: string | null;
  readonly nextAt: Temporal.Instant | null;
};

/** How the bot does. */
export type StatusAnswer = {
  readonly now: Temporal.Instant;
  readonly sources: readonly (HealthToTell & { readonly lastTriedAt: Temporal.Instant })[];
  readonly outbox: OutboxCounts;
  readonly restingChats: number;
  readonly jobs: readonly JobEnds[];
  readonly size: { readonly bytes: number; readonly freeBytes: number | null };
  readonly versions: { readonly bot: string; readonly runtime: string; readonly schema: number };
};

/** Lines of a kind that a screen has room for. */
const SHOWN = 5;
/** Worst first. */
const ORDER: readonly HealthToTell['state'][] = ['failed', 'partial', 'stale', 'doubted', 'fresh'];
/** A disk with less room is soon full: a year of figures and a great list fit in. */
const LOW_DISK = 1_000_000_000;

/** The reply to /trang-thai, on a screen: what is wrong first, then how everything does. */
export function statusReply(answer: StatusAnswer): Reply {
  const wrong = wrongIn(answer);
  const headline: Line =
    wrong === 0
      ? [{ strong: 'Mọi thứ bình thường' }, ` — ${momentWords(answer.now)}`]
      : [{ strong: `${count(wrong)} chỗ cần xem` }, ` — ${momentWords(answer.now)}`];
  return textReply(
    [
      { kind: 'headline', line: headline },
      ...sourceBlocks(answer),
      { kind: 'text', line: [outboxText(answer)] },
      ...jobBlocks(answer),
      { kind: 'text', line: [sizeText(answer)] },
      { kind: 'note', line: [versionText(answer)] },
    ],
    answer.outbox.dead + answer.restingChats > 0
      ? [{ label: 'Tin chưa gửi', send: '/chua-gui' }]
      : [],
  );
}

function wrongIn({ sources, outbox, restingChats, jobs, size }: StatusAnswer): number {
  return (
    sources.filter(({ state }) => state !== 'fresh').length +
    jobs.filter(isFailing).length +
    [outbox.dead > 0, restingChats > 0, isLow(size)].filter(Boolean).length
  );
}

function sourceBlocks({ sources, jobs }: StatusAnswer): readonly Block[] {
  if (sources.length === 0) {
    return [{ kind: 'text', line: ['Nguồn: chưa nguồn nào được đọc theo lịch.'] }];
  }
  const sorted = sources.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const items = sorted.slice(0, SHOWN).map((source): Line => {
    const next = jobs.find(({ job }) => job.endsWith(`/${source.source}`))?.nextAt ?? null;
    return [{ strong: source.source }, ` ${sourceText(source, next)}`];
  });
  return [{ kind: 'list', items }, ...restBlock(sources.length, 'nguồn')];
}

function sourceText(
  { state, since, lastGoodAt, problem }: HealthToTell,
  next: Temporal.Instant | null,
): string {
  const parts = [
    state === 'fresh' ? HEALTH_WORDS.fresh : `${HEALTH_WORDS[state]} từ ${momentText(since)}`,
    lastGoodAt === null ? 'chưa lần nào đọc được' : `đọc tốt lúc ${momentText(lastGoodAt)}`,
    ...(next === null ? [] : [`lần tới ${momentText(next)}`]),
    ...(problem === null ? [] : [problemText(problem)]),
  ];
  return parts.join('; ');
}

function outboxText({ outbox, restingChats }: StatusAnswer): string {
  const { waiting, sending, sent, dead } = outbox;
  const resting = restingChats === 0 ? '' : `; ${count(restingChats)} nhóm đang tạm dừng`;
  return `Tin 24 giờ qua: gửi ${count(sent)}, đang chờ ${count(waiting + sending)}, hỏng ${count(dead)}${resting}.`;
}

function jobBlocks({ jobs }: StatusAnswer): readonly Block[] {
  if (jobs.length === 0) return [{ kind: 'text', line: ['Việc theo lịch: chưa chạy lần nào.'] }];
  const failing = jobs.filter(isFailing);
  const items = failing
    .slice(0, SHOWN)
    .map(({ job, failedAt, why }): Line => [
      { strong: job },
      ` lỗi lúc ${failedAt === null ? '' : momentText(failedAt)}: ${(why ?? '').slice(0, 120)}`,
    ]);
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...restBlock(failing.length, 'việc lỗi'),
    { kind: 'text', line: [jobsText(jobs)] },
  ];
}

function jobsText(jobs: readonly JobEnds[]): string {
  const last = inOrder(jobs.map(({ doneAt }) => doneAt)).at(-1);
  const next = inOrder(jobs.map(({ nextAt }) => nextAt))[0];
  const ran = last === undefined ? '' : `, chạy gần nhất ${momentText(last)}`;
  const runs = next === undefined ? '' : `, lần tới ${momentText(next)}`;
  return `${count(jobs.length)} việc theo lịch${ran}${runs}.`;
}

function inOrder(moments: readonly (Temporal.Instant | null)[]): readonly Temporal.Instant[] {
  return moments
    .filter((moment) => moment !== null)
    .toSorted((a, b) => Temporal.Instant.compare(a, b));
}

/** Its last run failed; one that failed before and went well since is no trouble. */
function isFailing({ doneAt, failedAt }: JobEnds): boolean {
  if (failedAt === null) return false;
  return doneAt === null || Temporal.Instant.compare(failedAt, doneAt) > 0;
}

function isLow({ freeBytes }: StatusAnswer['size']): boolean {
  return freeBytes !== null && freeBytes < LOW_DISK;
}

function sizeText({ size }: StatusAnswer): string {
  const { bytes, freeBytes } = size;
  const free = freeBytes === null ? '' : `; đĩa còn ${bytesText(freeBytes)}`;
  return `Kho số liệu ${bytesText(bytes)}${free}${isLow(size) ? ', sắp đầy' : ''}.`;
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
