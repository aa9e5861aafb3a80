import { textOf } from '../table.ts';
import type { Cell } from '../table.ts';

/** Why a cell is not the number its column holds. */
type NumberFault = 'notANumber' | 'notWhole' | 'negative' | 'ambiguousRate' | 'rateTooHigh';

/** The number of a cell, null for an empty one, or what is wrong with it. */
export type NumberRead =
  | { readonly value: number | null }
  | { readonly fault: NumberFault; readonly text: string };

/** Accounting formats and typists write nil as a dash. */
const DASH = /^[-–—]$/u;
/** "-5", and "(5)" as accountants write it. */
const NEGATIVE = /^[-–−(]\s*\d/u;
/** "543317", "05", "543,317", "543.317", "543 317"; one and the same mark throughout. */
const WHOLE = /^(?:\d+|\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*)$/u;
const DECIMAL = /^\d+[.,]\d+$/u;
const RATE = /^(\d{1,3})(?:[.,](\d+))?\s?%?$/u;

/**
 * A count of dossiers. Thousands marks of tables ("543,317") and of prose ("543.317") mean the same, leading
 * zeros nothing, a dash nil; an empty cell is missing, not 0 (domain.md, section 7).
 */
export function readCount(cell: Cell | undefined): NumberRead {
  const text = textOf(cell);
  const early = nothingOrNegative(text);
  if (early !== null) return early;
  if (DECIMAL.test(text) && !(typeof cell === 'string' && WHOLE.test(text))) {
    return { fault: 'notWhole', text };
  }
  if (!WHOLE.test(text)) return { fault: 'notANumber', text };
  const value = Number(text.replace(/[.,\s]/gu, ''));
  return Number.isSafeInteger(value) ? { value } : { fault: 'notANumber', text };
}

/**
 * A rate in hundredths of a percent: "0.49%", "0,49" and "0.50" are 49, 49 and 50. Text with three decimals is
 * refused, because "1.234" is a count to half of its readers; a number computed by the sheet is rounded half-up.
 */
export function readRate(cell: Cell | undefined): NumberRead {
  const text = typeof cell === 'number' ? cell.toFixed(12) : textOf(cell);
  const early = nothingOrNegative(text);
  if (early !== null) return early;
  const [matched, whole = '', decimals = ''] = RATE.exec(text) ?? [];
  if (matched === undefined) return { fault: 'notANumber', text };
  if (typeof cell !== 'number' && decimals.length > 2) return { fault: 'ambiguousRate', text };
  const value = hundredths(whole, decimals);
  return value > 10_000 ? { fault: 'rateTooHigh', text } : { value };
}

/** A fraction of a percent-formatted cell as it is seen with two decimals: 0.0049425 → "0.49%". */
export function percentText(fraction: number): string {
  const [whole = '0', decimals = ''] = Math.abs(fraction * 100)
    .toFixed(10)
    .split('.');
  const value = hundredths(whole, decimals);
  const seen = `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}%`;
  return fraction < 0 && value > 0 ? `-${seen}` : seen;
}

function nothingOrNegative(text: string): NumberRead | null {
  if (text === '') return { value: null };
  if (DASH.test(text)) return { value: 0 };
  return NEGATIVE.test(text) ? { fault: 'negative', text } : null;
}

/** Half-up on the decimal digits, as the official tables round. */
function hundredths(whole: string, decimals: string): number {
  const digits = decimals.padEnd(3, '0');
  const up = digits.charAt(2) >= '5' ? 1 : 0;
  return Number(whole) * 100 + Number(digits.slice(0, 2)) + up;
}
