import { channelName } from './channel-names.ts';
import { faultWords, oaCodeOf } from './fault-words.ts';
import { type BotNames, pickedAt, type Place, typedAt } from './in-group.ts';
import { type Reply, textReply } from './reply.ts';

/** A chat the bot can no longer write to, and why, as the channel wrote it down. */
export type GoneChat = {
  readonly name: string;
  readonly channel: string;
  readonly because: string;
};

/** A chat can no longer be written to; its subscriptions rest. What to do depends on who closed it, and how. */
export function chatGoneReply(gone: GoneChat, names: BotNames): Reply {
  const { name, channel, because } = gone;
  const isPerson = isOfPerson(gone);
  const reason = faultWords(because, channel);
  return textReply(
    [
      {
        kind: 'headline',
        line: [isPerson ? 'Không gửi được cho ' : 'Không gửi được vào nhóm ', { strong: name }],
      },
      {
        kind: 'text',
        line: [
          `${channelName(channel)}: ${reason}. Các tin đăng ký ${isPerson ? 'của người này' : 'của nhóm'} đã tạm dừng; ${remedyOf(gone, names)}.`,
        ],
      },
    ],
    [{ label: 'Tin chưa gửi', send: '/chua-gui' }],
  );
}

const SILENT = '-230';

/** Of the Official Account only people close; its groups are its own. */
function isOfPerson({ channel, because }: GoneChat): boolean {
  return channel === 'zalo-oa' && because !== 'dissolved';
}

function remedyOf(gone: GoneChat, names: BotNames): string {
  const { channel, because } = gone;
  if (isOfPerson(gone)) {
    return oaCodeOf(because) === SILENT
      ? 'khi họ nhắn OA một tin, bot tự gửi tiếp'
      : 'khi họ quan tâm OA và nhắn một tin, bot tự gửi tiếp';
  }
  if (channel === 'zalo-oa') {
    return 'tạo nhóm mới trong trang quản lý OA, gắn bằng /gan-nhom rồi gõ /dang-ky';
  }
  const place: Place = { channel, chatKind: 'group' };
  return `mời bot vào lại rồi gõ ${typedAt(place, '/dang-ky', names)} trong nhóm để gửi tiếp${pickedAt(place, names)}`;
}
