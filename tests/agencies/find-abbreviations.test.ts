import { expect, test } from 'vitest';

import { brief, find } from './khanh-hoa.ts';

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  'vp-ubnd-tinh': ['VPUBND', 'VP UBND tỉnh', 'Văn phòng UBND tỉnh', 'KSTT'],
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
