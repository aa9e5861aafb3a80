import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { type StatusAnswer, statusReply } from '../../src/replies/status-reply.ts';

const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');
const minutes = (count: number) => SEVEN.add({ minutes: count });

const source = {
  source: 'mot-cua',
  state: 'fresh',
  since: SEVEN,
  lastTriedAt: SEVEN,
  lastGoodAt: SEVEN,
  lastChangedAt: SEVEN,
  problem: null,
} as const;
const job = { doneAt: SEVEN, failedAt: null, why: null, nextAt: minutes(10) };

const well: StatusAnswer = {
  now: SEVEN,
  sources: [source],
  outbox: { waiting: 0, sending: 0, sent: 12, dead: 0 },
  restingChats: 0,
  jobs: [{ job: 'poll-figures/mot-cua', ...job }],
  size: { bytes: 356_352, freeBytes: 79_000_000_000 },
  versions: { bot: '0.1.0', runtime: 'v26.10.0', schema: 28 },
};

const words = (answer: StatusAnswer) =>
  plainText(statusReply(answer).blocks, { limit: Infinity, tableWidth: 100 }).join('\n');

test('all is well: one line says so, and the rest when', () => {
  expect(words(well)).toBe(
    [
      'Mọi thứ bình thường — 07:00 ngày 23/11/2026',
      '',
      '• mot-cua đọc bình thường; đọc tốt lúc 07:00 23/11/2026; lần tới 07:10 23/11/2026',
      'Tin 24 giờ qua: gửi 12, đang chờ 0, hỏng 0.',
      '1 việc theo lịch, chạy gần nhất 07:00 23/11/2026, lần tới 07:10 23/11/2026.',
      'Kho số liệu 1 MB; đĩa còn 79 GB.',
      '',
      'Đúng Hẹn 0.1.0; Node 26.10.0; lược đồ kho 28.',
    ].join('\n'),
  );
});

describe('what is wrong', () => {
  test('is counted, and the worst source stands first', () => {
    const problem = { code: 'serverFailed', place: 'ho-so', detail: '500' };
    const said = words({
      ...well,
      sources: [
        source,
        { ...source, source: 'cu', state: 'stale' },
        { ...source, source: 'ho-so', state: 'failed', problem },
      ],
      outbox: { ...well.outbox, dead: 2 },
      restingChats: 1,
      jobs: [
        ...well.jobs,
        { ...job, job: 'morning-list', failedAt: minutes(1), why: 'disk full' },
        { ...job, job: 'remind', failedAt: minutes(-9), why: 'once' },
      ],
      size: { bytes: 1, freeBytes: 900_000_000 },
    });
    expect(said).toContain('6 chỗ cần xem');
    expect(said.indexOf('ho-so không đọc được')).toBeLessThan(said.indexOf('cu lâu không có'));
    expect(said).toContain('morning-list lỗi lúc 07:01 23/11/2026: disk full');
    expect(said).not.toContain('once');
    expect(said).toContain('1 nhóm đang tạm dừng');
    expect(said).toContain('sắp đầy');
  });

  test('fits a screen, however many sources there are', () => {
    const sources = Array.from({ length: 40 }, (_, at) => ({
      ...source,
      source: `nguon-${String(at)}`,
      state: 'failed' as const,
    }));
    const said = words({ ...well, sources });
    expect(said.split('\n').length).toBeLessThanOrEqual(16);
    expect(said).toContain('Còn 35 nguồn nữa.');
  });
});

test('where nothing is polled yet, it says so', () => {
  const said = words({ ...well, sources: [], jobs: [] });
  expect(said).toContain('chưa nguồn nào được đọc theo lịch');
  expect(said).toContain('chưa chạy lần nào');
});
