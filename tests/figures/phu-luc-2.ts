import { readFileSync } from 'node:fs';

import { type Counts, NO_COUNTS } from '../../src/figures/counts.ts';

/** One printed row of Phụ lục 2 for 2023. */
export type PrintedRow = {
  readonly path: string;
  readonly parent: string;
  readonly counts: Counts;
  readonly overdueTotal: number;
  /** Hundredths of a percent. */
  readonly rate: number;
};

const FILE = new URL('../../fixtures/figures/phu-luc-2-nam-2023.csv', import.meta.url);

/** The 185 rows as printed. Read without the product's own reader, so that a fault there cannot hide one here. */
export function printedRows(): readonly PrintedRow[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [path = '', parent = '', , , ...cells] = line.split(',');
    const cell = (at: number) => Number(cells[at]);
    return {
      path,
      parent,
      counts: {
        ...NO_COUNTS,
        received: cell(0),
        resolved: cell(1),
        resolvedOnTime: cell(2),
        resolvedOverdue: cell(3),
        pending: cell(4),
        pendingWithin: cell(5),
        pendingOverdue: cell(6),
      },
      overdueTotal: cell(7),
      rate: Number((cells[8] ?? '').replace('.', '')),
    };
  });
}
