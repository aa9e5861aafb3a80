import { describe, expect, test } from 'vitest';

import { openBelieving, type Said } from './one-stop-readings.ts';

const said = (received: number, resolved: number, pending: number): Said => ({
  asOf: '2026-11-19',
  counts: { 'tp-nha-trang': { received, resolved, pending } },
});
const before: Said = { ...said(10_000, 9_900, 100), asOf: '2026-11-18' };

describe('what is pending', () => {
  test.each([
    ['follows from what came in and was resolved', said(10_150, 9_950, 200), []],
    ['is off by what was returned or withdrawn', said(10_150, 9_950, 120), []],
    ['is far more than came in', said(10_150, 9_950, 1_400), ['pendingDoesNotFollow']],
    [
      'is far less than was left',
      said(13_000, 9_950, 100),
      ['implausibleJump', 'pendingDoesNotFollow'],
    ],
  ])('%s', async (_, now, found) => {
    using system = await openBelieving();
    await system.take(before);
    await system.take(now);
    const codes = await system.findings();
    expect(codes.filter((code) => code !== 'receivedUnaccounted')).toEqual(
      expect.arrayContaining(found),
    );
    expect(codes.includes('pendingDoesNotFollow')).toBe(found.includes('pendingDoesNotFollow'));
  });

  test('cannot be five hundred times as much as before: it is refused', async () => {
    using system = await openBelieving();
    await system.take(before);
    expect(await system.take(said(10_000, 9_900, 50_000))).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'pendingDoesNotFollow', detail: 'Nha Trang, pending: 50000 ≠ 100' }],
    });
    expect(await system.believe(said(10_000, 9_900, 50_000))).toMatchObject({ kind: 'taken' });
  });

  test('and resolved are doubted where they are far more than ever came in, also at first sight', async () => {
    using system = await openBelieving();
    expect(await system.take(said(10_000, 9_900, 50_000))).toMatchObject({
      readings: [{ doubt: { code: 'handledExceedReceived' } }],
    });
    expect(await system.take(said(10_000, 9_900, 150))).toMatchObject({
      readings: [{ doubt: null }],
    });
  });
});
