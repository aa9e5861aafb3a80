import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Counts } from '../../src/figures/counts.ts';
import { checkNewPeriod, checkVersions } from '../../src/snapshots/check-versions.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import { severityOf } from '../../src/snapshots/severity.ts';
import { SnapshotId } from '../../src/snapshots/snapshot.ts';
import type { Reading } from '../../src/snapshots/store.ts';
import { day, figureOf, NHA_TRANG, snapshotOf } from '../contracts/sample-snapshots.ts';
import { keyOf } from '../queries/known.ts';

const SYSTEM = { number: null, title: 'Một cửa', issuedOn: null, place: '' } as const;

/** What a system said on a day of quarter 4 of 2026 (15/9 to 14/12), read that same day. */
function said(counts: Partial<Counts>, asOf: string, number: string | null = null): Reading {
  const fetchedAt = Temporal.Instant.from(`${asOf}T10:00:00Z`);
  const head = snapshotOf({
    document: { ...SYSTEM, number },
    period: keyOf('2026-Q4'),
    asOf: day(asOf),
    fetchedAt,
  });
  const snapshot = { ...head, id: SnapshotId.parse(1), contentHash: '' };
  return { figure: figureOf(NHA_TRANG, counts), snapshot };
}

const weights = (findings: readonly Finding[], number: string | null = null) =>
  findings.map((finding) => `${severityOf(finding, { number })} ${finding.code}`);

/** From the 60th day of the quarter, when 6.000 were received: 100 a day. */
const FROM = '2026-11-13';
const before = said({ received: 6_000 }, FROM);

/** How much a growth to so many in a day weighs. */
const rank = (received: number) =>
  weights(checkVersions(before, said({ received }, '2026-11-14'))).map((text) =>
    ['warning implausibleJump', 'error implausibleJump'].indexOf(text),
  )[0] ?? -1;

describe('a counter within its period', () => {
  test.each([
    ['the next day', 6_100, '2026-11-14', []],
    ['five busy days in one', 6_500, '2026-11-14', []],
    ['one more than that', 6_501, '2026-11-14', ['warning implausibleJump']],
    ['as much over a week', 6_700, '2026-11-20', []],
    ['fifty days in one', 11_000, '2026-11-14', ['warning implausibleJump']],
    ['one more than that, too', 11_001, '2026-11-14', ['error implausibleJump']],
    ['the same day again', 6_500, FROM, []],
    ['a deleted test dossier', 5_999, '2026-11-14', ['warning counterRanBackwards']],
    ['just half of it left', 3_000, '2026-11-14', ['warning counterRanBackwards']],
    ['less than half', 2_999, '2026-11-14', ['error counterRanBackwards']],
    ['nothing', 0, '2026-11-14', ['error counterRanBackwards']],
  ])('%s: %i', (_what, received, asOf, expected) => {
    expect(weights(checkVersions(before, said({ received }, asOf)))).toEqual(expected);
  });

  test('numbers of any length are held against each other exactly', () => {
    const received = Number.MAX_SAFE_INTEGER;
    const now = said({ received }, '2026-11-14');
    expect(weights(checkVersions(before, now))).toEqual(['error implausibleJump']);
    expect(checkVersions(now, now)).toEqual([]);
  });

  test('of a small agency a hundred are doubted, fewer never', () => {
    const small = said({ resolved: 10 }, FROM);
    const after = (resolved: number) => checkVersions(small, said({ resolved }, '2026-11-14'));
    expect(weights(after(109))).toEqual([]);
    expect(weights(after(111))).toEqual(['warning implausibleJump']);
  });

  test('late dossiers are resolved out of one column into the other', () => {
    const late = said({ resolvedOverdue: 10, pendingOverdue: 50 }, FROM);
    const now = said({ resolvedOverdue: 40, pendingOverdue: 20 }, '2026-11-14');
    expect(checkVersions(late, now)).toEqual([]);
    const undone = said({ resolvedOverdue: 4, pendingOverdue: 50 }, '2026-11-14');
    expect(weights(checkVersions(late, undone))).toEqual(['warning counterRanBackwards']);
  });

  test('what a version does not give is not held against it', () => {
    expect(checkVersions(before, said({ resolved: 5 }, '2026-11-14'))).toEqual([]);
  });

  test('a table that was final is corrected, unless most of it is gone', () => {
    const number = '55/BC-UBND';
    const final = said({ received: 6_000 }, '2026-12-14', number);
    const corrected = said({ received: 5_000 }, '2026-12-14', number);
    expect(checkVersions(final, corrected)).toEqual([]);
    const gone = checkVersions(final, said({ received: 5 }, '2026-12-14', number));
    expect(weights(gone, number)).toEqual(['warning counterRanBackwards']);
  });

  test('growing by its own average is never doubted, however great and however long', () => {
    const growing = fc.property(
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 1, max: 89 }),
      fc.integer({ min: 1, max: 30 }),
      (daily, days, more) => {
        const start = day('2026-09-15');
        const at = (after: number) => start.add({ days: after - 1 }).toString();
        const was = said({ received: daily * days }, at(days));
        const is = said({ received: daily * (days + more) }, at(days + more));
        expect(checkVersions(was, is)).toEqual([]);
      },
    );
    fc.assert(growing);
  });

  test('what is doubted one way is doubted at least as much if it is more', () => {
    const monotone = fc.property(
      fc.integer({ min: 6_000, max: 20_000 }),
      fc.nat(20_000),
      (value, more) => {
        expect(rank(value + more)).toBeGreaterThanOrEqual(rank(value));
      },
    );
    fc.assert(monotone);
  });
});

function quarter(period: string, received: number, asOf: string): Reading {
  const reading = said({ received }, asOf);
  return { ...reading, snapshot: { ...reading.snapshot, period: keyOf(period) } };
}

describe('a new period', () => {
  const earlier = quarter('2026-Q3', 1_000, '2026-09-14');

  test.each([
    [5_000, '2026-12-14', 0],
    [5_001, '2026-12-14', 1],
    [200, '2026-12-14', 0],
    [5_001, '2026-12-13', 0],
  ])('%i up to %s', (received, asOf, found) => {
    const findings = checkNewPeriod(earlier, quarter('2026-Q4', received, asOf));
    expect(weights(findings)).toEqual(found === 0 ? [] : ['warning implausibleJump']);
  });

  test('far less than the period before is doubted, too', () => {
    const great = quarter('2026-Q3', 10_000, '2026-09-14');
    const found = checkNewPeriod(great, quarter('2026-Q4', 1_999, '2026-12-14'));
    expect(weights(found)).toEqual(['warning implausibleJump']);
  });
});
