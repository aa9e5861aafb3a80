import { expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { quarterPeriod, yearPeriod } from '../../src/calendar/periods.ts';
import { plain } from '../../src/replies/reply.ts';
import { type Assumed, understoodBlocks } from '../../src/replies/understood-note.ts';
import { directory } from '../snapshots/figures-of-2023.ts';

const agency = (id: string) => directory.get(AgencyId.parse(id));
const NOTHING: Assumed = { agencies: [], metric: null, periods: null, unread: '' };

test.each<[string, Partial<Assumed>, readonly string[]]>([
  ['nothing assumed, nothing said', {}, []],
  ['a metric', { metric: 'overdue' }, ['Tôi hiểu: tỷ lệ hồ sơ trễ hạn.']],
  ['a score', { metric: 'satisfaction' }, ['Tôi hiểu: chỉ số hài lòng.']],
  [
    'everything',
    { metric: 'overdue', agencies: [agency('tp-nha-trang')], periods: [quarterPeriod(2023, 3)] },
    ['Tôi hiểu: tỷ lệ hồ sơ trễ hạn, UBND thành phố Nha Trang, quý III/2023.'],
  ],
  [
    'several agencies and periods',
    {
      agencies: [agency('tp-nha-trang'), agency('tp-cam-ranh')],
      periods: [yearPeriod(2022), yearPeriod(2023)],
    },
    ['Tôi hiểu: UBND thành phố Nha Trang và UBND thành phố Cam Ranh, năm 2022 và năm 2023.'],
  ],
  ['a period that only the answer tells', { periods: 'asBefore' }, ['Tôi hiểu: cùng kỳ vừa hỏi.']],
  ['words nothing was made of', { unread: 'đảo ngược' }, ['Chưa hiểu phần: “đảo ngược”.']],
])('%s', (_words, assumed, lines) => {
  const blocks = understoodBlocks({ ...NOTHING, ...assumed });
  expect(blocks.map((block) => ('line' in block ? plain(block.line) : ''))).toEqual(lines);
});
