import { describe, expect, test } from 'vitest';

import { fixedClock } from '../../src/clock.ts';
import { timelinessOf } from '../../src/queries/timeliness.ts';
import { day } from '../contracts/sample-snapshots.ts';
import { keyOf } from './known.ts';

const at = (now: string) => ({ clock: fixedClock(Temporal.Instant.from(now)) });
const table = (period: string, asOf: string, scope = 'one-stop') => ({
  period: keyOf(period),
  asOf: day(asOf),
  scope,
});
const UNNAMED = { isPeriodNamed: false };

/** "running to 2023-08-20", "short of its end, to ...", "final"; and whether it is stale. */
function judged(now: string, ...tables: ReturnType<typeof table>[]): string {
  const { provisional, stale } = timelinessOf(at(now), tables, UNNAMED);
  const end = stale ? ', stale' : '';
  if (provisional === null) return `final${end}`;
  const { upTo, running } = provisional;
  return `${running ? 'running' : 'short'} to ${upTo.toString()}${end}`;
}

describe('figures of a period', () => {
  test.each([
    ['2023-08-21T08:00+07:00', '2023-Q3', '2023-08-20', 'running to 2023-08-20'],
    // The closing day still belongs to the period, by the clock of the offices.
    ['2023-09-14T23:30+07:00', '2023-Q3', '2023-09-14', 'running to 2023-09-14'],
    ['2023-09-14T17:30:00Z', '2023-Q3', '2023-09-14', 'final'],
    ['2023-12-20T08:00+07:00', '2023-Q3', '2023-09-10', 'short to 2023-09-10'],
    ['2024-09-14T08:00+07:00', '2023-Q3', '2023-09-14', 'final'],
    ['2024-09-15T08:00+07:00', '2023-Q3', '2023-09-14', 'final, stale'],
    ['2026-11-21T08:00+07:00', '2023-Q3', '2023-09-10', 'short to 2023-09-10, stale'],
    // Some figures of a report reach beyond its period.
    ['2024-01-20T08:00+07:00', '2023', '2023-12-31', 'final'],
    // A clock set back: figures of days to come are not those of a running period.
    ['2023-08-21T08:00+07:00', '2023', '2023-12-14', 'final'],
  ])('at %s of %s to %s: %s', (now, period, asOf, words) => {
    expect(judged(now, table(period, asOf))).toBe(words);
  });
});

test('of several tables the one that reaches least far decides', () => {
  const tables = ['2023-08-20', '2023-08-15', '2023-09-14'].map((asOf) => table('2023-Q3', asOf));
  expect(judged('2023-10-01T08:00+07:00', ...tables)).toBe('short to 2023-08-15');
});

test('one new table is not stale for the old one beside it', () => {
  const now = '2024-02-01T08:00+07:00';
  expect(judged(now, table('2020', '2020-12-14'), table('2023', '2023-12-14'))).toBe('final');
});

test('what was asked for by its period is not called stale', () => {
  const old = [table('2020', '2020-12-14')];
  const now = at('2026-11-21T08:00+07:00');
  expect(timelinessOf(now, old, { isPeriodNamed: true }).stale).toBe(false);
  expect(timelinessOf(now, [], UNNAMED)).toEqual({
    provisional: null,
    stale: false,
    counted: null,
  });
});

test.each([
  [['one-stop'], null],
  [['one-stop', 'dossiers'], 'whole'],
  [['dossiers', 'dossiers-part'], 'part'],
  [['dossiers-part', 'dossiers-sample', 'dossiers'], 'sample'],
])('figures of %j were counted: %s', (scopes, expected) => {
  const tables = scopes.map((scope) => table('2023', '2023-12-14', scope));
  expect(timelinessOf(at('2024-02-01T08:00+07:00'), tables, UNNAMED).counted).toBe(expected);
});
