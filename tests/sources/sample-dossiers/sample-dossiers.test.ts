import { describe, expect, test } from 'vitest';

import { workingDaysBetween } from '../../../src/calendar/working-days.ts';
import { dayOf, ZONE } from '../../../src/clock.ts';
import { clockOf } from '../../../src/dossiers/clock.ts';
import { countedIn } from '../../../src/dossiers/counting.ts';
import { isTestDossier } from '../../../src/dossiers/test-dossier.ts';
import type { Sample } from '../../../src/sources/sample-dossiers/make-dossier.ts';
import {
  sampleDossiers,
  type SamplePlan,
} from '../../../src/sources/sample-dossiers/sample-dossiers.ts';
import { takeShare } from '../../../src/sources/sample-dossiers/take-share.ts';
import { calendar, day } from '../../calendar/viet-nam.ts';
import { alone, counts, ON, whole } from './plan.ts';

const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(ZONE).epochMilliseconds;
const TODAY = startOf(ON);
const SEVEN = TODAY + 7 * 3_600_000;
const YEAR = { from: startOf(day('2025-12-15')), until: startOf(day('2026-12-15')), asOf: SEVEN };

type Counted = Record<string, number>;

/** Phụ lục 2 does not tell early from on time. */
const FATE_OF = {
  resolvedEarly: 'resolvedOnTime',
  resolvedOnTime: 'resolvedOnTime',
  resolvedOverdue: 'resolvedOverdue',
  pendingWithin: 'pendingWithin',
  pendingOverdue: 'pendingOverdue',
} as const;

const millisecondsOf = (moment: Temporal.Instant | null) => moment?.epochMilliseconds ?? null;

/** Counts by agency as form II.06a counts them, at seven on the day that is played. */
function countedBy(plan: SamplePlan): ReadonlyMap<string, Counted> {
  const agencies = new Map<string, Counted>();
  for (const { dossier } of sampleDossiers(plan)) {
    const { agency, receivedAt, currentDueAt, closedAt } = dossier;
    const column = countedIn(
      {
        ...dossier,
        receivedAt: millisecondsOf(receivedAt) ?? NaN,
        dueAt: millisecondsOf(currentDueAt),
        closedAt: millisecondsOf(closedAt),
      },
      YEAR,
    );
    const counted = agencies.get(agency) ?? {};
    agencies.set(agency, counted);
    const fate = column === null ? 'test' : FATE_OF[column.end];
    counted[fate] = (counted[fate] ?? 0) + 1;
  }
  return agencies;
}

/** The same counts as wanted, without those that are 0. */
function wanted(rows: typeof counts): ReadonlyMap<string, Counted> {
  return new Map(
    rows
      .map(({ agency, ...fates }) => {
        const some = Object.entries(fates).filter(([, count]) => count > 0);
        return [agency, Object.fromEntries(some)] as const;
      })
      .filter(([, fates]) => Object.keys(fates).length > 0),
  );
}

const withoutTests = (agencies: ReadonlyMap<string, Counted>) =>
  new Map(
    Array.from(agencies, ([id, counted]) => {
      const fates = Object.entries(counted).filter(([fate]) => fate !== 'test');
      return [id, Object.fromEntries(fates)] as const;
    }),
  );

describe('counts', () => {
  test('of a fiftieth are those of a fiftieth of Phụ lục 2, agency by agency', () => {
    const part = takeShare(counts, 200);
    expect(withoutTests(countedBy({ ...whole, counts: part }))).toEqual(wanted(part));
  });

  test.each(['h-dien-khanh', 'p-loc-tho', 'so-tnmt', 'h-khanh-son', 'so-yt'])(
    'of %s are those of its row',
    (id) => {
      const plan = alone(id);
      expect(withoutTests(countedBy(plan))).toEqual(wanted(plan.counts));
    },
  );
});

/** Dossiers of an agency that has some of everything. */
const all = Array.from(sampleDossiers(alone('h-dien-khanh')));
const open = all.filter(({ dossier }) => dossier.closedAt === null && !dossier.test);
const dossiersOf = (id: string, changes: Partial<SamplePlan> = {}) =>
  Array.from(sampleDossiers({ ...alone(id), ...changes }));
const texts = (samples: readonly Sample[]) => samples.map((sample) => JSON.stringify(sample));

describe('the same plan gives the same dossiers', () => {
  test('again and again', () => {
    expect(texts(dossiersOf('h-khanh-son'))).toEqual(texts(dossiersOf('h-khanh-son')));
  });

  test('and others for another seed', () => {
    const [some, other] = [dossiersOf('so-yt'), dossiersOf('so-yt', { seed: 2 })].map(texts);
    expect(other).toHaveLength(some?.length ?? 0);
    expect(new Set(other).isDisjointFrom(new Set(some))).toBe(true);
  });

  test('of an agency alone as among others', () => {
    const chosen = counts.filter(({ agency }) => ['so-yt', 'h-khanh-son'].includes(agency));
    const both = Array.from(sampleDossiers({ ...whole, counts: chosen }));
    const own = both.filter(({ dossier }) => dossier.agency === 'h-khanh-son');
    expect(texts(own)).toEqual(texts(dossiersOf('h-khanh-son')));
  });

  test('one at a time: the first of all agencies is there without the others', () => {
    const [first] = sampleDossiers(whole);
    expect(first?.dossier.agency).toBe(counts[0]?.agency);
  });
});

