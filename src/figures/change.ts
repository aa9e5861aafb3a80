import { type Fraction, hundredthsOfPercent, printedFraction } from './fraction.ts';

/** A rate as it is known: exactly, or (`fraction` null) only as printed, in hundredths of a percent. */
export type KnownRate = { readonly hundredths: number; readonly fraction: Fraction | null };

/**
 * The change from one rate to a later one in hundredths of a percentage point: 1,70% → 0,96% = -74. Computed exactly
 * and rounded once, so it may differ by one hundredth from the difference of the rounded rates. Never a relative
 * change: the reports write "giảm 0,74%" for a difference of rates (domain.md 2.4).
 */
export function pointsBetween(earlier: KnownRate, later: KnownRate): number {
  const [a, b] = [exactly(earlier), exactly(later)];
  return hundredthsOfPercent({
    numerator: b.numerator * a.denominator - a.numerator * b.denominator,
    denominator: a.denominator * b.denominator,
  });
}

function exactly({ hundredths, fraction }: KnownRate): Fraction {
  return fraction ?? printedFraction(hundredths);
}
