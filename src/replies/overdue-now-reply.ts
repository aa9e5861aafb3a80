import type { Reply } from './reply.ts';

/**
 * The newest figures, for who asked what is late today and cannot be told: that stands before the number. `isHidden`:
 * there may be a list, which is not for this chat.
 */
export function withoutTodayReply(figures: Reply, isHidden: boolean): Reply {
  const [headline, ...others] = figures.blocks;
  if (headline?.kind !== 'headline') return figures;
  const why = isHidden
    ? 'Số hôm nay chỉ gửi nhóm của cơ quan; mới nhất đã công bố: '
    : 'Chưa có số liệu hôm nay; mới nhất hiện có: ';
  return { ...figures, blocks: [{ kind: 'headline', line: [why, ...headline.line] }, ...others] };
}
