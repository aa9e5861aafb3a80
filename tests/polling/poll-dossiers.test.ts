import { describe, expect, test } from 'vitest';

import { AgencyId } from '../../src/agencies/agency.ts';
import type { Dossier } from '../../src/dossiers/dossier.ts';
import { SourceUnreadable } from '../../src/errors.ts';
import { pollDossiers } from '../../src/polling/poll-dossiers.ts';
import type { TakenDossiers } from '../../src/polling/take-in-dossiers.ts';
import { hurried } from '../storage/hurried.ts';
import { AGENCY, type Desk, dossier, list, NOW, openDesk, source } from './dossier-lists.ts';

const A = dossier('H32-230901-0001');
const B = dossier('H32-230901-0002');
const C = dossier('H32-230901-0003');
const OTHER = AgencyId.parse('tp-cam-ranh');
const LATER = NOW.add({ hours: 1 });

const open = (from: number, to: number, agency = AGENCY) =>
  Array.from({ length: to - from }, (_, at) =>
    dossier(`${agency} ${String(from + at).padStart(4, '0')}`, { agency }),
  );

/** A word for each list, with what was wrong. */
const outcomes = (lists: readonly TakenDossiers[]) =>
  lists.map((taken) => {
    if (taken.kind === 'refused') return [taken.kind, ...taken.problems.map(({ place }) => place)];
    return [taken.kind];
  });

describe('a list is taken in whole or not at all', () => {
  test('a good one', async () => {
    using desk = openDesk();
    const [taken] = await pollDossiers(source([list('a.csv', [A, B, C])]), desk.intake);
    expect(taken).toMatchObject({
      kind: 'taken',
      changes: { added: 3, disappeared: 0 },
      left: { count: 0 },
    });
    expect(await desk.open()).toEqual([A.code, B.code, C.code]);
  });

  test('the same list again changes nothing', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', [A, B])]), desk.intake);
    const revision = desk.dossiers.revision();
    expect(outcomes(await pollDossiers(source([list('a.csv', [A, B])]), desk.intake))).toEqual([
      ['unchanged'],
    ]);
    expect(desk.dossiers.revision()).toBe(revision);
  });

  test.each([
    ['a bad row', [A, B, 'bad', C], 'a.csv:4:J'],
    ['an end that is missing', [A, B, C, 'cut off'], 'a.csv'],
    ['the same dossier twice', [A, B, C, A], 'a.csv:5:A'],
    ['the same dossier twice side by side', [A, A, B], 'a.csv:3:A'],
    ['no row', [], 'a.csv'],
  ] as const)('with %s it is set aside, and what was known stays', async (_, rows, place) => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', [B])]), desk.intake);
    const revision = desk.dossiers.revision();
    const bad = list('a.csv', rows, LATER);
    const taken = await pollDossiers(source([bad], { completeFor: 'agenciesInIt' }), desk.intake);
    expect(outcomes(taken)).toEqual([['refused', place]]);
    expect([await desk.open(), desk.dossiers.revision()]).toEqual([[B.code], revision]);
    expect(desk.shelf.setAside).toMatchObject([{ source: 'ho-so', origin: 'a.csv', at: NOW }]);
  });

  test('a bad list does not keep the next from being taken in', async () => {
    using desk = openDesk();
    const lists = [list('a.csv', [A, 'bad']), list('b.csv', [B])];
    expect(outcomes(await pollDossiers(source(lists), desk.intake))).toEqual([
      ['refused', 'a.csv:3:J'],
      ['taken'],
    ]);
    expect(await desk.open()).toEqual([B.code]);
  });

  test('of an earlier day than before it is set aside, unless somebody put it into a folder', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', [A, B])]), desk.intake);
    const old = [list('a.csv', [C], NOW.subtract({ hours: 24 }))];
    expect(await pollDossiers(source(old), desk.intake)).toMatchObject([
      {
        kind: 'refused',
        problems: [{ code: 'olderThanKnown', detail: '2023-09-14 < 2023-09-15' }],
      },
    ]);
    expect(await desk.open()).toEqual([A.code, B.code].toSorted());
    const [taken] = await pollDossiers(source(old, { ofFiles: true }), desk.intake);
    expect(taken?.kind).toBe('taken');
  });

  test('codes are told nowhere', async () => {
    using desk = openDesk();
    const taken = await pollDossiers(source([list('a.csv', [A, A])]), desk.intake);
    expect(
      JSON.stringify([taken, desk.shelf.setAside.map(({ problems }) => problems)]),
    ).not.toContain(A.code);
  });

  test('a list with the same fault in every row is not read to its end', async () => {
    using desk = openDesk();
    let read = 0;
    const endless = list(
      'a.csv',
      Array.from({ length: 10_000 }, () => 'bad' as const),
    );
    if (endless.kind === 'refused') throw new Error('refused');
    const counted = {
      ...endless,
      async *batches() {
        for await (const batch of endless.batches()) {
          read += 1;
          yield batch;
        }
      },
    };
    const [taken] = await pollDossiers(source([counted]), desk.intake);
    expect(taken?.kind === 'refused' ? taken.problems.length : 0).toBe(50);
    expect(read).toBe(25);
  });
});

