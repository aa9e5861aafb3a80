import { parsePeriodKey } from '../calendar/periods.ts';
import type { CountName } from '../figures/counts.ts';
import type { CountedDifference, CountedDifferences } from '../queries/counted-differences.ts';
import { COUNT_WORDS } from './count-words.ts';
import { count, day } from './numbers.ts';
import { periodName } from './period-names.ts';
import type { Block, Line } from './reply.ts';
import { documentName } from './source-line.ts';

/** How many agencies fit a phone. */
const SHOWN = 4;
/** How many columns of each, and which go first: the ones that rates are made of. */
const COLUMNS = 5;
const FIRST: readonly CountName[] = [
  'received',
  'resolved',
  'resolvedOverdue',
  'pending',
  'pendingOverdue',
];

/** Where dossiers give other numbers than what was reported, the greatest differences first; nothing where there is none. */
export function countedBlocks(all: readonly CountedDifferences[]): readonly Block[] {
  const [first] = all;
  if (first === undefined) return [];
  const { counted } = first;
  const title = `${documentName(counted)} đến ${day(counted.asOf)} khác số báo cáo`;
  const rest = all.length - SHOWN;
  const items = countedShown(all).map((one): Line => [lineOf(one)]);
  return [
    { kind: 'warning', line: [{ strong: title }, `: ${String(all.length)} chỗ`] },
    { kind: 'list', items: rest > 0 ? [...items, [`còn ${String(rest)} chỗ nữa`]] : items },
  ];
}

/** Those that are told. */
export function countedShown(all: readonly CountedDifferences[]): readonly CountedDifferences[] {
  return all.slice(0, SHOWN);
}

function lineOf({ agency, period, differences, reported }: CountedDifferences): string {
  const ordered = [
    ...FIRST.flatMap((column) => differences.filter((one) => one.column === column)),
    ...differences.filter(({ column }) => !FIRST.includes(column)),
  ];
  const rest = ordered.length - COLUMNS;
  const parts = [
    ...ordered.slice(0, COLUMNS).map(partOf),
    ...(rest > 0 ? [`còn ${String(rest)} cột nữa`] : []),
  ];
  const asOf = day(reported.asOf);
  return `${agency.name}, ${periodName(parsePeriodKey(period))} (báo cáo đến ${asOf}): ${parts.join('; ')}`;
}

function partOf({ column, reported, counted }: CountedDifference): string {
  return `${COUNT_WORDS[column]} ${count(reported)}, đếm được ${count(counted)}`;
}
