import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FATES } from '../../../src/sources/sample-dossiers/agency-counts.ts';
import { takeShare, WHOLE } from '../../../src/sources/sample-dossiers/take-share.ts';
import { counts } from './plan.ts';

const sum = (rows: typeof counts, fate: (typeof FATES)[number]) =>
  rows.reduce((total, row) => total + row[fate], 0);

test('Phụ lục 2 has 171 agencies of its own, 530.662 dossiers', () => {
  expect(counts).toHaveLength(171);
  expect(FATES.map((fate) => sum(counts, fate))).toEqual([509_888, 2_124, 18_139, 511]);
});

describe('a share', () => {
  test('of everything is everything', () => {
    expect(takeShare(counts, WHOLE)).toEqual(counts);
  });

  test('of a tenth has a tenth of each count, and each agency its own, rounded down or up', () => {
    const tenth = takeShare(counts, 1_000);
    expect(FATES.map((fate) => sum(tenth, fate))).toEqual([50_989, 212, 1_814, 51]);
    for (const [at, row] of tenth.entries()) {
      for (const fate of FATES) {
        const exact = (counts[at]?.[fate] ?? NaN) / 10;
        expect(Math.abs(row[fate] - exact)).toBeLessThan(1);
      }
    }
  });

  test('is as near to its size as whole dossiers allow, whatever the counts', () => {
    const agency = counts[0]?.agency;
    if (agency === undefined) throw new Error('no agency');
    const anyRow = fc.record({
      agency: fc.constant(agency),
      resolvedOnTime: fc.nat(9_999),
      resolvedOverdue: fc.nat(9),
      pendingWithin: fc.nat(99),
      pendingOverdue: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(anyRow), fc.nat(WHOLE), (rows, share) => {
        const part = takeShare(rows, share);
        for (const fate of FATES) {
          expect(sum(part, fate)).toBe(Math.round((sum(rows, fate) * share) / WHOLE));
        }
      }),
    );
  });
});
