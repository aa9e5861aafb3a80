/**
 * No letter or digit that is mistaken for another, and none that a Vietnamese keyboard makes a mark of: without vowels,
 * D and W, Telex and VNI leave what is typed alone.
 */
const LETTERS = '23456789BCFGHJKMNPQRSTVXZ';
const LENGTH = 6;
const MOST = BigInt(LETTERS.length) ** BigInt(LENGTH);
/** Neighbours get codes that look nothing alike; it has no factor in common with 25⁶, so every code is one number's. */
const FACTOR = 91_625_333n;
/** FACTOR · INVERSE = 1 (mod 25⁶). */
const INVERSE = inverseOf(FACTOR);

/** The code people type for an entry of the audit, by its number: six letters and digits, no two numbers alike. */
export function auditCode(number: number): string {
  let left = (BigInt(number) * FACTOR) % MOST;
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code = `${LETTERS[Number(left % BigInt(LETTERS.length))] ?? ''}${code}`;
    left /= BigInt(LETTERS.length);
  }
  return code;
}

/** The number behind a code as somebody typed it, in any case and with gaps; null if it is none. */
export function numberOfCode(typed: string): number | null {
  const letters = typed.toUpperCase().replaceAll(/[\s-]/gu, '');
  if (letters.length !== LENGTH) return null;
  let value = 0n;
  for (const letter of letters) {
    const digit = LETTERS.indexOf(letter);
    if (digit === -1) return null;
    value = value * BigInt(LETTERS.length) + BigInt(digit);
  }
  return Number((value * INVERSE) % MOST);
}

/** By Euler: 25⁶ has 4/5 of its numbers without a factor in common. */
function inverseOf(factor: bigint): bigint {
  let result = 1n;
  let power = factor % MOST;
  for (let left = (MOST / 5n) * 4n - 1n; left > 0n; left /= 2n) {
    if (left % 2n === 1n) result = (result * power) % MOST;
    power = (power * power) % MOST;
  }
  return result;
}
