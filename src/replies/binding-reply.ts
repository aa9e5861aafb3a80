import type { Agency } from '../agencies/agency.ts';
import { CODE_MINUTES } from '../audience/binding-code.ts';
import type { Role } from '../audience/standing.ts';
import { USUAL_HOURS } from '../audience/usual-hours.ts';
import type { NoLonger } from '../queries/no-longer.ts';
import { lastDayText } from './agency-names.ts';
import { boundAs, hourText } from './audience-words.ts';
import { channelName } from './channel-names.ts';
import { type BotNames, pickedAt, type Place, typedAt } from './in-group.ts';
import { type Block, type Choice, type Line, type Reply, textReply } from './reply.ts';
import { capital } from './sentence.ts';
import { goneBlocks } from './subscription-notes.ts';
import { thisChat } from './this-chat.ts';

/** A chat and what it is bound as, for lists. */
export type BoundChat = {
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency | null;
};

type Chat = Pick<Place, 'chatKind'>;
type BoundAs = Pick<BoundChat, 'role' | 'agency'>;

/** What a chat is bound as, or is to be. */
export type ToBind = BoundAs & {
  /** The agency is no more. */
  readonly gone: NoLonger | null;
  /** Binds to another agency instead; null = who reads it may not. */
  readonly again: ((agency: Agency) => string) | null;
};

const LIST = hourText(USUAL_HOURS.morningList);
const DIGEST = hourText(USUAL_HOURS.leaderDigest);

/** What /gan-nhom says wherever it is typed. */
export const bindingReplies = {
  bound({ role, agency, gone, again }: ToBind, place: Chat): Reply {
    const isAgency = role === 'agency' && agency !== null;
    const offer: readonly Choice[] = isAgency
      ? [{ label: `Nhận danh sách ${LIST}`, send: `/dang-ky ${LIST}` }]
      : [{ label: `Nhận tóm tắt ${DIGEST}`, send: `/dang-ky tóm tắt ${DIGEST}` }];
    return textReply(
      [
        { kind: 'headline', line: ['Đã kết nối: ', { strong: boundAs(role, agency) }] },
        {
          kind: 'text',
          line: [
            `${capital(thisChat(place))} xem được số liệu tổng hợp và danh sách hồ sơ của ${isAgency ? 'cơ quan mình' : 'các cơ quan'}.`,
          ],
        },
        ...(gone === null ? [] : goneBlocks(gone)),
      ],
      [...insteadOf({ gone, again }), ...(role === 'keeper' ? [] : offer)],
    );
  },

  wrongCode(): Reply {
    return refusal(
      'Mã kết nối không đúng hoặc đã hết hạn',
      `Mã có 6 chữ số, dùng một lần trong ${String(CODE_MINUTES)} phút. Xin người quản trị bot cấp mã mới.`,
    );
  },

  tooManyTries(): Reply {
    return refusal(
      'Đã nhập sai mã nhiều lần',
      `Xin đợi ${String(CODE_MINUTES)} phút rồi thử lại với mã do người quản trị bot cấp.`,
    );
  },

  unbound(was: boolean, place: Chat): Reply {
    const here = thisChat(place);
    return was
      ? refusal(
          `Đã gỡ kết nối ${here}`,
          `${capital(here)} không nhận tin và không xem được số liệu nữa.`,
        )
      : refusal(`${capital(here)} chưa được kết nối`, 'Không có gì để gỡ.');
  },
};

