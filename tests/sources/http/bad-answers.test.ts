import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { poll } from '../../../src/polling/poll.ts';
import { problemTextOnMachine } from '../../../src/replies/problem-text.ts';
import { WORDED_PROBLEMS } from '../../../src/replies/problem-words.ts';
import type { SnapshotStore } from '../../../src/snapshots/store.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { openStorage, type Storage } from '../../../src/storage/open.ts';
import { snapshotStore } from '../../../src/storage/snapshot-store.ts';
import type { OneStopFault } from '../../doubles/one-stop/faults.ts';
import { OneStopDouble, TOKEN } from '../../doubles/one-stop/one-stop-double.ts';
import { askingRoom, COUNTS, directory, figureOptions } from './asking.ts';

const HEALTH = AgencyId.parse('so-yt');

let double: OneStopDouble;
let storage: Storage;
let store: SnapshotStore;
const room = askingRoom();
const { clock } = room;

beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
  double.sets('H32.02', { ...COUNTS, resolvedOverdue: 5 });
  storage = openStorage(':memory:');
  store = snapshotStore(storage);
});
afterEach(async () => {
  storage.close();
  await double[Symbol.asyncDispose]();
});

/** Small enough for a test; only of faults that go on until a limit, for a good answer may take its time on a busy machine. */
const SHORT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  hangs: { idleSeconds: 0.15 },
  stalls: { idleSeconds: 0.15 },
  drips: { timeoutSeconds: 0.4 },
  floods: { maxMegabytes: 1 },
};

const polled = (changes: Readonly<Record<string, unknown>> = {}) =>
  poll(httpFigures(figureOptions(double, changes), room), { store, directory, clock });

const current = async () => (await store.readings(HEALTH)).map(({ figure }) => figure.counts);

/** Polls once while all is well, then with the fault: what was wrong is told, and the last good figures stay. */
async function refusalAfterGood(changes: Readonly<Record<string, unknown>> = {}) {
  const before = await current();
  const started = performance.now();
  const { payloads } = await polled(changes);
  const tookMs = performance.now() - started;
  expect(await current()).toEqual(before);
  const [payload] = payloads;
  if (payload?.kind !== 'refused') throw new Error('it was taken');
  for (const problem of payload.problems) {
    expect(WORDED_PROBLEMS).toContain(problem.code);
    expect(JSON.stringify(problem)).not.toContain(TOKEN);
    expect(problemTextOnMachine(problem)).not.toContain('undefined');
  }
  return { problems: payload.problems, tookMs, counts: before };
}

const GOOD = { received: 1_000, resolvedOverdue: 20 };

const says = (bytes: string | Uint8Array, type?: string): OneStopFault =>
  type === undefined ? { kind: 'says', bytes } : { kind: 'says', bytes, type };
const status = (code: number, headers = {}): OneStopFault => ({
  kind: 'status',
  status: code,
  headers,
});

