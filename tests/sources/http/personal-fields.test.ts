import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readColumnNames } from '../../../src/sources/dossiers/column-names.ts';
import { personalTitles } from '../../../src/sources/dossiers/column-titles.ts';
import { personalFields } from '../../../src/sources/http/personal-fields.ts';

const { personal } = readColumnNames(readFileSync('fixtures/dossier-columns.yaml', 'utf8'));

function reachedBy(step: string, rows = 'items') {
  const mapping = { rows, fields: { code: 'maHoSo', step }, head: {} };
  return personalFields(mapping, personalTitles(personal), 'sources: ho-so.mapping');
}

test.each([
  ['nguoiNop.hoTen', 'nguoiNop'],
  ['chuHoSo', 'chuHoSo'],
  ['$uppercase(nguoiNop.hoTen)', 'hoTen'],
  ['`Số CCCD`', 'Số CCCD'],
  ['$lookup($, "dienThoai")', 'dienThoai'],
  ['`Người nộp`.ten & " " & buocXuLy', 'Người nộp'],
  ["$lookup($, 'Chủ hồ sơ')", 'Chủ hồ sơ'],
  ['$map(buoc, function($b) { $b.nguoiNop })', 'nguoiNop'],
  ['co ? chuHoSo : null', 'chuHoSo'],
  ['buoc[nguoiNop = 1]', 'nguoiNop'],
  ['buoc^(chuHoSo)', 'chuHoSo'],
  ['$answer.items[0].chuHoSo', 'chuHoSo'],
  ['buoc /* gì cũng được */ & chuHoSo', 'chuHoSo'],
  ['$string($)', '$'],
  ['$string($$)', '$$'],
  ['$string($answer)', '$answer'],
  ['$string()', '$string'],
  ['$ & ""', '$'],
  ['$ ~> $string', '$'],
  ['$.$string()', '$string'],
  ['*[3]', '*'],
  ['$join(nguoi.*, " ")', '*'],
  ['$string(**)', '**'],
  ['$each($, function($v) { $v })[2]', '$each'],
  ['$eval("chu" & "HoSo")', '$eval'],
  ['$map(buoc, $eval)', '$eval'],
  ['$spread(a)', '$spread'],
])('reaches for an applicant: %s', (step, detail) => {
  const problems = reachedBy(step);
  expect(problems).toContainEqual({
    code: 'personalColumn',
    place: 'sources: ho-so.mapping: columns.step',
    detail,
  });
});

test('rows that bring an applicant under another name', () => {
  expect(reachedBy('buocXuLy', 'items.$merge([$, { "step": chuHoSo.hoTen }])')).toMatchObject([
    { place: 'sources: ho-so.mapping.rows', detail: 'chuHoSo' },
    { place: 'sources: ho-so.mapping.rows', detail: 'hoTen' },
  ]);
});

test('what is read of an answer as a whole is looked at too', () => {
  const mapping = { rows: 'items', fields: { code: 'maHoSo' }, head: { asOf: 'chuHoSo' } };
  expect(personalFields(mapping, personalTitles(personal), 'x')).toMatchObject([
    { place: 'x: columns.asOf', detail: 'chuHoSo' },
  ]);
});

test.each([
  '$string(maHoSo)',
  'so * 2',
  '$lookup($, "buoc-xu-ly")',
  '$exists($.buoc) ? $.buoc : null',
  '$trim(a) & " " & b',
  '$answer.thoiDiem',
  '$map(buoc, function($b) { $b.ten })',
  'so.$string()',
  '$agency',
  'a.(',
])('does not: %s', (step) => {
  expect(reachedBy(step)).toEqual([]);
});
