import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { CountName } from '../../../src/figures/counts.ts';
import type { FormulaId, Metric } from '../../../src/figures/metric.ts';
import type { Reading } from '../../../src/polling/source.ts';
import type { Figure } from '../../../src/snapshots/snapshot.ts';
import { folderSource } from '../../../src/sources/file/file-source.ts';
import { all, reading } from './reading.ts';

const payloads = await all(folderSource('samples', 'fixtures/figures', reading));
const readings = payloads.flatMap((payload) => (payload.kind === 'read' ? payload.readings : []));

function figureOf(document: string, agency: string, field: string | null = null): Figure {
  const found = readings
    .filter((each) => each.document.number === document)
    .flatMap(({ figures }) => figures)
    .filter((each) => each.agency === agency && each.field === field);
  expect(found).toHaveLength(1);
  const [figure] = found;
  if (figure === undefined) throw new Error(`no figure of ${agency}`);
  return figure;
}

function statementsOf(document: string, agency: string, metric: Metric) {
  return readings
    .filter((each) => each.document.number === document)
    .flatMap(({ statements }) => statements)
    .filter((each) => each.agency === agency && each.metric === metric);
}

const headOf = ({ document, period, scope, asOf }: Reading) => [
  document.number,
  document.place,
  period,
  scope,
  asOf.toString(),
];

const onlineOf = (metric: Metric) =>
  statementsOf('55/BC-UBND', 'toan-tinh', metric)[0]?.numerator ?? 0;

test('all files of the folder are read', () => {
  expect(payloads.filter(({ kind }) => kind === 'refused')).toEqual([]);
  expect(payloads).toHaveLength(12);
});

describe('where the figures come from', () => {
  const heads: readonly [
    number: string,
    place: string,
    period: string,
    scope: string,
    asOf: string,
  ][] = [
    ['3662/BC-SKHĐT', 'mục I.6, Biểu số II.06a/VPCP/KSTT', '2023-Q3', 'all-systems', '2023-09-14'],
    [
      '3662/BC-SKHĐT',
      'mục I.7.1 và Biểu số II.08/VPCP/KSTT',
      '2023-Q3',
      'all-systems',
      '2023-09-14',
    ],
    ['43/BC-UBND', 'mục II.3, khối cơ quan ngành dọc', '2020', 'vertical', '2020-12-14'],
    ['43/BC-UBND', 'mục II.3', '2020', 'one-stop', '2020-12-14'],
    ['4589/BC-UBND', 'mục II.2.2.d', '2023-H1', 'one-stop', '2023-06-14'],
    ['4589/BC-UBND', 'mục II.2.2.e, g, h', '2023-H1', 'one-stop', '2023-06-14'],
    ['4589/BC-UBND', 'mục II.2.2.c', '2023-H1', 'one-stop', '2023-06-14'],
    [
      '55/BC-UBND',
      'mục II.2.b, cung cấp dịch vụ công trực tuyến',
      '2023',
      'one-stop',
      '2023-12-14',
    ],
    ['55/BC-UBND', 'mục I.5.a, khảo sát hài lòng', '2023', 'survey', '2023-12-14'],
    ['55/BC-UBND', 'mục II.2.b, khối cơ quan ngành dọc', '2023', 'vertical', '2023-12-14'],
    [
      '55/BC-UBND',
      'mục II.2.b, số hóa hồ sơ (số liệu của Cổng Dịch vụ công Quốc gia)',
      '2023',
      'national-portal',
      '2023-12-31',
    ],
    ['55/BC-UBND', 'Phụ lục 2', '2023', 'one-stop', '2023-12-14'],
  ];

  test('every part names its document, place, period, scope and last day', () => {
    expect(readings.map(headOf)).toEqual(heads);
  });

  test.each([
    ['55/BC-UBND', '2024-02-26'],
    ['4589/BC-UBND', '2023-06-14'],
    ['43/BC-UBND', '2021-03-17'],
    ['3662/BC-SKHĐT', '2023-09-18'],
  ])('%s was issued on %s', (number, day) => {
    const days = readings
      .filter((each) => each.document.number === number)
      .map(({ document }) => String(document.issuedOn));
    expect(new Set(days)).toEqual(new Set([day]));
  });
});