describe('dossiers', () => {
  test('each have a code of their own, that cannot be a real one', () => {
    const codes = all.map(({ dossier }) => dossier.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^(MAU|TEST)\.H32\.\d{3}-\d{6}-\d{6}$/u.test(code))).toEqual([]);
  });

  test('are received before they are due and closed, on working days and in office hours', () => {
    const impossible = all.filter(({ dossier }) => {
      const [received, original, due, closed] = [
        dossier.receivedAt,
        dossier.originalDueAt,
        dossier.currentDueAt,
        dossier.closedAt,
      ].map((moment) => millisecondsOf(moment) ?? TODAY - 1);
      const order = [received, original, due].every((moment, at, before) => {
        return at === 0 || (before[at - 1] ?? NaN) <= (moment ?? NaN);
      });
      return !order || (received ?? NaN) >= (closed ?? NaN) || (closed ?? NaN) >= TODAY;
    });
    expect(impossible).toEqual([]);
    const moments = all.flatMap(({ dossier }) => [
      dossier.receivedAt,
      dossier.currentDueAt,
      dossier.closedAt,
    ]);
    const days = new Set(
      moments.flatMap((moment) => (moment === null ? [] : dayOf(moment).toString())),
    );
    expect(Array.from(days).filter((text) => !calendar.isWorkingDay(day(text)))).toEqual([]);
  });

  test('under way are due today, tomorrow, in a few and in many working days', () => {
    const left = open
      .filter(({ dossier }) => clockOf(dossier.state) === 'running')
      .map(({ dossier }) => {
        const due = dossier.currentDueAt;
        return due === null ? NaN : workingDaysBetween(ON, dayOf(due), calendar);
      });
    const missing = [-1, 0, 1, 2, 3, 5, 10].filter((days) => !left.includes(days));
    expect(missing).toEqual([]);
    expect(Math.max(...left)).toBeLessThanOrEqual(30);
  });

  test('some wait for their applicant, and some of these are late', () => {
    const waiting = open.filter(({ dossier }) => clockOf(dossier.state) === 'paused');
    const late = waiting.filter(
      ({ dossier }) => (dossier.currentDueAt?.epochMilliseconds ?? NaN) < TODAY,
    );
    expect(waiting.length).toBeGreaterThan(10);
    expect(late.length).toBeGreaterThan(0);
    expect(late.length).toBeLessThan(waiting.length / 2);
  });

  test('some were given a later day', () => {
    const extended = open.filter(
      ({ dossier }) => !dossier.originalDueAt?.equals(dossier.currentDueAt ?? ''),
    );
    expect(extended.length).toBeGreaterThan(5);
    expect(extended.length).toBeLessThan(open.length / 10);
  });

  test('stand with units and desks, which are roles and never names', () => {
    const desks = new Set(open.map(({ dossier }) => dossier.desk));
    expect(desks.size).toBeGreaterThan(8);
    for (const desk of desks) expect(desk).toMatch(/^(Chuyên viên .+ \d|Công chức một cửa)$/u);
    expect(new Set(open.map(({ dossier }) => dossier.step)).size).toBeGreaterThan(4);
    const channels = new Set(all.map(({ dossier }) => dossier.channel));
    expect(channels).toEqual(new Set(['direct', 'online', 'postal']));
  });

  test('of sensitive procedures do not keep their name', () => {
    const sensitive = all.filter(({ dossier }) => dossier.sensitive);
    expect(sensitive.length).toBeGreaterThan(0);
    expect(sensitive.length).toBeLessThan(all.length / 5);
    const named = new Map(all.map(({ dossier, procedure }) => [procedure, dossier]));
    for (const [procedure, dossier] of named) {
      expect(dossier.sensitive).toBe(whole.isSensitive(procedure));
      expect(dossier.procedure).toBe(dossier.sensitive ? null : procedure);
    }
  });

  test('left from tests are a few, beside the counts, and known as such', () => {
    const tests = all.filter(({ dossier }) => dossier.test);
    expect(tests).toHaveLength(1);
    for (const { dossier } of [...tests, ...open.slice(0, 20)]) {
      const { code, procedure, handlingUnit } = dossier;
      expect(isTestDossier({ code, texts: [procedure, handlingUnit] })).toBe(dossier.test);
    }
  });
});

test.each(['2026-11-21', '2026-12-16', '2027-02-06', '2023-01-03'])(
  'seen from %s, too, what is open and late is what the row says',
  (text) => {
    const on = day(text);
    const late = dossiersOf('so-tnmt', { on }).filter(
      ({ dossier: { closedAt, test: isTest, state, currentDueAt } }) =>
        closedAt === null &&
        !isTest &&
        clockOf(state) === 'running' &&
        (currentDueAt?.epochMilliseconds ?? NaN) < startOf(on),
    );
    expect(late).toHaveLength(61);
  },
);
