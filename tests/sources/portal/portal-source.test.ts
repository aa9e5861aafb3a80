import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { groupsByLoss } from '../../../src/figures/index-score.ts';
import { plain } from '../../contracts/sample-snapshots.ts';
import type { PortalDouble } from '../../doubles/portal/portal-double.ts';
import {
  closeVisit,
  kinds,
  LATER,
  LEAST,
  MORNING,
  NEXT_DAY,
  openVisit,
  openVisitor,
  problemsOf,
  readingsOf,
  type Visitor,
} from './visit.ts';

let portal: PortalDouble;
let visitor: Visitor;
beforeEach(async () => {
  ({ portal, visitor } = await openVisit());
});
afterEach(() => closeVisit({ portal, visitor }));

/** The transparency of October comes in so many pages. */
function comesIn(pages: number): void {
  portal.recomputes('month-2026-10', 'transparency', [
    '"totalPages":1',
    `"totalPages":${String(pages)}`,
  ]);
}

describe('a visit', () => {
  test('reads the months that are over and the running year', async () => {
    const { payloads } = await visitor.visits(MORNING);
    expect(
      readingsOf(payloads).map(({ period, asOf, scope }) => plain([period, asOf, scope])),
    ).toEqual([
      ['2026-10-01..2026-10-31', '2026-10-31', 'national-portal'],
      ['2026-09-01..2026-09-30', '2026-09-30', 'national-portal'],
      ['2026-01-01..2026-12-31', '2026-11-20', 'national-portal'],
    ]);
  });

  test('gives each known department one statement, with the total and its parts', async () => {
    const { payloads } = await visitor.visits(MORNING);
    const [october] = readingsOf(payloads);
    const said = october?.statements.map(({ agency, rate }) => [agency, rate]);
    expect(said).toEqual([
      ['toan-tinh', 6462],
      ['so-ct', 6923],
      ['p-nha-trang-2025', 6509],
      ['x-van-ninh-2025', 6748],
    ]);
    const groups = groupsByLoss(october?.statements[0]?.scores ?? []);
    expect(groups.map(({ group, score, lost }) => [group, score, lost])).toEqual([
      ['digitization', 934, 1266],
      ['transparency', 771, 1029],
      ['onlineService', 743, 457],
      ['onlinePayment', 643, 357],
      ['satisfaction', 1571, 229],
      ['progress', 1800, 200],
    ]);
  });

  test('a period without any points is passed over: nothing is no figure, and replaces none', async () => {
    portal.saysNothingOf('month-2026-10');
    const { payloads } = await visitor.visits(MORNING);
    expect(readingsOf(payloads).map(({ period }) => period)).toEqual([
      '2026-09-01..2026-09-30',
      '2026-01-01..2026-12-31',
    ]);
  });

  test('keeps null apart from 0, and the flags', async () => {
    const { payloads } = await visitor.visits(MORNING);
    const scores = readingsOf(payloads)[0]?.statements[0]?.scores ?? [];
    const part = (code: string) => scores.find((score) => score.part === code);
    expect(part('PUBLISH_ON_TIME')).toMatchObject({
      score: null,
      max: 600,
      numerator: 0,
      denominator: 0,
    });
    expect(part('SYNCED_WITH_DVCQG_PERSONAL_STORAGE')).toMatchObject({ score: 0, max: 400 });
    expect(part('ELECTRONIC_CERTIFIED_COPY')).toMatchObject({ score: 200, numerator: null });
    expect(part('DOSSIER_SYNC')?.flags.map(({ code }) => code)).toEqual([
      'TEMP_NATIONAL_REPORT_DENOMINATOR',
    ]);
  });

  test('asks one thing after another, pausing in between, as the page of the portal does', async () => {
    const { pauses } = await visitor.visits(MORNING);
    expect(portal.asked).toHaveLength(21);
    expect(pauses).toEqual(Array(20).fill(5_000));
    const ofOctober = portal.asked.filter(({ period }) => period === 'month-2026-10');
    const root = { rootDepartmentId: LEAST.departmentId, currentPage: 1 };
    const month = { timeType: 'month', year: 2026, month: 10 };
    const days = { fromDate: '2026-10-01', toDate: '2026-10-31' };
    expect(ofOctober.map(({ endpoint, body }) => [endpoint, body])).toEqual([
      ['transparency', { ...month, ...root, pageSize: 200 }],
      ['dvc-progress-tree', { ...month, ...root, pageSize: 100 }],
      ['provide-online-tree', { ...month, ...root, pageSize: 200 }],
      ['formality-online-payment-tree', { ...month, ...root, pageSize: 100 }],
      ['dossier-digitized', { ...month, ...root, pageSize: 200 }],
      ['handling-satisfaction', { ...days, ...root, pageSize: 200 }],
      ['service-results', { ...month, departmentType: 'ADMINISTRATIVE_UNIT' }],
    ]);
  });

  test('takes 200 for 201', async () => {
    portal.status = 200;
    const { payloads } = await visitor.visits(MORNING);
    expect(kinds(payloads)).toEqual(['read', 'read', 'read']);
  });

  test('says nothing of a year that began today', async () => {
    const { payloads } = await visitor.visits('2026-01-01T02:30+07:00');
    expect(portal.asked[0]?.period).toBe('month-2025-12');
    expect(problemsOf(payloads)).toEqual([['badStatus', '404']]);
  });
});

