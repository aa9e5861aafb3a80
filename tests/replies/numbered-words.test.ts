import { expect, test } from 'vitest';

import { NUMBERED_WORDS } from '../../src/replies/numbered-words.ts';

const AT = { url: 'https://a.vn/l/x', until: Temporal.Instant.from('2026-11-23T04:00:00Z') };

test.each([
  [1, 'Trả lời 1.'],
  [2, 'Trả lời 1 hoặc 2.'],
  [3, 'Trả lời 1, 2 hoặc 3.'],
  [7, 'Trả lời số từ 1 đến 7.'],
])('%i choices: %s', (choices, words) => {
  expect(NUMBERED_WORDS.howToChoose(choices, 'never')).toBe(words);
});

test('where only what names the bot reaches it, that is said', () => {
  expect(NUMBERED_WORDS.howToChoose(2, 'always')).toBe('Nhắc tên bot rồi trả lời 1 hoặc 2.');
  expect(NUMBERED_WORDS.howToChoose(2, 'inGroups')).toBe(
    'Trả lời 1 hoặc 2 (trong nhóm: nhắc tên bot trước).',
  );
});

test('what is left out is counted, and where it is to be had is told with its hour', () => {
  expect(NUMBERED_WORDS.more(1450)).toBe('… còn 1.450 dòng nữa');
  expect(NUMBERED_WORDS.moreAt(3, AT)).toBe(
    '… còn 3 dòng nữa, xem đủ (đến 11:00): https://a.vn/l/x',
  );
  expect(NUMBERED_WORDS.fileAt(AT)).toBe('Tệp Excel (tải được đến 11:00): https://a.vn/l/x');
});
