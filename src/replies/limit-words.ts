import { type Bound, oppositeOf } from '../figures/limit.ts';
import { shortPercent } from './numbers.ts';
import { sieveWords } from './sieve-words.ts';

/** A limit, and whether a rate keeps it. */
type Held = { readonly limit: Bound; readonly kept: boolean };

/**
 * "dưới mục tiêu 1%", "vượt mục tiêu 1%": how a rate stands against a limit that it must not exceed. One that the limit
 * itself still keeps is not said to be under it.
 */
export function againstLimit({ limit, kept }: Held): string {
  const goal = `mục tiêu ${shortPercent(limit.threshold)}`;
  if (!kept) return `vượt ${goal}`;
  return limit.inclusive ? `không vượt ${goal}` : `dưới ${goal}`;
}

/** "dưới 1%": the rates that keep a limit. */
export function keepingWords(limit: Bound): string {
  return sieveWords({ of: 'rate', bounds: [limit] });
}

/** "từ 1% trở lên": the rates that break it. */
export function breakingWords(limit: Bound): string {
  return keepingWords(oppositeOf(limit));
}
