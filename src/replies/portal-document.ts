import type { DocumentRef } from '../snapshots/snapshot.ts';

/** How figures of the national portal are cited. */
export const PORTAL_DOCUMENT: DocumentRef = {
  number: null,
  title: 'Cổng DVCQG (Bộ chỉ số 766)',
  issuedOn: null,
  place: '',
};
