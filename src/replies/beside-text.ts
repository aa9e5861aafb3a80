import type { Rate } from '../queries/rate.ts';
import { percent, quotient } from './numbers.ts';
import { rateOrigin } from './rate-lines.ts';

/** Rates of the same agency and period that documents and formulas give otherwise. */
type Beside = { readonly beside: readonly Rate[] };

/** " (công bố 0,96%)": the second of two truths, beside the one that stands for the period. */
export function besideText({ beside }: Beside): string {
  if (beside.length === 0) return '';
  const numbers = beside.map(({ origin, hundredths }) =>
    origin === 'published' ? `công bố ${percent(hundredths)}` : percent(hundredths),
  );
  return ` (${numbers.join('; ')})`;
}

/** "; 0,96% (63/6.571) — công bố, chỉ tính hồ sơ đã giải quyết": the same with its counts, behind those of the other. */
export function besideCounts({ beside }: Beside): string {
  return beside
    .map((rate) => `; ${percent(rate.hundredths)}${countsText(rate)} — ${rateOrigin(rate)}`)
    .join('');
}

/** " (85/7.718)"; empty for a rate without counts. */
export function countsText({ fraction }: Rate): string {
  return fraction === null ? '' : ` (${quotient(fraction.numerator, fraction.denominator)})`;
}
