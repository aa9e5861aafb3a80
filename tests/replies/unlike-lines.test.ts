import { expect, test } from 'vitest';

import { plain } from '../../src/replies/reply.ts';
import { type UnlikePair, unlikeBlocks } from '../../src/replies/unlike-lines.ts';

const alike: UnlikePair = { pair: ['Cam Ranh', 'Nha Trang'], unlike: [] };
const halfYear: UnlikePair = { pair: ['Cam Lâm', 'Nha Trang'], unlike: ['length'] };
const allApart: UnlikePair = {
  pair: ['Ninh Hòa', 'Nha Trang'],
  unlike: ['length', 'scope', 'formulaNotStated', 'withoutCounts'],
};

test.each<[string, readonly UnlikePair[], readonly string[]]>([
  ['nothing', [alike], []],
  ['one reason', [halfYear], ['Không so sánh trực tiếp được: kỳ dài ngắn khác nhau.']],
  [
    'all reasons in one sentence',
    [allApart],
    [
      'Không so sánh trực tiếp được: kỳ dài ngắn khác nhau, phạm vi hồ sơ khác nhau, có số không nêu công thức và có số không kèm số hồ sơ.',
    ],
  ],
  [
    'one of several sides, by name',
    [alike, halfYear],
    ['Không so sánh trực tiếp được Cam Lâm với Nha Trang: kỳ dài ngắn khác nhau.'],
  ],
  [
    'the same reason for all sides once',
    [halfYear, { ...halfYear, pair: ['Ninh Hòa', 'Nha Trang'] }],
    ['Không so sánh trực tiếp được: kỳ dài ngắn khác nhau.'],
  ],
  [
    'the same reason for some sides together',
    [alike, halfYear, { ...halfYear, pair: ['Ninh Hòa', 'Nha Trang'] }],
    [
      'Không so sánh trực tiếp được Cam Lâm với Nha Trang; Ninh Hòa với Nha Trang: kỳ dài ngắn khác nhau.',
    ],
  ],
])('%s', (_name, pairs, sentences) => {
  const lines = unlikeBlocks(pairs).map((block) => ('line' in block ? plain(block.line) : ''));
  expect(lines).toEqual(sentences);
});
