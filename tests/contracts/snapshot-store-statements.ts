import { describe, expect, test } from 'vitest';

import { PeriodKey } from '../../src/calendar/period.ts';
import type { IndexScore } from '../../src/figures/index-score.ts';
import type { Finding } from '../../src/snapshots/finding.ts';
import {
  CAM_RANH,
  figureOf,
  HALF_2023,
  NHA_TRANG,
  snapshotOf,
  statementOf,
  YEAR_2023,
} from './sample-snapshots.ts';
import type { OpenStore } from './snapshot-store-contract.ts';

const LAND = 'Lĩnh vực Đất đai';
const BUILDING = 'Lĩnh vực Hoạt động xây dựng';

const SCORE = {
  group: 'progress',
  part: null,
  name: null,
  score: 1_800,
  max: 2_000,
  numerator: 38_592,
  denominator: 42_880,
  flags: [{ code: 'TEMP_NATIONAL_REPORT_DENOMINATOR', message: 'Mẫu số tạm.' }],
} as const satisfies Partial<IndexScore>;

const FINDINGS: readonly Finding[] = [
  {
    code: 'childrenDoNotAddUp',
    agency: CAM_RANH,
    column: 'resolved',
    printed: 8341,
    sumOfChildren: 13570,
  },
  {
    code: 'leavesDoNotAddUp',
    agency: CAM_RANH,
    column: 'overdueTotal',
    printed: 2597,
    sumOfLeaves: 2635,
  },
  {
    code: 'rowDoesNotAddUp',
    agency: NHA_TRANG,
    field: LAND,
    column: 'resolved',
    printed: 9,
    sumOfParts: 8,
  },
  { code: 'rateDoesNotFollow', agency: NHA_TRANG, printed: 49, computed: 50 },
  { code: 'receivedUnaccounted', agency: NHA_TRANG, received: 14114, unaccounted: -3 },
];

/** What the store answers about published rates and about what does not fit together. */
export function describeStatements(open: OpenStore): void {
  describe('statements', () => {
    test('a statement comes back as published, in the order of the document', async () => {
      await using opened = await open();
      const { store } = opened;
      const full = statementOf({
        numerator: 3996,
        denominator: 5819,
        amountVnd: 1_234_567_890_123,
        formula: 'ONLINE_OVER_RECEIVED_NEW',
        changes: [{ against: PeriodKey.parse('2022-H1'), points: -74 }],
        place: 'mục I.2.2 c',
      });
      const statements = [full, statementOf({ rate: null }), statementOf()];
      await store.record(snapshotOf({ statements }));
      const readings = await store.statements(NHA_TRANG, 'online', YEAR_2023);
      expect(readings.map(({ statement }) => statement)).toEqual(statements);
    });

    test('what a score is made of comes back with it, and a change of it is a change', async () => {
      await using opened = await open();
      const { store } = opened;
      const scores = [SCORE, { ...SCORE, part: 'A', score: null, flags: [] }];
      const said = (score: number) =>
        snapshotOf({
          statements: [
            statementOf({ metric: 'serviceIndex', scores: [{ ...SCORE, score }, ...scores] }),
          ],
        });
      await store.record(said(1));
      expect(await store.record(said(1))).toMatchObject({ kind: 'unchanged' });
      const restated = await store.record(said(2));
      expect(restated).toMatchObject({ kind: 'restated' });
      const [now] = await store.statements(NHA_TRANG, 'serviceIndex');
      expect(now?.statement.scores).toEqual([{ ...SCORE, score: 2 }, ...scores]);
      const [before] = await store.replacedStatements(restated.id, {
        agency: NHA_TRANG,
        metric: 'serviceIndex',
      });
      expect(before?.statement.scores?.[0]?.score).toBe(1);
    });

    test('metric, period, agency and field are kept apart', async () => {
      await using opened = await open();
      const { store } = opened;
      const statements = [
        statementOf(),
        statementOf({ metric: 'postal' }),
        statementOf({ agency: CAM_RANH }),
        statementOf({ field: LAND }),
        statementOf({ field: BUILDING, metric: 'satisfaction' }),
      ];
      await store.record(snapshotOf({ statements }));
      await store.record(snapshotOf({ statements: [statementOf()], period: HALF_2023 }));
      const online = await store.statements(NHA_TRANG, 'online');
      expect(online.map(({ snapshot }) => snapshot.period)).toEqual(['2023', '2023-H1']);
      expect(await store.statements(NHA_TRANG, 'online', HALF_2023)).toHaveLength(1);
      const everybody = await store.statementsOn('online', YEAR_2023);
      expect(everybody.map(({ statement }) => statement.agency).toSorted()).toEqual(
        [NHA_TRANG, CAM_RANH].toSorted(),
      );
      const fields = await store.fieldStatements(NHA_TRANG, YEAR_2023);
      expect(fields.map(({ statement }) => statement.field)).toEqual([LAND, BUILDING]);
    });

    test('fields of late dossiers are known by agency, each once', async () => {
      await using opened = await open();
      const { store } = opened;
      const statements = [
        statementOf({ field: LAND, metric: 'overdue' }),
        statementOf({ metric: 'overdue' }),
        statementOf({ field: BUILDING, metric: 'satisfaction' }),
        statementOf({ field: BUILDING, metric: 'overdue', agency: CAM_RANH }),
      ];
      await store.record(snapshotOf({ statements }));
      await store.record(snapshotOf({ statements, period: HALF_2023 }));
      const fields = await store.overdueFields();
      expect(fields).toHaveLength(2);
      expect(fields).toEqual(
        expect.arrayContaining([
          { agency: NHA_TRANG, field: LAND },
          { agency: CAM_RANH, field: BUILDING },
        ]),
      );
    });

    test('only the current version speaks', async () => {
      await using opened = await open();
      const { store } = opened;
      for (const rate of [1, 2]) {
        const fields = [statementOf({ rate }), statementOf({ rate, field: LAND })];
        await store.record(snapshotOf({ statements: fields }));
      }
      const whole = await store.statements(NHA_TRANG, 'online');
      expect(whole.map(({ statement }) => statement.rate)).toEqual([2]);
      const everybody = await store.statementsOn('online', YEAR_2023);
      expect(everybody.map(({ statement }) => statement.rate)).toEqual([2]);
      const land = await store.fieldStatements(NHA_TRANG, YEAR_2023);
      expect(land.map(({ statement }) => statement.rate)).toEqual([2]);
    });
  });

  describe('findings', () => {
    test('every kind of finding comes back as it was found', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ findings: FINDINGS }));
      const all = await store.findings();
      expect(all.map(({ finding }) => finding)).toEqual(FINDINGS);
      expect(all[0]?.snapshot.document.number).toBe('55/BC-UBND');
      const ofOne = await store.findings(CAM_RANH);
      expect(ofOne.map(({ finding }) => finding)).toEqual(FINDINGS.slice(0, 2));
    });

    test('findings of a version that was restated are history', async () => {
      await using opened = await open();
      const { store } = opened;
      await store.record(snapshotOf({ findings: FINDINGS }));
      await store.record(snapshotOf({ figures: [figureOf(NHA_TRANG)] }));
      expect(await store.findings()).toEqual([]);
    });
  });
}
