import type { SnapshotReader } from '../snapshots/store.ts';
import { type FieldIndex, indexFields, NO_FIELDS } from './field-index.ts';

/** The fields of work there are figures of, asked for anew only when something was recorded. */
export function fieldsKnown(
  snapshots: Pick<SnapshotReader, 'overdueFields' | 'revision'>,
): () => Promise<FieldIndex> {
  let known: { readonly revision: number | null; readonly index: FieldIndex } = {
    revision: null,
    index: NO_FIELDS,
  };
  return async () => {
    const revision = snapshots.revision();
    if (known.revision !== revision) {
      known = { revision, index: indexFields(await snapshots.overdueFields()) };
    }
    return known.index;
  };
}
