import { expect, test } from 'vitest';

import { agency, brief, find, id, finder } from './khanh-hoa.ts';

/** What is typed, and what it means (see `brief`). */
const MEANT: readonly (readonly [typed: string, meant: string])[] = [
  // Spelling: marks, case, tone placement, joined words, signs.
  ['Nha Trang', 'tp-nha-trang'],
  ['nha trang', 'tp-nha-trang'],
  ['NHA TRANG', 'tp-nha-trang'],
  ['nhatrang', 'tp-nha-trang'],
  ['  Nha   Trang. ', 'tp-nha-trang'],
  ['nha-trang', 'tp-nha-trang'],
  ['nha_trang', 'tp-nha-trang'],
  ['Ninh Hòa', 'tx-ninh-hoa'],
  ['Ninh Hoà', 'tx-ninh-hoa'],
  ['NINH HOÀ', 'tx-ninh-hoa'],
  ['phường Ninh Thuỷ', 'p-ninh-thuy'],
  ['phường Ninh Thủy', 'p-ninh-thuy'],
  ['Diên Khánh', 'h-dien-khanh'],
  ['Diên khanh', 'h-dien-khanh'],
  ['lộc thọ', 'p-loc-tho'],
  ['Loc Thọ', 'p-loc-tho'],
  // Prefixes.
  ['UBND thành phố Nha Trang', 'tp-nha-trang'],
  ['ubnd tp nha trang', 'tp-nha-trang'],
  ['UBND Nha Trang', 'tp-nha-trang'],
  ['TP. Nha Trang', 'tp-nha-trang'],
  ['TP.Nha Trang', 'tp-nha-trang'],
  ['tpnhatrang', 'tp-nha-trang'],
  ['Ủy ban nhân dân thành phố Nha Trang', 'tp-nha-trang'],
  ['UỶ BAN NHÂN DÂN TP NHA TRANG', 'tp-nha-trang'],
  ['uy ban nhan dan xa Cam Tan', 'x-cam-tan'],
  ['TX Ninh Hòa', 'tx-ninh-hoa'],
  ['thị xã Ninh Hòa', 'tx-ninh-hoa'],
  ['H. Cam Lâm', 'h-cam-lam'],
  ['huyện cam lâm', 'h-cam-lam'],
  ['P. Lộc Thọ', 'p-loc-tho'],
  ['p lộc thọ', 'p-loc-tho'],
  ['X.Cam Tân', 'x-cam-tan'],
  ['TT Vạn Giã', 'tt-van-gia'],
  ['TT. Cam Đức', 'tt-cam-duc'],
  ['đặc khu Trường Sa', 'dk-truong-sa-2025'],
  ['sở y tế', 'so-yt'],
  ['Y tế', 'so-yt'],
  ['Sở Y tế tỉnh', 'so-yt'],
  ['Sở Y tế tỉnh Khánh Hòa', 'so-yt'],
  ['sở y tế khánh hoà', 'so-yt'],
  ['Sở Kế hoạch & Đầu tư', 'so-khdt'],
  ['Sở Kế hoạch - Đầu tư', 'so-khdt'],
  ['Kế hoạch và Đầu tư', 'so-khdt'],
  ['Sở Lao động, Thương binh và Xã hội', 'so-ldtbxh'],
  ['Sở Nông nghiệp và PTNT', 'so-nn-ptnt'],
  // Type words decide among namesakes.
  ['phường Vạn Thạnh', 'p-van-thanh'],
  ['xã Vạn Thạnh', 'x-van-thanh'],
  ['P. Vạn Thắng', 'p-van-thang'],
  ['thị trấn Diên Khánh', 'tt-dien-khanh'],
  ['TT Khánh Vĩnh', 'tt-khanh-vinh'],
  ['phường Nha Trang', 'p-nha-trang-2025'],
  ['xã Cam Lâm', 'x-cam-lam-2025'],
  ['phường Ninh Hải', 'p-ninh-hai'],
  ['xã Ninh Hải', 'x-ninh-hai-2025'],
  ['xã Phước Hòa', 'x-phuoc-hoa-nt'],
  // Land offices.
  ['chi nhánh đất đai Cam Lâm', 'cn-cam-lam'],
  ['CN VPĐKĐĐ Cam Lâm', 'cn-cam-lam'],
  ['CNVPĐKĐĐ Cam Lâm', 'cn-cam-lam'],
  ['CNVĐKĐĐ Cam Lâm', 'cn-cam-lam'],
  ['cnvpdkdd huyen cam lam', 'cn-cam-lam'],
  ['văn phòng đăng ký Cam Lâm', 'cn-cam-lam'],
  ['văn phòng đăng ký đất đai Nha Trang', 'cn-nha-trang'],
  ['chi nhánh Ninh Hòa', 'cn-ninh-hoa'],
  ['VPĐKĐĐ tỉnh', 'vpdk-tinh'],
  ['Văn phòng ĐKĐĐ tỉnh', 'vpdk-tinh'],
  // Groups of communes.
  ['cấp xã Nha Trang', 'cap-xa-nha-trang'],
  ['cap xa nha trang', 'cap-xa-nha-trang'],
  ['các xã của Cam Lâm', 'cap-xa-cam-lam'],
  ['xã thuộc Ninh Hòa', 'cap-xa-ninh-hoa'],
  ['xã phường Nha Trang', 'cap-xa-nha-trang'],
  ['các xã, phường thuộc thị xã Ninh Hoà', 'cap-xa-ninh-hoa'],
  ['UBND cấp xã huyện Vạn Ninh', 'cap-xa-van-ninh'],
  ['Thuộc thành phố Cam Ranh', 'cap-xa-cam-ranh'],
  // Levels.
  ['toàn tỉnh', 'toan-tinh'],
  ['tỉnh', 'toan-tinh'],
  ['khánh hòa', 'toan-tinh'],
  ['tỉnh Khánh Hoà', 'toan-tinh'],
  ['sở ngành', 'khoi-so-nganh'],
  ['khối sở', 'khoi-so-nganh'],
  ['các sở', 'khoi-so-nganh'],
  ['cấp huyện', 'khoi-huyen'],
  ['các huyện', 'khoi-huyen'],
  ['UBND cấp huyện', 'khoi-huyen'],
  ['cấp xã', 'khoi-xa'],
  ['các xã', 'khoi-xa'],
  ['ngành dọc', 'nganh-doc'],
  ['khối VPĐKĐĐ', 'khoi-vpdkdd'],
  // A place behind the name.
  ['Vạn Thạnh, Nha Trang', 'p-van-thanh'],
  ['Vạn Thạnh Vạn Ninh', 'x-van-thanh'],
  ['phường Phước Hòa thành phố Nha Trang', 'p-phuoc-hoa'],
  ['Phước Hòa Ninh Thuận', 'x-phuoc-hoa-nt'],
  ['huyện Cam Lâm, tỉnh Khánh Hòa', 'h-cam-lam'],
  ['x phuoc ha (ninh thuan)', '? x-phuoc-ha x-phuoc-hoa-nt x-phuoc-hai-nt'],
  // Old and new.
  ['Ba Ngòi', 'p-ba-ngoi'],
  ['phường Ba Ngòi', 'p-ba-ngoi'],
  ['Ba Ngòi mới', 'p-ba-ngoi-2025'],
  ['phường Ba Ngòi (mới)', 'p-ba-ngoi-2025'],
  ['Nha Trang mới', 'p-nha-trang-2025'],
  ['Nha Trang cũ', 'tp-nha-trang'],
  ['xã Đại Lãnh', 'x-dai-lanh'],
  ['Ninh Phước', '? x-ninh-phuoc x-ninh-phuoc-2025'],
  ['xã Ninh Sơn', '? x-ninh-son x-ninh-son-2025'],
  ['Ninh Sơn cũ', 'x-ninh-son'],
  ['xã Ninh Sơn mới', 'x-ninh-son-2025'],
  ['Đô Vinh', 'p-do-vinh-2025'],
  ['Đô Vinh cũ', 'p-do-vinh'],
  ['Tân Tiến', 'p-tan-tien'],
  ['Xuân Đồng', 'x-xuan-dong'],
  ['Diên Bình', 'x-dien-binh'],
  ['Ninh Thuận', 'cap-xa-ninh-thuan'],
  ['Phan Rang', 'p-phan-rang-2025'],
  ['Trường Sa', 'h-truong-sa'],
  // Misprints of the official table.
  ['Cam Lộ', 'p-cam-loc'],
  ['Ba Cạm Bắc', 'x-ba-cum-bac'],
  ['UBND Xã Diên Điền', 'x-dien-dien'],
  // Nothing decides: people choose.
  ['Vạn Thắng', '? x-van-thang p-van-thang x-van-thang-2025'],
  ['Vạn Thạnh', '? x-van-thanh p-van-thanh'],
  ['van thang', '? x-van-thang p-van-thang x-van-thang-2025'],
  ['Vạn Thanh', '? x-van-thanh p-van-thanh'],
  ['Phước Hòa', '? p-phuoc-hoa x-phuoc-hoa-nt'],
  ['Vĩnh Hải', '? p-vinh-hai x-vinh-hai-2025 x-vinh-hai-nt'],
  ['Sở Tài nguyên', '? tnmt-va-vpdkdd so-tnmt'],
  ['văn phòng đăng ký đất đai', '? khoi-vpdkdd vpdk-tinh'],
  ['thanh hai', '? x-thanh-hai x-thanh-hai-ninh-hai'],
  // Typed marks count: what contradicts them drops out.
  ['van thắng', '? x-van-thang p-van-thang x-van-thang-2025'],
  ['Thanh Hải', 'x-thanh-hai-ninh-hai'],
  ['Cẩm Lâm', '? h-cam-lam'],
  ['Cam Lâp', '? x-cam-lap h-cam-lam'],
  // One slip.
  ['Nha Tramg', 'tp-nha-trang'],
  ['nha trnag', 'tp-nha-trang'],
  ['Nha Trangg', 'tp-nha-trang'],
  ['phường Lộc Thj', 'p-loc-tho'],
  ['Sở Tư phpá', 'so-tp'],
  ['chi nhanh dat dai can lam', 'cn-cam-lam'],
  ['cấp xã Nah Trang', 'cap-xa-nha-trang'],
  ['Cam Ranj', '? tp-cam-ranh x-cam-an-2025 x-cam-tan'],
  // Not an agency.
  ['', 'unknown:'],
  ['   ', 'unknown:'],
  ['?!', 'unknown:'],
  ['UBND', 'unknown:'],
  ['xã', 'unknown:'],
  ['UBND phường', 'unknown:'],
  ['chi nhánh', 'unknown:'],
  ['huyện', 'unknown:'],
  ['Hà Nội', 'unknown:'],
  ['xyz', 'unknown:'],
  ['😀', 'unknown:'],
  ['Nha Trang abc', 'unknown: tp-nha-trang cn-nha-trang cap-xa-nha-trang'],
  ['Nha Trang ở', 'unknown: tp-nha-trang cn-nha-trang cap-xa-nha-trang'],
  ['Lộc Thọ 2', 'unknown: p-loc-tho'],
  ['huyện Nha Trang', 'unknown: tp-nha-trang cn-nha-trang cap-xa-nha-trang'],
  ['Vạn Thạnh, Cam Lâm', 'unknown: x-van-thanh p-van-thanh'],
  ['Xương', 'unknown: p-xuong-huan'],
];

