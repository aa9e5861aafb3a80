import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { fixedClock } from '../../../src/clock.ts';
import { poll } from '../../../src/polling/poll.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, CODES, COUNTS, directory, FIGURE_FIELDS, figureOptions } from './asking.ts';

let double: OneStopDouble;
const room = askingRoom();
const { clock } = room;

beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
  double.sets('H32.30', { ...COUNTS, resolvedOverdue: 21 });
});
afterEach(() => double[Symbol.asyncDispose]());

describe('one request for all agencies', () => {
  test('is a reading of the period that runs, with whom and what it counts', async () => {
    const store = shelf();
    const { counts, payloads } = await poll(httpFigures(figureOptions(double), room), {
      store,
      directory,
      clock,
    });
    expect(payloads).toMatchObject([{ kind: 'taken' }]);
    expect(counts).toMatchObject({ stored: 1, refused: 0 });
    const [snapshot] = store.snapshots;
    expect(snapshot).toMatchObject({ source: 'mot-cua', period: '2026', scope: 'one-stop' });
    expect(snapshot?.asOf.toString()).toBe('2026-11-21');
    expect(snapshot?.figures).toMatchObject([
      {
        agency: CODES['H32.01'],
        field: null,
        counts: { received: 1_000, resolved: 900, resolvedOverdue: 20, resolvedEarly: null },
      },
      { agency: CODES['H32.30'], counts: { resolvedOverdue: 21, pendingOverdue: 3 } },
    ]);
    const { url, headers } = double.requests[0] ?? {};
    expect(url?.search).toBe('?tu=2025-12-15&den=2026-12-14');
    expect(headers).toMatchObject({
      accept: 'application/json',
      'accept-encoding': 'gzip, br, deflate',
    });
  });

  test('two periods are two readings, and a system that fails is asked about the first only', async () => {
    const store = shelf();
    const source = httpFigures(figureOptions(double, { periods: ['year', 'quarter'] }), room);
    await poll(source, { store, directory, clock });
    expect(store.snapshots.map(({ period }) => period)).toEqual(['2026', '2026-Q4']);
    double.fails({ kind: 'status', status: 500 });
    const { counts } = await poll(source, { store, directory, clock });
    expect(counts).toMatchObject({ refused: 1 });
    expect(double.requests).toHaveLength(3);
  });

  test('a period that is over is asked for some days more, and ends with its last day', async () => {
    const store = shelf();
    const later = askingRoom(fixedClock(Temporal.Instant.from('2026-12-16T08:00+07:00')));
    double.showsMoment('2026-12-16T07:55:00+07:00');
    const source = httpFigures(figureOptions(double), later);
    await poll(source, { store, directory, clock: later.clock });
    expect(store.snapshots.map(({ period, asOf }) => `${period} ${asOf.toString()}`)).toEqual([
      '2026 2026-12-14',
      '2027 2026-12-16',
    ]);
  });
});

test('a question may be posted', async () => {
  const store = shelf();
  const body = { tu: '{period.from}', den: '{period.to}', donVi: 'H32.01' };
  const options = figureOptions(double, { url: `${double.root}/thong-ke`, method: 'POST', body });
  await poll(httpFigures(options, room), { store, directory, clock });
  expect(store.snapshots[0]?.figures).toHaveLength(1);
  const { method, headers, body: sent } = double.requests[0] ?? {};
  expect([method, headers?.['content-type'], sent]).toEqual([
    'POST',
    'application/json',
    '{"tu":"2025-12-15","den":"2026-12-14","donVi":"H32.01"}',
  ]);
});

const perAgency = () => ({
  perAgency: true,
  url: `${double.root}/thong-ke?tu={period.from}&den={period.to}&donVi={agency}`,
  agencyCodes: { 'H32.01': 'so-yt', 'H32.30': 'p-nha-trang-2025' },
});

describe('one request for each agency', () => {
  test('is one reading of all', async () => {
    const store = shelf();
    await poll(httpFigures(figureOptions(double, perAgency()), room), { store, directory, clock });
    expect(store.snapshots).toHaveLength(1);
    expect(store.snapshots[0]?.figures.map(({ agency }) => agency)).toEqual([
      'so-yt',
      'p-nha-trang-2025',
    ]);
    expect(double.requests.map(({ url }) => url.searchParams.get('donVi'))).toEqual([
      'H32.01',
      'H32.30',
    ]);
  });

  test.each([
    ['$count(duLieu)', 'taken'],
    ['$count(duLieu) + 1', 'refused'],
  ])('each with a number of rows of its own: %s, %s', async (total, kind) => {
    const mapping = { rows: 'duLieu', fields: FIGURE_FIELDS, total };
    const source = httpFigures(figureOptions(double, { ...perAgency(), mapping }), room);
    const { payloads } = await poll(source, { store: shelf(), directory, clock });
    expect(payloads).toMatchObject([{ kind }]);
  });

  test('or none: a part of them would look like all', async () => {
    const store = shelf();
    const source = httpFigures(figureOptions(double, perAgency()), room);
    double.drops('H32.30');
    double.fails({ kind: 'says', bytes: '{"duLieu": "none"}' }, 1);
    const { counts } = await poll(source, { store, directory, clock });
    expect(counts).toMatchObject({ refused: 1, stored: 0 });
  });
});

const told = async (maDonVi: unknown, agencyCodes: object) => {
  const store = shelf();
  double.lies(([first]) => [{ ...first, maDonVi }]);
  const options = figureOptions(double, { agencyCodes });
  await poll(httpFigures(options, room), { store, directory, clock });
  return store.snapshots[0]?.figures[0]?.agency ?? null;
};

describe('who is meant', () => {
  test.each([
    ['one of our ids', 'so-xd', 'so-xd'],
    ['an exact name', 'Sở Xây dựng', 'so-xd'],
    ['a name of those days', 'UBND phường Nha Trang', 'p-nha-trang-2025'],
    ['a name without its marks', 'So Xay dung', null],
    ['a name of days gone by', 'Sở Du lịch', null],
    ['a property of every object', 'constructor', null],
    ['another province', 'UBND tỉnh Đồng Nai', null],
  ])('%s', async (_what, code, agency) => {
    expect(await told(code, {})).toBe(agency);
  });

  test.each([
    ['a code', 'H32.01', 'so-yt'],
    ['a name written among them', 'Sở Y tế tỉnh', 'so-yt'],
    ['a name that is ours, and of every other province', 'Sở Y tế', null],
    ['one of our ids', 'so-xd', null],
    ['a property of every object', 'constructor', null],
  ])('where codes are configured, they alone: %s', async (_what, code, agency) => {
    expect(await told(code, { ...CODES, 'Sở Y tế tỉnh': 'so-yt' })).toBe(agency);
  });

  test.each([
    ['ours', '"H32"', 'taken'],
    ['with blanks around it', '" H32 "', 'taken'],
    ['another province', '"H79"', 'otherAgency'],
    ['nobody', 'tinh', 'missingField'],
    ['several', '["H32", "H79"]', 'otherAgency'],
  ])('an answer that says whose it is: %s', async (_what, at, end) => {
    const mapping = { rows: 'duLieu', fields: FIGURE_FIELDS, owner: { at, is: 'H32' } };
    const source = httpFigures(figureOptions(double, { mapping }), room);
    const { payloads } = await poll(source, { store: shelf(), directory, clock });
    const [payload] = payloads;
    expect(payload?.kind === 'refused' ? payload.problems[0]?.code : payload?.kind).toBe(end);
  });
});
