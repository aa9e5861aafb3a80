import { describe, expect, test } from 'vitest';

import type { PeriodAsked } from '../../src/calendar/period.ts';
import { periodKey } from '../../src/calendar/periods.ts';
import { askedFor, choosePeriod } from '../../src/queries/choose-period.ts';
import { keyOf, vainKey } from './known.ts';

const TODAY = Temporal.PlainDate.from('2023-09-20');

const covered = (key: string) => ({ key: keyOf(key) });

/** The key chosen, or "none" with what was looked for. */
function chosen(keys: readonly string[], asked: PeriodAsked | null): string {
  const choice = choosePeriod(keys.map(covered), asked, TODAY);
  if (choice.kind === 'chosen') return choice.found.key;
  return `none ${vainKey(choice.asked)}`;
}

describe('nothing asked', () => {
  test.each([
    [['2022', '2023'], '2023'],
    [['2023-Q3', '2023-H1'], '2023-Q3'],
    // Of two that end on the same day the longer one says more.
    [['2023-Q4', '2023', '2023-H2'], '2023'],
    [['2023-M12', '2023-Q4'], '2023-Q4'],
    [['2023-Q2', '2023-H1'], '2023-H1'],
    [['2023', '2023', '2020'], '2023'],
    [[], 'none -'],
  ])('of %j: %s', (keys, expected) => {
    expect(chosen(keys, null)).toBe(expected);
  });
});

const ALL = ['2020', '2022-Q3', '2023-H1', '2023-Q2', '2023-Q3', '2023-M08'];

describe('asked for', () => {
  test.each<[string, PeriodAsked, string]>([
    ['a year', { kind: 'year', year: 2020 }, '2020'],
    ['a year without figures', { kind: 'year', year: 2021 }, 'none 2021'],
    ['a quarter of a year', { kind: 'quarter', number: 3, year: 2022 }, '2022-Q3'],
    ['a quarter: the newest there is', { kind: 'quarter', number: 3, year: null }, '2023-Q3'],
    ['a quarter nobody has', { kind: 'quarter', number: 4, year: null }, 'none 2023-Q4'],
    ['a half', { kind: 'half', number: 1, year: null }, '2023-H1'],
    ['a month', { kind: 'month', number: 8, year: null }, '2023-M08'],
    ['nine months', { kind: 'nineMonths', year: 2023 }, 'none 2023-9M'],
    [
      'the days of a quarter',
      {
        kind: 'range',
        from: Temporal.PlainDate.from('2023-06-15'),
        to: Temporal.PlainDate.from('2023-09-14'),
      },
      '2023-Q3',
    ],
    ['the quarter before', { kind: 'relative', unit: 'quarter', offset: -1 }, '2023-Q3'],
    ['last year', { kind: 'quarter', number: 3, year: null, yearOffset: -1 }, '2022-Q3'],
    // "Kỳ này" is the period with the newest figures, "kỳ trước" the one before it.
    ['this period', { kind: 'relative', unit: 'period', offset: 0 }, '2023-Q3'],
    ['the period before', { kind: 'relative', unit: 'period', offset: -1 }, '2023-Q2'],
  ])('%s', (_words, asked, expected) => {
    expect(chosen(ALL, asked)).toBe(expected);
  });

  test('in vain: what there is comes newest first', () => {
    const choice = choosePeriod(ALL.map(covered), { kind: 'year', year: 2019 }, TODAY);
    const available = choice.kind === 'none' ? choice.available.map(periodKey) : [];
    expect(available).toEqual(['2023-Q3', '2023-M08', '2023-H1', '2023-Q2', '2022-Q3', '2020']);
  });
});

test.each(ALL.map(keyOf))('%s is found again by its days', (key) => {
  const choice = choosePeriod([{ key }], null, TODAY);
  if (choice.kind === 'none') throw new Error('nothing chosen');
  expect(chosen(ALL, askedFor(choice.period))).toBe(key);
});

/** Periods with their scope: "2023 dossiers-part"; of reports where none is said. */
const from = (...keys: readonly string[]) =>
  keys.map((text) => {
    const [key = '', scope = 'one-stop'] = text.split(' ');
    return { key: keyOf(key), scope };
  });

describe('figures that were counted', () => {
  const of2023 = { kind: 'year', year: 2023 } as const;

  test.each<[string, readonly string[], PeriodAsked | null, string]>([
    ['in full stand with reported ones', ['2022', '2023 dossiers'], null, '2023 dossiers'],
    ['in part do not', ['2022', '2023 dossiers-part'], null, '2022 one-stop'],
    ['in part, where there is nothing else', ['2023 dossiers-part'], null, '2023 dossiers-part'],
    ['in part, asked for', ['2022', '2023 dossiers-part'], of2023, '2023 dossiers-part'],
    ['from samples do not', ['2022', '2023 dossiers-sample'], null, '2022 one-stop'],
    [
      'in part before samples',
      ['2022-Q3 dossiers-part', '2023 dossiers-sample'],
      null,
      '2022-Q3 dossiers-part',
    ],
    ['from samples, asked for', ['2022', '2023 dossiers-sample'], of2023, '2023 dossiers-sample'],
    [
      'a quarter of any year is the newest real one',
      ['2022-Q3', '2023-Q3 dossiers-sample'],
      { kind: 'quarter', number: 3, year: null },
      '2022-Q3 one-stop',
    ],
  ])('%s', (_words, keys, asked, expected) => {
    const choice = choosePeriod(from(...keys), asked, TODAY);
    expect(choice.kind === 'chosen' ? `${choice.found.key} ${choice.found.scope}` : 'none').toBe(
      expected,
    );
  });

  test.each<[PeriodAsked | null, string, readonly string[]]>([
    [null, '2022', ['2023-H1', '2020']],
    [{ kind: 'year', year: 2023 }, '2023', ['2023-H1', '2022', '2020']],
  ])('asked %j: beside %s those offered are %j', (asked, key, offered) => {
    const all = from('2022', '2020', '2023-H1 dossiers-part', '2023 dossiers-sample');
    const choice = choosePeriod(all, asked, TODAY);
    if (choice.kind === 'none') throw new Error('none');
    expect([periodKey(choice.period), choice.others.map(periodKey)]).toEqual([key, offered]);
  });

  test('in vain: samples are not offered instead of what is real', () => {
    const asked = { kind: 'year', year: 2021 } as const;
    const all = from('2022', '2023 dossiers-sample');
    const choice = choosePeriod(all, asked, TODAY);
    if (choice.kind !== 'none') throw new Error('chosen');
    expect(choice.available.map(periodKey)).toEqual(['2022']);
  });
});