test.each(MEANT)('"%s" means %s', (typed, meant) => {
  expect(brief(find(typed))).toBe(meant);
});

test.each(MEANT)('"%s" means the same in NFD', (typed, meant) => {
  expect(brief(find(typed.normalize('NFD')))).toBe(meant);
});

test.each([
  ['UBND phường Lộc Thọ', 'exact'],
  ['Lộc Thọ', 'exact'],
  ['loc tho', 'folded'],
  ['phường Vạn Thạnh', 'level'],
  ['CN Nha Trang', 'level'],
  ['SKHĐT', 'alias'],
  ['Nha Trang', 'district'],
  ['Nha Tramg', 'typo'],
])('"%s" is found by %s', (typed, by) => {
  expect(find(typed)).toMatchObject({ kind: 'found', by });
});

test('a bare district name offers its other readings, the unit of 2025 last', () => {
  expect(find('Nha Trang')).toMatchObject({
    others: [agency('cn-nha-trang'), agency('cap-xa-nha-trang'), agency('p-nha-trang-2025')],
  });
  expect(find('diên khánh')).toMatchObject({
    others: ['cn-dien-khanh', 'cap-xa-dien-khanh', 'tt-dien-khanh', 'x-dien-khanh-2025'].map(
      agency,
    ),
  });
});

