import { expect, test } from 'vitest';

import { fieldName, fieldWords, namesField } from '../../src/snapshots/field-name.ts';

test.each([
  ['đất đai', 'Đất đai', true],
  ['dat dai', 'Đất đai', true],
  ['đất', 'Đất đai', true],
  ['dất dai', 'Đất đai', false],
  ['đai đất', 'Đất đai', false],
  ['đăng ký doanh nghiệp', 'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp', true],
  ['lĩnh vực', 'Lĩnh vực Đầu tư tại Việt Nam', false],
  ['đầu tư', 'Lĩnh vực Đầu tư tại Việt Nam', true],
  ['đấu tư', 'Lĩnh vực Đầu tư tại Việt Nam', false],
  ['Hoà giải', 'Hòa giải', true],
  ['', 'Đất đai', false],
])('“%s” names %s: %s', (typed, name, expected) => {
  expect(namesField(fieldWords(typed), fieldWords(fieldName(name)))).toBe(expected);
});
