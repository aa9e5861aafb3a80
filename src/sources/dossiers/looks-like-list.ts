import { SourceUnreadable } from '../../errors.ts';
import { hasTrait } from '../../snapshots/intake-problem.ts';
import { openFile } from '../open-file.ts';
import { signatureOf } from '../signature.ts';
import { unpackedSize } from '../zip-entries.ts';
import type { ColumnNames } from './column-names.ts';
import { columnFinder } from './find-columns.ts';
import { LIST_FILE } from './list-columns.ts';
import { type ListContent, readList } from './read-list.ts';

/** No table of figures is larger, packed or unpacked: what is can only be a list. */
const MOST_OF_FIGURES = { bytes: 5_000_000, unpacked: 50_000_000 } as const;

/** Enough was read: there is a header of dossiers, good or bad. Readers pass it on as they do every refusal. */
class ListSeen extends SourceUnreadable {}

/**
 * Whether a file is a list of dossiers and no table of figures, by its header; one with a faulty header is one too.
 * What cannot be read at all is none.
 */
export async function looksLikeList(
  file: ListContent & { readonly origin: string },
  names: ColumnNames,
): Promise<boolean> {
  const { origin } = file;
  if (!LIST_FILE.test(origin)) return false;
  const stop = (): never => {
    throw new ListSeen(origin, []);
  };
  try {
    if (await isGreat(file)) return true;
    const read = { ...file, agencyGiven: false, findColumns: columnFinder(names) };
    return await readList(read, { onRow: stop, complain: stop, onList: stop });
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return error instanceof ListSeen || error.problems.some((each) => hasTrait(each, 'ofHeader'));
  }
}

/** Throws `SourceUnreadable`. */
async function isGreat(file: ListContent): Promise<boolean> {
  try {
    const bytes = await bytesOf(file);
    if (bytes.length > MOST_OF_FIGURES.bytes) return true;
    if (signatureOf(bytes) !== 'zip') return false;
    return (unpackedSize(bytes) ?? 0) > MOST_OF_FIGURES.unpacked;
  } catch (error) {
    const isTooLarge =
      error instanceof SourceUnreadable && error.problems.some(({ code }) => code === 'tooLarge');
    if (isTooLarge) return true;
    throw error;
  }
}

async function bytesOf(file: ListContent): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes;
  return (await openFile(file.path, MOST_OF_FIGURES.bytes)).bytes;
}
