/** An exact rate, unreduced so that it can be cited as it was counted: 109/14114. The denominator is above 0. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A rate from counts. RangeError for a denominator that is not above 0: "nothing arose" is not a fraction. */
export function fraction(numerator: number | bigint, denominator: number | bigint): Fraction {
  if (denominator <= 0) throw new RangeError(`no rate over ${String(denominator)}`);
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/**
 * A rate that is known only as printed, 0,77% = 77 hundredths. It was rounded: closer than half a hundredth to a
 * limit it does not tell on which side it was.
 *
 * @internal Exported for tests.
 */
export function printedFraction(hundredths: number): Fraction {
  return fraction(hundredths, 10_000);
}

/** A rate as it is known: exactly, or (`fraction` null) only as printed, in hundredths of a percent. */
export type KnownRate = { readonly hundredths: number; readonly fraction: Fraction | null };

/** A rate as exactly as it is known: by its counts, else as printed. */
export function exactOf({ hundredths, fraction: counted }: KnownRate): Fraction {
  return counted ?? printedFraction(hundredths);
}

/** The rate in hundredths of a percent, half up (away from zero for differences): 5/600 = 0,8333…% → 83. */
export function hundredthsOfPercent({ numerator, denominator }: Fraction): number {
  const absolute = numerator < 0n ? -numerator : numerator;
  const rounded = (absolute * 20_000n + denominator) / (denominator * 2n);
  return Number(numerator < 0n ? -rounded : rounded);
}

/** Negative, 0 or positive as `a` is below, equal to or above `b`, exactly. */
export function compareFractions(a: Fraction, b: Fraction): number {
  return signOf(a.numerator * b.denominator - b.numerator * a.denominator);
}

/** Negative, 0 or positive as the rate is below, at or above a percentage in hundredths, before any rounding. */
export function compareWithPercent(
  { numerator, denominator }: Fraction,
  hundredths: number,
): number {
  return signOf(numerator * 10_000n - BigInt(hundredths) * denominator);
}

function signOf(difference: bigint): -1 | 0 | 1 {
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
