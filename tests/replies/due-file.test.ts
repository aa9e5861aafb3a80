import { describe, expect, test } from 'vitest';

import { NOTHING_DUE } from '../../src/dossiers/due-counts.ts';
import type { DueList } from '../../src/queries/due-list.ts';
import { dueFile } from '../../src/replies/due-file.ts';
import { openKnown } from '../queries/known.ts';

const EIGHT = Temporal.Instant.from('2026-11-23T08:00+07:00');
const LIST = {
  source: 'mot-cua',
  origin: 'hs.csv',
  asOf: EIGHT.subtract({ hours: 1 }),
  sample: false,
};

/** What stands below the table of the units of Nha Trang. */
async function notesOf(differences: (known: Known) => Partial<DueList> = () => ({})) {
  using known = await openKnown();
  const agency = known.agency('tp-nha-trang');
  const list: DueList = {
    kind: 'due',
    agency,
    now: EIGHT,
    only: null,
    counts: NOTHING_DUE,
    own: NOTHING_DUE,
    view: 'whole',
    rows: [],
    sensitive: 0,
    since: EIGHT,
    cleared: 0,
    units: [{ agency: known.agency('p-loc-tho'), counts: { ...NOTHING_DUE, overdue: 2 } }],
    beside: null,
    lists: [LIST],
    stale: false,
    unlisted: [],
    outdated: [],
    ...differences(known),
  };
  return dueFile(list).sheets[0]?.notes.slice(1);
}

type Known = Awaited<ReturnType<typeof openKnown>>;

const twoGaps = (known: Known) => ({
  unlisted: [known.agency('p-vinh-hai')],
  outdated: [known.agency('p-vinh-hoa')],
});

const SOURCE = 'Nguồn: danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026.';

describe('what is printed says by itself how good it is', () => {
  test('where it comes from', async () => {
    expect(await notesOf()).toEqual([SOURCE]);
  });

  test('that it is old or made up', async () => {
    const lists = [{ ...LIST, sample: true }];
    expect(await notesOf(() => ({ lists, stale: true }))).toEqual([
      'Danh sách chưa được cập nhật từ 07:00 ngày 23/11/2026; có thể đã khác.',
      'Dữ liệu mẫu, không phải hồ sơ thật.',
      SOURCE,
    ]);
  });

  test('whose list is missing or old', async () => {
    expect(await notesOf(twoGaps)).toEqual([
      'Chưa có danh sách hồ sơ của 1 đơn vị: Vĩnh Hải.',
      'Danh sách của 1 đơn vị chưa được cập nhật từ ngày làm việc trước: Vĩnh Hòa.',
      SOURCE,
    ]);
  });

  test('that some are not listed', async () => {
    expect(await notesOf(() => ({ sensitive: 3 }))).toEqual([
      'Không liệt kê 3 hồ sơ thuộc lĩnh vực nhạy cảm.',
      SOURCE,
    ]);
  });
});
