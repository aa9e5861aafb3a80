import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { CountName } from '../../../src/figures/counts.ts';
import type { Reading } from '../../../src/polling/source.ts';
import { figureOf, payloads, readings, statementsOf } from './official.ts';

const headOf = ({ document, period, scope, asOf }: Reading) => [
  document.number,
  document.place,
  period,
  scope,
  asOf.toString(),
];

test('all files of the folder are read', () => {
  expect(payloads.filter(({ kind }) => kind === 'refused')).toEqual([]);
  expect(payloads).toHaveLength(18);
});

describe('where the figures come from', () => {
  const heads: readonly [
    number: string,
    place: string,
    period: string,
    scope: string,
    asOf: string,
  ][] = [
    ['3662/BC-SKHĐT', 'mục I.7.2', '2023-Q3', 'own-scoring', '2023-09-14'],
    ['3662/BC-SKHĐT', 'mục I.6, Biểu số II.06a/VPCP/KSTT', '2023-Q3', 'all-systems', '2023-09-14'],
    [
      '3662/BC-SKHĐT',
      'mục I.7.1 và Biểu số II.08/VPCP/KSTT',
      '2023-Q3',
      'all-systems',
      '2023-09-14',
    ],
    ['43/BC-UBND', 'mục II.3, khối cơ quan ngành dọc', '2020', 'vertical', '2020-12-14'],
    ['43/BC-UBND', 'mục III.1', '2020', 'grading', '2020-12-14'],
    ['43/BC-UBND', 'mục II.3', '2020', 'one-stop', '2020-12-14'],
    ['4589/BC-UBND', 'mục II.2.2.d', '2023-H1', 'one-stop', '2023-06-14'],
    ['4589/BC-UBND', 'mục II.2.2.e, g, h', '2023-H1', 'one-stop', '2023-06-14'],
    ['4589/BC-UBND', 'mục II.2.2.c', '2023-H1', 'one-stop', '2023-06-14'],
    [
      '4589/BC-UBND',
      'mục I.1 (Quyết định số 3944/QĐ-UBND ngày 19/12/2022 của UBND thành phố)',
      '2022',
      'grading',
      '2022-12-14',
    ],
    [
      '55/BC-UBND',
      'mục III.1, các chỉ số năm 2022 công bố trong năm 2023',
      '2022',
      'national-ranking',
      '2022-12-14',
    ],
    [
      '55/BC-UBND',
      'mục II.2.b, cung cấp dịch vụ công trực tuyến',
      '2023',
      'one-stop',
      '2023-12-14',
    ],
    ['55/BC-UBND', 'mục I.5.a, khảo sát hài lòng', '2023', 'survey', '2023-12-14'],
    [
      '55/BC-UBND',
      'mục II.6.b, kho quản lý dữ liệu hồ sơ, kết quả giải quyết TTHC',
      '2023',
      'one-stop',
      '2023-12-31',
    ],
    ['55/BC-UBND', 'mục II.2.b, khối cơ quan ngành dọc', '2023', 'vertical', '2023-12-14'],
    [
      '55/BC-UBND',
      'mục II.2.b, số hóa hồ sơ (số liệu của Cổng Dịch vụ công Quốc gia)',
      '2023',
      'national-portal',
      '2023-12-31',
    ],
    ['55/BC-UBND', 'mục I.5.b, đánh giá và xếp hạng CCHC', '2023', 'grading', '2023-12-14'],
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

test('what is counted in place of a rate keeps its name, and what is not printed is unknown', () => {
  const [graded] = statementsOf('43/BC-UBND', 'toan-tinh', 'reformIndex');
  expect(graded).toMatchObject({ rate: null, numerator: null });
  const counted = graded?.scores?.map(({ part, numerator, denominator }) => [
    part,
    numerator,
    denominator,
  ]);
  expect(counted).toEqual([
    ['good', 29, 44],
    ['weak', 0, 44],
    ['from90', 12, null],
  ]);
});
