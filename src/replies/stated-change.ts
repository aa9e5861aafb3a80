import { parsePeriodKey } from '../calendar/periods.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import { points } from './numbers.ts';
import { periodName } from './period-names.ts';

/** A change as a document states it, without its first capital: "giảm 0,74 điểm % so với 6 tháng đầu năm 2022". */
export function statedChangeText(change: Statement['changes'][number]): string {
  return `${points(change.points)} so với ${periodName(parsePeriodKey(change.against))}`;
}