/** What it says where a command is to be typed in a group: in the form that reaches the bot there. */
export function bindingHints(names: BotNames = {}) {
  return {
    /** The code holds for a group of any messenger; most likely it is for one of that in which it was asked for. */
    codeIssued(code: string, toBind: ToBind, channel: string): Reply {
      const { role, agency, gone } = toBind;
      const blocks: readonly Block[] = [
        { kind: 'headline', line: ['Mã kết nối: ', { strong: code }] },
        {
          kind: 'text',
          line: [`Dùng cho ${boundAs(role, agency)}, một lần, trong ${String(CODE_MINUTES)} phút.`],
        },
        ...(gone === null ? [] : goneBlocks(gone)),
        ...howToUse(`/gan-nhom ${code}`, channel, names),
      ];
      return textReply(blocks, insteadOf(toBind));
    },

    codeExpected(place: Place): Reply {
      const typed = typedAt(place, '/gan-nhom', names);
      return refusal(
        'Cần mã kết nối',
        `Xin người quản trị bot cấp mã 6 chữ số, rồi gõ tại đây: ${typed} và mã${pickedAt(place, names)}.`,
      );
    },

    /** For a keeper in a group that is not to hear of other chats. */
    thisChat(bound: BoundAs | null, place: Place): Reply {
      return textReply([
        {
          kind: 'headline',
          line:
            bound === null
              ? [`${capital(thisChat(place))} chưa được kết nối`]
              : [
                  `${capital(thisChat(place))} đã kết nối: `,
                  { strong: boundAs(bound.role, bound.agency) },
                ],
        },
        { kind: 'note', line: [howInGroup(place, names)] },
      ]);
    },

    /** For a keeper who typed the command alone, where it may be told. */
    bindings: (chats: readonly BoundChat[], place: Place) => boundChats(chats, place, names),
  };
}

/** To bind to who has taken over. */
function insteadOf({ gone, again }: Pick<ToBind, 'gone' | 'again'>): readonly Choice[] {
  if (gone === null || again === null) return [];
  return gone.successors.map((one) => ({ label: `Gắn ${one.shortName}`, send: again(one) }));
}

function boundChats(chats: readonly BoundChat[], place: Place, names: BotNames): Reply {
  const how =
    place.chatKind === 'group'
      ? howInGroup(place, names)
      : 'Cấp mã cho một nhóm: /gan-nhom phường Lộc Thọ, /gan-nhom lãnh đạo hoặc /gan-nhom chuyên viên.';
  const none = chats.length === 0;
  const headline = none
    ? 'Chưa có nhóm nào được kết nối'
    : `${String(chats.length)} nhóm đã kết nối`;
  return textReply([
    { kind: 'headline', line: [headline] },
    ...(none ? [] : [boundList(chats)]),
    { kind: 'note', line: [how] },
  ]);
}

function boundList(chats: readonly BoundChat[]): Block {
  return {
    kind: 'list',
    items: chats.map(({ name, role, agency }) => [
      `${name}: ${boundAs(role, agency)}${lastDayText(agency)}`,
    ]),
  };
}

/** In the group of a messenger, and in groups of those where it is typed another way. */
function howToUse(command: string, channel: string, names: BotNames): readonly Block[] {
  const typed = (at: string): Line => {
    const place: Place = { channel: at, chatKind: 'group' };
    return [{ strong: typedAt(place, command, names) }, pickedAt(place, names)];
  };
  const others = Object.keys(names).filter((other) => other !== channel);
  return [
    { kind: 'text', line: ['Mời bot vào nhóm rồi gõ trong nhóm: ', ...typed(channel)] },
    ...others.map((other): Block => ({
      kind: 'text',
      line: [`Trong nhóm ${channelName(other)}: `, ...typed(other)],
    })),
  ];
}

function howInGroup(place: Place, names: BotNames): string {
  const typed = (words: string) => typedAt(place, `/gan-nhom ${words}`, names);
  const picked = pickedAt(place, names);
  return `Gõ tại nhóm cần kết nối: ${typed('phường Lộc Thọ')}, ${typed('lãnh đạo')} hoặc ${typed('chuyên viên')}; gỡ: ${typed('gỡ')}${picked}.`;
}

function refusal(headline: string, hint: string): Reply {
  return textReply([
    { kind: 'headline', line: [{ strong: headline }] },
    { kind: 'text', line: [hint] },
  ]);
}
