import type { Bound, Sieve } from '../figures/limit.ts';
import { count, shortPercent } from './numbers.ts';

/** "trên 1%", "từ 1% trở lên", "100%", "từ 1% đến 2%", "dưới 5 hồ sơ". */
export function sieveWords({ of, bounds }: Sieve): string {
  const [from, to] = bounds;
  if (from === undefined) return '';
  if (to === undefined) return boundWords(from, of);
  return from.threshold === to.threshold
    ? valueWords(from.threshold, of)
    : `từ ${valueWords(from.threshold, of)} đến ${valueWords(to.threshold, of)}`;
}

/** "1%", "100 hồ sơ". */
function valueWords(threshold: number, of: Sieve['of']): string {
  return of === 'rate' ? shortPercent(threshold) : `${count(threshold)} hồ sơ`;
}

function boundWords({ threshold, side, inclusive }: Bound, of: Sieve['of']): string {
  const value = valueWords(threshold, of);
  if (side === 'above') {
    if (!inclusive) return `trên ${value}`;
    return of === 'rate' && threshold === 10_000 ? value : `từ ${value} trở lên`;
  }
  if (!inclusive) return `dưới ${value}`;
  return threshold === 0 ? value : `từ ${value} trở xuống`;
}
