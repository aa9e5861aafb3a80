import { type Reply, withHeadline } from './reply.ts';

/**
 * The newest figures, for who asked what is late today, or who has it, and cannot be told: that stands before the
 * number. `isHidden`: there may be a list, which is not for this chat.
 */
export function withoutTodayReply(
  figures: Reply,
  { isHidden, asksWhere }: { readonly isHidden: boolean; readonly asksWhere: boolean },
): Reply {
  const missing = asksWhere
    ? 'Chưa có danh sách hồ sơ nên chưa biết đang ở đâu'
    : 'Chưa có số liệu hôm nay';
  const why = isHidden
    ? 'Số hôm nay chỉ gửi nhóm của cơ quan; mới nhất đã công bố: '
    : `${missing}; mới nhất hiện có: `;
  return withHeadline(figures, (line) => [why, ...line]);
}