test('a name taken over by a new unit offers it', () => {
  expect(find('phường Ba Ngòi')).toMatchObject({ others: [agency('p-ba-ngoi-2025')] });
  expect(find('Đô Vinh')).toMatchObject({ others: [agency('p-do-vinh')] });
  expect(find('TP Nha Trang')).toMatchObject({ others: [] });
});

test.each([
  ['Vạn Thạnh', 'tp-nha-trang', 'p-van-thanh'],
  ['Vạn Thạnh', 'h-van-ninh', 'x-van-thanh'],
  ['van thang', 'cap-xa-nha-trang', 'p-van-thang'],
  ['Vạn Thắng', 'p-van-thang', 'p-van-thang'],
  ['Vạn Thắng', 'x-van-thang-2025', 'x-van-thang-2025'],
  ['Nha Trang', 'cn-nha-trang', 'cn-nha-trang'],
  ['Nha Trang', 'cap-xa-nha-trang', 'cap-xa-nha-trang'],
  ['Nha Trang', 'p-nha-trang-2025', 'p-nha-trang-2025'],
  ['Nha Trang', 'tp-nha-trang', 'tp-nha-trang'],
  ['Cam Ranh', 'khoi-vpdkdd', 'cn-cam-ranh'],
  ['Ba Ngòi', 'p-ba-ngoi-2025', 'p-ba-ngoi-2025'],
])('"%s" in the chat of %s means %s', (typed, home, meant) => {
  expect(find(typed, home)).toMatchObject({ kind: 'found', by: 'home', agency: { id: meant } });
});

