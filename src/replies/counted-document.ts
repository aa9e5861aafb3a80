import type { DocumentRef } from '../snapshots/snapshot.ts';

/** How figures counted from dossiers are cited; from sample dossiers they say that they are made up. */
export function countedDocument(sample: boolean): DocumentRef {
  return {
    number: null,
    title: sample ? 'Số đếm từ danh sách hồ sơ (dữ liệu mẫu)' : 'Số đếm từ danh sách hồ sơ',
    issuedOn: null,
    place: '',
  };
}
