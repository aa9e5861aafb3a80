import type { Block, Line, Span } from '../replies/reply.ts';
import { alignColumns, widthOf } from './columns.ts';

/**
 * One line of a reply as text channels show it. `columns` lines belong in a fixed-width font; `gap` is an empty
 * line between paragraphs; the other kinds say which role the line plays, so that a channel can mark it up.
 */
export type LaidLine = {
  readonly kind: Exclude<Block['kind'], 'table'> | 'columns' | 'gap';
  readonly line: Line;
};

/** Which blocks stand together without an empty line between them. */
const PARAGRAPH: Readonly<Record<Block['kind'], number>> = {
  headline: 0,
  text: 1,
  list: 1,
  table: 2,
  warning: 3,
  note: 4,
  source: 4,
};

/**
 * The blocks of a reply as lines, in order and complete. A table wider than `tableWidth` columns becomes one line a
 * row; 0 means that the channel has no fixed-width font.
 */
export function layOut(blocks: readonly Block[], tableWidth: number): readonly LaidLine[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const lines = linesOf(block, tableWidth);
    const apart = before !== undefined && PARAGRAPH[before.kind] !== PARAGRAPH[block.kind];
    return apart ? [{ kind: 'gap', line: [] } as const, ...lines] : lines;
  });
}

function linesOf(block: Block, tableWidth: number): readonly LaidLine[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => unfolded('list', ['• ', ...item]));
    case 'warning':
      return unfolded('warning', ['⚠️ ', ...block.line]);
    case 'table':
      return tableLines(block, tableWidth);
    case 'headline':
    case 'text':
    case 'note':
    case 'source':
      return unfolded(block.kind, block.line);
  }
}

function tableLines(
  { header, rows }: Extract<Block, { kind: 'table' }>,
  tableWidth: number,
): readonly LaidLine[] {
  const aligned = alignColumns(header, rows);
  if (Math.max(...aligned.map(widthOf)) <= tableWidth) {
    return aligned.map((line) => ({ kind: 'columns', line: [line] }));
  }
  const named = header.some((cell) => cell !== '');
  return [
    ...(named ? unfolded('note', rowLine(header)) : []),
    ...rows.flatMap(([first = '', ...cells]) =>
      unfolded('text', rowLine([{ strong: first }, ...cells])),
    ),
  ];
}

/** "Cam Lâm: 3,14% · 102/3.246". */
function rowLine([first = '', ...cells]: readonly Span[]): Line {
  const rest = cells.flatMap((cell) => (cell === '' ? [] : [' · ', cell]));
  return rest.length === 0 ? [first] : [first, ': ', ...rest.slice(1)];
}

/** A line with line breaks in it (words quoted from a person can have some) is several lines. */
function unfolded(kind: LaidLine['kind'], line: Line): readonly LaidLine[] {
  if (!line.some(hasBreak)) return [{ kind, line }];
  const lines: Span[][] = [[]];
  for (const span of line) {
    const [first = '', ...others] = (typeof span === 'string' ? span : span.strong).split(
      /\r\n?|\n/u,
    );
    const like = (text: string): Span => (typeof span === 'string' ? text : { strong: text });
    lines.at(-1)?.push(like(first));
    lines.push(...others.map((text) => [like(text)]));
  }
  return lines.map((spans) => ({ kind, line: spans }));
}

function hasBreak(span: Span): boolean {
  const text = typeof span === 'string' ? span : span.strong;
  return text.includes('\n') || text.includes('\r');
}
