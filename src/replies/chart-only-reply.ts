import { behindHeadline, type Block, type Reply } from './reply.ts';

/** Why the picture is another than the one asked for. */
export type DrawnInstead =
  /** A pie or the parts of a whole, of something published as a rate alone. */
  | 'noParts'
  /** The parts of several agencies: they are set side by side. */
  | 'severalSides'
  /** A pie, of parts that are there: they are drawn as stacked bars. */
  | 'stacked'
  /** A line, of several agencies: they stand side by side in each year. */
  | 'yearByYear'
  /** A line, of all agencies of a kind: it is that of their total. */
  | 'lineOfTotal';

const INSTEAD: Readonly<Record<DrawnInstead, string>> = {
  noParts: 'Chỉ tiêu này chỉ có tỷ lệ, không có số của từng phần để vẽ cơ cấu; vẽ bằng cột.',
  severalSides: 'Cơ cấu vẽ cho từng đơn vị; nhiều đơn vị thì vẽ cột so sánh.',
  stacked: 'Cơ cấu vẽ bằng cột chồng, không vẽ hình tròn.',
  yearByYear: 'Biểu đồ đường vẽ cho một cơ quan; nhiều cơ quan thì vẽ cột cạnh nhau, từng năm.',
  lineOfTotal: 'Biểu đồ đường vẽ cho một cơ quan; đây là số chung của tất cả.',
};

/**
 * A reply reduced to its chart: first line, how the question was understood, picture, source. Says so when there is
 * nothing to draw.
 */
export function chartOnlyReply(
  reply: Reply,
  { instead, notes }: { readonly instead: DrawnInstead | null; readonly notes: readonly Block[] },
): Reply {
  const { chart } = reply;
  if (chart === null) return withNote(reply, 'Không đủ số liệu để vẽ biểu đồ.');
  const kept = reply.blocks.filter(
    ({ kind }) => kind === 'headline' || kind === 'warning' || kind === 'source',
  );
  const form: readonly Block[] =
    instead === null ? [] : [{ kind: 'note', line: [INSTEAD[instead]] }];
  return behindHeadline({ ...reply, blocks: kept }, [...notes, ...form]);
}

function withNote(reply: Reply, words: string): Reply {
  return { ...reply, blocks: [...reply.blocks, { kind: 'note', line: [words] }] };
}