describe('once a day', () => {
  test('nothing is asked twice on one day, and what is read again is the same', async () => {
    const first = await visitor.visits(MORNING);
    portal.recomputes('month-2026-10', 'dvc-progress-tree', [
      '"totalScore":18',
      '"totalScore":17.5',
    ]);
    const again = await visitor.visits(LATER);
    expect(portal.asked).toHaveLength(21);
    expect(plain(again.payloads)).toEqual(plain(first.payloads));
    expect(again.pauses).toEqual([]);
  });

  test('on the next day everything is asked again, and a recomputed score is seen', async () => {
    await visitor.visits(MORNING);
    portal.recomputes('month-2026-10', 'dvc-progress-tree', [
      '"totalScore":18',
      '"totalScore":17.5',
    ]);
    const { payloads } = await visitor.visits(NEXT_DAY);
    expect(portal.asked).toHaveLength(42);
    const scores = readingsOf(payloads)[0]?.statements[0]?.scores ?? [];
    expect(scores.find(({ group, part }) => group === 'progress' && part === null)?.score).toBe(
      1750,
    );
  });
});

describe('pages', () => {
  test('are asked for one after another, and a department that comes twice counts once', async () => {
    const [before] = readingsOf((await visitor.visits(MORNING)).payloads);
    comesIn(2);
    const [after] = readingsOf((await visitor.visits(NEXT_DAY)).payloads);
    const asked = portal.asked.slice(21).filter(({ endpoint }) => endpoint === 'transparency');
    expect(asked.slice(0, 2).map(({ body }) => body['currentPage'])).toEqual([1, 2]);
    expect(plain(after?.statements)).toEqual(plain(before?.statements));
  });

  test('without end are given up', async () => {
    comesIn(1_000);
    const { payloads } = await visitor.visits(MORNING);
    expect(problemsOf(payloads)).toEqual([['tooManyPages', '10']]);
  });
});

describe('departments', () => {
  test('are named by the configuration where the portal calls them otherwise', async () => {
    using other = openVisitor(portal.url, {
      departments: { 'H32.199': 'so-nv' },
      months: 1,
      years: 0,
    });
    const { payloads } = await other.visits(MORNING);
    expect(readingsOf(payloads)[0]?.statements.map(({ agency }) => agency)).toContain('so-nv');
  });

  test('of which two would be one agency give no figures', async () => {
    using other = openVisitor(portal.url, {
      departments: { 'H32.199': 'so-ct' },
      months: 1,
      years: 0,
    });
    const { payloads } = await other.visits(MORNING);
    expect(readingsOf(payloads)[0]?.statements.map(({ agency }) => agency)).not.toContain('so-ct');
  });
});
