import type { Agency } from '../agencies/agency.ts';
import type { NamedList } from '../dossiers/named-list.ts';
import type { DueCounts } from '../dossiers/store.ts';
import type { DueList } from '../queries/due-list.ts';
import { momentWords } from './moment-words.ts';
import { count } from './numbers.ts';
import type { Block, Reply } from './reply.ts';
import { capital } from './sentence.ts';

/** More names than these are no longer read. */
const MOST_NAMED = 5;

/** "4 quá hạn · 2 đến hạn hôm nay · 5 trong 3 ngày"; parts that are 0 are left out, all of them make "không có …". */
export function dueCountsText(
  { overdue, today, one, three }: DueCounts,
  only: DueList['only'] = null,
): string {
  const parts = [
    [overdue, 'quá hạn'],
    [today, 'đến hạn hôm nay'],
    [one + three, 'trong 3 ngày'],
  ] as const;
  const said = parts.filter(([some]) => some > 0).map(([some, what]) => `${count(some)} ${what}`);
  if (said.length > 0) return said.join(' · ');
  return only === 'overdue' ? 'không có hồ sơ quá hạn' : 'không có hồ sơ quá hạn hoặc sắp đến hạn';
}

/** Whose dossiers are not, or no longer, in the numbers: a list that is missing must not look like nothing due. */
export function gapTexts({
  unlisted,
  outdated,
}: Pick<DueList, 'unlisted' | 'outdated'>): readonly string[] {
  return [
    ...(unlisted.length === 0 ? [] : [`chưa có danh sách hồ sơ của ${namedUnits('', unlisted)}`]),
    ...(outdated.length === 0
      ? []
      : [`danh sách của ${namedUnits(' chưa được cập nhật từ ngày làm việc trước', outdated)}`]),
  ];
}

/** The same, a note each. */
export function gapBlocks(gaps: Pick<DueList, 'unlisted' | 'outdated'>): readonly Block[] {
  return gapTexts(gaps).map((text) => ({ kind: 'note', line: [`${capital(text)}.`] }));
}

/** "2 đơn vị chưa …: Lộc Thọ, Vĩnh Hải"; of many, how many. */
function namedUnits(what: string, units: readonly Agency[]): string {
  const names =
    units.length > MOST_NAMED ? '' : `: ${units.map(({ shortName }) => shortName).join(', ')}`;
  return `${count(units.length)} đơn vị${what}${names}`;
}

/** "Nguồn: danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026", by the newest of the lists; null = there is none. */
export function listSourceText({ lists: [newest] }: Pick<DueList, 'lists'>): string | null {
  return newest === undefined ? null : `Nguồn: ${listText(newest)}`;
}

/** "danh sách hồ sơ mot-cua, lúc 07:00 ngày 23/11/2026". */
export function listText({ source, asOf }: Pick<NamedList, 'source' | 'asOf'>): string {
  return `danh sách hồ sơ ${source}, lúc ${momentWords(asOf)}`;
}

/** The list a reply names, for the audit. */
export function namedList({ lists: [newest] }: Pick<DueList, 'lists'>): Pick<Reply, 'list'> {
  if (newest === undefined) return {};
  const { source, origin, asOf } = newest;
  return { list: { source, origin, asOf } };
}

/** What makes the whole list doubtful: it is old, or made up. */
export function doubtTexts({ lists, stale }: Pick<DueList, 'lists' | 'stale'>): readonly string[] {
  const [newest] = lists;
  return [
    ...(stale && newest !== undefined
      ? [`danh sách chưa được cập nhật từ ${momentWords(newest.asOf)}; có thể đã khác`]
      : []),
    ...(lists.some(({ sample }) => sample) ? ['dữ liệu mẫu, không phải hồ sơ thật'] : []),
  ];
}

/** What makes a list doubtful, and where it comes from. */
export function listSourceBlocks(
  list: Pick<DueList, 'lists' | 'stale'>,
  further: readonly string[] = [],
): readonly Block[] {
  const source = listSourceText(list);
  if (source === null) return [];
  return [
    ...doubtTexts(list).map((text): Block => ({ kind: 'warning', line: [`${capital(text)}.`] })),
    { kind: 'source', line: [[source, ...further].join('; ')] },
  ];
}
