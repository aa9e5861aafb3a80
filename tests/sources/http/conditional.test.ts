import { afterEach, beforeEach, expect, test } from 'vitest';

import { poll } from '../../../src/polling/poll.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { keptAnswers } from '../../../src/sources/http/kept-answers.ts';
import type { MappedAnswer } from '../../../src/sources/http/mapped-answer.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, COUNTS, directory, figureOptions } from './asking.ts';

let double: OneStopDouble;
const room = askingRoom();
beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
});
afterEach(() => double[Symbol.asyncDispose]());

const asked = () => double.requests.map(({ headers }) => headers['if-none-match']);

test('an answer that has not changed is not sent again, and changes nothing', async () => {
  const store = shelf();
  const source = httpFigures(figureOptions(double), room);
  const once = () => poll(source, { store, directory, clock: room.clock });
  expect((await once()).counts).toMatchObject({ stored: 1 });
  expect((await once()).counts).toMatchObject({ unchanged: 1 });
  expect(asked()).toEqual([undefined, expect.stringMatching(/^"[\da-f]+"$/u)]);
  double.sets('H32.01', { received: 1_001 });
  expect((await once()).counts).toMatchObject({ restated: 1 });
  expect(store.snapshots).toHaveLength(2);
});

test('what was refused is refused again, though it is not sent again', async () => {
  const store = shelf();
  const source = httpFigures(figureOptions(double), room);
  const once = () => poll(source, { store, directory, clock: room.clock });
  double.lies((rows) => rows.map((row) => ({ ...row, tongTiepNhan: -1 })));
  const first = await once();
  expect(first.payloads).toMatchObject([{ kind: 'refused', problems: [{ code: 'negative' }] }]);
  expect((await once()).payloads).toEqual(first.payloads);
  expect(asked()[1]).toBeDefined();
});

test('what a server calls by its date is asked for by it', async () => {
  const source = httpFigures(
    figureOptions(double, {
      mapping: { rows: '$', fields: { agency: '"H32.01"', received: 'so' } },
    }),
    room,
  );
  const modified = 'Sat, 21 Nov 2026 01:00:00 GMT';
  const store = shelf();
  const once = () => poll(source, { store, directory, clock: room.clock });
  double.fails({ kind: 'says', bytes: '[{"so": 5}]', headers: { 'last-modified': modified } }, 1);
  expect((await once()).counts).toMatchObject({ stored: 1 });
  double.fails({ kind: 'status', status: 304 }, 1);
  expect((await once()).counts).toMatchObject({ unchanged: 1 });
  expect(double.requests[1]?.headers['if-modified-since']).toBe(modified);
});

test('addresses that are not asked any more make room for those that are', () => {
  const kept = keptAnswers();
  const answer: MappedAnswer = {
    kind: 'mapped',
    pieces: [new Uint8Array(3_000_000)],
    rows: 1,
    head: {},
    next: null,
  };
  const headers = { 'if-none-match': '"a"' };
  for (const day of ['19', '20', '21']) {
    kept.keep(day, { headers, answer });
    kept.kept('19');
  }
  expect(['19', '20', '21'].filter((day) => kept.kept(day) !== null)).toEqual(['19', '21']);
});
