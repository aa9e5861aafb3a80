import { expect, test } from 'vitest';

import { pushName } from '../../src/replies/push-words.ts';

test.each([
  ['morning-list/2026-11-23/telegram:-1/p-loc-tho', 'danh sách hồ sơ đến hạn buổi sáng'],
  ['morning-list-missed/2026-11-23/telegram:-1/p-loc-tho', 'tin báo lỡ danh sách buổi sáng'],
  ['leader-digest/2026-11-23/telegram:-1/tinh', 'bản tóm tắt cho lãnh đạo'],
  ['no-list/telegram:-1/p-loc-tho', 'tin báo chưa có danh sách hồ sơ'],
  ['reminder', 'tin nhắc lại danh sách'],
  ['chat-gone/2026-11-23/telegram:9/about telegram:-1', 'tin cho người quản trị'],
  ['kind-of-another-release/2026', 'tin tự động'],
])('%s is called %s', (key, name) => {
  expect(pushName(key)).toBe(name);
});
