import { describe, expect, test } from 'vitest';

import { isTestDossier, isTrial } from '../../src/dossiers/test-dossier.ts';

const CODE = 'H32.12.7-261101-0042';

describe('names of trials', () => {
  test.each([
    'Hồ sơ test',
    'TEST 01',
    'test',
    'Demo hệ thống',
    'Chạy thử một cửa',
    'Hồ sơ thử nghiệm',
    'Hồ sơ thử nghiệm 3',
    'Hồ sơ thử nghiệm hệ thống',
    'Quy trình thử nghiệm',
    'Thủ tục test',
    'Cán bộ test',
    'Đăng ký khai sinh test',
  ])('%s', (text) => {
    expect([isTrial(text), isTrial(text.normalize('NFD'))]).toEqual([true, true]);
  });
});

describe('names of what is real', () => {
  test.each([
    'Đăng ký khai sinh',
    'Cấp giấy phép thử thuốc trên lâm sàng',
    'Công nhận kết quả hoạt động thử nghiệm',
    'Hồ sơ thử nghiệm lâm sàng',
    'Đăng ký hoạt động thử nghiệm, giám định',
    'Contest cấp tỉnh',
    'Chứng nhận kết quả testing phân bón',
  ])('%s', (text) => {
    expect(isTrial(text)).toBe(false);
  });
});

test.each<[string, string, readonly (string | null)[], boolean]>([
  ['by its code', 'H32.12-TEST-0001', [], true],
  ['by its code in small letters', 'h32.12-demo1', ['Đăng ký khai sinh'], true],
  ['by any of its texts', CODE, ['Đăng ký khai sinh', 'Hồ sơ test'], true],
  ['by none', CODE, ['Đăng ký khai sinh', null], false],
  ['without texts', CODE, [null, null], false],
])('a dossier is told for a test one %s', (_, code, texts, isTest) => {
  expect(isTestDossier({ code, texts })).toBe(isTest);
});

test('who remembers names is asked instead', () => {
  const asked: string[] = [];
  const remembered = (text: string) => {
    asked.push(text);
    return true;
  };
  expect(isTestDossier({ code: CODE, texts: [null, 'A'], isTrial: remembered })).toBe(true);
  expect(asked).toEqual(['A']);
});
