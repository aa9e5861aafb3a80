import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { askStatus } from '../../src/queries/status.ts';
import { statusReply } from '../../src/replies/status-reply.ts';
import { type Kept, SEVEN, source, upkeepWith } from '../queries/upkeep.ts';

async function words(kept: Kept = {}, restingChats = 0): Promise<string> {
  const answer = await askStatus(upkeepWith(kept), { now: SEVEN, restingChats });
  return plainText(statusReply(answer).blocks, { limit: Infinity, tableWidth: 100 }).join('\n');
}

test('all is well: one line says so, and the rest when', async () => {
  expect(await words()).toBe(
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

test('where a plan limits the messages of a month, how many are used', async () => {
  expect(await words({ usage: { used: 1_204, messages: 3_000 } })).toContain(
    '\nZalo Bot: đã dùng 1.204/3.000 tin tháng này.\n',
  );
  const said = await words({ usage: { used: 2_400, messages: 3_000 } });
  expect(said).toContain('1 chỗ cần xem');
  expect(said).toContain('Zalo Bot: đã dùng 2.400/3.000 tin tháng này, sắp hết hoặc đã hết.');
});

describe('what is wrong', () => {
  test('is named', async () => {
    const job = { job: 'morning-list', source: null, doneAt: SEVEN, nextAt: SEVEN };
    const failed = { ...job, failedAt: SEVEN.add({ minutes: 1 }), why: 'disk full' };
    const kept = { jobs: [failed], size: { bytes: 1, freeBytes: 900_000_000 } };
    const said = await words(kept, 1);
    expect(said).toContain('3 chỗ cần xem');
    expect(said).toContain('morning-list lỗi lúc 07:01 23/11/2026: disk full');
    expect(said).toContain('1 nhóm đang tạm dừng');
    expect(said).toContain('sắp đầy');
  });

  test('fits a screen and a message, however much there is and however long it was told', async () => {
    const why = 'x'.repeat(5_000);
    const place = `${'thư-mục/'.repeat(200)}a.csv`;
    const many = Array.from({ length: 40 }, (_, at) => String(at));
    const said = await words({
      sources: many.map((at) => ({
        ...source,
        source: `nguon-${at}`,
        state: 'failed',
        problem: { code: 'notReadable', place, detail: why },
      })),
      jobs: many.map((at) => ({
        job: `viec-${at}`,
        source: null,
        doneAt: null,
        failedAt: SEVEN,
        why,
        nextAt: null,
      })),
      usage: { used: 3_000, messages: 3_000 },
    });
    expect(said.split('\n').length).toBeLessThanOrEqual(24);
    expect(said.length).toBeLessThan(3_500);
    expect(said).toContain('Còn 35 nguồn nữa.');
    expect(said).toContain('Còn 35 việc lỗi nữa.');
  });
});

test('where nothing is polled yet, it says so', async () => {
  const said = await words({ sources: [], jobs: [] });
  expect(said).toContain('chưa nguồn nào được đọc theo lịch');
  expect(said).toContain('chưa chạy lần nào');
});
