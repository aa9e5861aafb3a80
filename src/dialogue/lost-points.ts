import type { Piece } from './sense.ts';

/** Points of the index that were not got: nothing else is counted in points. Separated by "|". */
export const LOST_POINTS = [
  ...['mất điểm', 'bị trừ điểm', 'trừ điểm', 'thiếu điểm', 'mất nhiều điểm', 'điểm mất'].flatMap(
    (lost) => ['', ' ở đâu', ' chỗ nào', ' ở chỗ nào', ' ở nhóm nào'].map((where) => lost + where),
  ),
  'mất bao nhiêu điểm|mất mấy điểm|nhóm nào mất điểm|nhóm nào mất nhiều điểm|nhóm nào bị trừ điểm',
].join('|');

const LOST = /(?:^| )(?:mat|tru|thieu) (?:nhieu |bao nhieu |may )?diem|^diem mat/u;

/** Whether it is said that points are lost: more of them is worse. */
export function saysLostPoints(pieces: readonly Piece[]): boolean {
  return pieces.some(({ sense, folded }) => sense?.kind === 'metric' && LOST.test(folded));
}
