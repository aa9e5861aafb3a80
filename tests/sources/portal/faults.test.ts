import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { PortalDouble } from '../../doubles/portal/portal-double.ts';
import {
  closeVisit,
  kinds,
  LATER,
  MORNING,
  NEXT_DAY,
  openVisit,
  openVisitor,
  problemsOf,
  type Visitor,
} from './visit.ts';

let portal: PortalDouble;
let visitor: Visitor;
beforeEach(async () => {
  ({ portal, visitor } = await openVisit());
});
afterEach(() => closeVisit({ portal, visitor }));

describe('turned away', () => {
  test.each([
    [{ kind: 'status', status: 403 }, ['accessRefused', '403']],
    [{ kind: 'status', status: 429 }, ['askedTooOften', '429']],
    [{ kind: 'page' }, ['htmlNotJson', '']],
  ] as const)('%j ends the visit, and all asking until the next day', async (fault, problem) => {
    portal.failsNext(fault);
    const { payloads } = await visitor.visits(MORNING);
    expect(problemsOf(payloads)).toEqual([problem]);
    expect(portal.asked).toHaveLength(1);
    const later = await visitor.visits(LATER);
    expect(problemsOf(later.payloads)).toEqual([['leftAlone', '2026-11-22']]);
    expect(portal.asked).toHaveLength(1);
    const next = await visitor.visits(NEXT_DAY);
    expect(kinds(next.payloads)).toEqual(['read', 'read', 'read']);
  });

  test('in the middle of a visit: the periods before stand, none after them is asked about', async () => {
    portal.failsAt(8, { kind: 'status', status: 429 });
    const { payloads } = await visitor.visits(MORNING);
    expect(kinds(payloads)).toEqual(['read', 'refused']);
    expect(portal.asked).toHaveLength(8);
    const later = await visitor.visits(LATER);
    expect(kinds(later.payloads)).toEqual(['read', 'refused']);
    expect(portal.asked).toHaveLength(8);
  });
});

describe('two sources of two processes that ask the portal of one province', () => {
  let folder: string;
  let visitors: readonly Visitor[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-'));
    visitors = ['mot', 'hai'].map((name) =>
      openVisitor(portal.url, { name }, join(folder, 'dung-hen.db')),
    );
  });
  afterEach(async () => {
    for (const each of visitors) each[Symbol.dispose]();
    await rm(folder, { recursive: true });
  });

  test('put each question once, and in turn, though one visits in the middle of the other', async () => {
    const [one, other] = visitors;
    let between: Awaited<ReturnType<Visitor['visits']>> | undefined;
    const around = await one?.visits(MORNING, async () => {
      between = await other?.visits(MORNING);
    });
    expect(kinds(around?.payloads ?? [])).toEqual(['read', 'read', 'read']);
    expect(kinds(between?.payloads ?? [])).toEqual(['read', 'read', 'read']);
    expect(portal.asked).toHaveLength(21);
    // Its turn came when the pause of the other was over.
    expect(between?.pauses[0]).toBe(10_000);
  });

  test('both stay away once one was turned away', async () => {
    portal.failsNext({ kind: 'status', status: 403 });
    const [one, other] = visitors;
    expect(problemsOf((await one?.visits(MORNING))?.payloads ?? [])).toEqual([
      ['accessRefused', '403'],
    ]);
    expect(problemsOf((await other?.visits(LATER))?.payloads ?? [])).toEqual([
      ['leftAlone', '2026-11-22'],
    ]);
    expect(portal.asked).toHaveLength(1);
  });
});

describe('faults', () => {
  test.each([
    [{ kind: 'status', status: 302 }, 'redirectedElsewhere'],
    [{ kind: 'status', status: 500 }, 'serverFailed'],
    [{ kind: 'hang' }, 'tooSlow'],
    [{ kind: 'stall' }, 'tooSlow'],
    [{ kind: 'cut' }, 'sourceFailed'],
    [{ kind: 'huge', bytes: 200_000_000 }, 'tooLarge'],
    [{ kind: 'text', text: '' }, 'empty'],
    [{ kind: 'text', text: '{"code":"OK",' }, 'notJson'],
    [{ kind: 'text', text: '{"code":"OK","data":null}' }, 'unknownShape'],
    [{ kind: 'text', text: '{"code":"ERROR","data":{}}' }, 'unknownShape'],
    [{ kind: 'text', text: '[NaN]' }, 'notJson'],
  ] as const)('%j is a named problem, and nothing is taken', async (fault, code) => {
    portal.failsNext(fault);
    const { payloads } = await visitor.visits(MORNING);
    expect(problemsOf(payloads).map(([named]) => named)).toEqual([code]);
  });

  test.each([
    ['another province', ['019d2be3-6a88-732b-8b0b-eac587d5c164', 'x'], 'otherAgency'],
    ['a score below zero', ['"totalScore":7.71', '"totalScore":-1'], 'unknownShape'],
    ['a score above its maximum', ['"totalScore":7.71', '"totalScore":18.01'], 'unknownShape'],
    ['10^20 dossiers', ['"numerator":41207', '"numerator":1e20'], 'unknownShape'],
    ['half a dossier', ['"numerator":41207', '"numerator":0.5'], 'unknownShape'],
    ['a text for a number', ['"totalScore":7.71', '"totalScore":"7.71"'], 'unknownShape'],
  ] as const)('%s is refused', async (_what, change, code) => {
    portal.recomputes('month-2026-10', 'transparency', change);
    const { payloads } = await visitor.visits(MORNING);
    expect(problemsOf(payloads).map(([named]) => named)).toEqual([code]);
  });

  test('another province by its code is refused', async () => {
    portal.recomputes('month-2026-10', 'dvc-progress-tree', ['"H32"', '"H44"']);
    const { payloads } = await visitor.visits(MORNING);
    expect(problemsOf(payloads)).toEqual([['otherAgency', 'H44 / H32']]);
  });

  test('after three failures of a day nothing more is asked', async () => {
    for (const now of ['02:30', '03:30', '04:30', '05:30']) {
      portal.failsNext({ kind: 'status', status: 503 });
      await visitor.visits(`2026-11-21T${now}+07:00`);
    }
    expect(portal.asked).toHaveLength(3);
  });
});
