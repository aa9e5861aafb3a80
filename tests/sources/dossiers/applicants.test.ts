import { describe, expect, test } from 'vitest';

import { ConfigurationInvalid } from '../../../src/errors.ts';
import { preferring } from '../../../src/sources/dossiers/column-names.ts';
import { personalTitles } from '../../../src/sources/dossiers/column-titles.ts';
import { csv, type Grid, HEADER, names, read, row, ROW, written } from './lists.ts';

/** What a list shows of applicants, under the titles of one-stop systems. */
const APPLICANT: Readonly<Record<string, string>> = {
  'Chủ hồ sơ': 'Trần Thị Bí Mật',
  'Tên công dân/tổ chức': 'Hộ kinh doanh Kín Đáo',
  'Người nộp': 'Lê Văn Giấu Tên',
  'Số CCCD': '056199001234',
  'Số giấy tờ': 'B7654321',
  'Số điện thoại': '0905 987 654',
  Email: 'bi.mat@example.vn',
  'Địa chỉ': '12 hẻm Kín, phường Lộc Thọ',
  'Ngày sinh': '02/09/1945',
  'Trích yếu': 'Xin chuyển mục đích thửa 777',
  'Ghi chú': 'con ông Kín',
  chuHoSo: 'Phạm Ẩn Danh',
};
const SECRETS = Object.values(APPLICANT);
const TITLES = Object.keys(APPLICANT);

const withApplicant = (cells: Grid[number]): Grid[number] => [...SECRETS, ...cells];

async function everythingSaid(name: string, content: string): Promise<string> {
  const { dossiers, problems } = await read(await written(name, content));
  return JSON.stringify({ dossiers, problems });
}

/** What of the applicant is in a text that should hold nothing. */
function leaksIn(said: string): readonly string[] {
  const parts = said.match(/Kín|Mật|Giấu|Ẩn|1945|0905|777/gu) ?? [];
  return [...SECRETS.filter((secret) => said.includes(secret)), ...parts];
}

test('a leak would be seen', () => {
  expect(leaksIn(`a ${SECRETS[0] ?? ''} b`)).toEqual([SECRETS[0], 'Mật']);
});

