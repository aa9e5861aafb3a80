import type { CellValue } from 'hucre/xlsx';

import type { Cell } from '../table.ts';
import { percentText } from './read-number.ts';

/** Tags that come along when cells are copied from a page or made by a program that writes one. */
const TAGS = /<\/?(?:p|ul|ol|li|div|span|br|b|i|u|strong|em|font|sup|sub)(?:\s[^<>]*)?\/?>/giu;

/** A cell as it is seen: percent-formatted numbers as "0.49%", marked-up text without its tags. */
export function cellOf(value: CellValue, format: string): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return format.includes('%') ? percentText(value) : value;
  return value instanceof Date ? value.toISOString() : textWithoutTags(String(value));
}

/**
 * "<p>05</p>" is "05"; null when nothing but tags stands there. In one normal form: names of fields are kept as they are
 * read, and the same name must not be two.
 */
export function textWithoutTags(text: string): string | null {
  const plain = text.includes('<') ? text.replace(TAGS, '\n').trim() : text;
  return plain.trim() === '' ? null : plain.normalize('NFC');
}
