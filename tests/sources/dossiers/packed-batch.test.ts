import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { DOSSIER_STATES } from '../../../src/dossiers/dossier.ts';
import { packed, unpacked } from '../../../src/sources/dossiers/packed-batch.ts';

const text = fc.option(fc.string({ unit: 'grapheme' }));
const moment = fc.option(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2099, 0) }));
const row = fc.record({
  row: fc.integer({ min: 1, max: 1_000_000 }),
  code: fc.string(),
  agencyName: text,
  receptionPlace: text,
  handlingUnit: text,
  desk: text,
  step: text,
  procedure: text,
  field: text,
  sensitive: fc.boolean(),
  test: fc.boolean(),
  channel: fc.constantFrom(null, 'direct', 'online', 'postal'),
  state: fc.constantFrom(...DOSSIER_STATES),
  receivedAt: moment,
  originalDueAt: moment,
  currentDueAt: moment,
  closedAt: moment,
});
const batch = fc.record({
  rows: fc.array(row),
  problems: fc.array(fc.record({ code: fc.string(), place: fc.string(), detail: fc.string() })),
  at: fc.record({ table: fc.string(), codeColumn: fc.string(), agencyColumn: text }),
});

test('what is packed, handed to another thread and unpacked is the same', () => {
  fc.assert(
    fc.property(batch, (rows) => {
      const there = packed(rows);
      const here = structuredClone(there, { transfer: [there.numbers.buffer] });
      expect(unpacked(here)).toEqual(rows);
    }),
  );
});

test('a text that comes again is sent once', () => {
  const [one] = fc.sample(row, 1);
  if (one === undefined) throw new RangeError('no row');
  const rows = [1, 2, 3].map((number) => ({ ...one, row: number, field: 'Đất đai', step: 'x' }));
  const { texts } = packed({
    rows,
    problems: [],
    at: { table: '', codeColumn: '', agencyColumn: null },
  });
  expect(texts.filter((each) => each === 'Đất đai')).toHaveLength(1);
});