describe('a list declared partial-ok', () => {
  test('gives its good rows, and says what it left out', async () => {
    using desk = openDesk();
    const partial = source([list('a.csv', [A, 'bad', B, A])], { partialOk: true });
    const [taken] = await pollDossiers(partial, desk.intake);
    expect(taken).toMatchObject({ kind: 'taken', changes: { added: 2 }, left: { count: 2 } });
    expect(await desk.open()).toEqual([A.code, B.code]);
    expect(desk.shelf.setAside).toEqual([]);
  });

  test('without a good row it is set aside', async () => {
    using desk = openDesk();
    const taken = await pollDossiers(
      source([list('a.csv', ['bad'])], { partialOk: true }),
      desk.intake,
    );
    expect(outcomes(taken)).toEqual([['refused', 'a.csv:2:J']]);
  });

  test('cut off in the middle it is set aside all the same', async () => {
    using desk = openDesk();
    const cut = source([list('a.csv', [A, B, 'cut off'])], { partialOk: true });
    expect(outcomes(await pollDossiers(cut, desk.intake))).toEqual([['refused', 'a.csv']]);
    expect(await desk.open()).toEqual([]);
  });
});

describe('a complete list', () => {
  const complete = { completeFor: [AGENCY] } as const;

  test('closes what it no longer shows', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', [A, B, C])], complete), desk.intake);
    const [taken] = await pollDossiers(source([list('a.csv', [A], LATER)], complete), desk.intake);
    expect(taken).toMatchObject({ changes: { disappeared: 2 } });
    expect(await desk.open()).toEqual([A.code]);
  });

  test('with rows left out closes nothing: they may be the missing ones', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', [A, B, C])], complete), desk.intake);
    const partial = source([list('a.csv', [A, 'bad'], LATER)], { ...complete, partialOk: true });
    const [taken] = await pollDossiers(partial, desk.intake);
    expect(taken).toMatchObject({ kind: 'taken', changes: { disappeared: 0 }, left: { count: 1 } });
    expect(await desk.open()).toEqual([A.code, B.code, C.code]);
  });
});

describe('a complete list that shrinks', () => {
  const complete = { completeFor: 'agenciesInIt' } as const;
  const refusedWith = async (
    [first, second]: readonly [readonly Dossier[], readonly Dossier[]],
    options = {},
  ) => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', first)], complete), desk.intake);
    const revision = desk.dossiers.revision();
    const next = source([list('a.csv', second, LATER)], complete);
    const [taken] = await pollDossiers(next, desk.intake, options);
    if (taken?.kind !== 'refused') return taken?.kind;
    expect(desk.dossiers.revision()).toBe(revision);
    return taken.problems.map(({ code, detail }) => `${code} ${detail}`).join();
  };

  test.each<readonly [string, readonly Dossier[], readonly Dossier[], string]>([
    ['is cut off', open(0, 200), open(0, 60), 'listShrank 60 / 200'],
    ['is cut off late', open(0, 200), open(0, 130), 'listShrank 130 / 200'],
    ['has a third less', open(0, 150), open(0, 100), 'taken'],
    ['a day like any other', open(0, 200), open(15, 210), 'taken'],
    ['shows others after a long time', open(0, 200), open(200, 390), 'taken'],
    ['is small and loses half', open(0, 40), open(0, 20), 'taken'],
    ['is small and loses nearly all', open(0, 40), open(0, 5), 'listShrank 5 / 40'],
    ['is so small that it tells nothing', open(0, 19), open(0, 1), 'taken'],
    [
      'shows the rest as done',
      open(0, 200),
      [...open(0, 60), ...open(60, 200).map((one) => ({ ...one, state: 'done' as const }))],
      'taken',
    ],
    [
      'is cut off in its last agency',
      [...open(0, 400), ...open(0, 90, OTHER)],
      [...open(0, 400), ...open(0, 7, OTHER)],
      'listShrank UBND thành phố Cam Ranh: 7 / 90',
    ],
  ])('and %s', async (_, first, second, outcome) => {
    expect(await refusedWith([first, second])).toBe(outcome);
  });

  const cut = [open(0, 200), open(0, 60)] as const;

  test('is refused in a dry run, too, and taken when a keeper says that it is true', async () => {
    expect(await refusedWith(cut, { dry: true })).toBe('listShrank 60 / 200');
    expect(await refusedWith(cut, { believe: true })).toBe('taken');
  });

  test('is no fault while only changes are shown', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('a.csv', cut[0])]), desk.intake);
    const [taken] = await pollDossiers(source([list('a.csv', cut[1], LATER)]), desk.intake);
    expect(taken).toMatchObject({ kind: 'taken', changes: { disappeared: 0 } });
  });
});

