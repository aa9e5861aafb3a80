import type { Agency } from '../agencies/agency.ts';
import type { Metric } from '../figures/metric.ts';
import { metricName } from './metric-words.ts';
import type { Block } from './reply.ts';

/** What was assumed and not said; null or empty for what was said outright. */
export type Assumed = {
  readonly agency: Agency | null;
  readonly metric: Metric | null;
  readonly periodTaken: boolean;
  /** Words nothing could be made of. */
  readonly unread: string;
};

/** "Tôi hiểu: tỷ lệ hồ sơ trễ hạn của UBND thành phố Nha Trang, cùng kỳ vừa hỏi." Nothing assumed, nothing said. */
export function understoodBlocks({
  agency,
  metric,
  periodTaken,
  unread,
}: Assumed): readonly Block[] {
  const parts = [
    metric === null ? null : metricName(metric),
    agency === null ? null : agency.name,
    periodTaken ? 'cùng kỳ vừa hỏi' : null,
  ].filter((part) => part !== null);
  const assumed: readonly Block[] =
    parts.length === 0 ? [] : [{ kind: 'note', line: [`Tôi hiểu: ${parts.join(', ')}.`] }];
  const ignored: readonly Block[] =
    unread === '' ? [] : [{ kind: 'note', line: [`Chưa hiểu phần: “${unread.slice(0, 80)}”.`] }];
  return [...assumed, ...ignored];
}
