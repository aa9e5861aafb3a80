import { expect, test } from 'vitest';

import { tonePlacements } from '../../src/vietnamese/tone-placement.ts';

test.each([
  ['Ninh Hòa', ['Ninh Hòa', 'Ninh Hoà']],
  ['Ninh Hoà', ['Ninh Hoà', 'Ninh Hòa']],
  ['Ninh Thủy', ['Ninh Thủy', 'Ninh Thuỷ']],
  ['ỦY BAN', ['ỦY BAN', 'UỶ BAN']],
  ['khỏe', ['khỏe', 'khoẻ']],
  ['Nha Trang', ['Nha Trang']],
  ['Diên Toàn', ['Diên Toàn']],
  ['của Văn Giã', ['của Văn Giã']],
])('%s may be written %j', (text, spellings) => {
  expect(tonePlacements(text)).toEqual(spellings);
  expect(tonePlacements(text.normalize('NFD'))).toEqual(spellings);
});
