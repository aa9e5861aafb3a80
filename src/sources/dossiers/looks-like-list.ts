import { basename } from 'node:path';

import { SourceUnreadable } from '../../errors.ts';
import { hasTrait } from '../../snapshots/intake-problem.ts';
import { openFile } from '../open-file.ts';
import { signatureOf } from '../signature.ts';
import { unpackedSize } from '../zip-entries.ts';
import type { ColumnNames } from './column-names.ts';
import { columnFinder } from './find-columns.ts';
import { LIST_FILE } from './list-columns.ts';
import { readList } from './read-list.ts';

/** No table of figures is larger, packed or unpacked: what is can only be a list. */
const MOST_OF_FIGURES = { bytes: 5_000_000, unpacked: 50_000_000 } as const;

/**
 * Whether a file is a list of dossiers and no table of figures, by its header; one with a faulty header is one too.
 * What cannot be read at all is none.
 */
export async function looksLikeList(path: string, names: ColumnNames): Promise<boolean> {
  if (!LIST_FILE.test(path)) return false;
  let seen = false;
  const stop = (): never => {
    seen = true;
    throw new SourceUnreadable(path, []);
  };
  try {
    if (await isGreat(path)) return true;
    const file = { path, origin: basename(path), agencyGiven: false };
    return await readList(
      { ...file, findColumns: columnFinder(names) },
      { onRow: stop, complain: stop },
    );
  } catch (error) {
    if (!(error instanceof SourceUnreadable)) throw error;
    return seen || error.problems.some((problem) => hasTrait(problem, 'ofHeader'));
  }
}

/** Throws `SourceUnreadable`. */
async function isGreat(path: string): Promise<boolean> {
  try {
    const { bytes } = await openFile(path, MOST_OF_FIGURES.bytes);
    if (signatureOf(bytes) !== 'zip') return false;
    return (unpackedSize(bytes) ?? 0) > MOST_OF_FIGURES.unpacked;
  } catch (error) {
    const isTooLarge =
      error instanceof SourceUnreadable && error.problems.some(({ code }) => code === 'tooLarge');
    if (isTooLarge) return true;
    throw error;
  }
}
