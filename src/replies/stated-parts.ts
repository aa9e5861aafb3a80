import type { IndexScore } from '../figures/index-score.ts';
import type { Statement } from '../snapshots/snapshot.ts';
import { count, quotient } from './numbers.ts';
import type { Block } from './reply.ts';

/** What a document counts beside a rate or in place of one: the scores that are of no group of the portal's index. */
export function statedParts({ scores = [] }: Pick<Statement, 'scores'>): readonly IndexScore[] {
  return scores.filter(({ group, part }) => group === null && part !== null);
}

/** "35/42 cơ quan xếp loại Tốt (tăng 05 cơ quan so với năm 2022)"; what the document adds is in its own words. */
export function partText(part: IndexScore): string {
  const name = part.name ?? '';
  const number = numberOf(part);
  const said = saidText(part);
  if (number === null) return said === '' ? name : `${name}: ${said}`;
  return `${number} ${name}${said === '' ? '' : ` (${said})`}`;
}

/** What the document adds to a number; empty where nothing. */
export function saidText({ flags }: IndexScore): string {
  return flags.flatMap(({ message }) => (message === null ? [] : [message])).join('; ');
}

/** "35/42", "12": null where only words stand. */
export function numberOf({ numerator, denominator }: IndexScore): string | null {
  if (numerator === null) return null;
  return denominator === null ? count(numerator) : quotient(numerator, denominator);
}

/** What a document is to be doubted for. */
export function remarkBlocks(remarks: readonly IndexScore[]): readonly Block[] {
  return remarks.map((remark) => ({ kind: 'warning', line: [partText(remark)] }));
}
