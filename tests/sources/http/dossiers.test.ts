import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { AgencyId } from '../../../src/agencies/agency.ts';
import { pollDossiers } from '../../../src/polling/poll-dossiers.ts';
import { mappedListReader } from '../../../src/sources/dossiers/mapped-list.ts';
import { httpDossiers } from '../../../src/sources/http/http-dossiers.ts';
import { dossierStore } from '../../../src/storage/dossier-store.ts';
import { openStorage, type Storage } from '../../../src/storage/open.ts';
import { APPLICANT, type OneStopDossier } from '../../doubles/one-stop/answers.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, CODES, DOSSIER_FIELDS, directory, dossierOptions, finder } from './asking.ts';

const HEALTH = AgencyId.parse('so-yt');

let double: OneStopDouble;
let storage: Storage;
let setAside: ReturnType<typeof shelf>;
const room = askingRoom();

const codes = Object.fromEntries(
  Object.entries(CODES).map(([code, id]) => [code, AgencyId.parse(id)]),
);
const reading = { finder, directory, sensitiveWords: ['HIV'], agency: null, codes };

beforeEach(async () => {
  double = await OneStopDouble.open();
  storage = openStorage(':memory:');
  setAside = shelf();
});
afterEach(async () => {
  storage.close();
  await double[Symbol.asyncDispose]();
});

const dossier = (number: number, changes: Partial<OneStopDossier> = {}): OneStopDossier => ({
  code: `H32.01-261102-000${String(number)}`,
  agency: 'H32.01',
  dueAt: '27/11/2026 16:30',
  state: 'Đang xử lý',
  step: 'Thẩm định',
  ...changes,
});

function polling(changes: Readonly<Record<string, unknown>> = {}) {
  const dossiers = dossierStore(storage);
  const intake = { dossiers, snapshots: setAside, clock: room.clock, directory };
  const source = httpDossiers(dossierOptions(double, changes), {
    ...room,
    readList: (list) => mappedListReader(reading, list),
  });
  return async () => {
    const [taken] = await pollDossiers(source, intake);
    return taken;
  };
}

const due = async () => {
  const open = await dossierStore(storage).due(HEALTH, room.clock.now().add({ hours: 10_000 }));
  return open.toSorted((one, other) => (one.code < other.code ? -1 : 1));
};

const everything = () => {
  const tables = storage.database
    .prepare(`select name from sqlite_schema where type = 'table' and sql not like '%virtual%'`)
    .pluck()
    .all();
  return JSON.stringify(
    tables.map((name) => storage.database.prepare(`select * from "${String(name)}"`).all()),
  );
};

describe('the open dossiers of a system', () => {
  test('are a list, taken in whole through all its pages', async () => {
    for (const number of [1, 2, 3, 4, 5]) double.opens(dossier(number));
    const taken = await polling()();
    expect(taken).toMatchObject({ kind: 'taken', changes: { added: 5 }, left: { count: 0 } });
    expect(double.requests.map(({ url }) => url.search)).toEqual([
      '?trang=1&co=2',
      '?trang=2&co=2',
      '?trang=3&co=2',
    ]);
    const kept = await due();
    expect(kept.map(({ code }) => code.slice(-1))).toEqual(['1', '2', '3', '4', '5']);
    expect(kept[0]).toMatchObject({ step: 'Thẩm định' });
    expect(kept[0]?.currentDueAt.toString()).toBe('2026-11-27T09:30:00Z');
  });

  test('nothing of an applicant gets past the door', async () => {
    double.opens(dossier(1));
    double.opens(dossier(2, { dueAt: 'hỏng', state: APPLICANT.hoTen, step: 'x'.repeat(5_000) }));
    const taken = await polling({ partialOk: true })();
    expect(taken).toMatchObject({ kind: 'taken', left: { count: 3 } });
    const said = JSON.stringify([taken, setAside.setAside]) + everything();
    expect(said).toContain('0001');
    for (const secret of Object.values(APPLICANT)) expect(said).not.toContain(secret);
  });

  test('with one bad row are set aside, with page, row and field; what was known stays', async () => {
    double.opens(dossier(1));
    await polling()();
    double.opens(dossier(2));
    double.opens(dossier(3, { state: 'Không rõ', dueAt: '31/02/2026' }));
    const taken = await polling()();
    const problems = taken?.kind === 'refused' ? taken.problems : [];
    expect(problems.map(({ code, place }) => `${code} ${place.replace(/^[^/]*/u, '')}`)).toEqual([
      'unknownState /ho-so:3:trangThai',
      'badDate /ho-so:3:ngayHenTra',
    ]);
    expect(setAside.setAside).toHaveLength(1);
    expect(everything()).not.toContain('0002');
  });

  test.each([
    ['H79.01', 'H79.01'],
    ['Sở Y tế', ''],
  ])('of another province are refused: %s', async (agency, detail) => {
    double.opens(dossier(1, { agency }));
    expect(await polling()()).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'notInAgencyCodes', detail }],
    });
  });

  test('unchanged are known', async () => {
    double.opens(dossier(1));
    const once = polling();
    expect(await once()).toMatchObject({ kind: 'taken' });
    double.showsMoment('2026-11-21T08:04:00+07:00');
    expect(await once()).toMatchObject({ kind: 'unchanged' });
  });

  test('of yesterday bring nothing back', async () => {
    const once = polling({ complete: true });
    double.opens(dossier(1, { step: 'Ký duyệt' }));
    double.opens(dossier(2));
    await once();
    double.showsMoment('2026-11-20T08:00:00+07:00');
    double.opens(dossier(1, { step: 'Thẩm định' }));
    double.closes(dossier(2).code);
    await once();
    expect((await due()).map(({ step }) => step)).toEqual(['Ký duyệt', 'Thẩm định']);
  });

  test('of a system that shows tomorrow are refused', async () => {
    double.opens(dossier(1));
    double.showsMoment('2026-11-22T08:00:00+07:00');
    expect(await polling()()).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'asOfInFuture' }],
    });
  });

  test('no longer there are closed, where the list is complete', async () => {
    const once = polling({ complete: true });
    for (const number of [1, 2, 3]) double.opens(dossier(number));
    await once();
    double.closes(dossier(2).code);
    double.showsMoment('2026-11-21T08:04:00+07:00');
    expect(await once()).toMatchObject({ changes: { disappeared: 1, unchanged: 2 } });
  });

  test('that shrink beyond belief are set aside, and what was known stays', async () => {
    const once = polling({ complete: true });
    const all = Array.from({ length: 40 }, (_, at) => dossier(at + 10));
    for (const one of all) double.opens(one);
    await once();
    for (const { code } of all.slice(5)) double.closes(code);
    expect(await once()).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'listShrank', detail: '5 / 40' }],
    });
    expect(await due()).toHaveLength(40);
  });

  test('of which a page fails are no list', async () => {
    for (const number of [1, 2, 3]) double.opens(dossier(number));
    const once = polling({ complete: true });
    await once();
    double.opens(dossier(4));
    double.fails({ kind: 'status', status: 500 }, 1);
    expect(await once()).toMatchObject({ kind: 'refused', problems: [{ code: 'serverFailed' }] });
    expect(everything()).not.toContain('0004');
  });
});