describe('what is held against a list', () => {
  const complete = { completeFor: 'agenciesOfSource' } as const;
  const gone = AgencyId.parse('xa-khong-con');

  test('may be lost of an agency that the directory has no more', async () => {
    using desk = openDesk();
    const before = [...open(0, 100), ...open(0, 30, gone)];
    await pollDossiers(source([list('a.csv', before)], complete), desk.intake);
    const next = source([list('a.csv', open(0, 100), LATER)], complete);
    expect(await pollDossiers(next, desk.intake)).toMatchObject([
      { kind: 'refused', problems: [{ code: 'listShrank', detail: 'xa-khong-con: 0 / 30' }] },
    ]);
  });

  test('is asked in vain: nothing of the list stays behind', async () => {
    using desk = openDesk();
    const dropped: string[] = [];
    const stage: typeof desk.dossiers.stage = async (of) => {
      const opened = await desk.dossiers.stage(of);
      return {
        ...opened,
        standings: () => Promise.reject(new Error('disk I/O error')),
        drop: async () => {
          dropped.push(of.origin);
          await opened.drop();
        },
      };
    };
    const intake = { ...desk.intake, dossiers: { ...desk.dossiers, stage } };
    const polled = pollDossiers(source([list('a.csv', [A])], complete), intake);
    await expect(polled).rejects.toThrow('disk I/O error');
    expect([dropped, await desk.open()]).toEqual([['a.csv'], []]);
  });

  /** So great that it comes in in steps; the old ones would be closed in the end. */
  const turned = open(2_000, 5_000);
  const cutOff = async (desk: Desk, rows = turned) => {
    await pollDossiers(source([list('a.csv', open(0, 3_000))], complete), desk.intake);
    const cut = `create temp trigger cut before update on main.dossiers
      when new.queue is null and new.state = old.state
      begin select raise(abort, 'cut off'); end`;
    desk.storage.database.exec(cut);
    const next = source([list('a.csv', rows, LATER)], complete);
    await expect(pollDossiers(next, desk.intake)).rejects.toThrow('cut off');
    desk.storage.database.exec('drop trigger cut');
    return next;
  };
  const done = open(2_000, 3_000).map((one) => ({ ...one, state: 'done' as const }));

  test.each([
    ['brought', turned, [5_000, 3_000]],
    ['shown as done', [...open(900, 2_000), ...done], [2_000, 1_100]],
  ])('is not what the list itself has %s before it was cut off', async (_, rows, [half, whole]) => {
    using desk = openDesk(hurried());
    const again = await cutOff(desk, rows);
    expect(await desk.open()).toHaveLength(half ?? 0);
    expect(outcomes(await pollDossiers(again, desk.intake))).toEqual([['taken']]);
    expect(await desk.open()).toHaveLength(whole ?? 0);
  });

  test('is not what a list has changed that was cut off before', async () => {
    using desk = openDesk(hurried());
    await cutOff(desk);
    const other = list('a.csv', open(2_001, 5_001), LATER.add({ minutes: 10 }));
    expect(outcomes(await pollDossiers(source([other], complete), desk.intake))).toEqual([
      ['taken'],
    ]);
    expect(await desk.open()).toHaveLength(3_000);
  });

  test('is held against what came whole after one was cut off, under whatever name', async () => {
    using desk = openDesk(hurried());
    await cutOff(desk);
    const whole = list('b.csv', turned, LATER.add({ minutes: 10 }));
    await pollDossiers(source([whole], complete), desk.intake);
    const short = list('c.csv', open(2_000, 2_500), LATER.add({ minutes: 20 }));
    expect(await pollDossiers(source([short], complete), desk.intake)).toMatchObject([
      { kind: 'refused', problems: [{ code: 'listShrank', detail: '500 / 3000' }] },
    ]);
  });

  test('is what was known before, though the one that was cut off shows the same moment', async () => {
    using desk = openDesk(hurried());
    await pollDossiers(source([list('a.csv', open(0, 2_900))], complete), desk.intake);
    desk.storage.database.exec(
      `create temp trigger cut after insert on main.dossiers when new.code like '%3100'
       begin select raise(abort, 'cut off'); end`,
    );
    const again = source([list('a.csv', open(0, 3_200))], complete);
    await expect(pollDossiers(again, desk.intake)).rejects.toThrow('cut off');
    desk.storage.database.exec('drop trigger cut');
    const short = source([list('a.csv', open(0, 10), LATER)], complete);
    expect(await pollDossiers(short, desk.intake)).toMatchObject([
      { kind: 'refused', problems: [{ code: 'listShrank', detail: '10 / 2900' }] },
    ]);
  });

  test('is known of a list that is cut off itself after another was', async () => {
    using desk = openDesk(hurried());
    await cutOff(desk);
    const short = list('a.csv', open(2_000, 2_500), LATER.add({ minutes: 10 }));
    expect(await pollDossiers(source([short], complete), desk.intake)).toMatchObject([
      { kind: 'refused', problems: [{ code: 'listShrank', detail: '500 / 3000' }] },
    ]);
  });
});

