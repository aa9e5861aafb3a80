import { textOf } from '../table.ts';
import type { Row } from '../table.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Where the reader of the marks stands: block A, group C.VI, agency A.18, part A.18.-.2, ... */
type Position = {
  readonly block: string | null;
  readonly group: number;
  readonly agency: number;
  readonly part: number;
  readonly office: number;
};

const START: Position = { block: null, group: 0, agency: 0, part: 0, office: 0 };

/**
 * Builds the official paths of Phụ lục 2 from the marks printed before its rows, in their order: A → "A",
 * 18 → "A.18", - → "A.18.-.1", + → "A.18.+.1", C → "C", I → "C.I", 1 → "C.I.1". A mark out of order gives null,
 * because everything after it would land on a neighbour.
 */
export function pathReader(): (row: Row) => string | null {
  let position = START;
  return (row) => {
    const next = after(position, textOf(row.cells[0]));
    position = next ?? position;
    return next === null ? null : pathOf(next);
  };
}

function after(at: Position, mark: string): Position | null {
  if (/^[-–+]$/u.test(mark)) return at.agency === 0 ? null : within(at, mark);
  if (/^\d+$/u.test(mark)) {
    const isNext = at.block !== null && Number(mark) === at.agency + 1;
    return isNext ? { ...at, agency: at.agency + 1, part: 0, office: 0 } : null;
  }
  // Groups first: after "C" the mark "I" is the first group, not the ninth block.
  if (at.block !== null && mark === ROMAN[at.group + 1]) {
    return { ...START, block: at.block, group: at.group + 1 };
  }
  return mark === letterAfter(at.block) ? { ...START, block: mark } : null;
}

function within(at: Position, mark: string): Position {
  return mark === '+' ? { ...at, office: at.office + 1 } : { ...at, part: at.part + 1, office: 0 };
}

function letterAfter(block: string | null): string {
  return block === null ? 'A' : String.fromCodePoint((block.codePointAt(0) ?? 0) + 1);
}

function pathOf({ block, group, agency, part, office }: Position): string {
  const parts = [block ?? '', ROMAN[group] ?? '', agency === 0 ? '' : String(agency)];
  if (office > 0) parts.push('+', String(office));
  else if (part > 0) parts.push('-', String(part));
  return parts.filter((each) => each !== '').join('.');
}
