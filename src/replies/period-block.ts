import type { Period } from '../calendar/period.ts';
import type { Provisional, Timeliness } from '../queries/timeliness.ts';
import { day } from './numbers.ts';
import { periodName, periodWithDays } from './period-names.ts';
import type { Block } from './reply.ts';

/** What an answer about one period has. */
type OfPeriod = { readonly period: Period; readonly timeliness: Timeliness };

/** "quý III/2023 (tạm tính)": in first lines and charts, which are passed on without the rest. */
export function periodTitle({ period, timeliness }: OfPeriod): string {
  return `${periodName(period)}${timeliness.provisional === null ? '' : ' (tạm tính)'}`;
}

/** "Kỳ: năm 2023 (15/12/2022–14/12/2023) — tạm tính, kỳ đang chạy, mới đến 20/09/2023". */
export function periodBlock({ period, timeliness }: OfPeriod): Block {
  const { provisional, stale } = timeliness;
  const marks = [
    ...(provisional === null ? [] : [provisionalText(provisional)]),
    ...(stale ? ['mới nhất hiện có, đã quá một năm'] : []),
  ];
  return { kind: 'note', line: [[`Kỳ: ${periodWithDays(period)}`, ...marks].join(' — ')] };
}

/** "tạm tính, kỳ đang chạy, mới đến 20/10/2023". */
export function provisionalText(provisional: Provisional): string {
  return `tạm tính, ${reachText(provisional)}`;
}

/** "kỳ đang chạy, mới đến 20/10/2023"; of a period that is over, how far its figures reach. */
export function reachText({ upTo, running }: Provisional): string {
  return `${running ? 'kỳ đang chạy, ' : 'số liệu '}mới đến ${day(upTo)}`;
}

/** Sides of a comparison that are provisional, each by name; and whether all are old. */
export function sideTimelinessBlocks<S extends Pick<OfPeriod, 'timeliness'>>(
  sides: readonly S[],
  nameOf: (side: S) => string,
): readonly Block[] {
  const notes = sides.flatMap((side): Block[] => {
    const { provisional } = side.timeliness;
    if (provisional === null) return [];
    return [{ kind: 'note', line: [`${nameOf(side)}: ${provisionalText(provisional)}.`] }];
  });
  return [...notes, ...staleBlocks({ stale: sides.some(({ timeliness }) => timeliness.stale) })];
}

/** Said where no single period is named: by trends and comparisons. */
export function staleBlocks({ stale }: Pick<Timeliness, 'stale'>): readonly Block[] {
  return stale ? [{ kind: 'note', line: ['Số liệu mới nhất hiện có, đã quá một năm.'] }] : [];
}
