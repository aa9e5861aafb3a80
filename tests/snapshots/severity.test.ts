import { expect, test } from 'vitest';

import { checkSnapshot } from '../../src/snapshots/check.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import { severityOf } from '../../src/snapshots/severity.ts';
import { NHA_TRANG } from '../contracts/sample-snapshots.ts';
import { directory, phuLuc2 } from './figures-of-2023.ts';

const wrongRow = {
  code: 'rowDoesNotAddUp',
  agency: NHA_TRANG,
  field: null,
  column: 'resolved',
  printed: 5,
  sumOfParts: 4,
} as const satisfies Finding;

test('what a document prints stays to be had, what a system says impossibly does not', () => {
  expect(severityOf(wrongRow, { number: '55/BC-UBND' })).toBe('warning');
  expect(severityOf(wrongRow, { number: null })).toBe('error');
});

test('the wrong total of Cam Ranh is a warning in a document and in a system, never an error', () => {
  const findings = checkSnapshot(phuLuc2, directory);
  for (const number of ['55/BC-UBND', null]) {
    const weights = findings.map((finding) => severityOf(finding, { number }));
    expect(weights.filter((weight) => weight === 'error')).toEqual([]);
    expect(weights.filter((weight) => weight === 'warning')).toHaveLength(12);
    expect(weights.filter((weight) => weight === 'note')).toHaveLength(178);
  }
});
