import type { Agency } from '../agencies/agency.ts';
import { dayOf, ZONE } from '../clock.ts';
import type { DueCounts, TakenList } from '../dossiers/store.ts';
import type { DueList } from '../queries/due-list.ts';
import { count, day } from './numbers.ts';
import type { Block } from './reply.ts';

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

/** "2 đơn vị chưa …: Lộc Thọ, Vĩnh Hải"; of many, how many. */
function namedUnits(what: string, units: readonly Agency[]): string {
  const names =
    units.length > MOST_NAMED ? '' : `: ${units.map(({ shortName }) => shortName).join(', ')}`;
  return `${count(units.length)} đơn vị${what}${names}`;
}

/** "07:00 23/11/2026". */
export function momentText(moment: Temporal.Instant): string {
  return `${clockText(moment)} ${day(dayOf(moment))}`;
}

/** When something is due: "16:30 23/11/2026"; a day without an hour, which ends at midnight, is that day alone. */
export function dueText(moment: Temporal.Instant): string {
  const midnight = clockText(moment.add({ minutes: 1 })) === '00:00';
  return midnight ? day(dayOf(moment)) : momentText(moment);
}

/** "07:00". */
export function clockText(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Where dossiers come from and as of when; made-up ones are called so. */
export function listSourceBlocks(
  lists: readonly TakenList[],
  stale: boolean,
  further: readonly string[] = [],
): readonly Block[] {
  const [newest] = lists.toSorted((a, b) => Temporal.Instant.compare(b.asOf, a.asOf));
  if (newest === undefined) return [];
  const asOf = momentText(newest.asOf);
  return [
    ...(stale
      ? [
          {
            kind: 'warning',
            line: [`Danh sách chưa được cập nhật từ ${asOf}; có thể đã khác.`],
          } as const,
        ]
      : []),
    ...(lists.some(({ sample }) => sample)
      ? [{ kind: 'warning', line: ['Dữ liệu mẫu, không phải hồ sơ thật.'] } as const]
      : []),
    {
      kind: 'source',
      line: [[`Nguồn: danh sách hồ sơ ${newest.source}, lúc ${asOf}`, ...further].join('; ')],
    },
  ];
}
