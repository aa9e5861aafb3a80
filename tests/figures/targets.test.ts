import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { ConfigurationInvalid } from '../../src/errors.ts';
import { fraction } from '../../src/figures/fraction.ts';
import { isKept } from '../../src/figures/limit.ts';
import { readTargets } from '../../src/figures/targets.ts';

const text = readFileSync(new URL('../../fixtures/targets.yaml', import.meta.url), 'utf8');
const targets = readTargets(text);

/** The codes and places of what is wrong with a file. */
function problemsIn(yaml: string): readonly string[] {
  try {
    readTargets(yaml);
  } catch (error) {
    if (error instanceof ConfigurationInvalid)
      return error.problems.map(({ place, code }) => `${place} ${code}`);
    throw error;
  }
  return [];
}

/** A file of nothing but one limit. */
const file = (limit: string) => `limits:\n  ${limit}targets: []\n`;

describe('limits on the overdue rate of an agency', () => {
  const limits = targets.limitsOn({ subject: 'overdue', level: 'district', year: 2023 });

  test('are 1 % and 5 %, with the document each stands in', () => {
    expect(limits.map(({ threshold, source }) => [threshold, source])).toEqual([
      [100, 'Báo cáo 4589/BC-UBND'],
      [500, 'Chương trình hành động 12823/CTr-UBND'],
    ]);
  });

  test.each([
    [109, 14_114, [true, true]],
    // "dưới 1%" and "từ 5% trở lên": the threshold itself breaks them.
    [1, 100, [false, true]],
    [9_999, 1_000_000, [true, true]],
    [5, 100, [false, false]],
    [116, 1_253, [false, false]],
  ])('%d/%d', (numerator, denominator, kept) => {
    // Printed it would break every limit: what is known exactly decides.
    const rate = { hundredths: 10_000, fraction: fraction(numerator, denominator) };
    expect(limits.map((limit) => isKept(limit, rate))).toEqual(kept);
  });

  test('do not hold for years before they were ordered', () => {
    expect(targets.limitsOn({ subject: 'overdue', level: 'district', year: 2020 })).toEqual([]);
  });

  test('do not include the one on an official, whose share is another', () => {
    expect(limits.map(({ subject }) => subject)).not.toContain('personalOverdue');
    expect(
      targets.limitsOn({ subject: 'personalOverdue', level: 'district', year: 2023 }),
    ).toHaveLength(1);
  });
});

test.each([
  ['satisfaction', 8000, false],
  ['satisfaction', 8001, true],
  // "từ 80 điểm, xếp loại Tốt".
  ['qualityScore', 8000, true],
  ['qualityScore', 7999, false],
] as const)('the lower limit on %s: %d keeps it: %s', (subject, hundredths, kept) => {
  const limits = targets.limitsOn({ subject, level: 'department', year: 2023 });
  expect(limits.map((limit) => isKept(limit, { hundredths, fraction: null }))).toEqual([kept]);
});

test.each([
  ['online', 'department', 2023, [5000, 5500]],
  ['online', 'district', 2023, [4000, 4500]],
  ['online', 'commune', 2023, [3000, 3500]],
  ['online', 'department', 2020, [4000, 4500]],
  ['online', 'district', 2020, [3000, 3500]],
  ['online', 'commune', 2020, [2000, 2500]],
  ['satisfaction', 'district', 2023, [8400, 8400]],
] as const)('the target of %s for a %s in %d', (metric, level, year, range) => {
  const target = targets.targetOf({ metric, level, year });
  expect([target?.from, target?.to]).toEqual(range);
  expect(target?.source).toMatch(/\d/u);
});

test.each([
  ['online', 'district', 2022],
  ['online', 'branch', 2023],
  ['postal', 'district', 2023],
] as const)('there is no target of %s for a %s in %d', (metric, level, year) => {
  expect(targets.targetOf({ metric, level, year })).toBeNull();
});

describe('a file that is wrong', () => {
  const [aim = ''] = /- id: overdue-aim[\s\S]*?levels: null\n/u.exec(text) ?? [];

  test('is right to begin with', () => {
    expect(problemsIn(file(aim))).toEqual([]);
  });

  test.each([
    [
      'a misspelt subject',
      aim.replace('subject: overdue', 'subject: overdeu'),
      ['limits.0.subject badSetting'],
    ],
    [
      'a share instead of hundredths',
      aim.replace('100', '0.01'),
      ['limits.0.threshold badSetting'],
    ],
    [
      'a day that is none',
      aim.replace('2023-06-14', '2023-02-30'),
      ['limits.0.issuedOn badSetting'],
    ],
    [
      'an unknown property',
      aim.replace('levels: null', 'levels: null\n    note: x'),
      ['limits.0.note unknownKey'],
    ],
    [
      'two things wrong',
      aim.replace('below', 'under').replace('2023\n    lastYear', '20\n    lastYear'),
      ['limits.0.firstYear badSetting', 'limits.0.side badSetting'],
    ],
    ['the same id twice', `${aim}  ${aim}`, [' badSetting']],
  ])('%s is named with its place', (_name, limit, problems) => {
    expect(problemsIn(file(limit)).toSorted()).toEqual(problems);
  });

  test('a target that ends below its start', () => {
    const [online = ''] =
      /- id: online-2023-district[\s\S]*?levels: \[district\]\n/u.exec(text) ?? [];
    expect(problemsIn(`limits: []\ntargets:\n  ${online.replace('to: 4500', 'to: 3500')}`)).toEqual(
      ['targets.0.to badSetting'],
    );
  });

  test('no YAML at all', () => {
    expect(problemsIn('limits: [')).not.toEqual([]);
  });
});
