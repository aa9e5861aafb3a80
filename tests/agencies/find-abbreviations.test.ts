import { expect, test } from 'vitest';

import { fold } from '../../src/vietnamese/fold.ts';
import { brief, find } from './khanh-hoa.ts';

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  'vp-ubnd-tinh': ['VPUBND', 'VP UBND tỉnh', 'Văn phòng UBND tỉnh', 'KSTT'],
  'tp-nha-trang': ['NT', 'tpnt', 'TP. NT', 'thành phố NT', 'UBND NT'],
  'tp-cam-ranh': ['CR', 'TPCR'],
  'tx-ninh-hoa': ['TXNH', 'thi xa nh'],
  'h-dien-khanh': ['huyện DK', 'H. DK', 'UBND huyen dk'],
  'so-khdt': ['SKHĐT', 'Sở KHĐT', 'KHĐT', 'KH&ĐT', 'Sở KH&ĐT', 'skhdt', 'khdt'],
  'so-tnmt': ['STNMT', 'TNMT', 'TN&MT', 'Sở TN&MT', 'Sở TNMT'],
  'so-tttt': ['STTTT', 'TTTT', 'TT&TT', 'Sở TT&TT'],
  'so-nv': ['SNV'],
  'so-tp': ['STP'],
  'so-tc': ['STC'],
  'so-yt': ['SYT'],
  'so-ldtbxh': ['Lao động - TB&XH', 'Sở Lao động - TB&XH', 'SLĐTBXH', 'LĐTBXH', 'Sở LĐ-TB&XH'],
  'so-nn-ptnt': ['Nông nghiệp và PTNT', 'SNN', 'NN&PTNT', 'Sở NN&PTNT', 'Sở NN và PTNT'],
  'so-gtvt': ['SGTVT', 'GTVT', 'Sở GTVT'],
  'so-gddt': ['SGDĐT', 'GD&ĐT', 'GDĐT', 'Sở GD&ĐT'],
  'so-khcn': ['SKHCN', 'KH&CN', 'Sở KHCN'],
  'so-vhtt': ['SVHTT', 'Sở VHTT', 'VH&TT'],
  'so-dl': ['SDL'],
  'so-ct': ['SCT'],
  'so-xd': ['SXD'],
  'so-ngv': ['SNgV'],
  'bql-van-phong': ['BQLKKT Vân Phong', 'BQL KKT', 'BQL Khu Kinh tế Vân Phong', 'Vân Phong'],
  bhxh: ['BHXH', 'bảo hiểm xã hội', 'BHXH tỉnh'],
  kbnn: ['KBNN', 'kho bạc', 'Kho bạc Nhà nước'],
  nhnn: ['NHNN', 'Ngân hàng Nhà nước'],
  'cong-an-tinh': ['CA tỉnh', 'công an', 'Công an tỉnh'],
  'cuc-thue': ['Cục Thuế', 'Cục Thuế tỉnh', 'thuế'],
  'cuc-hai-quan': ['Cục Hải quan', 'hải quan'],
  'so-nn-mt-2025': ['SNNMT', 'Sở NN&MT', 'NN&MT', 'Sở Nông nghiệp và Môi trường'],
};

const CASES = Object.entries(ABBREVIATIONS).flatMap(([meant, names]) =>
  names.map((name) => [name, meant]),
);

/** "và" more or less, commas and dashes: as people remember a long name. */
const WITH_AND: Readonly<Record<string, readonly string[]>> = {
  'so-gtvt': ['Sở Giao thông và Vận tải', 'Giao thông và Vận tải', 'Sở Giao thông - Vận tải'],
  'so-nn-ptnt': [
    'Sở Nông nghiệp và phát triển nông thôn',
    'Sở nông nghiệp phát triển nông thôn',
    'Sở Nông nghiệp và Phát triển và Nông thôn',
  ],
  'so-tnmt': ['Sở tài nguyên môi trường', 'Sở Tài nguyên, Môi trường', 'tài nguyên & môi trường'],
  'so-khdt': ['Sở kế hoạch đầu tư', 'Sở Kế hoạch - Đầu tư', 'kế hoạch, đầu tư'],
  'so-ldtbxh': [
    'Sở lao động thương binh xã hội',
    'Sở Lao động và Thương binh và Xã hội',
    'Sở Lao động, Thương binh, Xã hội',
    'Sở LĐ, TB và XH',
  ],
  'so-vhtt': ['Sở văn hoá thể thao', 'Sở Văn hóa - Thể thao', 'Sở Văn hóa, Thể thao'],
  'so-vhttdl-2025': ['Sở Văn hóa và Thể thao và Du lịch', 'Sở văn hóa thể thao du lịch'],
  'so-nn-mt-2025': ['Sở nông nghiệp môi trường'],
};

test.each(Object.entries(WITH_AND).flatMap(([meant, names]) => names.map((name) => [name, meant])))(
  '%s means %s, whatever joins the words',
  (name = '', meant = '') => {
    expect(brief(find(name))).toBe(meant);
    expect(brief(find(fold(name)))).toBe(meant);
  },
);

test.each([
  ['Nam và Cam Ranh', 'xã Nam Cam Ranh'],
  ['Cam và Lâm', 'Cam Lâm'],
  ['Sở Y tế và', 'a department'],
])('%s is not %s', (name) => {
  expect(find(name).kind).not.toBe('found');
});

test.each(CASES)('%s means %s', (name = '', meant = '') => {
  expect(brief(find(name))).toBe(meant);
  expect(brief(find(name.toLowerCase()))).toBe(meant);
});

test.each([
  ['VPĐKĐĐ', '? khoi-vpdkdd vpdk-tinh'],
  ['VPĐK', '? khoi-vpdkdd vpdk-tinh'],
  // One letter from KHĐT and from KHCN: too short to guess.
  ['KHĐN', 'unknown:'],
  ['STX', 'unknown:'],
])('%s alone is not enough: %s', (name, meant) => {
  expect(brief(find(name))).toBe(meant);
});

test.each([
  ['dk', 'h-dien-khanh'],
  ['VN', 'h-van-ninh'],
  ['cl', 'h-cam-lam'],
])('"%s" may be another word: whether %s is meant is asked', (typed, id) => {
  expect(brief(find(typed))).toBe(`? ${id}`);
});
