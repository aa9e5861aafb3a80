import { expect, test } from 'vitest';

import { onlyNamed } from '../../src/agencies/bears-name.ts';
import { directory } from './khanh-hoa.ts';

test.each([
  ['the name', 'Sở Y tế', 'so-yt'],
  ['in capitals, with wider gaps', 'SỞ  Y TẾ', 'so-yt'],
  ['the short name', 'Sở KHCN', 'so-khcn'],
  ['without marks', 'So Y te', null],
  ['a part of the name', 'Y tế khác', null],
  ['nothing', '', null],
])('%s', (_what, text, id) => {
  expect(onlyNamed(directory.agencies, text)?.id ?? null).toBe(id);
});

test('a name that several bear is nobody', () => {
  const [first] = directory.agencies;
  if (first === undefined) throw new Error('no agency');
  expect(onlyNamed([first], first.name)).toBe(first);
  expect(onlyNamed([first, first], first.name)).toBeNull();
});
