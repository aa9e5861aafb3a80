import { CORE_SCHEMA, dump as stringify, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';

import { readWorkingCalendar } from '../../src/calendar/read-working-calendar.ts';
import { ConfigurationInvalid } from '../../src/errors.ts';
import { problemTextOnMachine } from '../../src/replies/problem-text.ts';
import { calendar, day, VIET_NAM } from './viet-nam.ts';

/** Days off from Monday to Friday of a year, by the calendar given. */
function weekdaysOff(year: number, of = calendar): readonly string[] {
  const first = day(`${String(year)}-01-01`);
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }))
    .filter((one) => one.dayOfWeek <= 5 && !of.isWorkingDay(one))
    .map((one) => one.toString().slice(5));
}

describe('the years that were announced', () => {
  test.each([
    [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04'],
    [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03'],
    [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02'],
    [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02'],
    [2027, '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03'],
  ])('%i: weekdays off', (year, off) => {
    expect(weekdaysOff(year).join(' ')).toBe(off);
  });

  test.each(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])(
    'Saturday %s is worked',
    (text) => {
      expect(day(text).dayOfWeek).toBe(6);
      expect(calendar.isWorkingDay(day(text))).toBe(true);
    },
  );

  test('other Saturdays and Sundays are not', () => {
    expect(calendar.isWorkingDay(day('2025-04-19'))).toBe(false);
    expect(calendar.isWorkingDay(day('2025-04-27'))).toBe(false);
  });

  test('24/11/2026 is a working day until the law says otherwise', () => {
    expect(calendar.isWorkingDay(day('2026-11-24'))).toBe(true);
  });
});

test.each([
  ['2025-01-25', 'Tết Nguyên đán Ất Tỵ'],
  ['2025-05-02', 'Nghỉ lễ 30/4 và 1/5'],
  ['2026-04-27', 'Giỗ Tổ Hùng Vương'],
  ['2025-04-26', null],
  ['2025-04-27', null],
  ['2025-04-28', null],
])('why %s is off: %s', (text, name) => {
  expect(calendar.holidayOn(day(text))).toBe(name);
});

test('office hours are those of the file, in order', () => {
  expect(calendar.officeHours.map(({ from, to }) => `${from.toString()}-${to.toString()}`)).toEqual(
    ['07:30:00-11:30:00', '13:30:00-17:00:00'],
  );
});

/** The file with some parts put otherwise. */
function changed(parts: Readonly<Record<string, unknown>>): string {
  const file: unknown = load(VIET_NAM, { schema: CORE_SCHEMA });
  return stringify({ ...Object(file), ...parts }, { noRefs: true, schema: CORE_SCHEMA });
}

/** Not in May or September. */
const isApart = (monthAndDay: string) => !/^0[59]-/u.test(monthAndDay);

describe('years that are not announced are computed', () => {
  const computed = readWorkingCalendar(changed({ off: [], makeupWorkdays: [] }));

  // What was decided in these years is what the law and the usual two days before Tết give.
  test.each([2023, 2025, 2027])('%i but for the swap of May and the neighbour of 2/9', (year) => {
    expect(weekdaysOff(year, computed).filter(isApart)).toEqual(weekdaysOff(year).filter(isApart));
  });

  test.each([
    ['one day, Sunday 1/1/2023', '2023-01-02'],
    ['two days side by side, 29/4 and 30/4/2023, behind 1/5', '2023-05-02', '2023-05-03'],
    ['Saturday 1/5/2027', '2027-05-03'],
    ['Saturday 2/9/2028 and its neighbour on Sunday', '2028-09-04', '2028-09-05'],
  ])('a holiday on a rest day is made up for: %s', (_, ...days) => {
    expect(days.map((text) => computed.isWorkingDay(day(text)))).toEqual(days.map(() => false));
    const next = day(days.at(-1) ?? '').add({ days: 1 });
    expect(computed.isWorkingDay(next)).toBe(true);
  });

  test('a day off may be added to a year, and a holiday to every year', () => {
    const holidays = [{ id: 'van-hoa', name: 'Ngày Văn hóa', date: '11-24' }];
    const more = readWorkingCalendar(changed({ holidays, off: [], makeupWorkdays: [] }));
    expect([2026, 2028].flatMap((year) => weekdaysOff(year, more))).toEqual(['11-24', '11-24']);
    const grounds = { confirmed: true, basis: 'bão' };
    const storm = { settles: [], name: 'Bão', from: '2026-11-05', to: '2026-11-06', ...grounds };
    const once = readWorkingCalendar(changed({ holidays: [], off: [storm], makeupWorkdays: [] }));
    expect(weekdaysOff(2026, once)).toEqual(['11-05', '11-06']);
  });
});

describe('a wrong file is refused with file and path', () => {
  const grounds = { confirmed: true, basis: 'x' };
  const tet = {
    settles: ['tet-nguyen-dan'],
    name: 'Tết',
    from: '2029-02-12',
    to: '2029-02-16',
    ...grounds,
  };
  const morning = { from: '07:30', to: '11:30' };
  const solstice = { id: 'a', name: 'A' };
  const makeup = { day: '2029-02-17', insteadOf: '2029-02-16', ...grounds };
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['officeHours: officeHours', { officeHours: [] }],
    ['officeHours: list', { officeHours: 'cả ngày' }],
    ['officeHours.0.from: time', { officeHours: [{ ...morning, from: '7h30' }] }],
    ['officeHours.0: endsBeforeItBegins', { officeHours: [{ ...morning, to: '07:30' }] }],
    ['officeHours.1: hoursOverlap', { officeHours: [morning, { from: '11:00', to: '12:00' }] }],
    ['weeklyRest.0: weekday', { weeklyRest: ['Chủ nhật'] }],
    ['holidays.0.date: monthDay', { holidays: [{ ...solstice, date: '02-29' }] }],
    ['holidays.0.lunar: lunarDay', { holidays: [{ ...solstice, lunar: '12-30' }] }],
    ['holidays.0: dateOrLunar', { holidays: [solstice] }],
    ['holidays.0: dateOrLunar', { holidays: [{ ...solstice, date: '06-21', lunar: '05-05' }] }],
    [
      'holidays.0.daysAfter: neighbours',
      { holidays: [{ ...solstice, date: '06-21', daysAfter: -1 }] },
    ],
    [
      'holidays.1.id: holidayTwice',
      { holidays: [1, 2].map(() => ({ ...solstice, date: '06-21' })) },
    ],
    ['off.0.from: day', { off: [{ ...tet, from: '2029-02-30' }] }],
    ['off.0: endsBeforeItBegins', { off: [{ ...tet, to: '2029-02-11' }] }],
    ['off.0: oneYear', { off: [{ ...tet, to: '2030-01-02' }] }],
    ['off.0.confirmed: yesOrNo', { off: [{ ...tet, confirmed: 'có' }] }],
    ['off.0.settles: unknownHoliday', { off: [{ ...tet, settles: ['tet'] }] }],
    ['off.1.settles: settledTwice', { off: [tet, tet] }],
    [
      'makeupWorkdays.0.day: makeupNotOnRestDay',
      { off: [tet], makeupWorkdays: [{ ...makeup, day: '2029-02-19' }] },
    ],
    [
      'makeupWorkdays.0.day: makeupNotOnRestDay',
      { off: [{ ...tet, to: '2029-02-17' }], makeupWorkdays: [makeup] },
    ],
    ['makeupWorkdays.0.insteadOf: makeupForWorkday', { off: [], makeupWorkdays: [makeup] }],
  ];

  test.each(cases)('%s', (wrong, parts) => {
    const error = errorOf(changed({ off: [], makeupWorkdays: [], ...parts }));
    expect(error.problems.map(({ place, detail }) => `${place}: ${detail}`)).toEqual([
      `lich.yaml: ${wrong}`,
    ]);
    // Codes are for programs: whoever has to mend the file reads words.
    for (const problem of error.problems) {
      expect(problemTextOnMachine(problem)).toMatch(/lich\.yaml/u);
      expect(problemTextOnMachine(problem)).not.toMatch(new RegExp(`: ${problem.detail}$`, 'u'));
    }
  });

  test('a slip of the pen in a key, and what is no YAML', () => {
    expect(errorOf(changed({ weeklyrest: [] })).problems).toEqual([
      { code: 'unknownKey', place: 'lich.yaml: weeklyrest', detail: '' },
    ]);
    expect(errorOf('off: [').problems).toMatchObject([{ code: 'notYaml', place: 'lich.yaml' }]);
  });
});

function errorOf(text: string): ConfigurationInvalid {
  try {
    readWorkingCalendar(text, 'lich.yaml');
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error;
    throw error;
  }
  throw new Error('the calendar was accepted');
}
