import type { DueRow } from '../queries/due-list.ts';
import { count } from './numbers.ts';
import { remainingWords } from './remaining-words.ts';
import type { Block, Line } from './reply.ts';

/** Rows a phone shows without much scrolling; the rest stands in the file. */
export const MOST_ROWS = 12;

/** The most urgent rows, by the unit and step that has them; the unit with the most urgent one first. */
export function dueRowBlocks(rows: readonly DueRow[]): readonly Block[] {
  const shown = rows.slice(0, MOST_ROWS);
  // A first list has nothing but new ones: a mark on each would say nothing.
  const isAllNew = rows.every(({ isNew }) => isNew);
  const groups = Map.groupBy(shown, ({ dossier }) => whereText(dossier));
  const blocks = Array.from(groups, ([where, some]): readonly Block[] => [
    ...(where === '' ? [] : [{ kind: 'text', line: [{ strong: where }] } as const]),
    { kind: 'list', items: some.map((row) => rowLine(row, !isAllNew)) },
  ]).flat();
  const more = rows.length - shown.length;
  if (more === 0) return blocks;
  return [...blocks, { kind: 'note', line: [`Còn ${count(more)} hồ sơ nữa trong tệp đính kèm.`] }];
}

/** "Phòng TNMT — Thẩm định". */
function whereText({ handlingUnit, step }: DueRow['dossier']): string {
  return [handlingUnit, step].filter((part) => part !== null).join(' — ');
}

function rowLine({ dossier, remaining, isNew, isHandedUp }: DueRow, marksNew: boolean): Line {
  const { code, procedure, desk } = dossier;
  const rest = [remainingWords(remaining), procedure, desk].filter((part) => part !== null);
  return [
    { strong: code },
    ` ${rest.join(' · ')}${isHandedUp ? ' · đã trình' : ''}${isNew && marksNew ? ' · mới' : ''}`,
  ];
}