describe('a system that does not answer as it should', () => {
  test.each<[what: string, fault: OneStopFault, code: string, detail: string | RegExp]>([
    ['hangs', { kind: 'hangs' }, 'stalled', '> 150 ms'],
    ['stops in the middle', { kind: 'stalls' }, 'stalled', '> 150 ms'],
    ['drips', { kind: 'drips', everyMs: 20 }, 'tooSlow', '> 400 ms'],
    ['sends a gigabyte', { kind: 'floods', bytes: 1e9 }, 'tooLarge', '> 1000000'],
    [
      'sends a gigabyte packed',
      { kind: 'floods', bytes: 1e9, packed: true },
      'tooLarge',
      '> 1000000',
    ],
    ['breaks off', { kind: 'cutsOff' }, 'cutOff', /./u],
    ['closes the line', { kind: 'closes' }, 'sourceFailed', 'ECONNRESET'],
    ['goes on in another protocol', { kind: 'switches' }, 'badStatus', '101'],
    [
      'packs a thousand times over',
      {
        kind: 'says',
        bytes: '{}',
        headers: { 'content-encoding': Array.from({ length: 1_000 }, () => 'gzip').join(',') },
      },
      'cutOff',
      '1000 × content-encoding',
    ],
    ['packs badly', { kind: 'badGzip' }, 'cutOff', /^Z_/u],
    ['sends invalid JSON', says('{"duLieu": [\n {"maDonVi": }]}'), 'notJson', ''],
    ['sends NaN', says('{"duLieu": [{"maDonVi": "H32.01", "tongTiepNhan": NaN}]}'), 'notJson', ''],
    ['sends HTML', says('<!DOCTYPE html><title>Đăng nhập</title>', 'text/html'), 'htmlNotJson', ''],
    [
      'sends another charset',
      says(Buffer.from('{"a":"\xF0\xB8"}', 'latin1'), 'application/json; charset=windows-1258'),
      'notUtf8',
      '',
    ],
    ['sends UTF-16', says(Buffer.from('\uFEFF{"duLieu":[]}', 'utf16le')), 'notUtf8', ''],
    ['sends nothing', says(''), 'empty', ''],
    ['sends nothing at all', status(204), 'empty', ''],
    ['sends a deep hole', says('['.repeat(200_000)), 'notJson', ''],
    ['does not know the key', status(401), 'accessRefused', '401'],
    ['forbids', status(403), 'accessRefused', '403'],
    ['has moved away', status(404), 'badStatus', '404'],
    ['breaks down', status(500), 'serverFailed', '500'],
    ['is in maintenance', status(503, { 'retry-after': '3600' }), 'serverFailed', '503'],
    ['has enough', status(429, { 'retry-after': '120' }), 'askedTooOften', '429'],
    ['says not modified to a new question', status(304), 'badStatus', '304'],
    ['sends round in circles', { kind: 'redirects', to: '/thong-ke' }, 'redirectLoop', '> 3'],
    [
      'sends to another host',
      { kind: 'redirects', to: 'https://another.example.vn/thong-ke?k=1' },
      'redirectedElsewhere',
      'another.example.vn',
    ],
    [
      'sends to another port',
      { kind: 'redirects', to: 'http://127.0.0.1:9/thong-ke' },
      'redirectedElsewhere',
      '127.0.0.1:9',
    ],
    ['sends to a file', { kind: 'redirects', to: 'file:///etc/passwd' }, 'redirectedElsewhere', ''],
  ])('%s', async (_what, fault, code, detail) => {
    await polled();
    expect(await current()).toMatchObject([GOOD]);
    double.fails(fault);
    const { problems, tookMs } = await refusalAfterGood(SHORT[fault.kind] ?? {});
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.place).toMatch(/^127\.0\.0\.1:\d+\/thong-ke$/u);
    expect(problems[0]?.detail).toMatch(detail);
    expect(tookMs).toBeLessThan(5_000);
    // What never came cannot be looked at later; how the source does says that it failed.
    const came = /notJson|html|notUtf8|empty|tooLarge|tooSlow|cutOff/u.test(code);
    const kept = (await store.quarantined()).map(({ origin }) => origin.replace(/^[^/]+/u, ''));
    expect(kept).toEqual(came ? ['/thong-ke 2026'] : []);
    double.recovers();
    double.sets('H32.01', { received: 1_001 });
    await polled();
    expect(await current()).toMatchObject([{ received: 1_001 }]);
  });

  test('is not there', async () => {
    const { root } = double;
    await double[Symbol.asyncDispose]();
    const gone = httpFigures(figureOptions({ root }), room);
    const { payloads } = await poll(gone, { store, directory, clock });
    expect(payloads).toMatchObject([
      { problems: [{ code: 'sourceFailed', detail: 'ECONNREFUSED' }] },
    ]);
  });

  test('a gigabyte leaves memory as it was, and is not read beyond the limit', async () => {
    double.fails({ kind: 'floods', bytes: 1e9 });
    const before = process.memoryUsage().rss;
    const { problems } = await refusalAfterGood({ maxMegabytes: 5 });
    expect(problems).toMatchObject([{ code: 'tooLarge' }]);
    expect(double.flooded).toBeLessThan(40_000_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  test('a redirect on the same host is followed, key and all', async () => {
    double.fails({ kind: 'redirects', to: '/thong-ke?tu=2025-12-15&den=2026-12-14&v=2' }, 1);
    const { counts } = await polled();
    expect(counts).toMatchObject({ stored: 1 });
    expect(double.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${TOKEN}`,
      `Bearer ${TOKEN}`,
    ]);
  });
});

const changed = (change: Readonly<Record<string, unknown>>) =>
  double.lies(([first, ...others]) => [{ ...first, ...change }, ...others]);

describe('figures that cannot be', () => {
  test.each<
    [
      what: string,
      change: Readonly<Record<string, unknown>>,
      code: string,
      column: string,
      detail: string,
    ]
  >([
    ['negative', { tongTiepNhan: -5 }, 'negative', 'received', '-5'],
    ['10^20', { tongTiepNhan: 1e20 }, 'numberTooGreat', 'received', '100000000000000000000'],
    ['infinite', { tongTiepNhan: 1e308 }, 'numberTooGreat', 'received', '1e+308'],
    ['a part of one', { tongTiepNhan: 12.5 }, 'notWhole', 'received', '12.5'],
    ['a text', { tongTiepNhan: '1.234' }, 'notANumber', 'received', '1.234'],
    ['a yes', { tongTiepNhan: true }, 'notANumber', 'received', 'true'],
    ['a list', { tongTiepNhan: [1, 2] }, 'notANumber', 'received', 'list'],
    ['an object', { tongTiepNhan: { so: 1 } }, 'notANumber', 'received', 'object'],
    ['missing', { tongTiepNhan: undefined }, 'missingField', 'received', 'tongTiepNhan'],
    [
      'missing with what it stands in',
      { daGiaiQuyet: null },
      'missingField',
      'resolved',
      'daGiaiQuyet.tong',
    ],
    ['of another province', { maDonVi: 'H79.01' }, 'notInAgencyCodes', 'agency', 'H79.01'],
    [
      'of another province by name',
      { maDonVi: 'Sở Y tế' },
      'notInAgencyCodes',
      'agency',
      'Sở Y tế',
    ],
    ['of nobody', { maDonVi: '' }, 'emptyCell', 'agency', 'maDonVi'],
    ['of whom is not said', { maDonVi: undefined }, 'missingField', 'agency', 'maDonVi'],
    ['of a list of agencies', { maDonVi: ['H32.01'] }, 'notText', 'agency', 'list'],
  ])('%s', async (_what, change, code, column, detail) => {
    await polled();
    changed(change);
    const { problems } = await refusalAfterGood();
    expect(problems[0]?.code).toBe(code);
    expect(problems[0]?.place).toMatch(new RegExp(`:1:${column}$`, 'u'));
    expect(problems[0]?.detail).toContain(detail);
    expect(await store.quarantined()).toMatchObject([
      { source: 'mot-cua', problems: [{ code }, ...problems.slice(1)] },
    ]);
  });

  test('not known is not nought, and no problem', async () => {
    changed({ tongTiepNhan: null });
    await polled();
    expect(await current()).toMatchObject([{ received: null, resolved: 900 }]);
  });

  test('every wrong row is told, with its number', async () => {
    double.lies((rows) => rows.map((row) => ({ ...row, tongTiepNhan: -1, kyTruocChuyenQua: 0.5 })));
    const { problems } = await refusalAfterGood();
    expect(
      problems.map(({ place, code }) => `${place.split(':').slice(-2).join(' ')} ${code}`),
    ).toEqual([
      '1 received negative',
      '1 carriedOver notWhole',
      '2 received negative',
      '2 carriedOver notWhole',
    ]);
  });

  test.each<[what: string, answer: unknown, code: string, detail: string]>([
    [
      'no rows where they should be',
      { thoiDiem: '2026-11-21', kyBaoCao: {} },
      'rowsMissing',
      'duLieu',
    ],
    ['a text where they should be', { duLieu: 'none' }, 'rowsMissing', 'duLieu'],
    [
      'an empty table',
      {
        thoiDiem: '2026-11-21',
        kyBaoCao: { tuNgay: '2025-12-15', denNgay: '2026-12-14' },
        duLieu: [],
      },
      'noRows',
      '',
    ],
  ])('%s', async (_what, value, code, detail) => {
    await polled();
    double.fails({ kind: 'says', bytes: JSON.stringify(value) });
    const { problems } = await refusalAfterGood();
    expect(problems).toMatchObject([{ code }]);
    expect(problems[0]?.detail).toContain(detail);
  });

  test('one agency twice', async () => {
    double.lies((rows) => [...rows, ...rows]);
    const { problems } = await refusalAfterGood();
    expect(problems.map(({ code }) => code)).toEqual(['duplicateRow', 'duplicateRow']);
  });
});

describe('days', () => {
  test('of yesterday change nothing that is current', async () => {
    double.sets('H32.01', { received: 1_005 });
    await polled();
    double.showsMoment('2026-11-20T23:00:00+07:00');
    double.sets('H32.01', { received: 990 });
    expect((await polled()).counts).toMatchObject({ stored: 1 });
    expect(await current()).toMatchObject([{ received: 1_005 }]);
  });

  test('of another period are refused', async () => {
    await polled();
    double.answersForPeriod('2024-12-15', '2025-12-14');
    const { problems } = await refusalAfterGood();
    expect(problems).toMatchObject([
      { code: 'periodContradicts', detail: '2025-12-15..2026-12-14 / 2024-12-15' },
    ]);
  });

  test.each([
    ['tomorrow', '2026-11-22T00:10:00+07:00', 'asOfInFuture'],
    ['before the period', '2025-12-01', 'asOfBeforePeriod'],
    ['no day', 'hôm nay', 'badDate'],
    ['a day that is not', '2026-02-30', 'badDate'],
  ])('as of %s are refused', async (_what, at, code) => {
    await polled();
    double.showsMoment(at);
    const { problems } = await refusalAfterGood();
    expect(problems).toMatchObject([{ code }]);
  });
});
