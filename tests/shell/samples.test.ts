import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runProgram, temporaryFolder } from './run-program.ts';

const KHANH_SON = ['samples', '--on', '2026-11-23', '--agency', 'UBND huyện Khánh Sơn'];

test('sample dossiers are put into the store and taken out again', async () => {
  using folder = temporaryFolder();
  const { code, out, said } = await runProgram(KHANH_SON, { data: folder.path });
  expect([code, said]).toEqual([0, '']);
  expect(out).toMatch(
    /^Đã nạp 626 hồ sơ mẫu của 1 cơ quan, ngày 23\/11\/2026: 50 đang giải quyết, không hồ sơ nào quá hạn\.\n/u,
  );
  const removed = await runProgram(['samples', '--remove'], { data: folder.path });
  expect(removed.out).toBe('Đã bỏ 626 hồ sơ mẫu.\n');
});

test('a list is written without a store', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'mau.csv');
  const data = join(folder.path, 'data');
  const { code, out } = await runProgram([...KHANH_SON, '--csv', file], { data });
  expect([code, out]).toEqual([0, expect.stringContaining(`vào ${file}.`)]);
  expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(627);
  expect(existsSync(data)).toBe(false);
});
