import type { Target } from '../figures/targets.ts';
import { shortPercent } from './numbers.ts';

/** "40–45%", or "84%" where both ends are the same. */
export function targetRange({ from, to }: Pick<Target, 'from' | 'to'>): string {
  return from === to
    ? shortPercent(from)
    : `${shortPercent(from).replace('%', '')}–${shortPercent(to)}`;
}

/** "Vượt chỉ tiêu 40–45% (Quyết định 807/QĐ-UBND)". */
export function targetText(target: Target, rate: number): string {
  const verdict =
    rate >= target.to
      ? target.from === target.to
        ? 'Đạt'
        : 'Vượt'
      : rate >= target.from
        ? 'Đạt'
        : 'Chưa đạt';
  return `${verdict} chỉ tiêu ${targetRange(target)} (${target.source})`;
}
