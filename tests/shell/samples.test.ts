import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import { dossierStore } from '../../src/storage/dossier-store.ts';
import { openStorage } from '../../src/storage/open.ts';
import { type Folder, runProgram, temporaryFolder } from './run-program.ts';

let folder: Folder;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder[Symbol.dispose]());

const samples = (...args: readonly string[]) =>
  runProgram(['samples', '--on', '2026-11-23', ...args], { data: folder.path });

/** Open dossiers whose clock runs, and the lists they are from. */
async function inStore(agency: string) {
  using storage = openStorage(join(folder.path, 'dung-hen.db'));
  const store = dossierStore(storage);
  const id = AgencyId.parse(agency);
  const due = await store.due(id, Temporal.Instant.from('2100-01-01T00:00Z'));
  return { due, lists: await store.lists(id) };
}

test('sample dossiers are put into the store, put in place of earlier ones, and taken out', async () => {
  const first = await samples('--agency', 'UBND huyện Khánh Sơn');
  expect(first).toMatchObject({ code: 0, said: '' });
  expect(first.out).toMatch(
    /^Đã nạp 626 hồ sơ mẫu của 1 cơ quan, ngày 23\/11\/2026: 50 đang giải quyết, không hồ sơ nào quá hạn\./u,
  );

  const { due, lists } = await inStore('h-khanh-son');
  expect(due.length).toBeGreaterThan(40);
  expect(lists).toMatchObject([{ source: 'du-lieu-mau', sample: true }]);
  expect(lists.map(({ asOf }) => asOf.toString())).toEqual(['2026-11-22T23:00:00Z']);

  const second = await samples('--agency', 'UBND huyện Khánh Vĩnh', '--fraction', '0.5');
  expect(second.out).toMatch(/^Đã bỏ 626 hồ sơ mẫu\.\nĐã nạp 5\d\d hồ sơ mẫu của 1 cơ quan/u);
  expect(await inStore('h-khanh-son')).toEqual({ due: [], lists: [] });

  expect((await samples('--remove')).out).toMatch(/^Đã bỏ 5\d\d hồ sơ mẫu\.$/mu);
  expect((await samples('--remove')).out).toBe('Không có hồ sơ mẫu nào.\n');
});

test('a list is written without a store', async () => {
  using other = temporaryFolder();
  const file = join(other.path, 'mau.csv');
  const args = ['samples', '--on', '2026-11-23', '--agency', 'Khánh Sơn', '--csv', file];
  const { code, out } = await runProgram(args, { data: join(other.path, 'data') });
  expect([code, out]).toEqual([0, expect.stringContaining(`vào ${file}.`)]);
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(627);
  expect(existsSync(join(other.path, 'data'))).toBe(false);
});

test.each([
  [['--fraction', '1.5'], '--fraction: phần phải lớn hơn 0 và không quá 1'],
  [['--fraction', '0'], '--fraction: phần phải lớn hơn 0'],
  [['--seed', 'x'], '--seed: số gieo phải là số nguyên'],
  [['--on', '23/11/2026'], '--on: ngày phải có dạng 2026-11-23'],
  [['--agency', 'Vạn Thắng'], '--agency: nhiều cơ quan cùng tên'],
  [['--agency', 'Hà Nội xyz'], '--agency: không có cơ quan này'],
])('%j is refused in words', async (args, words) => {
  const { code, said } = await samples(...args);
  expect(code).toBe(1);
  expect(said).toContain(words);
});