describe('Phụ lục 2', () => {
  const figures = readings.find(({ document }) => document.place === 'Phụ lục 2')?.figures ?? [];

  test('has 185 rows, each for another agency and with all its counts', () => {
    expect(figures).toHaveLength(185);
    expect(new Set(figures.map(({ agency }) => agency)).size).toBe(185);
    expect(figures.every(({ printedOverdue }) => printedOverdue !== null)).toBe(true);
  });

  test('every printed rate follows from the counts, half-up, by the formula of the province', () => {
    const wrong = figures.filter(({ counts, printedOverdue }) => {
      const { resolved, pending, resolvedOverdue, pendingOverdue } = counts;
      const late = BigInt((resolvedOverdue ?? 0) + (pendingOverdue ?? 0));
      const handled = BigInt((resolved ?? 0) + (pending ?? 0));
      return BigInt(printedOverdue ?? -1) !== (late * 20_000n + handled) / (handled * 2n);
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['toan-tinh', 543_317, 506_783, 2086, 18_650, 511, 49],
    ['khoi-so-nganh', 279_308, 261_296, 1051, 9988, 294, 50],
    ['khoi-huyen', 43_362, 35_940, 381, 5365, 149, 128],
    ['khoi-xa', 220_647, 209_547, 654, 3297, 68, 34],
    ['tp-nha-trang', 14_982, 12_937, 91, 1177, 18, 77],
    ['cn-nha-trang', 27_996, 26_644, 194, 886, 5, 72],
    ['cap-xa-cam-ranh', 13_622, 8184, 24, 157, 0, 29],
    ['so-khdt', 255, 216, 2, 14, 0, 87],
    ['so-tnmt', 1366, 954, 55, 299, 61, 926],
  ])(
    '%s as printed',
    (agency, received, resolved, resolvedOverdue, pending, pendingOverdue, rate) => {
      const figure = figureOf('55/BC-UBND', agency);
      expect(figure.counts).toMatchObject({
        received,
        resolved,
        resolvedOverdue,
        pending,
        pendingOverdue,
      });
      expect(figure.counts.receivedOnline).toBeNull();
      expect(figure.printedOverdue).toBe(rate);
    },
  );

  test.each([
    ['h-cam-lam', 314],
    ['h-dien-khanh', 182],
    ['tp-cam-ranh', 162],
    ['tx-ninh-hoa', 139],
    ['h-van-ninh', 82],
    ['tp-nha-trang', 77],
    ['h-khanh-vinh', 35],
    ['h-khanh-son', 0],
  ])('district %s: %i hundredths of a percent', (agency, rate) => {
    expect(figureOf('55/BC-UBND', agency).printedOverdue).toBe(rate);
  });

  test('is kept as printed: whoever corrects a row must know that nothing else may say so', () => {
    const bytes = readFileSync('fixtures/figures/phu-luc-2-nam-2023.csv');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      '93c343e8b309b72d6d24526cc9c69d3c8ea3175a8c9c65e5816868dfe915f84d',
    );
  });
});

describe('counts of the reports', () => {
  test.each<
    [string, string, string | null, Partial<Record<CountName, number | null>>, number | null]
  >([
    [
      '4589/BC-UBND',
      'tp-nha-trang',
      null,
      {
        received: 7718,
        carriedOver: 1147,
        resolved: 6571,
        resolvedOnTime: 6508,
        resolvedOverdue: 63,
        pending: 1147,
        pendingOverdue: 22,
        pendingWithin: null,
        receivedOnline: null,
      },
      96,
    ],
    [
      '4589/BC-UBND',
      'cap-xa-nha-trang',
      null,
      {
        received: 42_367,
        carriedOver: 1415,
        resolved: 41_407,
        resolvedOnTime: 41_375,
        resolvedOverdue: 32,
        pending: 960,
        pendingOverdue: 3,
      },
      8,
    ],
    [
      '3662/BC-SKHĐT',
      'so-khdt',
      null,
      {
        received: 2718,
        receivedOnline: 2493,
        receivedDirectOrPostal: 65,
        carriedOver: 160,
        resolved: 2525,
        resolvedEarly: 41,
        resolvedOnTime: 2479,
        resolvedOverdue: 5,
        pending: 193,
        pendingWithin: 193,
        pendingOverdue: 0,
      },
      null,
    ],
    [
      '3662/BC-SKHĐT',
      'so-khdt',
      'Lĩnh vực Đầu tư tại Việt Nam',
      {
        received: 69,
        receivedOnline: 0,
        resolved: 42,
        resolvedEarly: 41,
        resolvedOnTime: 1,
        pending: 27,
      },
      null,
    ],
    [
      '3662/BC-SKHĐT',
      'so-khdt',
      'Lĩnh vực đăng ký thành lập và hoạt động doanh nghiệp',
      {
        received: 2649,
        receivedOnline: 2493,
        resolved: 2483,
        resolvedOnTime: 2478,
        resolvedOverdue: 5,
        pending: 166,
      },
      null,
    ],
    [
      '55/BC-UBND',
      'nganh-doc',
      null,
      {
        received: 4_355_116,
        resolved: 4_354_657,
        resolvedOnTime: 4_353_000,
        resolvedOverdue: null,
        pending: null,
      },
      null,
    ],
    [
      '43/BC-UBND',
      'toan-tinh',
      null,
      { received: null, resolved: 538_531, resolvedOverdue: null },
      null,
    ],
    [
      '43/BC-UBND',
      'nganh-doc',
      null,
      { resolved: 2_971_152, resolvedOnTime: 2_959_149, pending: null },
      null,
    ],
  ])('%s: %s, %s', (document, agency, field, counts, rate) => {
    const figure = figureOf(document, agency, field);
    expect(figure.counts).toMatchObject(counts);
    expect(figure.printedOverdue).toBe(rate);
  });
});

type Printed = readonly [rate: number | null, numerator: number | null, denominator: number | null];

describe('rates of the reports', () => {
  const ONLINE_2023 = 'ONLINE_OVER_PUBLISHED_ONLINE';

  test.each<[string, string, Metric, Printed, FormulaId | null]>([
    ['55/BC-UBND', 'toan-tinh', 'overdue', [49, 2597, 525_433], 'OVERDUE_TOTAL_OVER_HANDLED'],
    ['55/BC-UBND', 'toan-tinh', 'online', [6290, 185_296, 294_588], ONLINE_2023],
    ['55/BC-UBND', 'toan-tinh', 'onlineFull', [6778, 116_878, null], ONLINE_2023],
    ['55/BC-UBND', 'toan-tinh', 'onlinePartial', [5602, 68_418, null], ONLINE_2023],
    ['55/BC-UBND', 'khoi-so-nganh', 'online', [5432, null, null], ONLINE_2023],
    ['55/BC-UBND', 'khoi-huyen', 'online', [7797, null, null], ONLINE_2023],
    ['55/BC-UBND', 'khoi-xa', 'online', [7508, null, null], ONLINE_2023],
    ['55/BC-UBND', 'toan-tinh', 'digitization', [6681, null, null], null],
    ['55/BC-UBND', 'toan-tinh', 'electronicResults', [7671, null, null], null],
    ['55/BC-UBND', 'nganh-doc', 'onTime', [9996, 4_353_000, 4_354_657], 'ON_TIME_OF_RESOLVED'],
    ['55/BC-UBND', 'cuc-hai-quan', 'onTime', [10_000, null, null], null],
    ['55/BC-UBND', 'kbnn', 'onTime', [10_000, null, null], null],
    ['55/BC-UBND', 'nhnn', 'onTime', [10_000, null, null], null],
    ['55/BC-UBND', 'cong-an-tinh', 'onTime', [9997, null, null], null],
    ['55/BC-UBND', 'bhxh', 'onTime', [9996, null, null], null],
    ['55/BC-UBND', 'cuc-thue', 'onTime', [9986, null, null], null],
    ['55/BC-UBND', 'nganh-doc', 'online', [9216, 2_903_983, 3_150_932], null],
    ['55/BC-UBND', 'cuc-hai-quan', 'online', [10_000, 43_685, null], null],
    ['55/BC-UBND', 'bhxh', 'online', [9628, 585_445, null], null],
    ['55/BC-UBND', 'kbnn', 'online', [9366, 316_314, null], null],
    ['55/BC-UBND', 'cong-an-tinh', 'online', [9091, 1_852_289, null], null],
    ['55/BC-UBND', 'cuc-thue', 'online', [8576, 106_250, null], null],
    ['55/BC-UBND', 'khoi-so-nganh', 'satisfaction', [8621, null, null], null],
    ['55/BC-UBND', 'khoi-huyen', 'satisfaction', [8733, null, null], null],
    ['55/BC-UBND', 'bhxh', 'satisfaction', [8686, null, null], null],
    ['55/BC-UBND', 'cong-an-tinh', 'satisfaction', [8469, null, null], null],
    ['55/BC-UBND', 'kbnn', 'satisfaction', [8710, null, null], null],
    ['55/BC-UBND', 'cuc-hai-quan', 'satisfaction', [8224, null, null], null],
    ['55/BC-UBND', 'nhnn', 'satisfaction', [8665, null, null], null],
    ['55/BC-UBND', 'cuc-thue', 'satisfaction', [8362, null, null], null],
    ['55/BC-UBND', 'khoi-vpdkdd', 'satisfaction', [8463, null, null], null],
    ['4589/BC-UBND', 'tp-nha-trang', 'onTime', [9904, 6508, 6571], 'ON_TIME_OF_RESOLVED'],
    ['4589/BC-UBND', 'cap-xa-nha-trang', 'overdue', [8, 32, 41_407], 'OVERDUE_RESOLVED_ONLY'],
    ['4589/BC-UBND', 'cap-xa-nha-trang', 'onTime', [9992, 41_375, 41_407], 'ON_TIME_OF_RESOLVED'],
    ['4589/BC-UBND', 'tp-nha-trang', 'online', [6867, 3996, null], null],
    ['4589/BC-UBND', 'cap-xa-nha-trang', 'online', [5487, 9513, null], null],
    ['4589/BC-UBND', 'tp-nha-trang', 'postal', [76, 50, 6571], 'POSTAL_OVER_RESOLVED'],
    ['4589/BC-UBND', 'cap-xa-nha-trang', 'postal', [54, 223, 41_407], 'POSTAL_OVER_RESOLVED'],
    ['3662/BC-SKHĐT', 'so-khdt', 'online', [9745, 2493, 2558], 'ONLINE_OVER_RECEIVED_NEW'],
    ['43/BC-UBND', 'toan-tinh', 'onTime', [9800, null, null], null],
    ['43/BC-UBND', 'toan-tinh', 'overdue', [200, null, null], null],
    ['43/BC-UBND', 'khoi-huyen', 'overdue', [1157, null, null], null],
    ['43/BC-UBND', 'tp-cam-ranh', 'overdue', [2203, null, null], null],
    ['43/BC-UBND', 'h-van-ninh', 'overdue', [2200, null, null], null],
    ['43/BC-UBND', 'tp-nha-trang', 'overdue', [1244, null, null], null],
    ['43/BC-UBND', 'so-khdt', 'overdue', [705, null, null], null],
    ['43/BC-UBND', 'toan-tinh', 'online', [2029, 114_312, null], null],
    ['43/BC-UBND', 'toan-tinh', 'postal', [48, 2690, null], null],
    ['43/BC-UBND', 'nganh-doc', 'onTime', [9960, 2_959_149, 2_971_152], 'ON_TIME_OF_RESOLVED'],
    ['43/BC-UBND', 'nganh-doc', 'online', [7892, 2_344_880, 2_971_152], 'ONLINE_OVER_RESOLVED'],
    ['43/BC-UBND', 'cong-an-tinh', 'online', [8290, 1_232_465, null], 'ONLINE_OVER_RESOLVED'],
    ['43/BC-UBND', 'cuc-hai-quan', 'online', [9835, 35_625, null], 'ONLINE_OVER_RESOLVED'],
    ['43/BC-UBND', 'bhxh', 'online', [9613, 627_986, null], 'ONLINE_OVER_RESOLVED'],
    ['43/BC-UBND', 'cuc-thue', 'online', [5374, 179_017, null], 'ONLINE_OVER_RESOLVED'],
    ['43/BC-UBND', 'kbnn', 'online', [5842, 269_787, null], 'ONLINE_OVER_RESOLVED'],
  ])('%s: %s, %s', (document, agency, metric, printed, formula) => {
    const found = statementsOf(document, agency, metric).filter(({ field }) => field === null);
    expect(found.map((each) => [each.rate, each.numerator, each.denominator])).toEqual([printed]);
    expect(found.map((each) => each.formula)).toEqual([formula]);
  });

  test('where a document prints both counts, its rate follows from them, but for the 97,45 that was cut off', () => {
    const wrong = readings
      .flatMap(({ statements }) => statements)
      .filter(({ rate, numerator, denominator }) => {
        if (rate === null || numerator === null || denominator === null) return false;
        const exact = BigInt(numerator) * 20_000n + BigInt(denominator);
        return BigInt(rate) !== exact / (BigInt(denominator) * 2n);
      });
    expect(wrong.map(({ rate }) => rate)).toEqual([9745]);
  });

  test('parts of a total add up', () => {
    expect(onlineOf('onlineFull') + onlineOf('onlinePartial')).toBe(onlineOf('online'));
    const vertical = readings.filter(({ scope }) => scope === 'vertical');
    expect(vertical).toHaveLength(2);
    for (const { statements } of vertical) {
      const dossiers = statements.filter(({ metric }) => metric === 'online');
      const [total, ...parts] = dossiers.map(({ numerator }) => numerator ?? 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }
  });
});

describe('online payments', () => {
  test.each([
    [
      '55/BC-UBND',
      'toan-tinh',
      [
        [135_943, 134_041_693_402],
        [31_872, 127_217_079_306],
        [104_071, 6_824_614_096],
      ],
    ],
    ['4589/BC-UBND', 'tp-nha-trang', [[1522, 129_165_000]]],
    ['4589/BC-UBND', 'cap-xa-nha-trang', [[4586, 101_857_506]]],
    ['43/BC-UBND', 'toan-tinh', [[7806, 420_485_000]]],
  ])('%s: %s', (document, agency, printed) => {
    const found = statementsOf(document, agency, 'onlinePayment');
    expect(found.map(({ numerator, amountVnd }) => [numerator, amountVnd])).toEqual(printed);
  });

  test('the two ways of paying add up to the total', () => {
    const [total, ...parts] = statementsOf('55/BC-UBND', 'toan-tinh', 'onlinePayment');
    const sum = parts.reduce((amount, part) => amount + (part.amountVnd ?? 0), 0);
    expect(sum).toBe(total?.amountVnd);
  });
});

describe('what the reports say about earlier periods', () => {
  test.each([
    ['55/BC-UBND', 'toan-tinh', 'overdue', null, [['2022', -110]]],
    ['55/BC-UBND', 'toan-tinh', 'online', null, [['2022', 826]]],
    [
      '4589/BC-UBND',
      'tp-nha-trang',
      'overdue',
      null,
      [
        ['2022-H1', -74],
        ['2023-Q1', -52],
      ],
    ],
    [
      '4589/BC-UBND',
      'tp-nha-trang',
      'overdue',
      'Đất đai',
      [
        ['2022-H1', -193],
        ['2023-Q1', -166],
      ],
    ],
    [
      '4589/BC-UBND',
      'cap-xa-nha-trang',
      'overdue',
      null,
      [
        ['2022-H1', -11],
        ['2023-Q1', -10],
      ],
    ],
  ] as const)('%s: %s, %s, %s', (document, agency, metric, field, changes) => {
    const found = statementsOf(document, agency, metric).find((each) => each.field === field);
    expect(found?.changes.map(({ against, points }) => [against, points])).toEqual(changes);
  });
});

test('late dossiers of Nha Trang by field: 61 + 1 + 1 = 63, land at 4,36%', () => {
  const fields = statementsOf('4589/BC-UBND', 'tp-nha-trang', 'overdue').map((each) => [
    each.field,
    each.rate,
    each.numerator,
    each.denominator,
  ]);
  expect(fields).toEqual([
    [null, 96, 63, 6571],
    ['Đất đai', 436, 61, null],
    ['Quản lý hoạt động xây dựng', null, 1, null],
    ['Thành lập và hoạt động hộ kinh doanh', null, 1, null],
  ]);
});
