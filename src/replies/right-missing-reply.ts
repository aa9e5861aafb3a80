import { faultWords } from './fault-words.ts';
import { type Reply, textReply } from './reply.ts';

/** Zalo takes nothing from the Official Account, as its plan or a right is missing; `why` as the client says it. */
export function rightMissingReply(why: string): Reply {
  return textReply(
    [
      { kind: 'headline', line: [{ strong: 'Zalo không cho OA gửi tin' }] },
      {
        kind: 'text',
        line: [
          `${faultWords(why, 'zalo-oa')}. Tin được giữ lại và thử lại; danh sách buổi sáng quá trưa sẽ bỏ.`,
        ],
      },
      {
        kind: 'note',
        line: [
          'Kiểm ở oa.zalo.me: gói còn hạn và cho liên kết ứng dụng, OA đã xác thực, gói GMF còn hạn; ở developers.zalo.me: ứng dụng đang hoạt động, đủ quyền (docs/zalo.md, mục chọn quyền).',
        ],
      },
    ],
    [{ label: 'Tin chưa gửi', send: '/chua-gui' }],
  );
}
