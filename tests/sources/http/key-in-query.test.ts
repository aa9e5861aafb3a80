import { inspect } from 'node:util';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import type { OneStopFault } from '../../doubles/one-stop/faults.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { askingRoom, COUNTS, figureOptions } from './asking.ts';

const KEY = 'BIMAT123';

let double: OneStopDouble;
beforeEach(async () => {
  double = await OneStopDouble.open();
  double.sets('H32.01', COUNTS);
});
afterEach(() => double[Symbol.asyncDispose]());

test.each<[what: string, fault: OneStopFault | null]>([
  ['goes well', null],
  ['is refused', { kind: 'status', status: 401 }],
  ['meets a fault', { kind: 'status', status: 500 }],
  ['gets a page for people', { kind: 'says', bytes: '<html></html>' }],
  ['gets what is no JSON', { kind: 'says', bytes: '{' }],
])('a key in the query is sent, and told nowhere, where asking %s', async (_what, fault) => {
  if (fault !== null) double.fails(fault);
  const url = `${double.root}/thong-ke?tu={period.from}&den={period.to}&api_key=${KEY}`;
  const payloads = await Array.fromAsync(
    httpFigures(figureOptions(double, { url }), askingRoom()).fetch(),
  );
  expect(double.requests[0]?.url.searchParams.get('api_key')).toBe(KEY);
  expect(payloads).toMatchObject([{ kind: fault === null ? 'read' : 'refused' }]);
  expect(inspect(payloads, { depth: Infinity })).not.toContain(KEY);
});
