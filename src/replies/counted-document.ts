import type { CountedKind } from '../snapshots/counted.ts';
import type { DocumentRef } from '../snapshots/snapshot.ts';

const TITLES: Readonly<Record<CountedKind, string>> = {
  whole: 'Số đếm từ danh sách hồ sơ',
  part: 'Số đếm từ danh sách hồ sơ (chưa đủ kỳ)',
  sample: 'Số đếm từ danh sách hồ sơ (dữ liệu mẫu)',
};

/** How figures counted from dossiers are cited; those of sample dossiers say that they are made up. */
export function countedDocument(kind: CountedKind): DocumentRef {
  return { number: null, title: TITLES[kind], issuedOn: null, place: '' };
}
