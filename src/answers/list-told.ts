import type { Audited } from '../audit/store.ts';
import type { NamedList } from '../dossiers/named-list.ts';
import type { DueKnowledge } from '../queries/due-knowledge.ts';
import { newestListFrom } from '../queries/newest-list.ts';
import { agenciesTold } from './agencies-told.ts';

/**
 * The list that an answer about dossiers named (null = none), and the newest of the same source today: dossiers change by
 * the hour and are not kept, so that is all that can be told of such an answer afterwards.
 */
export async function listTold(
  entry: Pick<Audited, 'list' | 'asked' | 'typed'>,
  due: Pick<DueKnowledge, 'directory' | 'dossiers'>,
): Promise<{ readonly list: NamedList | null; readonly newest: NamedList | null }> {
  const { list } = entry;
  if (list === null) return { list, newest: null };
  const { directory } = due;
  const told = agenciesTold(entry, directory).map((id) => directory.get(id));
  const agencies = told.length === 0 ? [directory.province] : told;
  return { list, newest: await newestListFrom(list.source, agencies, due) };
}
