import { type Reply, textReply } from './reply.ts';

/** A chat can no longer be written to; its subscriptions rest. */
export function chatGoneReply(name: string): Reply {
  return textReply(
    [
      { kind: 'headline', line: ['Không gửi được vào nhóm ', { strong: name }] },
      {
        kind: 'text',
        line: [
          'Bot đã bị đưa ra khỏi nhóm hoặc bị chặn. Các tin đăng ký của nhóm đã tạm dừng; mời bot vào lại rồi gõ /dang-ky trong nhóm để gửi tiếp.',
        ],
      },
    ],
    [{ label: 'Tin chưa gửi', send: '/chua-gui' }],
  );
}