describe('a complete list that is older than another of the same agency', () => {
  const folder = { completeFor: 'agenciesInIt', ofFiles: true } as const;

  test('is set aside where the newer one shows changes only: what it shows would be closed', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('first.csv', [A, B])], folder), desk.intake);
    const changes = list('changes.csv', [B], LATER);
    await pollDossiers(source([changes], { ofFiles: true }), desk.intake);
    const old = list('old.csv', [A], LATER.subtract({ minutes: 1 }));
    expect(outcomes(await pollDossiers(source([old], folder), desk.intake))).toEqual([
      ['refused', 'old.csv'],
    ]);
    expect(await desk.open()).toEqual([A.code, B.code]);
  });

  test('is taken where the newer one is of another source', async () => {
    using desk = openDesk();
    const other = { ...folder, name: 'bang-tay' };
    await pollDossiers(source([list('new.csv', [A], LATER)], other), desk.intake);
    const [taken] = await pollDossiers(source([list('old.csv', [A, B])], folder), desk.intake);
    expect(taken).toMatchObject({ kind: 'taken', changes: { added: 2 } });
  });

  test('is set aside: what it alone shows was closed since', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('new.csv', [A], LATER)], folder), desk.intake);
    const [taken] = await pollDossiers(source([list('old.csv', [A, B])], folder), desk.intake);
    expect(taken).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'olderThanKnown', detail: '2023-09-15 07:00 < 2023-09-15 08:00' }],
    });
    expect(await desk.open()).toEqual([A.code]);
  });

  test('is taken of another agency, and where a keeper says so', async () => {
    using desk = openDesk();
    await pollDossiers(source([list('new.csv', [A], LATER)], folder), desk.intake);
    const other = source([list('old.csv', [dossier('x-0001', { agency: OTHER })])], folder);
    expect(outcomes(await pollDossiers(other, desk.intake))).toEqual([['taken']]);
    const old = source([list('old.csv', [A, B])], folder);
    const believed = await pollDossiers(old, desk.intake, { believe: true });
    expect(outcomes(believed)).toEqual([['taken']]);
  });
});

describe('a dry run', () => {
  test('reads and checks, and changes nothing', async () => {
    using desk = openDesk();
    const revision = desk.dossiers.revision();
    const lists = [list('a.csv', [A, B]), list('b.csv', [C, 'bad'])];
    const taken = await pollDossiers(source(lists), desk.intake, { dry: true });
    expect(outcomes(taken)).toEqual([['readable'], ['refused', 'b.csv:3:J']]);
    expect(taken[0]).toMatchObject({ rows: 2 });
    expect([desk.dossiers.revision(), desk.shelf.setAside]).toEqual([revision, []]);
  });
});

test('a source that cannot be reached is one refusal, and nothing is set aside', async () => {
  using desk = openDesk();
  const gone = source([], {
    fetch() {
      throw new SourceUnreadable('x', [{ code: 'sourceFailed', place: 'x', detail: 'ENOENT' }]);
    },
  });
  expect(outcomes(await pollDossiers(gone, desk.intake))).toEqual([['refused', 'x']]);
  expect(desk.shelf.setAside).toEqual([]);
});
