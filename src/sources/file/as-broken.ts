import { SourceUnreadable } from '../../errors.ts';
import { problemAt } from '../table.ts';
import type { Table } from '../table.ts';

/** Runs a reader of tables; whatever a hostile file makes it throw, it is the file that is refused (broken). */
export async function asBroken(
  name: string,
  read: () => Promise<readonly Table[]>,
): Promise<readonly Table[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceUnreadable) throw error;
    const detail = error instanceof Error ? error.message : '';
    throw new SourceUnreadable(name, [problemAt('broken', { table: name }, detail)], {
      cause: error,
    });
  }
}
