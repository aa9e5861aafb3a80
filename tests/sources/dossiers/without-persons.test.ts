import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { readYaml } from '../../../src/read-yaml.ts';
import { withoutPersons } from '../../../src/sources/dossiers/without-persons.ts';
import { reading as figures } from '../file/reading.ts';
import { csv, HEADER, read, row, written } from './lists.ts';

describe('persons and houses are cut, and it is seen that something stood there', () => {
  test.each([
    ['Cấp đổi GCN cho ông Nguyễn Văn A, phường Nha Trang', 'Cấp đổi GCN cho …, phường Nha Trang'],
    ['Nhà bà Zorbaplace, 12 Trần Phú', 'Nhà …'],
    ['Phòng Kinh tế - ông X', 'Phòng Kinh tế …'],
    ['Phòng Kinh tế (Bà Lê Thị B)', 'Phòng Kinh tế (…)'],
    ['CẤP GIẤY CHO ÔNG NGUYỄN VĂN A', 'CẤP GIẤY CHO …'],
    ['ông nguyễn văn a', '…'],
    ['Ông/Bà Trần Thị B: thẩm định', '…: thẩm định'],
    ['Tách thửa của hộ ông Lê C', 'Tách thửa của …'],
    ['Hộ Nguyễn Thị B xin tách thửa 77 tờ bản đồ số 5', '… xin tách …'],
    ['Đăng ký hộ kinh doanh Nguyễn Văn A', 'Đăng ký hộ kinh doanh …'],
    ['Thẩm định của bà Zorba', 'Thẩm định của …'],
    ['Chờ chị Năm bổ sung', 'Chờ … bổ sung'],
    ['Thẩm định nhà 12/3 đường Trần Phú', 'Thẩm định nhà …'],
    ['Kiểm tra tại số 5B Lê Lợi', 'Kiểm tra tại …'],
    ['Số nhà 12 Lê Lợi', '…'],
    ['Cấp sổ cho bà X - 12 Trần Phú -', 'Cấp sổ cho …'],
    ['Cấp sổ - ông Nguyễn Văn A -', 'Cấp sổ …'],
    ['Nhà bà X-12 Trần Phú', 'Nhà …'],
    ['Hồ sơ ông A — 5B Lê Lợi: thẩm định', 'Hồ sơ …: thẩm định'],
    ['Thẩm định (ông Lê Văn D),', 'Thẩm định (…)'],
    ['Nhận: bà Lê Thị C; ông Lê Văn D;', 'Nhận …'],
    ['Người cao tuổi sinh năm 1945', 'Người cao tuổi …'],
  ])('%s → %s', (text, cut) => {
    expect(withoutPersons(text)).toBe(cut);
    expect(withoutPersons(text.normalize('NFD'))).toBe(cut);
  });
});

const { agencies } = figures.directory;

/** Every text under these keys, however deep. */
function textsUnder(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsUnder)
    : [];
}

const yaml = readFileSync('fixtures/sample-dossiers.yaml', 'utf8');
const Samples = z.looseObject({ profiles: z.unknown(), steps: z.unknown() });
const file = readYaml(Samples, { file: '', text: yaml });
const samples = file.ok ? textsUnder([file.value.profiles, file.value.steps]) : [];

describe('what names nobody stays as it is', () => {
  test.each([
    'Đăng ký thành lập hộ kinh doanh',
    'Đăng ký Hộ Kinh doanh',
    'Giao đất cho hộ gia đình và cá nhân',
    'Tặng danh hiệu Bà Mẹ Việt Nam Anh hùng',
    'TẶNG DANH HIỆU BÀ MẸ VIỆT NAM ANH HÙNG',
    'Danh hiệu Anh hùng Lao động',
    'Đăng ký bảo hộ Nhãn hiệu',
    'Bảo vệ trẻ em Việt Nam',
    'Nghị định số 118/2025/NĐ-CP',
    'Mẫu số 12 Bộ Tư pháp',
    'Bước 2 Thẩm định',
    'Trường THCS Nguyễn Văn Trỗi',
    'Nâng cấp đường Nguyễn Văn Cừ',
    'xã Sông Cầu',
    'UBND thành phố Bà Rịa',
    'Cấp hộ chiếu cho công dân Việt Nam',
    'Chuyển 5 Xã Phường',
    'Trả kết quả - 1 Cửa Phường',
    'Xã - 3 Ninh Hòa',
  ])('%s', (text) => {
    expect(withoutPersons(text)).toBe(text);
  });

  test('the samples', () => {
    expect(samples.length).toBeGreaterThan(100);
    expect(samples.filter((text) => withoutPersons(text) !== text)).toEqual([]);
  });

  test('every agency by all its names, alone and in a sentence', () => {
    const names = agencies.flatMap(({ name, shortName, printedNames, aliases }) => [
      name,
      shortName,
      ...printedNames,
      ...aliases,
    ]);
    const said = names.flatMap((name) => [name, `Chuyển ${name} thẩm định`, name.toUpperCase()]);
    expect(said.filter((text) => withoutPersons(text) !== text)).toEqual([]);
  });

  test('and nothing is cut twice', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = withoutPersons(`ông Nguyễn ${text}`);
        expect(once).not.toContain('Nguyễn');
        expect(withoutPersons(once)).toBe(once);
      }),
    );
  });
});

test('a list keeps its procedures, steps and offices without them, and its desks with them', async () => {
  const cells = row({
    'Tên thủ tục': 'Cấp đổi GCN cho ông Kín Đáo',
    'Bước hiện tại': 'Thẩm định nhà bà Kín, 12 Kín Đáo',
    'Đơn vị xử lý': 'Phòng Kinh tế - ông Kín',
  });
  const { dossiers } = await read(await written('a.csv', csv([HEADER, cells])));
  expect(dossiers).toMatchObject([
    { procedure: 'Cấp đổi GCN cho …', step: 'Thẩm định nhà …', handlingUnit: 'Phòng Kinh tế …' },
  ]);
});
