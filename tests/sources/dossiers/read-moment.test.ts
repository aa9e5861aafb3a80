import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { ZONE } from '../../../src/clock.ts';
import { isDateLike, momentReader } from '../../../src/sources/dossiers/read-moment.ts';

const momentOf = momentReader();
const shown = (cell: Parameters<typeof momentOf>[0]) => {
  const read = momentOf(cell);
  if (read === null || read === 'badDate') return read;
  const local = Temporal.Instant.fromEpochMilliseconds(read.at).toZonedDateTimeISO(ZONE);
  return `${local.toPlainDateTime().toString()}${read.wholeDay ? ' day' : ''}`;
};

test.each([
  ['15/09/2023', '2023-09-15T00:00:00 day'],
  ['5/9/2023', '2023-09-05T00:00:00 day'],
  ['15-09-2023', '2023-09-15T00:00:00 day'],
  ['15.09.2023', '2023-09-15T00:00:00 day'],
  ['15/09/2023 08:30', '2023-09-15T08:30:00'],
  ['15/09/2023 8:30:15', '2023-09-15T08:30:15'],
  ['15/09/2023 00:00:00', '2023-09-15T00:00:00 day'],
  ['08:30 15/09/2023', '2023-09-15T08:30:00'],
  ['08h30 15/09/2023', '2023-09-15T08:30:00'],
  ['15/09/2023 04:30 CH', '2023-09-15T16:30:00'],
  ['15/09/2023 12:10:00 AM', '2023-09-15T00:10:00'],
  ['15/09/2023 12:10 PM', '2023-09-15T12:10:00'],
  ['2023-09-15', '2023-09-15T00:00:00 day'],
  ['2023-09-15 16:30:00', '2023-09-15T16:30:00'],
  ['2023-09-15T16:30:00.123', '2023-09-15T16:30:00'],
  ['2023-09-15T16:30:00Z', '2023-09-15T23:30:00'],
  ['2023-09-15T16:30:00+07:00', '2023-09-15T16:30:00'],
  [45_184, '2023-09-15T00:00:00 day'],
  [45_184.687_5, '2023-09-15T16:30:00'],
  [1_694_770_200_000, '2023-09-15T16:30:00'],
  [new Date(Date.UTC(2023, 8, 15, 16, 29, 59, 999)), '2023-09-15T16:30:00'],
  ['', null],
  ['  ', null],
  ['-', null],
  [null, null],
  ['31/02/2023', 'badDate'],
  ['29/02/2023', 'badDate'],
  ['29/02/2024', '2024-02-29T00:00:00 day'],
  ['00/09/2023', 'badDate'],
  ['15/13/2023', 'badDate'],
  ['15/09/23', 'badDate'],
  ['15/09-2023', 'badDate'],
  ['15/09/1923', 'badDate'],
  ['15/09/2023 24:00', 'badDate'],
  ['15/09/2023 13:00 CH', 'badDate'],
  ['08:00 15/09/2023 09:00', 'badDate'],
  ['2023-02-30', 'badDate'],
  [0.5, 'badDate'],
  [90_000, 'badDate'],
  [true, 'badDate'],
  ['0905123456', 'badDate'],
])('%j is %s', (cell, moment) => {
  expect(shown(cell)).toBe(moment);
});

const two = (n: number) => String(n).padStart(2, '0');

const minutes = fc
  .date({
    min: new Date('2000-01-02T00:00Z'),
    max: new Date('2099-12-30T00:00Z'),
    noInvalidDate: true,
  })
  .map((date) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime() - (date.getTime() % 60_000)),
  );

test('every minute is read as it is written, in every way of writing', () => {
  const ways: readonly ((local: Temporal.ZonedDateTime) => Parameters<typeof momentOf>[0])[] = [
    ({ day, month, year, hour, minute }) =>
      `${two(day)}/${two(month)}/${year} ${two(hour)}:${two(minute)}`,
    ({ day, month, year, hour, minute }) => `${hour}:${two(minute)} ${day}-${month}-${year}`,
    (local) => local.toPlainDateTime().toString(),
    (local) => local.toString({ timeZoneName: 'never' }),
    (local) => new Date(local.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds),
    (local) =>
      local.toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds / 86_400_000 + 25_569,
  ];
  fc.assert(
    fc.property(minutes, fc.constantFrom(...ways), (instant, way) => {
      const read = momentOf(way(instant.toZonedDateTimeISO(ZONE)));
      expect(read).toMatchObject({ at: instant.epochMilliseconds });
    }),
  );
});

test('no text makes it fail, and what is read is of this century', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/:. -]{0,20}$/u)), (text) => {
      const read = momentOf(text);
      if (read === null || read === 'badDate') return;
      expect(read.at).toBeGreaterThanOrEqual(Date.parse('2000-01-01T00:00+07:00'));
      expect(read.at).toBeLessThan(Date.parse('2100-01-01T00:00+07:00'));
    }),
  );
});

test.each([
  ['31/02/2023', true],
  ['09/15/2023 08:00', true],
  ['31/02/1990', false],
  ['0905123456', false],
  ['056199001234', false],
  ['ngày mai 2023', false],
])('%j may be quoted: %s', (text, may) => {
  expect(isDateLike(text)).toBe(may);
});
