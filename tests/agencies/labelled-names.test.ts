import { expect, test } from 'vitest';

import { withLabelsRead } from '../../src/agencies/labelled-names.ts';
import { placeOfCommune } from '../../src/agencies/place.ts';
import { exactName } from '../../src/asking/question-text.ts';
import { labelOf } from '../../src/replies/agency-names.ts';
import { directory } from './khanh-hoa.ts';

const read = (text: string) => withLabelsRead(text, directory, exactName);

const DATED = directory.agencies.filter(
  ({ validFrom, name }) => validFrom !== null && !name.includes('('),
);

test.each(
  DATED.map((agency) => [labelOf(agency, placeOfCommune(directory, agency)), agency] as const),
)('%s is read as what it labels', (label, agency) => {
  expect(read(`/tre-han ${label} năm 2023`)).toBe(`/tre-han ${exactName(agency)} năm 2023`);
  expect(read(label)).toBe(exactName(agency));
});

test.each([
  ['without its office', 'xã Diên Điền (từ 01/07/2025)', 'UBND xã Diên Điền #x-dien-dien-2025'],
  [
    'two in a row',
    '/so-sanh UBND xã Diên Điền (tỉnh Khánh Hòa, từ 01/07/2025), xã Diên Thọ (tỉnh Khánh Hòa, từ 1/7/2025)',
    '/so-sanh UBND xã Diên Điền #x-dien-dien-2025, UBND xã Diên Thọ #x-dien-tho-2025',
  ],
])('%s', (_, typed, understood) => {
  expect(read(typed)).toBe(understood);
});

test.each([
  'trễ hạn (từ 01/07/2025)',
  'xã Diên Điền (từ 02/07/2025)',
  'xã Diên Điền (từ 31/02/2025)',
  'xã Diên Điền từ 01/07/2025',
  'xã Vạn Thắng (huyện Vạn Ninh)',
  '(từ 01/07/2025)',
])('%s stays as it is', (typed) => {
  expect(read(typed)).toBe(typed);
});
