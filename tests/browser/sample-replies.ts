import type { Answer } from '../../src/channels/channel.ts';
import type { ChartRequest } from '../../src/replies/chart-request.ts';
import { type Reply, textReply } from '../../src/replies/reply.ts';

const CHART: ChartRequest = {
  kind: 'ranking',
  title: '6/8 huyện dưới mục tiêu 1%',
  subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), UBND cấp huyện, năm 2023',
  source: 'Nguồn: Báo cáo 55/BC-UBND, Phụ lục 2 · số liệu đến 14/12/2023',
  bars: [
    bar('Cam Lâm', 314, '3,14%', '291/9.266'),
    bar('Diên Khánh', 182, '1,82%', '207/11.377'),
    bar('Cam Ranh', 162, '1,62%', '174/10.761'),
    bar('Ninh Hòa', 139, '1,39%', '188/13.520'),
    bar('Vạn Ninh', 82, '0,82%', '66/8.021'),
    { ...bar('Nha Trang', 77, '0,77%', '109/14.114'), marked: true },
    bar('Khánh Vĩnh', 35, '0,35%', '8/2.301'),
    bar('Khánh Sơn', 0, '0,00%', '0/1.520'),
  ],
  limit: { value: 1, label: 'Mục tiêu 1%' },
};

function bar(label: string, hundredths: number, valueLabel: string, detail: string) {
  return { label, value: hundredths / 100, valueLabel, detail, marked: false };
}

/** A reply with every kind of block, a chart and choices. */
const FULL_REPLY: Reply = {
  ...textReply(
    [
      {
        kind: 'headline',
        line: [{ strong: '0,77%' }, ' hồ sơ trễ hạn — UBND thành phố Nha Trang, năm 2023'],
      },
      { kind: 'text', line: ['109/14.114 = đã giải quyết trễ hạn ÷ tổng số đã giải quyết'] },
      {
        kind: 'text',
        line: [{ strong: 'Dưới mục tiêu 1%' }, ', còn 32 hồ sơ trễ nữa là chạm mức này.'],
      },
      {
        kind: 'list',
        items: [['Đất đai: ', { strong: '61' }, ' hồ sơ trễ'], ['Xây dựng: 22 hồ sơ trễ']],
      },
      {
        kind: 'warning',
        line: [
          'Số liệu 6 tháng đầu năm dùng ',
          { strong: 'công thức khác' },
          ', không so sánh trực tiếp được.',
        ],
      },
      { kind: 'note', line: ['Giảm 0,74 điểm % so với năm 2022.'] },
      { kind: 'source', line: ['Nguồn: Báo cáo 55/BC-UBND ngày 29/02/2024, Phụ lục 2, dòng 31'] },
      { kind: 'source', line: ['Kỳ báo cáo 15/12/2022–14/12/2023'] },
    ],
    [
      { label: 'Chi nhánh VPĐKĐĐ Nha Trang: 0,72%', send: '/tre-han chi nhánh VPĐKĐĐ Nha Trang' },
      { label: 'Cấp xã: 0,10%', send: '/tre-han cấp xã Nha Trang' },
      { label: 'Theo lĩnh vực', send: '/linh-vuc Nha Trang' },
    ],
  ),
  chart: CHART,
};

/** A table longer and wider than a phone. */
const TABLE_REPLY: Reply = textReply([
  { kind: 'headline', line: ['Xếp hạng tỷ lệ trễ hạn, cấp xã, năm 2023'] },
  {
    kind: 'table',
    header: [
      'Đơn vị',
      'Tiếp nhận',
      'Đã giải quyết',
      'Đang giải quyết',
      'Trực tuyến',
      'Trễ hạn',
      'Tỷ lệ',
    ],
    rows: Array.from({ length: 40 }, (_, index) => [
      `UBND xã Vĩnh Phương ${String(index + 1)}`,
      `${String(9 - (index % 9))}.${String(100 + index * 7)}`,
      `${String(8 - (index % 8))}.${String(100 + index * 5)}`,
      String(900 + index),
      String(700 - index),
      String(141 - index * 3),
      `${String(3 - (index % 4))},${String(10 + index)}%`,
    ]),
  },
  { kind: 'source', line: ['Nguồn: Báo cáo 55/BC-UBND, Phụ lục 2'] },
]);

export const HTML = '<img src=x onerror="document.title=1"><b>đậm</b>';

/** An office that answers by the first word. */
export const sampleAnswer: Answer = ({ text }) => {
  if (text.startsWith('/tre-han')) return Promise.resolve(FULL_REPLY);
  if (text.startsWith('/xep-hang')) return Promise.resolve(TABLE_REPLY);
  return Promise.resolve(textReply([{ kind: 'text', line: ['Đã nghe: ', { strong: text }] }]));
};
