import { expect, test } from 'vitest';

import { masked } from '../../src/dossiers/masked.ts';
import { dossier } from '../conversations/due-dossiers.ts';

test('others than its own agency see the end of the code and no desk, and all else', () => {
  const whole = dossier('0042', '2026-11-23');
  expect(whole.desk).not.toBeNull();
  expect(masked(whole)).toEqual({ ...whole, code: '…0042', desk: null });
});

test.each([
  ['H32.12.7-261101-0042', '…0042'],
  ['000.00.12.H32-230601-12345', '…2345'],
  ['0042', '…0042'],
  ['7', '…7'],
])('%s → %s', (code, shown) => {
  expect(masked({ ...dossier('0001', '2026-11-23'), code }).code).toBe(shown);
});