describe('nothing of an applicant gets past the door', () => {
  test('of good rows', async () => {
    const grid = [[...TITLES, ...HEADER], withApplicant(ROW)];
    const said = await everythingSaid('a.csv', csv(grid));
    expect(said).toContain('H32.12-230901-0001');
    expect(leaksIn(said)).toEqual([]);
  });

  test('of bad rows, whatever is wrong with them', async () => {
    const bad = HEADER.map((title) => row({ [title]: 'hỏng' }));
    const slipped = [...SECRETS.slice(1), ...ROW, null];
    const swapped = TITLES.map((_, index) =>
      row({ [HEADER[index % HEADER.length] ?? '']: SECRETS[index] ?? '' }),
    );
    const grid = [
      [...TITLES, ...HEADER],
      ...bad.map(withApplicant),
      slipped,
      [...slipped, 'x'],
      ...SECRETS.map((_, shift) => [
        ...withApplicant(ROW).slice(shift),
        ...SECRETS.slice(0, shift),
      ]),
    ];
    expect(
      leaksIn(JSON.stringify((await read(await written('a.csv', csv(grid)))).problems)),
    ).toEqual([]);
    const problems = (await read(await written('b.csv', csv([HEADER, ...swapped])))).problems;
    expect(problems.length).toBeGreaterThan(5);
    expect(leaksIn(JSON.stringify(problems))).toEqual([]);
  });

  test('of records', async () => {
    const record = {
      ...Object.fromEntries(HEADER.map((title, at) => [title, ROW[at]])),
      ...APPLICANT,
    };
    const nested = { ...record, nguoiNop: { ten: SECRETS[0] } };
    expect(leaksIn(await everythingSaid('a.json', JSON.stringify([nested])))).toEqual([]);
    expect(
      leaksIn(await everythingSaid('a.json', `[{"chuHoSo": "${String(SECRETS[0])}" "x"}]`)),
    ).toEqual([]);
  });

  test('of a table that is no list, or lacks a column', async () => {
    expect(leaksIn(await everythingSaid('a.csv', csv([TITLES, SECRETS])))).toEqual([]);
    const grid = [
      [...TITLES, ...HEADER.slice(1)],
      [...SECRETS, ...ROW.slice(1)],
    ];
    const said = await everythingSaid('a.csv', csv(grid));
    expect(said).toContain('missingColumn');
    expect(leaksIn(said)).toEqual([]);
  });

  test('of files that break', async () => {
    const good = csv([[...TITLES, ...HEADER], withApplicant(ROW)]);
    expect(
      leaksIn(
        JSON.stringify(
          (await read(await written('a.csv', `${good}"${SECRETS.join(',')}`))).problems,
        ),
      ),
    ).toEqual([]);
  });

  test('under a title that stands above several columns', async () => {
    const grid = [
      ['Chủ hồ sơ', null, ...HEADER],
      ['Mã hồ sơ', 'Trạng thái', ...HEADER.map(() => null)],
      ['056199001234', 'Trần Thị Bí Mật', ...ROW],
    ];
    const { dossiers, problems } = await read(await written('a.csv', csv(grid)));
    expect([dossiers[0]?.code, problems]).toEqual([ROW[0], []]);
  });

  test('in the texts that are kept: telephones and addresses are cut out', async () => {
    const step = 'Chờ ký (0905.987.654, bi.mat@example.vn)';
    const said = await read(await written('a.csv', csv([HEADER, row({ 'Bước hiện tại': step })])));
    expect(said.dossiers[0]?.step).toBe('Chờ ký ( , )');
  });
});

describe('columns of applicants', () => {
  const isPersonal = personalTitles(names.personal);

  test.each([
    ...TITLES,
    'CHỦ HỒ SƠ (*)',
    'Họ và tên người nộp',
    'SĐT',
    'nguoiUyQuyen',
    'diaChiThuongTru',
    'Lý do từ chối',
    'Ngày, tháng, năm sinh',
  ])('%s is one', (title) => {
    expect(isPersonal(title)).toBe(true);
  });

  test.each(Object.values(names.columns).flat())('%s is none', (title) => {
    expect(isPersonal(title)).toBe(false);
  });

  test('cannot be named as columns of dossiers, by any configuration', () => {
    const own = { step: ['Bước', 'Trích yếu hồ sơ'], desk: ['chuHoSo'] };
    expect(() => preferring(names, own, 'sources.0')).toThrow(ConfigurationInvalid);
    expect(() => preferring(names, { step: ['Bước'] }, 'sources.0')).not.toThrow();
  });
});

describe('what would tell about an applicant is counted only', () => {
  test.each([
    ['procedure', { 'Tên thủ tục': 'Cấp Phiếu lý lịch tư pháp' }],
    ['field', { 'Lĩnh vực': 'NGUOI CO CONG' }],
    ['field, where no procedure is told', { 'Tên thủ tục': null, 'Lĩnh vực': 'Bảo trợ xã hội' }],
    ['step', { 'Bước hiện tại': 'Thẩm định hồ sơ lý lịch tư pháp' }],
  ])('by its %s', async (_, changes) => {
    const { dossiers } = await read(await written('a.csv', csv([HEADER, row(changes)])));
    expect(dossiers).toMatchObject([{ sensitive: true, procedure: null, step: null }]);
  });

  test('in a list without a column of procedures', async () => {
    const grid = [HEADER, row({ 'Lĩnh vực': 'Tín ngưỡng, tôn giáo' })];
    const without = grid.map((cells) => cells.filter((_, at) => at !== 1));
    const { dossiers } = await read(await written('a.csv', csv(without)));
    expect(dossiers).toMatchObject([{ sensitive: true }]);
  });
});
