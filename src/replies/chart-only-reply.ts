import type { Reply } from './reply.ts';

/** A reply reduced to its chart: first line, picture, source. Says so when there is nothing to draw. */
export function chartOnlyReply(reply: Reply): Reply {
  if (reply.chart === null) {
    return {
      ...reply,
      blocks: [...reply.blocks, { kind: 'note', line: ['Không đủ số liệu để vẽ biểu đồ.'] }],
    };
  }
  const kept = reply.blocks.filter(
    ({ kind }) => kind === 'headline' || kind === 'warning' || kind === 'source',
  );
  return { ...reply, blocks: kept };
}
