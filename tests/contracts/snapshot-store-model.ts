import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import { NO_COUNTS } from '../../src/figures/counts.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import type { Figure, Snapshot, Statement } from '../../src/snapshots/snapshot.ts';
import type { Reading, SnapshotReader } from '../../src/snapshots/store.ts';
import { naiveSnapshots } from './naive-snapshots.ts';
import { CAM_LAM, CAM_RANH, day, NHA_TRANG, plain, snapshotOf } from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

// Few values each, so that series, days and contents meet often.
const AGENCIES = [NHA_TRANG, CAM_RANH, CAM_LAM];
const PERIODS = ['2023', '2023-H1', '2023-M06'].map((key) => PeriodKey.parse(key));
const SCOPES = ['one-stop', 'all-systems'];
const DAYS = ['2023-05-01', '2023-06-01'].map(day);
const BEFORE_ALL = day('2023-04-30');
const METRICS = ['online', 'satisfaction'] as const;

const agency = fc.constantFrom(...AGENCIES);
const field = fc.constantFrom(null, 'Lĩnh vực Đất đai', `Lĩnh vực "Hộ tịch"; -- '`);
const count = fc.option(fc.nat({ max: 2 }));

const figure: fc.Arbitrary<Figure> = fc.record({
  agency,
  field,
  counts: fc.record({ received: count, pendingOverdue: count }).map((counts) => ({
    ...NO_COUNTS,
    ...counts,
  })),
  printedOverdue: count,
});

const statement: fc.Arbitrary<Statement> = fc.record({
  agency,
  field,
  metric: fc.constantFrom(...METRICS),
  rate: count,
  numerator: count,
  denominator: count,
  amountVnd: count,
  formula: fc.constantFrom(null, 'ONLINE_OVER_RECEIVED'),
  changes: fc.array(
    fc.record({ against: fc.constantFrom(...PERIODS), points: fc.integer({ min: -9, max: 9 }) }),
    { maxLength: 2 },
  ),
  place: fc.constantFrom(null, 'mục 1'),
});

const finding: fc.Arbitrary<Finding> = fc.record({
  code: fc.constant('rateDoesNotFollow'),
  agency,
  printed: fc.nat({ max: 99 }),
  computed: fc.nat({ max: 99 }),
});

const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    source: fc.constantFrom('samples', 'file'),
    number: fc.constantFrom(null, '55/BC-UBND'),
    period: fc.constantFrom(...PERIODS),
    scope: fc.constantFrom(...SCOPES),
    asOf: fc.constantFrom(...DAYS),
    figures: fc.uniqueArray(figure, {
      selector: (row) => `${row.agency} ${String(row.field)}`,
      maxLength: 4,
    }),
    statements: fc.array(statement, { maxLength: 2 }),
    findings: fc.array(finding, { maxLength: 2 }),
  })
  .map(({ number, ...rest }) => snapshotOf({ document: { number }, ...rest }));

/** Some of them twice and in any order: restated, unchanged, taken back, late. */
export const recordings = fc
  .array(snapshot, { minLength: 1, maxLength: 8 })
  .chain((some) => fc.array(fc.constantFrom(...some), { minLength: 1, maxLength: 20 }));

/** Compares a store with the naive one over random lives. */
export function describeModel(open: OpenStore): void {
  test('any recordings leave the same answers as in a plain list', async () => {
    await fc.assert(
      fc.asyncProperty(recordings, async (snapshots) => {
        await using opened = await open();
        const model = naiveSnapshots();
        const ids = new Map<number, number>();
        for (const next of snapshots) {
          const [real, expected] = [await opened.store.record(next), await model.record(next)];
          expect(real.kind).toBe(expected.kind);
          ids.set(real.id, expected.id);
        }
        expect(await everythingIn(opened.store, (id) => ids.get(id))).toEqual(
          await everythingIn(model, (id) => id),
        );
      }),
      { numRuns: 60 },
    );
  });
}

/** What a store says to every question; `ordinal` makes its ids comparable. */
export async function everythingIn(
  store: SnapshotReader,
  ordinal: (id: number) => number | undefined = (id) => id,
) {
  const inOrder = (found: readonly { readonly snapshot: { readonly id: number } }[]) =>
    found.map((one) =>
      plain({ ...one, snapshot: { ...one.snapshot, id: ordinal(one.snapshot.id) } }),
    );
  const inAnyOrder = (found: readonly Reading[]) => inOrder(found.toSorted(byRow));

  const answers: Record<string, unknown> = {
    heads: inOrder((await store.heads()).map((head) => ({ snapshot: head }))),
    findings: inOrder(await store.findings()),
    overdueFields: (await store.overdueFields())
      .map((one) => `${one.agency} ${one.field}`)
      .toSorted(),
  };
  for (const { id } of await store.heads()) {
    const by = String(ordinal(id));
    const heads = await store.replacedHeads(id);
    answers[`replaced by ${by}`] = inOrder(heads.map((head) => ({ snapshot: head })));
    for (const who of AGENCIES) {
      const online = await store.replacedStatements(id, { agency: who, metric: 'online' });
      answers[`replaced by ${by} ${who}`] = inOrder(await store.replacedReadings(id, who));
      answers[`online replaced by ${by} ${who}`] = inOrder(online);
    }
  }
  for (const who of AGENCIES) {
    answers[`readings ${who}`] = inOrder(await store.readings(who));
    answers[`findings ${who}`] = inOrder(await store.findings(who));
    for (const metric of METRICS) {
      answers[`${metric} ${who}`] = inOrder(await store.statements(who, metric));
    }
    for (const period of PERIODS) {
      const key = `${who} ${period}`;
      answers[`readings ${key}`] = inOrder(await store.readings(who, period));
      answers[`fields ${key}`] = inAnyOrder(await store.fieldReadings(who, period));
      answers[`history ${key}`] = inOrder(await store.history(who, period));
      for (const end of [...DAYS, BEFORE_ALL]) {
        const asked = { period, day: end };
        answers[`${end.toString()} ${key}`] = inOrder(await store.readingsAsOf(who, asked));
      }
      answers[`online ${key}`] = inOrder(await store.statements(who, 'online', period));
      answers[`stated fields ${key}`] = inOrder(await store.fieldStatements(who, period));
    }
  }
  for (const period of PERIODS) {
    for (const scope of SCOPES) {
      const ask = { period, scope };
      answers[`of ${period} ${scope}`] = inAnyOrder(
        await store.readingsOf([NHA_TRANG, CAM_LAM], ask),
      );
    }
  }
  return answers;
}

function byRow(a: Reading, b: Reading): number {
  const [left, right] = [a, b].map(({ figure: row, snapshot: { id } }) => [
    row.agency,
    row.field,
    id,
  ]);
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
}
