import { describe, expect, test } from 'vitest';

import { distinct, documentName, sourceText } from '../../src/replies/source-line.ts';
import { day, type Differences, snapshotOf } from '../contracts/sample-snapshots.ts';

const BASE = { number: '55/BC-UBND', issuedOn: day('2024-02-26'), place: 'Phụ lục 2' };
const of = (document: Differences['document'] = {}, asOf = '2023-12-14') =>
  snapshotOf({ document: { ...BASE, ...document }, asOf: day(asOf) });

describe('a document is cited', () => {
  test.each<[string, Differences['document'], string]>([
    ['by kind, number, day and place', {}, 'Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2'],
    [
      'by another kind',
      { title: 'Quyết định về chỉ tiêu' },
      'Quyết định 55/BC-UBND ngày 26/02/2024, Phụ lục 2',
    ],
    [
      'as a document where the title does not tell',
      { title: 'Tổng hợp' },
      'Văn bản 55/BC-UBND ngày 26/02/2024, Phụ lục 2',
    ],
    [
      'by its title where it has no number',
      { number: null, title: 'Hệ thống một cửa' },
      'Hệ thống một cửa ngày 26/02/2024, Phụ lục 2',
    ],
    ['without a day', { issuedOn: null }, 'Báo cáo 55/BC-UBND, Phụ lục 2'],
    ['without a place', { place: '' }, 'Báo cáo 55/BC-UBND ngày 26/02/2024'],
  ])('%s', (_words, document, name) => {
    expect(documentName(of(document))).toBe(name);
  });

  test('a narrower place goes before that of the table', () => {
    expect(documentName(of(), 'mục III.1')).toBe('Báo cáo 55/BC-UBND ngày 26/02/2024, mục III.1');
  });
});

const other = (asOf?: string) => of({ number: '43/BC-UBND', issuedOn: null, place: '' }, asOf);

describe('the source of an answer', () => {
  test('each document once, with the day all their figures reach', () => {
    expect(sourceText([other(), of(), of()])).toBe(
      'Nguồn: Báo cáo 43/BC-UBND; Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2 · số liệu đến 14/12/2023',
    );
  });

  test('figures that reach different days: each document with its own', () => {
    expect(sourceText([other('2020-12-14'), of(), of()])).toBe(
      'Nguồn: Báo cáo 43/BC-UBND (số liệu đến 14/12/2020); Báo cáo 55/BC-UBND ngày 26/02/2024, Phụ lục 2 (đến 14/12/2023)',
    );
  });

  test('two readings of one document: the later day', () => {
    expect(sourceText([of({}, '2023-12-14'), of({}, '2023-12-10')])).toMatch(
      /Phụ lục 2 · số liệu đến 14\/12\/2023$/u,
    );
  });

  test('two places of one document are two', () => {
    const text = sourceText([of(), of()], [null, 'mục III.1']);
    expect(text).toContain('Phụ lục 2; Báo cáo 55/BC-UBND ngày 26/02/2024, mục III.1');
  });
});

test('snapshots are told apart by their number, in order of first use', () => {
  expect(distinct([{ id: 2 }, { id: 1 }, { id: 2 }])).toEqual([{ id: 2 }, { id: 1 }]);
});
