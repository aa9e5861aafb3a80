import { describe, expect, test } from 'vitest';

import { numbered } from '../../src/channels/numbered-choices.ts';
import { plainText } from '../../src/channels/plain-text.ts';
import type { Block } from '../../src/replies/reply.ts';

const REPLY: readonly Block[] = [
  { kind: 'headline', line: ['Nha Trang: ', { strong: '0,77%' }] },
  { kind: 'text', line: ['109/14.114'] },
  { kind: 'list', items: [['còn ', { strong: '32' }, ' hồ sơ'], ['dưới 1%']] },
  {
    kind: 'table',
    header: ['Đơn vị', 'Tỷ lệ', 'Trễ'],
    rows: [
      ['Cam Lâm', '3,14%', '102'],
      ['Nha Trang', '0,77%', '109'],
    ],
  },
  { kind: 'warning', line: ['lệch 5.229'] },
  { kind: 'source', line: ['Báo cáo 55'] },
];

describe('a reply as plain text', () => {
  test('aligns a table where the font is fixed', () => {
    expect(plainText(REPLY, { limit: Infinity, tableWidth: 40 })).toEqual([
      [
        'Nha Trang: 0,77%',
        '',
        '109/14.114',
        '• còn 32 hồ sơ',
        '• dưới 1%',
        '',
        'Đơn vị     Tỷ lệ  Trễ',
        'Cam Lâm    3,14%  102',
        'Nha Trang  0,77%  109',
        '',
        '⚠️ lệch 5.229',
        '',
        'Báo cáo 55',
      ].join('\n'),
    ]);
  });

  test('writes a table as lines where it is not, or where it is too wide', () => {
    const expected = ['Đơn vị: Tỷ lệ · Trễ', 'Cam Lâm: 3,14% · 102', 'Nha Trang: 0,77% · 109'];
    for (const tableWidth of [0, 20]) {
      const [message] = plainText(REPLY.slice(3, 4), { limit: Infinity, tableWidth });
      expect(message?.split('\n')).toEqual(expected);
    }
  });

  test('a table of no rows and no names is nothing', () => {
    const empty: Block = { kind: 'table', header: [], rows: [] };
    expect(plainText([empty], { limit: Infinity, tableWidth: 40 })).toEqual([]);
  });

  test('columns count letters, however they are encoded', () => {
    const rows = [
      ['Hòa'.normalize('NFD'), '1'],
      ['Hòa'.normalize('NFC'), '2'],
    ];
    const [message = ''] = plainText([{ kind: 'table', header: ['', ''], rows }], {
      limit: Infinity,
      tableWidth: 40,
    });
    expect(message.normalize('NFC').split('\n').slice(-2)).toEqual(['Hòa  1', 'Hòa  2']);
  });

  test('line breaks inside words are kept and split like any other', () => {
    const quoted: Block = { kind: 'text', line: ['một\r\nhai\n', { strong: 'ba\nbốn' }] };
    expect(plainText([quoted], { limit: 7, tableWidth: 0 })).toEqual(['một\nhai', 'ba\nbốn']);
  });
});

describe('numbered choices', () => {
  const choices = [
    { label: 'Cấp xã', send: '/tre-han cấp xã Nha Trang' },
    { label: 'Chi nhánh', send: '/tre-han chi nhánh Nha Trang' },
  ];

  test('are numbered from one', () => {
    expect(numbered(choices)).toEqual(['1. Cấp xã', '2. Chi nhánh']);
  });
});
