import { expect, test } from 'vitest';

import { type BindingAsked, readBinding } from '../../src/dialogue/read-binding.ts';

test.each<[string, Partial<BindingAsked>]>([
  ['', {}],
  ['phường Lộc Thọ', { name: 'phường Lộc Thọ' }],
  ['lãnh đạo', { role: 'leader' }],
  ['nhóm lãnh đạo tỉnh', { role: 'leader', name: 'tỉnh' }],
  ['Lãnh đạo Nha Trang', { role: 'leader', name: 'Nha Trang' }],
  ['chuyên viên', { role: 'staff' }],
  ['quản trị', { role: 'keeper' }],
  ['gỡ', { unbind: true }],
  ['bỏ nhóm này', { unbind: true }],
  ['Hủy kết nối nhóm này', { unbind: true }],
  ['Bộ phận Một cửa phường Lộc Thọ', { name: 'Bộ phận Một cửa phường Lộc Thọ' }],
  ['Bộ Chỉ huy quân sự', { name: 'Bộ Chỉ huy quân sự' }],
])('%j', (words, asked) => {
  const nothing: BindingAsked = { unbind: false, role: null, name: '' };
  expect(readBinding(words)).toEqual({ ...nothing, ...asked });
  expect(readBinding(words.normalize('NFD'))).toEqual({ ...nothing, ...asked });
});
