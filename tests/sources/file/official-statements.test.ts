import { describe, expect, test } from 'vitest';

import type { FormulaId, Metric } from '../../../src/figures/metric.ts';
import { readings, statementsOf } from './official.ts';

const onlineOf = (metric: Metric) =>
  statementsOf('55/BC-UBND', 'toan-tinh', metric)[0]?.numerator ?? 0;

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
    // Of the year, and of the 22 days within it.
    [
      '43/BC-UBND',
      'toan-tinh',
      [
        [7806, 420_485_000],
        [291, 19_317_000],
      ],
    ],
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
