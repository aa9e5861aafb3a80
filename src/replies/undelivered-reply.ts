import type { SubscriptionKind } from '../audience/store.ts';
import type { DeadReason } from '../outbox/settle.ts';
import type { OutboxCounts, Undelivered } from '../outbox/store.ts';
import { SUBSCRIPTION_NAMES } from './audience-words.ts';
import { channelName } from './channel-names.ts';
import { faultWords } from './fault-words.ts';
import { type BotNames, pickedAt, type Place, typedAt } from './in-group.ts';
import { momentText } from './moment-words.ts';
import { count } from './numbers.ts';
import { pushName } from './push-words.ts';
import { type Block, type Line, type Reply, textReply } from './reply.ts';

/** What did not arrive in the last days, and what is not sent at present. */
export type UndeliveredAnswer = {
  readonly days: number;
  /** How many messages did not arrive. */
  readonly total: number;
  /** The latest of them, `MOST_UNDELIVERED` at most. */
  readonly messages: readonly { readonly message: Undelivered; readonly chat: string }[];
  readonly paused: readonly {
    readonly channel: string;
    readonly chat: string;
    readonly kind: SubscriptionKind;
    /** The messenger's word. */
    readonly because: string;
  }[];
  /** Of all chats; null where only one may be told of. */
  readonly counts: OutboxCounts | null;
  readonly botNames: BotNames;
};

/** More messages than that are no screen any more. */
export const MOST_UNDELIVERED = 6;
/** And more subscriptions at rest. */
const MOST_PAUSED = 6;

const DEAD_WORDS: Readonly<Record<DeadReason, string>> = {
  never: 'ứng dụng nhắn tin từ chối',
  tooLate: 'quá giờ gửi, không gửi nữa',
  tooManyAttempts: 'thử nhiều lần không được, đã thôi gửi',
  unknownTwice: 'hai lần không rõ có đến nơi không, đã thôi gửi',
  unreadable: 'nội dung lưu từ phiên bản khác, không đọc được',
};

/** The reply to /chua-gui. */
export function undeliveredReply(answer: UndeliveredAnswer): Reply {
  const { messages, total, paused, days } = answer;
  const headline =
    total === 0
      ? `Không có tin nào chưa gửi được trong ${String(days)} ngày qua`
      : `${count(total)} tin chưa gửi được trong ${String(days)} ngày qua`;
  return textReply([
    { kind: 'headline', line: [{ strong: headline }] },
    ...countBlocks(answer),
    ...listed(messages.map(messageLine), { total, unit: 'tin' }),
    ...(paused.length === 0 ? [] : [{ kind: 'text', line: [pausedText(answer)] } as const]),
    ...listed(
      paused
        .slice(0, MOST_PAUSED)
        .map(({ channel, chat, kind, because }): Line => [
          { strong: chat },
          `: ${SUBSCRIPTION_NAMES[kind]} — ${faultWords(because, channel)}`,
        ]),
      { total: paused.length, unit: 'đăng ký' },
    ),
  ]);
}

function countBlocks({ counts }: UndeliveredAnswer): readonly Block[] {
  if (counts === null) return [];
  const { sent, waiting, sending } = counts;
  return [
    {
      kind: 'text',
      line: [`Đã gửi ${count(sent)} tin; đang chờ gửi ${count(waiting + sending)}.`],
    },
  ];
}

function messageLine({ message, chat }: UndeliveredAnswer['messages'][number]): Line {
  const { channel, key, deadBecause, why, mayHaveArrived, notBefore, tries } = message;
  const state =
    deadBecause === null
      ? `đang thử lại, đã thử ${String(tries)} lần${mayHaveArrived ? ', có thể đã đến' : ''}`
      : DEAD_WORDS[deadBecause];
  const detail = why === null ? '' : ` (${faultWords(why, channel)})`;
  return [{ strong: chat }, `: ${pushName(key)} lúc ${momentText(notBefore)} — ${state}${detail}`];
}

/** How it goes on: in the way that reaches the bot in the chats that rest. */
function pausedText({ paused, botNames }: UndeliveredAnswer): string {
  const named = Object.keys(botNames)
    .filter((channel) => paused.some((one) => one.channel === channel))
    .map((channel) => {
      const place: Place = { channel, chatKind: 'group' };
      return `; ở ${channelName(channel)}: ${typedAt(place, '/dang-ky', botNames)}${pickedAt(place, botNames)}`;
    });
  return `Đang tạm dừng, gõ /dang-ky trong nhóm để gửi tiếp${named.join('')}:`;
}

function listed(
  lines: readonly Line[],
  { total, unit }: { readonly total: number; readonly unit: string },
): readonly Block[] {
  if (lines.length === 0) return [];
  const rest = total - lines.length;
  const more: readonly Block[] =
    rest > 0 ? [{ kind: 'note', line: [`Còn ${count(rest)} ${unit} nữa.`] }] : [];
  return [{ kind: 'list', items: lines }, ...more];
}
