import { describe, expect, test } from 'vitest';

import { quarterPeriod } from '../../src/calendar/periods.ts';
import { type Countable, countedIn, countsFrom } from '../../src/dossiers/counting.ts';
import { monthNumber, tallyCellOf, tallyCountedIn } from '../../src/dossiers/tally.ts';
import { at } from '../contracts/sample-dossiers.ts';

const ms = (text: string) => at(text).epochMilliseconds;

/** Quarter III of 2026. */
const { from, to } = quarterPeriod(2026, 3);
const SPAN = { from: ms('2026-06-15'), until: ms('2026-09-15'), asOf: ms('2026-10-01') };
const MONTHS = { first: monthNumber(from), last: monthNumber(to) };

/** Received online in the quarter, due on 20 August at 17:00 and closed that morning, with differences. */
const countable = (differences: Partial<Countable> = {}): Countable => ({
  state: 'done',
  test: false,
  channel: 'online',
  receivedAt: ms('2026-08-01 08:00'),
  dueAt: ms('2026-08-20 17:00'),
  closedAt: ms('2026-08-20 09:00'),
  ...differences,
});
const open = (differences: Partial<Countable> = {}) =>
  countable({ state: 'processing', closedAt: null, ...differences });

const CLOSED: readonly [string, Partial<Countable>, readonly [string, string] | null][] = [
  ['on the day of the appointment', {}, ['receivedOnline', 'resolvedOnTime']],
  [
    'at its last moment',
    { closedAt: ms('2026-08-20 17:00') },
    ['receivedOnline', 'resolvedOnTime'],
  ],
  ['the evening before', { closedAt: ms('2026-08-19 23:59') }, ['receivedOnline', 'resolvedEarly']],
  ['a minute late', { closedAt: ms('2026-08-20 17:01') }, ['receivedOnline', 'resolvedOverdue']],
  ['without an appointment', { dueAt: null }, ['receivedOnline', 'resolvedOnTime']],
  [
    'withdrawn, though late',
    { state: 'withdrawn', closedAt: ms('2026-09-01') },
    ['receivedOnline', 'resolvedOnTime'],
  ],
  [
    'stopped, though late',
    { state: 'stopped', closedAt: ms('2026-09-01') },
    ['receivedOnline', 'resolvedOnTime'],
  ],
  [
    'its result returned late',
    { state: 'returned', closedAt: ms('2026-09-01') },
    ['receivedOnline', 'resolvedOverdue'],
  ],
  ['handed in by post', { channel: 'postal' }, ['receivedDirectOrPostal', 'resolvedOnTime']],
  ['handed in nobody says how', { channel: null }, ['receivedDirectOrPostal', 'resolvedOnTime']],
  [
    'received in the last minute before the period',
    { receivedAt: ms('2026-06-14 23:59') },
    ['carriedOver', 'resolvedOnTime'],
  ],
  ['closed before the period', { receivedAt: ms('2026-06-01'), closedAt: ms('2026-06-14') }, null],
  ['received after the period', { receivedAt: ms('2026-09-15'), closedAt: ms('2026-09-20') }, null],
  [
    'closed after the period, late at its end',
    { closedAt: ms('2026-09-15') },
    ['receivedOnline', 'pendingOverdue'],
  ],
  [
    'closed after the period, in time at its end',
    { dueAt: ms('2026-09-15'), closedAt: ms('2026-10-01') },
    ['receivedOnline', 'pendingWithin'],
  ],
  ['refused', { state: 'rejected' }, null],
  ['left from a test', { test: true }, null],
];

describe('a closed dossier', () => {
  test.each(CLOSED)('%s', (_what, differences, columns) => {
    expect(columnsOf(countedIn(countable(differences), SPAN))).toEqual(columns);
  });

  test.each(CLOSED.filter(([, { state, test: isTest }]) => state !== 'rejected' && !isTest))(
    '%s, its row forgotten',
    (_what, differences, columns) => {
      const dossier = countable(differences);
      const cell = tallyCellOf(dossier, dossier.closedAt ?? 0);
      expect(columnsOf(tallyCountedIn(cell, MONTHS))).toEqual(columns);
    },
  );
});

describe('an open dossier', () => {
  test.each<[string, Partial<Countable>, readonly [string, string] | null]>([
    ['late', {}, ['receivedOnline', 'pendingOverdue']],
    ['in time', { dueAt: ms('2026-09-20') }, ['receivedOnline', 'pendingWithin']],
    ['without an appointment', { dueAt: null }, ['receivedOnline', 'pendingWithin']],
    [
      'waiting for papers, though late',
      { state: 'supplementRequested' },
      ['receivedOnline', 'pendingWithin'],
    ],
    [
      'waiting for payment, though late',
      { state: 'paymentRequested' },
      ['receivedOnline', 'pendingWithin'],
    ],
    ['from before', { receivedAt: ms('2026-01-05') }, ['carriedOver', 'pendingOverdue']],
    ['not yet received', { state: 'registered' }, null],
    ['left from a test', { test: true }, null],
  ])('%s', (_what, differences, columns) => {
    expect(columnsOf(countedIn(open(differences), SPAN))).toEqual(columns);
  });

  test('of a running period is late or not as of the moment it is counted', () => {
    const asOf = ms('2026-08-20 17:00');
    expect(countedIn(open(), { ...SPAN, asOf })?.end).toBe('pendingWithin');
    expect(countedIn(open(), { ...SPAN, asOf: asOf + 1 })?.end).toBe('pendingOverdue');
  });
});

describe('what happened at the very moment a list is of', () => {
  const asOf = ms('2026-08-20 06:30');

  test('a dossier that is missing from it is closed', () => {
    const gone = countable({ closedAt: asOf });
    expect(countedIn(gone, { ...SPAN, asOf })?.end).toBe('resolvedOnTime');
    expect(countedIn(gone, { ...SPAN, asOf: asOf - 1 })?.end).toBe('pendingWithin');
  });

  test('a dossier it is the first to show is received', () => {
    const found = open({ receivedAt: asOf });
    expect(countedIn(found, { ...SPAN, asOf })?.reception).toBe('receivedOnline');
    expect(countedIn(found, { ...SPAN, asOf: asOf - 1 })).toBeNull();
  });

  test('belongs to the next period when that begins then', () => {
    const { until } = SPAN;
    expect(countedIn(open({ receivedAt: until }), { ...SPAN, asOf: until })).toBeNull();
    const after = countable({ closedAt: until });
    expect(countedIn(after, { ...SPAN, asOf: until })?.end).toBe('pendingOverdue');
  });
});

test('the balance closes: received is resolved and pending', () => {
  const counts = countsFrom(
    new Map([
      ['receivedOnline', 5],
      ['receivedDirectOrPostal', 2],
      ['carriedOver', 3],
      ['resolvedEarly', 1],
      ['resolvedOnTime', 4],
      ['resolvedOverdue', 2],
      ['pendingWithin', 2],
      ['pendingOverdue', 1],
    ]),
  );
  expect(counts).toMatchObject({ received: 10, resolved: 7, pending: 3 });
});

function columnsOf(counted: ReturnType<typeof countedIn>) {
  return counted === null ? null : [counted.reception, counted.end];
}
