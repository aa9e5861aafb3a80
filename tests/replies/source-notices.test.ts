import { describe, expect, test } from 'vitest';

import { plainText } from '../../src/channels/plain-text.ts';
import { freshnessBlock } from '../../src/replies/freshness-lines.ts';
import { type HealthToTell, sourceNoticeReply } from '../../src/replies/source-notices.ts';

const SEVEN = Temporal.Instant.from('2026-11-23T07:00+07:00');

const failed: HealthToTell = {
  source: 'mot-cua',
  state: 'failed',
  since: SEVEN.add({ minutes: 10 }),
  lastGoodAt: SEVEN,
  lastChangedAt: SEVEN.subtract({ hours: 24 }),
  problem: { code: 'serverFailed', place: 'mot-cua', detail: '500' },
};

const words = (health: HealthToTell) =>
  plainText(sourceNoticeReply(health).blocks, { limit: Infinity, tableWidth: 100 }).join('\n');

describe('what keepers are told', () => {
  test('of a source that fails', () => {
    const said = words(failed);
    expect(said).toContain('Nguồn mot-cua không đọc được');
    expect(said).toContain('500');
    expect(said).toContain('Lần đọc tốt gần nhất: 07:00 ngày 23/11/2026');
    expect(said).not.toContain('--believe');
  });

  test('of one that says what history speaks against, and what to do if it is true', () => {
    const detail = 'Nha Trang, received: 6500 → 20';
    const problem = { code: 'counterRanBackwards', place: 'mot-cua', detail };
    const said = words({ ...failed, problem });
    expect(said).toContain('Nha Trang, tiếp nhận: 6.500 → 20');
    expect(said).toContain('poll-figures/mot-cua --believe');
  });

  test('of one whose list shrank, and what to do if it is true', () => {
    const problem = { code: 'listShrank', place: 'mot-cua', detail: '60 / 200' };
    const said = words({ ...failed, problem });
    expect(said).toContain('có thể bị cắt (số hồ sơ nay / lần trước): 60 / 200');
    expect(said).toContain('poll-dossiers/mot-cua --believe');
  });

  test('of one that is doubted: of which agency, by which numbers, and whose alerts are held back', () => {
    const detail = 'Nha Trang, received: 6500 → 7500';
    const problem = { code: 'hardToBelieve', place: 'mot-cua', detail };
    const said = words({ ...failed, state: 'doubted', problem });
    expect(said).toContain('Nguồn mot-cua nói khác hẳn lần trước');
    expect(said).toContain('Nha Trang, tiếp nhận: 6.500 → 7.500');
    expect(said).toContain('Cảnh báo của cơ quan ấy tạm dừng');
    expect(said).not.toContain('--believe');
  });

  test.each([
    ['stale', 'tạm dừng đến khi nguồn có số mới'],
    ['partial', 'tạm dừng đến khi đọc được trọn vẹn'],
    ['failed', 'tạm dừng đến khi đọc lại được'],
  ] as const)('that alerts of one that is %s are held back, and what ends it', (state, until) => {
    const said = words({ ...failed, state, lastGoodAt: null });
    expect(said).toContain(until);
    expect(said.includes('Chưa lần nào đọc được')).toBe(state === 'failed');
  });

  test('of one that is well again', () => {
    const said = words({ ...failed, state: 'fresh', problem: null });
    expect(said).toContain('Nguồn mot-cua đã đọc lại được');
    expect(said).not.toContain('báo một lần');
  });

  test('never what stood in a file: it may be an applicant', () => {
    const problem = { code: 'unknownLayout', place: 'a.csv', detail: 'Nguyễn Văn A | 0905123456' };
    expect(words({ ...failed, problem })).not.toContain('0905123456');
  });
});

test.each([
  [
    'failed',
    'Nguồn mot-cua không đọc được từ 07:10 ngày 23/11/2026; số liệu đọc lúc 07:00 ngày 23/11/2026 có thể đã khác.',
  ],
  ['stale', 'Nguồn mot-cua không có số mới từ 07:00 ngày 22/11/2026; số liệu có thể đã khác.'],
] as const)('an answer from a source that is %s says so', (state, said) => {
  expect(freshnessBlock({ ...failed, state })).toEqual({ kind: 'warning', line: [said] });
});
