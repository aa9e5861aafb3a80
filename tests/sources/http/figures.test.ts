import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { poll } from '../../../src/polling/poll.ts';
import { httpFigures } from '../../../src/sources/http/http-figures.ts';
import { OneStopDouble } from '../../doubles/one-stop/one-stop-double.ts';
import { shelf } from '../../polling/shelf.ts';
import { askingRoom, CODES, COUNTS, directory, figureOptions } from './asking.ts';

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
});
