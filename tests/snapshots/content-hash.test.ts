import { describe, expect, test } from 'vitest';

import { contentHash, saysTheSame } from '../../src/snapshots/content-hash.ts';
import type { Snapshot } from '../../src/snapshots/snapshot.ts';
import {
  CAM_RANH,
  day,
  figureOf,
  HALF_2023,
  NHA_TRANG,
  snapshotOf,
  statementOf,
} from '../contracts/sample-snapshots.ts';

const FIGURES = [figureOf(NHA_TRANG, { received: 0 }), figureOf(CAM_RANH)];
const STATEMENTS = [statementOf(), statementOf({ metric: 'postal' })];
const ORIGINAL = snapshotOf({ figures: FIGURES, statements: STATEMENTS });

const withRows = (differences: Parameters<typeof snapshotOf>[0]) =>
  snapshotOf({ figures: FIGURES, statements: STATEMENTS, ...differences });

test('the hash is SHA-256 in hex', () => {
  expect(contentHash(ORIGINAL)).toMatch(/^[0-9a-f]{64}$/u);
});

test.each<[string, Snapshot]>([
  ['when it was fetched', withRows({ fetchedAt: Temporal.Instant.from('2030-01-01T00:00:00Z') })],
  [
    'what was found wrong',
    withRows({
      findings: [{ code: 'rateDoesNotFollow', agency: NHA_TRANG, printed: 1, computed: 2 }],
    }),
  ],
  ['who read it', withRows({ source: 'file' })],
  ['the order of figures', withRows({ figures: FIGURES.toReversed() })],
  ['the order of statements', withRows({ statements: STATEMENTS.toReversed() })],
  ['the order of properties', reversed(ORIGINAL)],
])('%s is no content', (_what, same) => {
  expect(contentHash(same)).toBe(contentHash(ORIGINAL));
});

test.each<[string, Snapshot]>([
  ['title', withRows({ document: { title: 'Báo cáo khác' } })],
  ['day of issue', withRows({ document: { issuedOn: day('2024-02-21') } })],
  ['period', withRows({ period: HALF_2023 })],
  ['scope', withRows({ scope: 'all-systems' })],
  ['formula', withRows({ formula: null })],
  ['last day covered', withRows({ asOf: day('2023-12-13') })],
  ['count', withRows({ figures: [figureOf(NHA_TRANG, { received: 2 }), figureOf(CAM_RANH)] })],
  ['unknown count that was zero', withRows({ figures: [figureOf(NHA_TRANG), figureOf(CAM_RANH)] })],
  ['agency more', withRows({ figures: FIGURES.slice(0, 1) })],
  ['statement', withRows({ statements: [statementOf({ rate: 1 })] })],
])('another %s is another content', (_what, different) => {
  expect(contentHash(different)).not.toBe(contentHash(ORIGINAL));
});

test('without a number a table is known by its source', () => {
  const document = { number: null };
  expect(contentHash(withRows({ document, source: 'file' }))).not.toBe(
    contentHash(withRows({ document })),
  );
});

describe('a version stored when the source counted as content', () => {
  // As it was computed for ORIGINAL by the first release.
  const stored = {
    source: 'samples',
    contentHash: '56592496c128144886d0dfbdf99a2f3e5e55ef559b4b37c2a22b42f931baf448',
  };

  test('says the same, whoever reads it now', () => {
    expect(saysTheSame(stored, ORIGINAL)).toBe(true);
    expect(saysTheSame(stored, withRows({ source: 'file' }))).toBe(true);
  });

  test('does not say what has changed', () => {
    expect(saysTheSame(stored, withRows({ figures: FIGURES.slice(0, 1) }))).toBe(false);
  });
});

/** The same snapshot with the properties of its figures written the other way round. */
function reversed(snapshot: Snapshot): Snapshot {
  const figures = snapshot.figures.map(({ agency, field, counts, printedOverdue }) => ({
    printedOverdue,
    counts,
    field,
    agency,
  }));
  return { ...snapshot, figures };
}