test.each([
  ['phường Vạn Thạnh', 'h-van-ninh', 'p-van-thanh'],
  ['TP Nha Trang', 'cn-nha-trang', 'tp-nha-trang'],
  ['Vạn Thạnh', 'toan-tinh', '? x-van-thanh p-van-thanh'],
  ['Vạn Thạnh', 'so-khdt', '? x-van-thanh p-van-thanh'],
  ['Nha Trang', 'toan-tinh', 'tp-nha-trang'],
  ['Nha Trang', 'h-cam-lam', 'tp-nha-trang'],
  ['Cam Lâm', 'tp-nha-trang', 'h-cam-lam'],
])('"%s" in the chat of %s still means %s', (typed, home, meant) => {
  expect(brief(find(typed, home))).toBe(meant);
});

test('every id is a name, with or without the sign that marks ids', () => {
  for (const name of ['p-ba-ngoi-2025', 'x-thanh-hai-ninh-hai', 'so-khdt', 'cap-xa-nha-trang']) {
    expect([brief(find(name)), brief(find(`#${name}`))]).toEqual([name, name]);
  }
});

test('an endless text is no name and takes no time', () => {
  const long = 'Nha Trang '.repeat(20_000);
  const started = performance.now();
  expect(brief(finder.find(long, { home: id('tp-nha-trang') }))).toBe('unknown:');
  expect(performance.now() - started).toBeLessThan(500);
});
