import { type Block, plain } from '../replies/reply.ts';
import { layOut } from './lay-out.ts';
import { splitLines } from './split-lines.ts';

/** How a channel without markup shows text: the longest message, and the widest table it can align (0 = none). */
export type PlainShape = { readonly limit: number; readonly tableWidth: number };

/** The blocks of a reply as messages of plain text, in order; `limit: Infinity` gives at most one. */
export function plainText(blocks: readonly Block[], shape: PlainShape): readonly string[] {
  return splitLines(layOut(blocks, shape.tableWidth), shape.limit).map((part) =>
    part.map(({ line }) => plain(line)).join('\n'),
  );
}
