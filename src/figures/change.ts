import { exactOf, fraction, hundredthsOfPercent, type KnownRate } from './fraction.ts';

/**
 * The change from one rate to a later one in hundredths of a percentage point: 1,70% → 0,96% = -74. Computed exactly
 * and rounded once, so it may differ by one hundredth from the difference of the rounded rates. Never a relative
 * change: the reports write "giảm 0,74%" for a difference of rates (domain.md 2.4).
 */
export function pointsBetween(earlier: KnownRate, later: KnownRate): number {
  const [a, b] = [exactOf(earlier), exactOf(later)];
  return hundredthsOfPercent({
    numerator: b.numerator * a.denominator - a.numerator * b.denominator,
    denominator: a.denominator * b.denominator,
  });
}

/** How much more or less an amount is than another, in hundredths of a percent of it; null over 0. Never for rates. */
export function relativeChange(from: number, to: number): number | null {
  return from === 0 ? null : hundredthsOfPercent(fraction(BigInt(to) - BigInt(from), from));
}
