import { describe, expect, test } from 'vitest';

import { agencyNamer } from '../../../src/sources/dossiers/name-agencies.ts';
import { reading as figures } from '../file/reading.ts';
import { csv, HEADER, read, reading, row, written } from './lists.ts';

const nameAgency = agencyNamer(reading.finder);
const on = (day: string) => () => Temporal.PlainDate.from(day);

test.each([
  ['UBND phường Ba Ngòi', '2023-09-15', 'p-ba-ngoi'],
  ['UBND phường Ba Ngòi', '2025-06-30', 'p-ba-ngoi'],
  ['UBND phường Ba Ngòi', '2025-07-01', 'p-ba-ngoi-2025'],
  ['phuong ba ngoi', '2026-01-01', 'p-ba-ngoi-2025'],
  ['tp-nha-trang', '2023-09-15', 'tp-nha-trang'],
  ['TP Nha Trang', '2023-09-15', 'tp-nha-trang'],
])('%s on %s is %s', (name, day, id) => {
  expect(nameAgency(name, on(day))).toEqual({ id });
});

test.each(['2023-09-15', '2026-09-15'])('on %s every agency is known by its own name', (day) => {
  const { from, to } = { from: Temporal.PlainDate.from(day), to: Temporal.PlainDate.from(day) };
  const existing = figures.directory.agencies.filter(
    ({ level, validFrom, validTo }) =>
      level !== 'group' &&
      (validFrom === null || Temporal.PlainDate.compare(validFrom, to) <= 0) &&
      (validTo === null || Temporal.PlainDate.compare(validTo, from) >= 0),
  );
  expect(existing.length).toBeGreaterThan(60);
  const wrong = existing.filter(({ id, name }) => {
    const named = nameAgency(name, on(day));
    return !('id' in named) || named.id !== id;
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

describe('of a list', () => {
  const grid = [
    HEADER,
    row({ 'Cơ quan giải quyết': 'UBND phường Ba Ngòi' }),
    row({
      'Cơ quan giải quyết': 'UBND phường Ba Ngòi',
      'Trạng thái': 'Đã trả kết quả',
      'Ngày kết thúc xử lý': '10/09/2023',
    }),
  ];

  test('open dossiers belong to the agency of its day, closed ones to that of theirs', async () => {
    const { dossiers } = await read(await written('a.csv', csv(grid)));
    expect(dossiers.map(({ agency }) => agency)).toEqual(['p-ba-ngoi-2025', 'p-ba-ngoi']);
  });
});
