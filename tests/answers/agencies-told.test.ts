import { expect, test } from 'vitest';

import { agenciesTold } from '../../src/answers/agencies-told.ts';
import { pushKey } from '../../src/outbox/message.ts';
import { directory } from '../agencies/khanh-hoa.ts';

test.each([
  ['a question', '/tre-han UBND thành phố Nha Trang #tp-nha-trang', '', ['tp-nha-trang']],
  ['a question about all', '/xep-hang huyện năm 2023', 'tp-nha-trang', []],
  [
    'a push, by its key',
    null,
    pushKey('morning-list', '2026-11-23', 'telegram:-1', 'p-loc-tho'),
    ['p-loc-tho'],
  ],
  [
    'a push about several',
    null,
    `${pushKey('alert', '2026-11-23', 'telegram:-1')}/p-loc-tho/tp-nha-trang`,
    ['p-loc-tho', 'tp-nha-trang'],
  ],
  ['a push about nobody', null, pushKey('quota', '2026-11', 'telegram:9'), []],
])('%s is about the agencies it names', (_, asked, typed, told) => {
  expect(agenciesTold({ asked, typed }, directory)).toEqual(told);
});
