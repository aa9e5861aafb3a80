import { expect, test } from 'vitest';

import { askSources } from '../../src/queries/sources.ts';
import { openKnown } from './known.ts';

test('all tables, newest period first; of an agency those that say something of it', async () => {
  using known = await openKnown({ official: true });
  const all = await askSources(known.knowledge, null);
  expect(all.tables).toHaveLength(12);
  const ends = all.tables.map(({ snapshot }) => snapshot.asOf.year);
  expect(ends).toEqual(ends.toSorted((a, b) => b - a));

  const own = await askSources(known.knowledge, known.agency('so-khdt'));
  expect(
    own.tables.map(({ snapshot: { document } }) => `${document.number ?? ''} ${document.place}`),
  ).toEqual([
    '55/BC-UBND Phụ lục 2',
    '3662/BC-SKHĐT mục I.7.1 và Biểu số II.08/VPCP/KSTT',
    '3662/BC-SKHĐT mục I.6, Biểu số II.06a/VPCP/KSTT',
    '43/BC-UBND mục II.3',
  ]);
});

test('an agency nobody reports on has no source', async () => {
  using known = await openKnown({ official: true });
  const { tables } = await askSources(known.knowledge, known.agency('p-bac-nha-trang-2025'));
  expect(tables).toEqual([]);
});
