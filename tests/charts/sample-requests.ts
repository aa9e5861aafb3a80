import type { ChartBar, ChartRequest } from '../../src/replies/chart-request.ts';

/** A frame with the words a reply would send. */
export const FRAME = {
  title: '4/8 huyện vượt 1%; Cam Lâm cao nhất với 3,14%',
  subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), UBND cấp huyện, năm 2023 (15/12/2022–14/12/2023)',
  source: 'Nguồn: Báo cáo 55/BC-UBND, Phụ lục 2 · số liệu đến 14/12/2023',
};

export function bar(label: string, value: number | null, words: Partial<ChartBar> = {}): ChartBar {
  const valueLabel = value === null ? 'chưa có số liệu' : `${value.toFixed(2).replace('.', ',')}%`;
  return { label, value, valueLabel, detail: '', marked: false, ...words };
}

const LIMIT = { value: 1, label: 'giới hạn 1%' };

export const DISTRICTS: readonly ChartBar[] = [
  bar('Cam Lâm', 3.14, { detail: '298/9.480' }),
  bar('Diên Khánh', 1.82, { detail: '219/12.037' }),
  bar('Cam Ranh', 1.62, { detail: '166/10.252' }),
  bar('Ninh Hòa', 1.39, { detail: '195/14.063' }),
  bar('Vạn Ninh', 0.82, { detail: '63/7.690' }),
  bar('Nha Trang', 0.77, { detail: '109/14.114', marked: true }),
  bar('Khánh Vĩnh', 0.35, { detail: '7/2.008' }),
  bar('Khánh Sơn', 0, { detail: '0/1.421' }),
];

const COMMUNE_NAMES =
  `xã Cam Thịnh Đông|xã Cam Thịnh Tây|xã Cam Phước Đông|xã Cam Thành Nam|phường Cam Nghĩa|phường Cam Phúc Bắc
phường Cam Phúc Nam|phường Cam Phú|phường Cam Lộc|phường Cam Thuận|phường Cam Lợi|phường Cam Linh|phường Ba Ngòi
xã Cam Lập|xã Cam Bình|xã Vĩnh Phương|phường Phước Hải|phường Vĩnh Nguyên|phường Lộc Thọ|phường Vĩnh Trường
xã Phước Đồng|phường Ngọc Hiệp|phường Vạn Thạnh|phường Phương Sài|xã Vĩnh Lương|phường Tân Tiến|phường Vĩnh Hòa`.split(
    /[|\n]/u,
  );

export const COMMUNES: readonly ChartBar[] = COMMUNE_NAMES.map((name, index) =>
  bar(`UBND ${name}`, Math.max(0, 2.4 - index * 0.09), {
    detail: `${Math.max(0, 24 - index)}/${(1000 + index * 37).toLocaleString('de')}`,
    marked: index === 18,
  }),
);

const FIELD_NAMES = [
  'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp',
  'Lĩnh vực đất đai',
  'Lĩnh vực quản lý hoạt động xây dựng và cấp giấy phép quy hoạch đô thị, hạ tầng kỹ thuật',
  'Lĩnh vực chứng thực',
  'Lĩnh vực bảo trợ xã hội, người có công',
];