const asked = () => double.requests.map(({ url }) => url.search);

describe('pages', () => {
  beforeEach(() => {
    for (const number of [1, 2, 3, 4, 5]) double.opens(dossier(number));
  });

  test('by offset', async () => {
    await polling({
      url: `${double.root}/ho-so?tu={offset}&co={size}`,
      paging: { by: 'offset', size: 2 },
    })();
    expect(asked()).toEqual(['?tu=0&co=2', '?tu=2&co=2', '?tu=4&co=2']);
  });

  test('by cursor, until there is none', async () => {
    await polling({
      url: `${double.root}/ho-so?con={cursor}`,
      paging: { by: 'cursor', next: 'tiep' },
    })();
    expect(asked()).toEqual(['?con=', '?con=2', '?con=4']);
  });

  test('by Link', async () => {
    await polling({ url: `${double.root}/ho-so?co=2`, paging: { by: 'link' } })();
    expect(asked()).toEqual(['?co=2', '?co=2&tu=2', '?co=2&tu=4']);
  });

  test('that are the same for ever are noticed', async () => {
    const url = `${double.root}/ho-so?trang=1&la={page}`;
    expect(await polling({ url })()).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'pageRepeated' }],
    });
    expect(double.requests).toHaveLength(2);
  });

  test('fewer than the system itself counts are no list', async () => {
    const taken = await polling({ paging: { by: 'none' }, url: `${double.root}/ho-so?co=2` })();
    expect(taken).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'incomplete', detail: '2 / 5' }],
    });
  });

  test('may together not be greater than allowed', async () => {
    const taken = await polling({ maxMegabytes: 0.0012 })();
    expect(taken).toMatchObject({ kind: 'refused', problems: [{ code: 'tooLarge' }] });
    expect(double.requests.length).toBeGreaterThan(1);
  });

  test('are not asked for by a Link that nobody asked for', async () => {
    const json = readFileSync('fixtures/sources/http/ho-so.json', 'utf8');
    const headers = { link: '<http://10.0.0.7:8080/ho-so?trang=2>; rel="next"' };
    double.fails({ kind: 'says', bytes: json, headers });
    const mapping = { rows: 'items', fields: DOSSIER_FIELDS };
    const taken = await polling({
      url: `${double.root}/ho-so?co=2`,
      paging: { by: 'none' },
      mapping,
    })();
    expect(taken).toMatchObject({ kind: 'taken' });
  });

  test('do not lead to another host', async () => {
    const json = readFileSync('fixtures/sources/http/ho-so.json', 'utf8');
    const headers = { link: '<https://another.example.vn/2>; rel="next"' };
    double.fails({ kind: 'says', bytes: json, headers });
    const taken = await polling({ url: `${double.root}/ho-so?co=2`, paging: { by: 'link' } })();
    expect(taken).toMatchObject({
      problems: [{ code: 'redirectedElsewhere', detail: 'another.example.vn' }],
    });
  });
});

test('agencies are asked one by one, and are one list', async () => {
  double.opens(dossier(1));
  const url = `${double.root}/ho-so?donVi={agency}&trang=1`;
  const fields = { ...DOSSIER_FIELDS, code: 'maHoSo & "-" & $agency', agency: '$agency' };
  const taken = await polling({
    url,
    perAgency: true,
    complete: true,
    paging: { by: 'none' },
    mapping: { rows: 'items', fields },
  })();
  expect(taken).toMatchObject({ kind: 'taken', changes: { added: 3 } });
  expect(double.requests.map(({ url: at }) => at.searchParams.get('donVi'))).toEqual(
    Object.keys(CODES),
  );
});