export const SAMPLES = {
  districts: { kind: 'ranking', ...FRAME, bars: DISTRICTS, limit: LIMIT },
  communes: {
    kind: 'ranking',
    ...FRAME,
    title: '16/27 xã, phường vượt 1%',
    subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), UBND cấp xã, quý III/2023',
    bars: COMMUNES,
    limit: LIMIT,
  },
  one: {
    kind: 'ranking',
    ...FRAME,
    title: 'Nha Trang dưới mục tiêu 1%',
    bars: DISTRICTS.slice(5, 6),
    limit: LIMIT,
  },
  markedBeyond: {
    kind: 'ranking',
    ...FRAME,
    title: 'Nha Trang năm 2020: 12,44%, gấp 12 lần giới hạn; hai nơi chưa có số liệu',
    bars: [
      bar('Nha Trang', 12.44, { marked: true }),
      ...DISTRICTS.slice(2, 5),
      bar('Trường Sa', null),
      bar('Khánh Sơn', null),
    ],
    limit: LIMIT,
  },
  zeros: {
    kind: 'ranking',
    ...FRAME,
    title: 'Không huyện nào trễ hạn',
    bars: DISTRICTS.map((each) => ({ ...each, value: 0, valueLabel: '0,00%' })),
    limit: null,
  },
  huge: {
    kind: 'ranking',
    ...FRAME,
    title: '543.317 hồ sơ đã tiếp nhận, gần một nửa ở cấp huyện',
    subtitle: 'Số hồ sơ tiếp nhận, năm 2023',
    bars: [
      bar('Toàn tỉnh', 543_317, { valueLabel: '543.317', detail: '' }),
      bar('UBND cấp huyện', 71_065, { valueLabel: '71.065', marked: true }),
      bar('UBND cấp xã', 254_120, { valueLabel: '254.120' }),
      bar('Sở, ban, ngành', 102_881, { valueLabel: '102.881' }),
      bar('Văn phòng Đăng ký đất đai và các chi nhánh', 115_251, { valueLabel: '115.251' }),
    ],
    limit: null,
  },
  fields: {
    kind: 'byField',
    ...FRAME,
    title: 'Đất đai chiếm 71 trong 109 hồ sơ trễ hạn của Nha Trang',
    subtitle: 'Tỷ lệ hồ sơ trễ hạn theo lĩnh vực (%), UBND thành phố Nha Trang, năm 2023',
    bars: FIELD_NAMES.map((name, index) =>
      bar(name, [0.42, 2.31, 1.08, 0, null][index] ?? null, {
        detail: ['5/1.190', '71/3.073', '33/3.055', '0/6.700', ''][index] ?? '',
      }),
    ),
    limit: LIMIT,
  },
  online: {
    kind: 'target',
    ...FRAME,
    title: '6/8 huyện đạt mục tiêu trực tuyến 40–45%',
    subtitle: 'Tỷ lệ hồ sơ trực tuyến (%), UBND cấp huyện, 6 tháng đầu năm 2023',
    bars: [
      bar('Nha Trang', 68.67, { detail: '3.996/5.819', marked: true }),
      bar('Cam Ranh', 61.2, { detail: '2.310/3.775' }),
      bar('Ninh Hòa', 55.94, { detail: '3.100/5.542' }),
      bar('Diên Khánh', 48.3, { detail: '2.205/4.565' }),
      bar('Vạn Ninh', 44.99, { detail: '1.402/3.116' }),
      bar('Cam Lâm', 41.07, { detail: '1.650/4.018' }),
      bar('Khánh Vĩnh', 22.5, { detail: '230/1.022' }),
      bar('Khánh Sơn', 9.8, { detail: '61/622' }),
    ],
    target: { from: 40, to: 45, label: 'mục tiêu 40–45%' },
  },
  sideBySide: {
    kind: 'comparison',
    ...FRAME,
    title: 'Nha Trang giảm còn 0,77%, Cam Ranh tăng lên 1,62%',
    subtitle: 'Tỷ lệ hồ sơ trễ hạn (%)',
    groups: [
      {
        label: '6 tháng đầu năm 2023',
        bars: [
          bar('Nha Trang', 0.96, { detail: '63/6.571', marked: true }),
          bar('Cam Ranh', 0.88, { detail: '41/4.659' }),
          bar('Ninh Hòa', 1.5, { detail: '99/6.600' }),
        ],
      },
      {
        label: 'Năm 2023',
        bars: [
          bar('Nha Trang', 0.77, { detail: '109/14.114', marked: true }),
          bar('Cam Ranh', 1.62, { detail: '166/10.252' }),
          bar('Ninh Hòa', null),
        ],
      },
    ],
    limit: LIMIT,
  },
  trend: {
    kind: 'trend',
    ...FRAME,
    title: 'Nha Trang: từ 12,44% (2020) còn 0,77% (2023)',
    subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), UBND thành phố Nha Trang',
    points: [
      { label: 'Năm 2020', value: 12.44, valueLabel: '12,44%', joined: false },
      { label: 'Năm 2021', value: null, valueLabel: 'chưa có số liệu', joined: true },
      { label: 'Năm 2022', value: 1.31, valueLabel: '1,31%', joined: true },
      { label: '6 tháng 2023', value: 0.96, valueLabel: '0,96%', joined: true },
      { label: 'Năm 2023', value: 0.77, valueLabel: '0,77%', joined: true },
    ],
    limit: LIMIT,
  },
  months: {
    kind: 'trend',
    ...FRAME,
    title: 'Trễ hạn vượt 1% từ tháng 9',
    subtitle: 'Tỷ lệ hồ sơ trễ hạn (%), toàn tỉnh, theo tháng năm 2023',
    points: [0.42, 0.51, 0.39, 0.62, 0.75, 0.7, 0.88, 0.93, 1.12, 1.3, 1.21, 1.44].map(
      (value, index) => ({
        label: `T${index + 1}`,
        value,
        valueLabel: `${value.toFixed(2).replace('.', ',')}%`,
        joined: true,
      }),
    ),
    limit: LIMIT,
  },
  balance: {
    kind: 'composition',
    ...FRAME,
    title: '14.114 hồ sơ: 94,6% đã giải quyết, 109 trễ hạn',
    subtitle: 'Số hồ sơ, UBND thành phố Nha Trang, năm 2023',
    bars: [
      {
        label: 'Tiếp nhận',
        total: '14.756',
        segments: [
          { label: 'tiếp nhận mới', value: 13_910, valueLabel: '13.910', tone: 'unknown' },
          { label: 'kỳ trước chuyển', value: 846, valueLabel: '846', tone: 'waiting' },
        ],
      },
      {
        label: 'Đã giải quyết',
        total: '14.114',
        segments: [
          { label: 'trước hạn', value: 9_120, valueLabel: '9.120', tone: 'good' },
          { label: 'đúng hạn', value: 4_885, valueLabel: '4.885', tone: 'good' },
          { label: 'trễ hạn', value: 109, valueLabel: '109', tone: 'late' },
        ],
      },
      {
        label: 'Đang giải quyết',
        total: '642',
        segments: [
          { label: 'trong hạn', value: 618, valueLabel: '618', tone: 'waiting' },
          { label: 'quá hạn', value: 24, valueLabel: '24', tone: 'late' },
        ],
      },
    ],
  },
} as const satisfies Record<string, ChartRequest>;
